"""What may happen: every scenario and set beside the baseline, as the report was written, and what each supposes."""

from math import isnan

from decidr.core.analysis.scenarios.across import AcrossCases
from decidr.core.analysis.scenarios.words import (
    answer,
    case_name,
    case_sentences,
    expected_said,
    move_text,
    regret_said,
)
from decidr.core.study.cases import Case
from decidr.core.study.scenarios import Move
from decidr.formats.report import look
from decidr.formats.report.book.charts import Bars, side_by_side_chart
from decidr.formats.report.book.leaf_table import host_width
from decidr.formats.report.book.page import CENTIMETRES_A_ROW, FIRST, Page
from decidr.formats.report.book.places import Area
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import POINTS, WHOLE_SHARE
from decidr.language import _
from decidr.number_text import listed

CHANCE, LEADER, HOSTS = FIRST + 1, FIRST + 2, FIRST + 3
NAME_WIDTH, CHANCE_WIDTH, LEADER_WIDTH = 42, 12, 20
CHART_WIDTH, ROWS_A_CASE, MOST_CHART_ROWS = 24.0, 3, 30


def write_scenarios(report: Report) -> None:
    """Write the sheet; nothing where the study has no scenarios."""
    across = report.content.across
    if across is None:
        return
    page, content = report.pages["scenarios"], report.content
    caption = _(
        "Points of 100 as this report was written; every move is a judgment, and stands below with its reasons."
    )
    row = write_heading(report, page, answer(across), caption, content.placeholders)
    row = _write_cases(report, page, across, row)
    row = _write_views(report, page, row)
    row = _write_stakes(report, page, across, row)
    _write_what_is_supposed(report, page, across, row)
    widths = dict.fromkeys(range(HOSTS, HOSTS + len(content.hosts)), host_width(content))
    page.widths({FIRST: NAME_WIDTH, CHANCE: CHANCE_WIDTH, LEADER: LEADER_WIDTH, **widths})
    set_up(report, page, landscape=True)


def _write_cases(report: Report, page: Page, across: AcrossCases, top: int) -> int:
    """Totals with ranks below them, a case a row, and the chart of the hosts in focus; the first row after them."""
    content = report.content
    names = [content.names[host] for host in across.hosts]
    page.begin(top)
    page.header(top, [_("Case"), _("Probability"), _("Leader"), *names], numbers_from=3)
    page.text(top, CHANCE, _("Probability"), "header right")
    page.text(top, LEADER, _("Leader"), "header note")
    for c in range(len(across.cases)):
        _write_case(report, page, across, c, top + 1 + c)
    report.areas["scenario totals",] = page.area(top + 1, HOSTS, len(across.cases), len(across.hosts))
    chart = top + len(across.cases) + 2
    page.begin(chart)
    _draw(report, page, across, top, chart)
    return chart + _chart_rows(across) + 2


def _write_case(report: Report, page: Page, across: AcrossCases, c: int, row: int) -> None:
    case, leader, content = across.cases[c], across.leaders[c], report.content
    page.text(row, FIRST, case_name(case), "strong" if case is None else "text")
    page.number(row, CHANCE, case.probability if case else None, "quiet number", WHOLE_SHARE)
    changes = leader != across.leaders[0]
    page.text(row, LEADER, content.names[leader] if leader else _("nobody"), "look here" if changes else "note")
    for h, total in enumerate(across.totals[c]):
        is_first = across.hosts[h] == leader
        value = 100 * float(total) if across.ranks[c, h] or not isnan(total) else "–"
        page.number(row, HOSTS + h, value, "strong number" if is_first else "number", POINTS)


def _chart_rows(across: AcrossCases) -> int:
    return min(max(12, ROWS_A_CASE * len(across.cases) + 2), MOST_CHART_ROWS)


def _draw(report: Report, page: Page, across: AcrossCases, top: int, row: int) -> None:
    """Bars of the hosts in focus, a group of them for each case."""
    names = Area(page.name, top + 1, FIRST, len(across.cases), 1)
    bars = []
    for slot, host in enumerate(report.content.focus):
        if host in across.hosts:
            column = HOSTS + across.hosts.index(host)
            values = Area(page.name, top + 1, column, len(across.cases), 1)
            bars.append(Bars(values, Area(page.name, top, column, 1, 1), look.HOSTS_IN_FOCUS[slot]))
    chart = side_by_side_chart(names, bars, (CHART_WIDTH, _chart_rows(across) * CENTIMETRES_A_ROW))
    page.sheet.add_chart(chart, page.place(row, FIRST).coordinate)


