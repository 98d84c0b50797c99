"""The scores, live: from values by curves, levels and comparisons, before and after the synthesis divides them."""

from collections.abc import Sequence

from decidr.core.study.criteria import Criterion
from decidr.formats.report.book.leaf_table import (
    host_width,
    name_width,
    pages_wide,
    write_host_header,
    write_leaf_table,
    write_name,
)
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.places import Area, quoted
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.score_formulas import Curve, curve, direct_score, gap_score, level_score
from decidr.formats.report.book.styles import SCORE
from decidr.formats.report.headings import scores_heading
from decidr.formats.report.sheets.data import gap_word, voices
from decidr.language import _

HOSTS = FIRST + 1


def write_scores(report: Report) -> int:
    """Write the scores before the synthesis; the row where the table after it may begin."""
    content, page = report.content, report.pages["scores"]
    caption = _("0 is the worst end, 1 the best. A gap counts with the middle of its range, a closed cell with 0.")
    top = write_heading(report, page, scores_heading(content), caption, content.placeholders)
    write_host_header(report, page, top, [_("Criterion")])
    page.section(top + 1, _("Scores from the values, before any view turns or divides them"))
    page.freeze(top + 1, HOSTS)
    end = write_leaf_table(
        report,
        page,
        top + 2,
        content.leaves,
        main=lambda row, main: write_name(report, page, row, main, "group"),
        leaf=lambda row, leaf: _write_leaf(report, page, row, content.criteria[leaf]),
    )
    return end + 1


def write_taken_scores(report: Report, top: int) -> None:
    """Write the scores as the synthesis takes them in the report's view, and set up the sheet; totals come before.

    The table stands under the header of the first one, which is frozen, and repeated on paper.
    """
    content, page = report.content, report.pages["scores"]
    page.section(top, _("As the synthesis takes them in this view"))
    write_leaf_table(
        report,
        page,
        top + 1,
        content.results.leaves,
        main=lambda row, main: write_name(report, page, row, main, "group"),
        leaf=lambda row, leaf: _write_taken(report, page, row, leaf),
    )
    hosts = range(HOSTS, HOSTS + len(content.hosts))
    page.widths({FIRST: name_width(content), **dict.fromkeys(hosts, host_width(content))})
    wide = pages_wide(len(content.hosts))
    set_up(report, page, landscape=True, repeat_rows=page.frozen, repeat_columns="A:B" * (wide > 1), pages_wide=wide)


def _write_taken(report: Report, page: Page, row: int, leaf: str) -> None:
    write_name(report, page, row, leaf)
    divisor = report.places["divisor", report.content.view, leaf]
    given = report.content.results.scores[report.content.results.leaves.index(leaf)].tolist()
    for i, host in enumerate(report.content.hosts):
        score = turned_score(report, report.content.view, leaf, i)
        place = page.formula(row, HOSTS + i, f"{score}/{divisor}", "number", SCORE, value=given[i])
        report.places["taken", leaf, host] = place


def turned_score(report: Report, view: str, leaf: str, host: int) -> str:
    """The expression of a score in a view: 1 − s where the view turns the leaf; #N/A where it cannot."""
    score = scores_in(report, view, leaf).cell(0, host)
    results = report.content.by_view[view]
    if leaf not in next(v for v in report.content.views if v.id == view).turned:
        return f"{score}"
    scores = results.leaf_scores.leaves[leaf]
    possible = report.content.ways_of_scoring[leaf] != "pairwise" and not (scores.high > 1).any()
    return f"(1-{score})" if possible else "NA()"


def scores_in(report: Report, view: str, leaf: str) -> Area:
    """The cells of a leaf's scores, host by host, before the view turns them."""
    return report.areas.get(("scores", view, leaf)) or report.areas["scores", "", leaf]


