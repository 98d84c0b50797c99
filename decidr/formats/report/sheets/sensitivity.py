"""What would change the answer: a live gradient chart of any criterion, stability intervals and crossovers in words."""

import numpy as np
from openpyxl.worksheet.datavalidation import DataValidation

from decidr.core.analysis.sensitivity.one_way import totals_at
from decidr.core.study.criteria import GOAL
from decidr.formats.report import look
from decidr.formats.report.book.charts import Label, Line, gradient_chart
from decidr.formats.report.book.lettering import width_of
from decidr.formats.report.book.page import CENTIMETRES_A_ROW, FIRST, Page
from decidr.formats.report.book.places import Area
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import SHARE
from decidr.formats.report.content import Content
from decidr.formats.report.headings import sensitivity_heading
from decidr.formats.report.tables import SensitivityRow, crossover_rows, sensitivity_rows
from decidr.language import _

STEPS = 20
"""The chart's weights go from 0 to 1 in so many steps: under the ideal synthesis totals bend."""

CHART_ROWS, CHART_WIDTH = 24, 20.0
LABEL_HEIGHT = 0.048
"""Share of the chart's height that a name takes."""
WIDTHS = {FIRST: 36, FIRST + 1: 12, FIRST + 2: 13, FIRST + 3: 21, FIRST + 4: 32}


def write_sensitivity(report: Report) -> None:
    """Write the sheet; totals and scores as taken must be there."""
    content, page = report.content, report.pages["sensitivity"]
    caption = _(
        "One weight moves, its siblings keep their proportions. The chart is live; the words are as of this report."
    )
    row = write_heading(report, page, sensitivity_heading(content), caption, content.placeholders)
    page.begin(row)
    if content.movable:
        row = _write_chart(report, page, row)
    rows = sensitivity_rows(content)
    row = _write_rows(report, page, row, [found for found in rows if found.depth == 0])
    row = _write_crossovers(report, page, row)
    repeated = _write_others(report, page, row, [found for found in rows if found.depth > 0])
    page.widths(WIDTHS)
    set_up(report, page, landscape=False, repeat_rows=repeated)


def _write_chart(report: Report, page: Page, row: int) -> int:
    """The choice of a criterion, and the chart of it."""
    content = report.content
    change = content.nearest_change
    shown = change.criterion if change else content.movable[0]
    page.text(row, FIRST, _("Total, points of 100, as this weight moves (choose another):"), "line")
    choice = page.text(row + 1, FIRST, content.names[shown], "choice")
    ends = _write_ends(report)
    names = ends.column(0)
    page.validate(page.area(row + 1, FIRST, 1, 1), DataValidation(type="list", formula1=f"{names}", allow_blank=False))
    number = f"SUMPRODUCT(({names}={choice})*(ROW({names})-{names.top - 1}))"
    grid = _write_grid(report, ends, number, shown)
    labels = _labels(content, shown)
    lines = [_host_line(report, grid, i, labels.get(i)) for i in range(len(content.hosts))]
    below = Area(grid.sheet, grid.top + STEPS + 3, FIRST, 2, 2)
    now = Line(below.column(0), below.column(1), below.row(-1).column(0), look.TEXT, 1.0, Label(1, "t"), is_dashed=True)
    room = min(0.35, max((width_of(content.names[content.hosts[i]]) for i in labels), default=0.0) * 0.0085 + 0.02)
    chart = gradient_chart(
        [*sorted(lines, key=lambda line: line.width), now], room, (CHART_WIDTH, CHART_ROWS * CENTIMETRES_A_ROW)
    )
    page.sheet.add_chart(chart, page.place(row + 2, FIRST).coordinate)
    return row + CHART_ROWS + 3


def _host_line(report: Report, grid: Area, i: int, label: Label | None) -> Line:
    """A host's line; those in focus are coloured and on top."""
    content = report.content
    host = content.hosts[i]
    is_in_focus = host in content.focus
    colour = look.HOSTS_IN_FOCUS[content.focus.index(host)] if is_in_focus else look.OTHER_HOSTS
    x = Area(grid.sheet, grid.top + 1, grid.left, STEPS + 1, 1)
    y = Area(grid.sheet, grid.top + 1, grid.left + 1 + i, STEPS + 1, 1)
    name = Area(grid.sheet, grid.top, grid.left + 1 + i, 1, 1)
    return Line(x, y, name, colour, 2.25 if is_in_focus else 1.0, label)


