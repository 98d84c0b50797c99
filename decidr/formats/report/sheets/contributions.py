"""Contributions to each total in the report's view, live: by main criterion with a chart, then leaf by leaf."""

from collections.abc import Sequence
from itertools import pairwise
from math import nan

from decidr.formats.report import look
from decidr.formats.report.book.charts import Bars, stacked_chart
from decidr.formats.report.book.leaf_table import (
    host_width,
    name_width,
    pages_wide,
    write_host_header,
    write_leaf_table,
    write_name,
)
from decidr.formats.report.book.page import CENTIMETRES_A_CHARACTER, CENTIMETRES_A_ROW, FIRST, Page
from decidr.formats.report.book.places import Area
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import POINTS, SHARE
from decidr.formats.report.content import Content
from decidr.formats.report.headings import contributions_heading
from decidr.formats.report.sheets.totals import host_at
from decidr.language import _

WEIGHT, HOSTS = FIRST + 1, FIRST + 2
MOST_CHART_WIDTH = 32.0
MOST_COLOURS = 12
"""With more main criteria a chart of them would tell nothing; the table below has them all."""


def write_contributions(report: Report) -> None:
    """Write the sheet; the totals must be there."""
    content, page = report.content, report.pages["contributions"]
    caption = _("Points of 100: each criterion’s weight times the host’s score. They add up to the totals.")
    top = write_heading(report, page, contributions_heading(content), caption, content.placeholders)
    hosts = len(content.hosts)
    mains = content.main_criteria if len(content.main_criteria) <= MOST_COLOURS else ()
    has_chart = bool(mains) and content.has_ranking
    chart_rows = max(14, round(hosts * 1.15) + 6) if has_chart else 0
    below = top + hosts + 2 + chart_rows
    _write_leaves(report, page, below)
    _write_by_main(report, page, top, mains)
    columns = max(hosts, len(mains))
    widths = {FIRST: name_width(content), WEIGHT: 10, **dict.fromkeys(range(HOSTS, HOSTS + columns), _width(content))}
    page.widths(widths)
    if has_chart:
        _draw(report, page, top, chart_rows, min(MOST_CHART_WIDTH, sum(widths.values()) * CENTIMETRES_A_CHARACTER))
    page.sheet.freeze_panes = page.place(1, WEIGHT).coordinate
    wide = pages_wide(columns)
    repeated = f"{below + 1}:{below + 1}"
    set_up(report, page, landscape=True, repeat_rows=repeated, repeat_columns="A:B" * (wide > 1), pages_wide=wide)


def _width(content: Content) -> float:
    """The width of columns that have hosts over them, and main criteria further up."""
    return host_width(content, others=content.main_criteria)


def _write_leaves(report: Report, page: Page, top: int) -> None:
    content = report.content
    page.section(top, _("Criterion by criterion"))
    write_host_header(report, page, top + 1, [_("Criterion"), _("Weight")])
    mains: list[tuple[int, str]] = []
    end = write_leaf_table(
        report,
        page,
        top + 2,
        content.results.leaves,
        main=lambda row, main: mains.append((row, main)),
        leaf=lambda row, leaf: _write_leaf(report, page, row, leaf, mains),
    )
    _write_mains(report, page, mains, end)
    _write_totals(report, page, end)
    report.areas["contributions",] = page.area(top + 2, HOSTS, end - top - 2, len(content.hosts))


def _write_leaf(report: Report, page: Page, row: int, leaf: str, mains: list[tuple[int, str]]) -> None:
    """A leaf's contributions; one that is a main criterion itself stands for both."""
    content, view = report.content, report.content.view
    is_main = content.main_criterion(leaf) == leaf
    if is_main:
        mains.append((row, leaf))
    write_name(report, page, row, leaf, "strong" if is_main else "indented 1")
    page.formula(
        row,
        WEIGHT,
        f"{report.places['global', view, leaf]}",
        "quiet number",
        SHARE,
        value=content.results.global_[leaf],
    )
    given = content.contributions_of(leaf).tolist()
    for i, host in enumerate(content.hosts):
        formula = f"100*{report.places['contribution', view, leaf, host]}/{report.places['whole', view]}"
        page.formula(row, HOSTS + i, formula, "strong number" if is_main else "number", POINTS, value=100 * given[i])