def _write_leaf(report: Report, page: Page, row: int, leaf: Criterion) -> None:
    write_name(report, page, row, leaf.id)
    area = page.area(row, HOSTS, 1, len(report.content.hosts))
    report.areas["scores", "", leaf.id] = area
    if report.content.ways_of_scoring[leaf.id] == "pairwise":
        _write_compared(report, area, leaf.id)
        return
    own, others = _score_of(report, leaf), voices(report.content, leaf.id)
    voiced = _voice_scores(report, leaf.id, others, own) if others else None
    now = report.content.scores_of(leaf.id).tolist()
    for i in range(area.width):
        gap = gap_score(report, leaf, i)
        alone = _given(report, leaf.id, "", i, own, gap)
        formula = _mean(voiced.column(0), voiced.column(1 + i), alone, gap) if voiced else alone
        closed = report.areas["closed", leaf.id].cell(i, 0)
        page.formula(row, HOSTS + i, f"IF(LEN({closed})>0,0,{formula})", "number", SCORE, value=now[i])


def _score_of(report: Report, leaf: Criterion) -> Curve:
    way = report.content.ways_of_scoring[leaf.id]
    if way == "rating":
        return level_score(report.areas["levels", leaf.id])
    return direct_score(report) if way == "direct" else curve(report, leaf)


def _given(report: Report, leaf: str, person: str, host: int, score: Curve, gap: str) -> str:
    """The score of one person's value, or of the gap."""
    value = str(report.areas["values", leaf, person].cell(0, host))
    held = f"ISNUMBER({value})"
    if report.content.ways_of_scoring[leaf] == "rating":
        held = f"AND(LEN({value})>0,{value}<>{quoted(gap_word(report.content, leaf))})"
    return f"IF({held},{score(value)},{gap})"


def _voice_scores(report: Report, leaf: str, people: Sequence[str], score: Curve) -> Area:
    """The participants' weights and scores on the calculation sheet, a row each; empty where one gave no value."""
    names, page, hosts = report.content.names, report.calculation, len(report.content.hosts)
    top = report.claim(len(people), _("{leaf}: the participants’ weights and scores").format(leaf=names[leaf]))
    for row, person in enumerate(people, top):
        page.formula(row, FIRST, f"{report.places['participant weight', '', '', person, '', '']}", "modest")
        for i in range(hosts):
            page.formula(row, FIRST + 1 + i, _given(report, leaf, person, i, score, '""'), "modest")
    return page.area(top, FIRST, len(people), hosts + 1)


def _mean(weights: Area, scores: Area, alone: str, gap: str) -> str:
    """The participants' weighted mean; the study's own score where none of them gave a value."""
    counted = f"SUMPRODUCT({weights}*ISNUMBER({scores}))"
    return f"IF(COUNT({scores})=0,{alone},IF({counted}=0,{gap},SUMPRODUCT({weights},{scores})/{counted}))"


def _write_compared(report: Report, area: Area, leaf: str) -> None:
    """Scores of hosts compared in pairs; a view with judgments of its own has its row on the calculation sheet."""
    views = [view for view, results in report.content.by_view.items() if leaf in results.tree.parent]
    shown = _priorities(report, views[0], leaf)
    _write_priorities(report, report.pages["scores"], area, leaf, shown)
    for view in views[1:]:
        own = _priorities(report, view, leaf)
        if own != shown:
            row = report.claim(1, f"{report.content.names[leaf]} ({report.content.names[view]})")
            there = report.calculation.area(row, FIRST, 1, area.width)
            _write_priorities(report, report.calculation, there, leaf, own)
            report.areas["scores", view, leaf] = there


def _priorities(report: Report, view: str, leaf: str) -> list[str]:
    """The hosts' priorities; a single host has all."""
    places = (report.places.get(("priority", view, leaf, host)) for host in report.content.hosts)
    return [str(place) if place else "1" for place in places]


def _write_priorities(report: Report, page: Page, area: Area, leaf: str, priorities: list[str]) -> None:
    code, style = report.places["code", "synthesis"], "number" if page is report.pages["scores"] else "modest"
    largest = f"MAX({priorities[0]}:{priorities[-1].rpartition('!')[2]})" if len(priorities) > 1 else "1"
    for i, priority in enumerate(priorities):
        closed = report.areas["closed", leaf].cell(i, 0)
        formula = f"IF(LEN({closed})>0,0,IF({code}=1,{priority}/{largest},{priority}))"
        now = float(report.content.scores_of(leaf)[i]) if style == "number" else None
        page.formula(area.top, area.left + i, formula, style, SCORE, value=now)
