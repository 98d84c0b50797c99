"""The weights, live: a table of every criterion in every view, then each node's judgments with its consistency."""

from decidr.core.study.criteria import GOAL
from decidr.formats.report.book.leaf_table import name_width, pages_wide
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.places import Place
from decidr.formats.report.book.printing import inputs_note, set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import SHARE
from decidr.formats.report.headings import judgments_note, weights_heading
from decidr.formats.report.nodes import SolvedNode
from decidr.formats.report.sheets.given import write_given
from decidr.formats.report.sheets.matrix import WEIGHT, cell_width, write_matrix
from decidr.language import _, ngettext

MOST_COLUMNS_UPRIGHT = 9
"""Wider tables are printed in landscape."""


def write_weights(report: Report) -> None:
    """Write the weights of criteria, and on a sheet of their own the comparisons of hosts."""
    content, page = report.content, report.pages["weights"]
    top = write_heading(report, page, weights_heading(content), _caption(report), judgments_note(content))
    parents = [node for node in content.nodes if node.id not in content.leaves]
    _write_nodes(report, page, top + len(content.tree) + 4, parents)
    _write_table(report, page, top)
    widest = max((len(node.items) for node in parents), default=0)
    columns = max(2 * len(content.views), widest + 1, 7)
    width = cell_width([content.names[item] for node in parents for item in node.items])
    page.widths({FIRST: name_width(content), **dict.fromkeys(range(WEIGHT, WEIGHT + columns), width)})
    _set_up(report, page, columns)
    if "hosts" in report.pages:
        _write_host_comparisons(report, [node for node in content.nodes if node.id in content.leaves])


def _caption(report: Report) -> str:
    text = _("Each criterion's share of its node (local) and of the whole (global). {inputs}")
    return text.format(inputs=inputs_note())


def _write_host_comparisons(report: Report, nodes: list[SolvedNode]) -> None:
    page = report.pages["hosts"]
    count = len({node.id for node in nodes})
    text = ngettext("Hosts compared on {count} criterion", "Hosts compared on {count} criteria", count)
    top = write_heading(report, page, text.format(count=count), inputs_note(), "")
    _write_nodes(report, page, top, nodes)
    columns = max(len(report.content.hosts) + 1, 7)
    width = cell_width([report.content.names[host] for host in report.content.hosts])
    page.widths({FIRST: name_width(report.content), **dict.fromkeys(range(WEIGHT, WEIGHT + columns), width)})
    _set_up(report, page, columns)


def _set_up(report: Report, page: Page, columns: int) -> None:
    wide = pages_wide(columns)
    repeated = "A:C" * (wide > 1)
    set_up(report, page, landscape=columns > MOST_COLUMNS_UPRIGHT, repeat_columns=repeated, pages_wide=wide)


def _write_nodes(report: Report, page: Page, row: int, nodes: list[SolvedNode]) -> None:
    """Every node, those that the report's view counts first, then what other views count on their own."""
    several, before = len(report.content.views) > 1, ""
    for node in nodes:
        page.begin(row)
        if several and node.views[0] != before:
            before = node.views[0]
            text = _("Judgments and weights given in the view «{view}»")
            page.text(row, FIRST, text.format(view=report.content.names[before]), "card title")
            row += 1
        write = write_matrix if node.weighted_by == "judgments" else write_given
        row = write(report, page, row, node)


def _write_table(report: Report, page: Page, top: int) -> None:
    content = report.content
    page.begin(top)
    _write_header(report, page, top)
    for i, node in enumerate(content.tree):
        row = top + 2 + i
        depth = min(content.depth(node), 4)
        page.text(row, FIRST, content.names[node], f"indented {depth}")
        for k, view in enumerate(content.by_view):
            _write_weight_pair(report, page, row, WEIGHT + 2 * k, view, node)
    area = page.area(top + 2, WEIGHT, len(content.tree), 2 * len(content.by_view))
    report.areas["weights",] = area


def _write_header(report: Report, page: Page, top: int) -> None:
    content = report.content
    for k, view in enumerate(content.by_view):
        if len(content.by_view) > 1:
            page.merged(top, WEIGHT + 2 * k, 2, content.names[view], "view header")
    page.header(top + 1, [_("Criterion"), *[_("Local"), _("Global")] * len(content.by_view)])


def _write_weight_pair(report: Report, page: Page, row: int, column: int, view: str, node: str) -> None:
    """Local and global weight in one view; a dash where the view leaves the node out."""
    tree = report.content.by_view[view].tree
    if node not in tree.parent:
        for k in range(2):
            page.text(row, column + k, "–", "set aside number")
        return
    strong = "strong number" if tree.parent[node] == GOAL else "number"
    local = report.places.get(("local", view, node))
    results = report.content.by_view[view]
    here = _whole(page, row, column)
    if local:
        here = page.formula(row, column, f"{local}", "quiet number", SHARE, value=results.local[node])
    above = report.places.get(("global", view, tree.parent[node]))
    formula = f"{here}*{above}" if above else f"{here}"
    whole = page.formula(row, column + 1, formula, strong, SHARE, value=results.global_[node])
    report.put([("global", view, node)], whole)
    report.put([("local", view, node)], here)


def _whole(page: Page, row: int, column: int) -> Place:
    """An only child's weight."""
    return page.number(row, column, 1, "quiet number", SHARE)
