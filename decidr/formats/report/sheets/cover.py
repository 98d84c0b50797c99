"""The first sheet: the question, the verdict in words, the live ranking in every view, and what it rests on."""

from collections.abc import Sequence
from math import isnan

from decidr.core.analysis.evidence import KINDS
from decidr.core.analysis.results import Results
from decidr.formats.report import look
from decidr.formats.report.book.charts import Bars, ranking_chart
from decidr.formats.report.book.lettering import BOLD, width_of
from decidr.formats.report.book.page import CENTIMETRES_A_CHARACTER, CENTIMETRES_A_ROW, FIRST, Page
from decidr.formats.report.book.places import Area, quoted
from decidr.formats.report.book.printing import set_up
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import POINTS, POINTS_OR_NOTHING, WHOLE_SHARE
from decidr.formats.report.content import Content
from decidr.formats.report.sheets.totals import RANK, TOTAL, host_at
from decidr.formats.report.tables import group_rows, host_note
from decidr.formats.report.wording import evidence_said
from decidr.language import _

RANK_COLUMN, HOST, TOTALS = FIRST, FIRST + 1, FIRST + 2
RANK_WIDTH, HOST_WIDTH, TOTAL_WIDTH, OTHER_RANK_WIDTH, NOTE_WIDTH = 7, 24, 11, 7, 36
MOST_HOST_WIDTH = 52.0
MOST_HOSTS_ON_ONE_PAGE = 16
CHANGED = 1e-7
"""Points of 100: above this the figures are no longer the report's own."""


def write_names(report: Report) -> None:
    """Put the hosts' names and what is to be said of each where formulas find them."""
    content, page = report.content, report.calculation
    top = report.claim(len(content.hosts), _("hosts"))
    for i, host in enumerate(content.hosts):
        page.text(top + i, FIRST, content.names[host], "modest")
        page.text(top + i, FIRST + 1, host_note(content, i), "modest")
    report.areas["host names",] = page.area(top, FIRST, len(content.hosts), 1)
    report.areas["host notes",] = page.area(top, FIRST + 1, len(content.hosts), 1)


def write_cover(report: Report) -> None:
    """Write the sheet; every other one must be there."""
    page = report.pages["cover"]
    widths = _widths(report.content)
    page.widths(widths)
    row = _write_title(report, page, len(widths))
    row = _write_ranking(report, page, row)
    if report.content.has_ranking:
        row = _write_chart(report, page, row, sum(widths.values()))
    row = _write_groups(report, page, row)
    row = _write_evidence(report, page, row)
    _write_contents(report, page, row)
    names = [report.content.names[host] for host in report.content.hosts]
    fits = len(names) <= MOST_HOSTS_ON_ONE_PAGE and max(map(width_of, names)) <= 2 * MOST_HOST_WIDTH
    set_up(report, page, landscape=False, pages_high=1 if fits else 0)


def _widths(content: Content) -> dict[int, float]:
    longest = max(width_of(content.names[host]) * BOLD + 1.5 for host in content.hosts)
    host = min(max(HOST_WIDTH, longest), MOST_HOST_WIDTH)
    widths: dict[int, float] = {RANK_COLUMN: RANK_WIDTH, HOST: host, TOTALS: TOTAL_WIDTH}
    for _view in content.views[1:]:
        widths[len(widths) + FIRST] = TOTAL_WIDTH
        widths[len(widths) + FIRST] = OTHER_RANK_WIDTH
    has_notes = any(host_note(content, i) for i in range(len(content.hosts)))
    widths[len(widths) + FIRST] = max(NOTE_WIDTH if has_notes else OTHER_RANK_WIDTH, 92 - sum(widths.values()))
    return widths


def _write_title(report: Report, page: Page, columns: int) -> int:
    """Title, question, client and author, and the verdict; the first row after them."""
    content = report.content
    first, *rest = content.verdict.sentences
    texts = (
        (content.title, "cover title"),
        (content.study.question, "question"),
        (content.byline, "line"),
        ("", "line"),
        (first, "verdict title"),
        (" ".join(rest), "verdict"),
    )
    row = 1
    for text, style in texts:
        if text or style == "line":
            page.merged(row, FIRST, columns, text, style)
            row += 1
    changed = _(
        "Inputs have been changed since this report was written: the figures below follow them, the words above do not."
    )
    difference = report.places["largest difference",]
    page.formula(row, FIRST, f'IF(IFERROR({difference},0)>{CHANGED:.7f},{quoted(changed)},"")', "warning", value="")
    return row + 1