def _write_views(report: Report, page: Page, top: int) -> int:
    """Who leads in each case, seen with each view; nothing where there is one view."""
    by_view, content = report.content.across_by_view, report.content
    if len(by_view) < 2:
        return top
    page.section(top, _("Who leads, seen with each view"))
    page.text(top + 1, FIRST, _("Case"), "header")
    for k, view in enumerate(by_view):
        page.merged(top + 1, FIRST + 1 + 2 * k, 2, content.names[view], "header note")
    for c, case in enumerate(next(iter(by_view.values())).cases):
        row = top + 2 + c
        page.text(row, FIRST, case_name(case), "strong" if case is None else "text")
        for k, across in enumerate(by_view.values()):
            leader = across.leaders[c]
            style = "look here" if leader != across.leaders[0] else "note"
            page.merged(row, FIRST + 1 + 2 * k, 2, content.names[leader] if leader else "–", style)
    return top + 3 + len(next(iter(by_view.values())).cases)


def _write_stakes(report: Report, page: Page, across: AcrossCases, top: int) -> int:
    """What each host stands to lose over the baseline and all sets; only a sentence where that cannot be told."""
    stakes = across.stakes
    if len(stakes.cases) < 2:
        return top
    page.section(top, _("What a choice stands to lose, over the baseline and all combinations"))
    page.text(top + 1, FIRST, " ".join(dict.fromkeys((regret_said(across), expected_said(across)))), "line")
    if stakes.worst_regret is None or stakes.lowest is None:
        return top + 3
    page.header(top + 2, [_("Host"), _("Worst regret"), _("Lowest total"), _("Worst rank"), _("Expected total")])
    for row, h in enumerate(report.content.listed, top + 3):
        page.text(row, FIRST, report.content.names[across.hosts[h]])
        figures = (stakes.worst_regret[h], stakes.lowest[h], None if stakes.expected is None else stakes.expected[h])
        regret, lowest, expected = (100 * float(figure) if figure is not None else "–" for figure in figures)
        page.number(row, FIRST + 1, regret, "number", POINTS)
        page.number(row, FIRST + 2, lowest, "number", POINTS)
        page.number(row, FIRST + 3, int(stakes.worst_rank[h]) or "–", "number", "0")
        page.number(row, FIRST + 4, expected, "number", POINTS)
    return top + 4 + len(across.hosts)


def _write_what_is_supposed(report: Report, page: Page, across: AcrossCases, top: int) -> None:
    """Each case with what becomes of the leader, its moves and what they rest on."""
    page.section(top, _("What each supposes"))
    row = top + 1
    for c, case in enumerate(across.cases):
        if case is not None:
            if c > 1:  # the first stays with the section's title
                page.begin(row)
            row = _write_supposed(report, page, across, (c, case), row) + 1


def _write_supposed(report: Report, page: Page, across: AcrossCases, at: tuple[int, Case], row: int) -> int:
    c, case = at
    columns = HOSTS + len(report.content.hosts) - FIRST
    page.merged(row, FIRST, columns, case.name, "group")
    page.merged(row + 1, FIRST, columns, " ".join(case_sentences(across, c)), "prose")
    row += 2
    if case.is_set:
        names = listed([f"«{scenario.name}»" for scenario in case.scenarios])
        page.merged(row, FIRST, columns, _("Together: {names}.").format(names=names), "quiet text")
        return row + 1
    for move in case.scenarios[0].moves:
        _write_move(report, page, move, row, columns)
        row += 1
    return row


def _write_move(report: Report, page: Page, move: Move, row: int, columns: int) -> None:
    """What a move does and why; one that moves nothing is a note across the page."""
    names = report.content.names
    if not move.target:
        page.merged(row, FIRST, columns, move.note, "quiet text")
        return
    target = ", ".join(names[id_] for id_ in (move.target, move.host) if id_ and id_ in names)
    page.text(row, FIRST, target, "note")
    page.text(row, FIRST + 1, move_text(move.kind, move.operation, move.value), "quiet right")
    page.text(row, FIRST + 2, names.get(move.view or "", "") or _("every view"), "quiet note")
    page.merged(row, FIRST + 3, columns - 3, move.note, "quiet note")
