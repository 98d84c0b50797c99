"""The same figures as plain numbers, and a live check of the formulas against them."""

from collections.abc import Sequence

from decidr.formats.report.book.leaf_table import host_width, name_width, pages_wide, write_leaf_table, write_name
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.places import Area, Place
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import POINTS, SHARE, TINY
from decidr.formats.report.content import Content
from decidr.formats.report.sheets.totals import RANK, TOTAL
from decidr.language import _

NUMBERS = FIRST + 1
MOST_COLUMNS_UPRIGHT = 12


def write_values(report: Report) -> None:
    """Write the sheet; every live table must be there."""
    content, page = report.content, report.pages["values"]
    caption = _("As of this report, without formulas: for programs that compute nothing, and to check those that do.")
    top = write_heading(report, page, _("The same figures as plain numbers"), caption, content.placeholders)
    page.text(top, FIRST, _("Largest difference, live to plain"), "strong")
    row, checks = _write_totals(report, page, top + 2)
    row, weights = _write_weights(report, page, row)
    checks += [weights, _write_contributions(report, page, row)]
    repeated = f"{row + 1}:{row + 1}"
    formula = f"MAX({','.join(str(check) for check in checks)})"
    report.places["largest difference",] = page.formula(top, NUMBERS, formula, "strong number", TINY, value=0.0)
    told = _("above 0 once something was changed, or by rounding in the fifteenth digit")
    page.text(top, NUMBERS + 1, told, "line note")
    columns = max(len(content.hosts), 2 * len(content.views))
    page.widths({FIRST: name_width(content), **dict.fromkeys(range(NUMBERS, NUMBERS + columns), host_width(content))})
    page.sheet.freeze_panes = page.place(1, NUMBERS).coordinate
    wide = pages_wide(columns)
    is_wide, sides = columns > MOST_COLUMNS_UPRIGHT, "A:B" * (wide > 1)
    set_up(report, page, landscape=is_wide, repeat_rows=repeated, repeat_columns=sides, pages_wide=wide)


def _write_totals(report: Report, page: Page, top: int) -> tuple[int, list[Place]]:
    """Totals and ranks, two columns a view, and the checks of both."""
    content = report.content
    page.section(top, _("Totals and ranks"))
    _write_view_header(content, page, top + 1, _("Host"), (_("Total"), _("Rank")))
    for i, host in enumerate(content.hosts):
        page.text(top + 3 + i, FIRST, content.names[host], "text")
        for k, results in enumerate(content.by_view.values()):
            page.number(top + 3 + i, NUMBERS + 2 * k, 100 * float(results.totals[i]), "number", POINTS)
            rank = int(results.ranks[i])
            page.number(top + 3 + i, NUMBERS + 2 * k + 1, rank or "–", "number", "0")
    n = len(content.hosts)
    checks = []
    for k, view in enumerate(content.by_view):
        live, plain = report.areas["hosts", view], page.area(top + 3, NUMBERS + 2 * k, n, 2)
        for column, factor, j in ((TOTAL, "100*", 0), (RANK, "", 1)):
            checks.append(_check(report, live.column(column), plain.column(j), factor))
    return top + n + 4, checks


def _write_weights(report: Report, page: Page, top: int) -> tuple[int, Place]:
    content = report.content
    page.section(top, _("Weights"))
    _write_view_header(content, page, top + 1, _("Criterion"), (_("Local"), _("Global")))
    for row, node in enumerate(content.tree, top + 3):
        depth = content.depth(node)
        write_name(report, page, row, node, f"indented {min(depth, 4)}" if depth else "strong")
        for k, results in enumerate(content.by_view.values()):
            for j, weights in enumerate((results.local, results.global_)):
                counts = node in results.tree.parent
                page.number(row, NUMBERS + 2 * k + j, weights[node] if counts else "–", "number", SHARE)
    plain = page.area(top + 3, NUMBERS, len(content.tree), 2 * len(content.views))
    return top + len(content.tree) + 4, _check(report, report.areas["weights",], plain, "")


def _write_view_header(content: Content, page: Page, top: int, first: str, both: Sequence[str]) -> None:
    for k, view in enumerate(content.by_view):
        if len(content.by_view) > 1:
            page.merged(top, NUMBERS + 2 * k, 2, content.names[view], "view header")
    page.header(top + 1, [first, *list(both) * len(content.by_view)])


def _write_contributions(report: Report, page: Page, top: int) -> Place:
    content, results = report.content, report.content.results
    page.section(top, _("Contributions in this view, points of 100"))
    page.header(top + 1, [_("Criterion"), *[content.names[host] for host in content.hosts]])

    def write(row: int, node: str) -> None:
        is_main = content.main_criterion(node) == node
        write_name(report, page, row, node, "strong" if is_main else "indented 1")
        rows = [results.leaves.index(leaf) for leaf in results.tree.leaves_under(node)]
        for i, value in enumerate(results.contributions[rows].sum(axis=0).tolist()):
            page.number(row, NUMBERS + i, 100 * value, "strong number" if is_main else "number", POINTS)

    end = write_leaf_table(report, page, top + 2, results.leaves, main=write, leaf=write)
    plain = page.area(top + 2, NUMBERS, end - top - 2, len(content.hosts))
    return _check(report, report.areas["contributions",], plain, "")


def _check(report: Report, live: Area, plain: Area, factor: str) -> Place:
    """The largest difference of two tables; 1 where one has a number and the other none."""
    row = report.claim(1, _("check"))
    area = report.calculation.area(row, FIRST, 1, 1)
    both, one = f"ISNUMBER({live})*ISNUMBER({plain})", f"ISNUMBER({live})=ISNUMBER({plain})"
    report.calculation.array(area, f"MAX(IF({both},ABS({factor}{live}-{plain}),IF({one},0,1)))", "modest")
    return area.cell(0, 0)