def _write_ranking(report: Report, page: Page, row: int) -> int:
    """The ranking in the report's view, the other views beside it, all live."""
    content = report.content
    page.section(row, _("Ranking, points of 100"))
    if len(content.views) > 1:
        text = _("in the order of the view «{view}»; other views beside it").format(view=content.names[content.view])
        page.merged(row, TOTALS, 2 * len(content.views), text, "long line")
    others = [text for view in content.views[1:] for text in (view.name, _("rank"))]
    own = content.views[0].name if len(content.views) > 1 else _("Total")
    header = [_("Rank"), _("Host"), own, *others]
    page.header(row + 1, header, numbers_from=2)
    page.text(row + 1, FIRST, _("Rank"), "header middle")
    page.text(row + 1, FIRST + len(header), _("Note"), "header note")
    for k, i in enumerate(content.listed):
        _write_host(report, page, row + 2 + k, k, i)
        page.expect(row + 2 + k, HOST, content.names[content.hosts[i]], "strong")
        page.expect(row + 2 + k, FIRST + len(header), host_note(content, i), "look here")
    return row + 3 + len(content.hosts)


def _write_host(report: Report, page: Page, row: int, k: int, i: int) -> None:
    """The host at place ``k``, which is the host ``i`` as the report is written."""
    content = report.content
    table, at = report.areas["hosts", content.view], host_at(report, k)
    results, name = content.results, content.names[content.hosts[i]]
    rank = f'IFERROR(INDEX({table.column(RANK)},{at}),"–")'
    total = f'IFERROR(100*INDEX({table.column(TOTAL)},{at}),"–")'
    page.formula(row, RANK_COLUMN, rank, "rank", "0", value=int(results.ranks[i]) or "–")
    page.formula(row, HOST, f"INDEX({report.areas['host names',]},{at})", "strong", value=name)
    page.formula(row, TOTALS, total, "strong number", POINTS, value=_points(results, i))
    column = TOTALS + 1
    for view in content.views[1:]:
        there, other = report.areas["hosts", view.id], content.by_view[view.id]
        total = f'IFERROR(100*INDEX({there.column(TOTAL)},{at}),"–")'
        rank = f'IFERROR(INDEX({there.column(RANK)},{at}),"–")'
        page.formula(row, column, total, "number", POINTS, value=_points(other, i))
        page.formula(row, column + 1, rank, "quiet number", "0", value=int(other.ranks[i]) or "–")
        column += 2
    note = f'INDEX({report.areas["host notes",]},{at})&""'
    page.formula(row, column, note, "look here", value=host_note(content, i))


def _points(results: Results, host: int) -> float | str:
    """A total in points of 100, or what stands where there is none."""
    total = float(results.totals[host])
    return "–" if isnan(total) else 100 * total


def _write_chart(report: Report, page: Page, row: int, width: float) -> int:
    """Bars of the totals in the order of the ranking; each host keeps its colour when the order changes."""
    n = len(report.content.hosts)
    table = _write_chart_table(report)
    colours = [*look.HOSTS_IN_FOCUS, look.OTHER_HOSTS]
    parts = [Bars(table.column(1 + j), _name_of(table, 1 + j), colour) for j, colour in enumerate(colours)]
    rows = max(8, round(n * 1.1) + 2)
    page.begin(row)
    chart = ranking_chart(table.column(0), parts, (width * CENTIMETRES_A_CHARACTER, rows * CENTIMETRES_A_ROW))
    page.sheet.add_chart(chart, page.place(row, FIRST).coordinate)
    return row + rows + 1


def _name_of(table: Area, column: int) -> Area:
    return Area(table.sheet, table.top - 1, table.left + column, 1, 1)


def _write_chart_table(report: Report) -> Area:
    """Names by place, then one column a colour: the total where the host has that colour, else 0."""
    content, page = report.content, report.calculation
    n, focus = len(content.hosts), content.focus
    top = report.claim(n + 1, _("the chart of the ranking")) + 1
    totals = report.areas["hosts", content.view].column(TOTAL)
    for j, host in enumerate((*focus, None)):
        is_rest = j == len(focus)
        name = _("others") if is_rest else content.names[host] if host else ""
        page.text(top - 1, FIRST + 1 + j, name, "modest")
    for k, i in enumerate(content.listed):
        at = host_at(report, k)
        name = content.names[content.hosts[i]]
        page.formula(top + k, FIRST, f"INDEX({report.areas['host names',]},{at})", "modest", value=name)
        total, now = f"IFERROR(100*INDEX({totals},{at}),0)", _points(content.results, i)
        shown = 0.0 if isinstance(now, str) else now
        for j, number in enumerate(_numbers(content, focus)):
            one, value = f"IF({at}={number},{total},0)", shown if number == i + 1 else 0.0
            page.formula(top + k, FIRST + 1 + j, one, "modest", POINTS_OR_NOTHING, value=value)
        coloured = page.area(top + k, FIRST + 1, 1, len(focus))
        rest, value = f"IF(SUM({coloured})=0,{total},0)", 0.0 if content.hosts[i] in focus else shown
        page.formula(top + k, FIRST + 1 + len(focus), rest, "modest", POINTS_OR_NOTHING, value=value)
    return page.area(top, FIRST, n, len(focus) + 2)