def _write_mains(report: Report, page: Page, mains: list[tuple[int, str]], end: int) -> None:
    """The sums of the main criteria, above their leaves."""
    for (row, main), (next_row, _next) in pairwise([*mains, (end, "")]):
        area = page.area(row, HOSTS, 1, len(report.content.hosts))
        report.areas["main", main] = area
        if main in report.content.results.leaves:
            continue
        write_name(report, page, row, main, "strong")
        page.formula(
            row,
            WEIGHT,
            f"{report.places['global', report.content.view, main]}",
            "strong number",
            SHARE,
            value=report.content.results.global_[main],
        )
        given = report.content.contributions_of(main).tolist()
        for i in range(area.width):
            below = page.area(row + 1, HOSTS + i, next_row - row - 1, 1)
            page.formula(row, HOSTS + i, f"SUM({below})", "strong number", POINTS, value=100 * given[i])


def _write_totals(report: Report, page: Page, row: int) -> None:
    content, view, results = report.content, report.content.view, report.content.results
    for k, (text, style) in enumerate(((_("Total"), "total"), (_("Rank"), "text"))):
        page.text(row + k, FIRST, text, style)
        page.text(row + k, WEIGHT, "", style)
    for i, host in enumerate(content.hosts):
        total, rank = report.places["total", view, host], report.places["rank", view, host]
        now = 100 * float(results.totals[i])
        page.formula(row, HOSTS + i, f"100*{total}", "total number", POINTS, value=now)
        place = (int(results.ranks[i]) or "–") if content.has_ranking else nan
        page.formula(row + 1, HOSTS + i, f"{rank}", "number", "0", value=place)


def _write_by_main(report: Report, page: Page, top: int, mains: Sequence[str]) -> None:
    """Hosts in the order of their ranks, their points by main criterion, and the chart of it."""
    content, hosts = report.content, report.content.hosts
    page.begin(top)
    page.header(top, [_("Host"), _("Total"), *[content.names[main] for main in mains]])
    names = report.areas["host names",]
    totals = [str(report.places["total", content.view, host]) for host in hosts]
    all_totals = f"{totals[0]}:{totals[-1].rpartition('!')[2]}"
    for k, i in enumerate(content.listed):
        row, place = top + 1 + k, host_at(report, k)
        page.formula(row, FIRST, f"INDEX({names},{place})", "text", value=content.names[hosts[i]])
        page.formula(
            row,
            WEIGHT,
            f"100*INDEX({all_totals},{place})",
            "strong number",
            POINTS,
            value=100 * float(content.results.totals[i]),
        )
        for j, main in enumerate(mains):
            page.formula(
                row,
                HOSTS + j,
                f"INDEX({report.areas['main', main]},1,{place})",
                "number",
                POINTS,
                value=100 * float(content.contributions_of(main)[i]),
            )


def _draw(report: Report, page: Page, top: int, chart_rows: int, width: float) -> None:
    count, mains = len(report.content.hosts), report.content.main_criteria
    names = page.area(top + 1, FIRST, count, 1)
    parts = [_part(page, top, count, j) for j in range(len(mains))]
    chart = stacked_chart(names, parts, (width, (chart_rows - 1) * CENTIMETRES_A_ROW))
    page.sheet.add_chart(chart, page.place(top + count + 2, FIRST).coordinate)


def _part(page: Page, top: int, count: int, j: int) -> Bars:
    column = HOSTS + j
    return Bars(page.area(top + 1, column, count, 1), Area(page.name, top, column, 1, 1), look.criterion_colour(j))