def _labels(content: Content, criterion: str) -> dict[int, Label]:
    """Where names stand: at the lines' ends, those in focus moved apart, the others as far as there is room."""
    totals = totals_at(content.results, content.sweeps[criterion], np.array([0.0, 1.0]))
    ends, room = totals[1], LABEL_HEIGHT * float(totals.max())
    hosts = sorted(range(len(ends)), key=lambda i: (content.hosts[i] not in content.focus, -ends[i]))
    labels: dict[int, Label] = {}
    for i in hosts:
        if content.hosts[i] in content.focus or not any(abs(ends[i] - ends[j]) < room for j in labels):
            labels[i] = Label(STEPS, "r")
    in_focus = [i for i in hosts if content.hosts[i] in content.focus]
    for i, moved in zip(in_focus, _apart([float(ends[i]) for i in in_focus], room), strict=True):
        labels[i] = Label(STEPS, "r", moved / room * LABEL_HEIGHT)
    return labels


def _apart(ends: list[float], room: float) -> list[float]:
    """How far down each of the names at these ends (from the top) moves, so that there is room between any two."""
    places = list(ends)
    for _round in range(len(ends)):
        for k in range(len(ends) - 1):
            near = max(0.0, room - (places[k] - places[k + 1])) / 2
            places[k], places[k + 1] = places[k] + near, places[k + 1] - near
    return [end - place for end, place in zip(ends, places, strict=True)]


def _write_values(report: Report) -> dict[tuple[str, str], str]:
    """Each host's value at every node: its leaves' scores as taken, weighted by the local weights up to it."""
    page, content = report.calculation, report.content
    tree, view = content.results.tree, content.view
    values = {(leaf, host): str(report.places["taken", leaf, host]) for leaf in tree.leaves for host in content.hosts}
    parents = [node for node in reversed(tree.nodes) if node in tree.children]
    top = report.claim(len(parents), _("values at the nodes"))
    for row, node in enumerate(parents, top):
        page.text(row, FIRST, content.names[node], "modest")
        for i, host in enumerate(content.hosts):
            terms = (f"{report.places['local', view, child]}*{values[child, host]}" for child in tree.children[node])
            values[node, host] = str(page.formula(row, FIRST + 1 + i, "+".join(terms), "modest"))
    return values


def _write_ends(report: Report) -> Area:
    """One row a criterion: its name, its weight now, then each host's total at weight 0, then at weight 1."""
    page, content, view = report.calculation, report.content, report.content.view
    values, tree, n = _write_values(report), content.results.tree, len(content.hosts)
    movable = content.movable
    top = report.claim(len(movable), _("totals at weight 0 and 1"))
    for row, node in enumerate(movable, top):
        page.text(row, FIRST, content.names[node], "modest")
        parent = tree.parent[node]
        now = page.formula(row, FIRST + 1, f"{report.places['local', view, node]}", "modest")
        above = "1" if parent == GOAL else str(report.places["global", view, parent])
        for i, host in enumerate(content.hosts):
            of_node, of_parent, of_all = values[node, host], values[parent, host], values[GOAL, host]
            rest = f"{of_all}-{above}*{of_parent}"
            at_zero = f"{rest}+{above}*({of_parent}-{now}*{of_node})/(1-{now})"
            page.formula(row, FIRST + 2 + i, f"IF(1-{now}<1E-12,NA(),{at_zero})", "modest")
            page.formula(row, FIRST + 2 + n + i, f"{rest}+{above}*{of_node}", "modest")
    return page.area(top, FIRST, len(movable), 2 + 2 * n)


def _write_grid(report: Report, ends: Area, number: str, shown: str) -> Area:
    """The chart's figures: names, then a row a weight; below them the ends of the line at the weight of now."""
    page, hosts = report.calculation, report.content.hosts
    n = len(hosts)
    top = report.claim(STEPS + 6, _("the chart of the criterion chosen"))
    chosen = page.formula(top + STEPS + 5, FIRST, number, "modest")
    for i, host in enumerate(hosts):
        page.text(top, FIRST + 1 + i, report.content.names[host], "modest")
    grid = page.area(top, FIRST, STEPS + 2, n + 1)
    report.areas["gradient",] = page.area(top + 1, FIRST + 1, STEPS + 1, n)
    code = report.places["code", "synthesis"]
    results, sweep = report.content.results, report.content.sweeps[shown]
    now = 100 * totals_at(results, sweep, np.linspace(0.0, 1.0, STEPS + 1))
    sums = _ends_sums(ends, n, chosen.local)
    for step in range(STEPS + 1):
        row = top + 1 + step
        weight = page.number(row, FIRST, step / STEPS, "modest")
        whole = page.formula(row, FIRST + 2 + n, f"IF({code}=3,{sums[0]}+{weight}*({sums[1]}-{sums[0]}),1)", "modest")
        for i in range(n):
            start, end = (f"INDEX({ends.column(k)},{chosen})" for k in (2 + i, 2 + n + i))
            page.formula(
                row,
                FIRST + 1 + i,
                f"100*({start}+{weight}*({end}-{start}))/{whole}",
                "modest",
                value=float(now[step, i]),
            )
    _write_now(report, ends, grid, chosen.local, (sweep.weight_now, float(now.min()), float(now.max())))
    return grid