def _numbers(content: Content, focus: Sequence[str | None]) -> list[int]:
    """The numbers of the hosts in colour, from 1; 0 for a free colour."""
    return [content.hosts.index(host) + 1 if host in content.hosts else 0 for host in focus]


def _write_groups(report: Report, page: Page, row: int) -> int:
    """Groups of hosts with their best member's total, or their mean, outside the ranking."""
    groups, content = group_rows(report.content), report.content
    if not groups:
        return row
    is_mean = content.study.settings.group_figure == "mean"
    page.section(row, _("Groups, by the mean of their members") if is_mean else _("Groups, by their best member"))
    for i, (group, members) in enumerate(groups, row + 1):
        totals = ",".join(str(report.places["total", content.view, member]) for member in members)
        page.text(i, RANK_COLUMN, "", "text")
        page.text(i, HOST, content.names[group], "strong")
        formula = f'IFERROR(100*{"AVERAGE" if is_mean else "MAX"}({totals}),"–")'
        totals_now = [float(content.results.totals[content.hosts.index(member)]) for member in members]
        figure = sum(totals_now) / len(members) if is_mean else max(totals_now)
        page.formula(i, TOTALS, formula, "strong number", POINTS, value=100 * figure)
    return row + len(groups) + 2


def _write_evidence(report: Report, page: Page, row: int) -> int:
    """What the weight rests on, live, with the warning while placeholders are among it."""
    page.section(row, _("What the weight rests on"))
    for i, kind in enumerate(KINDS, row + 1):
        place = report.places["evidence", kind]
        style = "look here" if kind in ("placeholder", "missing") else "note"
        page.formula(
            i, RANK_COLUMN, f'IFERROR({place},"–")', "number", WHOLE_SHARE, value=report.content.evidence(kind)
        )
        page.text(i, HOST, evidence_said(kind), style)
    _write_warning(report, page, row + 1 + len(KINDS))
    return row + len(KINDS) + 3


def _write_warning(report: Report, page: Page, row: int) -> None:
    """The live sentence on placeholders."""
    place = report.places["evidence", "placeholder"]
    before, after = _("{share} of the weight rests on placeholders — replace them").split("{share}")
    said = f"{quoted(before)}&ROUND(100*{place},0)&{quoted(chr(0x202F) + '%' + after)}"
    now = report.content.placeholders
    page.formula(row, FIRST, f'IFERROR(IF({place}>0.0000001,{said},""),"")', "warning", value=now)


def _write_contents(report: Report, page: Page, row: int) -> None:
    """The other sheets, one link a line."""
    page.section(row, _("In this report"))
    for i, (name, text) in enumerate(_contents(report), row + 1):
        target = report.pages[name]
        address = "#" + str(target.place(1, 1)).replace("$", "")
        page.formula(i, FIRST, f"HYPERLINK({quoted(address)},{quoted(target.name)})", "link", value=target.name)
        page.text(i, TOTALS, text, "line")


def _contents(report: Report) -> list[tuple[str, str]]:
    texts = {
        "weights": _("every weight with the judgments behind it; change one and the ranking follows"),
        "hosts": _("hosts compared in pairs"),
        "data": _("the figures; inputs, too"),
        "sources": _("where each figure comes from"),
        "scores": _("what the figures are worth, from 0 to 1"),
        "contributions": _("what each total is made of"),
        "costs": _("what each host costs, beside how good it is"),
        "sensitivity": _("what would change the answer"),
        "takes": _("the least that would put another host first"),
        "robustness": _("how sure the ranking is, by simulation"),
        "scenarios": _("what may happen, and who leads then"),
        "methods": _("whether other methods say the same"),
        "judgments": _("who judged what, and whether it fits together"),
        "settings": _("method, second opinion, and what decidr noticed"),
        "values": _("plain numbers, and a check of the formulas"),
        "calculation": _("the computing steps"),
    }
    return [(name, text) for name, text in texts.items() if name in report.pages]