def _ends_sums(ends: Area, n: int, chosen: str) -> tuple[str, str]:
    """The sums of all hosts' totals at both ends."""
    start, end = (Area(ends.sheet, ends.top, ends.left + 2 + k, ends.height, n) for k in (0, n))
    return f"SUM(INDEX({start},{chosen},0))", f"SUM(INDEX({end},{chosen},0))"


def _write_now(report: Report, ends: Area, grid: Area, chosen: str, now: tuple[float, float, float]) -> None:
    """Two points, one above the other, at the weight of now."""
    page, row = report.calculation, grid.top + STEPS + 2
    figures = page.area(grid.top + 1, FIRST + 1, STEPS + 1, len(report.content.hosts))
    page.text(row, FIRST, _("now"), "modest")
    for k, extreme in enumerate(("MIN", "MAX")):
        page.formula(row + 1 + k, FIRST, f"INDEX({ends.column(1)},{chosen})", "modest", value=now[0])
        page.formula(row + 1 + k, FIRST + 1, f"{extreme}({figures})", "modest", value=now[1 + k])


def _write_others(report: Report, page: Page, row: int, rows: list[SensitivityRow]) -> str:
    """The criteria below the main ones, last because they may take pages; the header to repeat on those."""
    if not rows:
        return ""
    page.section(row, _("Below the main criteria, each among its siblings"))
    _write_rows(report, page, row + 1, rows)
    return f"{row + 1}:{row + 1}"


def _write_rows(report: Report, page: Page, row: int, rows: list[SensitivityRow]) -> int:
    """Each criterion's weights now (live), and as of this report how far it may move and who leads beyond."""
    content, view, results = report.content, report.content.view, report.content.results
    leader = results.leader
    name = content.names[content.hosts[leader]] if leader is not None else _("the leader")
    page.header(row, [_("Criterion"), _("Local weight"), _("Global weight")])
    page.text(row, FIRST + 3, _("{leader} stays first").format(leader=name), "header note")
    page.text(row, FIRST + 4, _("Beyond, who leads"), "header note")
    for i, found in enumerate(rows, row + 1):
        node = found.sweep.criterion
        page.text(i, FIRST, content.names[node], f"indented {min(found.depth, 4)}")
        page.formula(i, FIRST + 1, f"{report.places['local', view, node]}", "number", SHARE, value=results.local[node])
        page.formula(
            i, FIRST + 2, f"{report.places['global', view, node]}", "quiet number", SHARE, value=results.global_[node]
        )
        page.text(i, FIRST + 3, found.stays, "note")
        page.text(i, FIRST + 4, found.then, "note")
    return row + len(rows) + 2


def _write_crossovers(report: Report, page: Page, row: int) -> int:
    """Where hosts in focus tie as a main weight moves, as of this report; the first row after it."""
    rows, names = crossover_rows(report.content), report.content.names
    if not rows:
        return row
    page.section(row, _("Where hosts in focus tie (as of this report; decidr shows every pair)"))
    page.header(row + 1, [_("Criterion"), _("Local weight"), _("Global weight"), _("Ahead below"), _("Ahead above")])
    for column, text in ((FIRST + 3, _("Ahead below")), (FIRST + 4, _("Ahead above"))):
        page.text(row + 1, column, text, "header note")
    for i, found in enumerate(rows, row + 2):
        page.text(i, FIRST, names[found.criterion], "text")
        page.number(i, FIRST + 1, found.weight, "number", SHARE)
        page.number(i, FIRST + 2, found.global_weight, "quiet number", SHARE)
        page.text(i, FIRST + 3, names[found.first], "note")
        page.text(i, FIRST + 4, names[found.second], "note")
    return row + len(rows) + 3
