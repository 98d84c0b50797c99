"""How sure the ranking is: the simulation as it was run when the report was written, with its seed and count."""

from math import nan

import numpy as np

from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.words import drawn_said, share_said, who_is_first
from decidr.formats.report import look
from decidr.formats.report.book.charts import Bars, stacked_chart
from decidr.formats.report.book.leaf_table import host_width
from decidr.formats.report.book.page import CENTIMETRES_A_ROW, FIRST, Page
from decidr.formats.report.book.places import Area
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import POINTS, SHARE, WHOLE_SHARE
from decidr.language import _
from decidr.number_text import per_cent

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Totals are told below which these shares of the draws lie."""

CHART_WIDTH = 24.0
DECIMAL = "0.0"
MOST_COLOURS = 12
"""With more hosts a chart of their ranks would tell nothing; the table below has them all."""


def write_robustness(report: Report) -> None:
    """Write the sheet; nothing where no simulation was run."""
    found = report.content.draws.planned
    if found is None:
        return
    page, results = report.pages["robustness"], report.content.results
    heading = who_is_first(results, found).rstrip(".")
    row = write_heading(report, page, heading, drawn_said(found), report.content.placeholders)
    row = _write_hosts(report, page, found, row)
    row = _write_ranks(report, page, found, row)
    row = _write_pairs(report, page, found, row)
    _write_weights(report, page, found, row)
    hosts = range(FIRST + 1, FIRST + 1 + max(len(found.hosts), len(SHARES) + 4))
    page.widths({FIRST: 34, **dict.fromkeys(hosts, max(host_width(report.content), 12.0))})
    set_up(report, page, landscape=True)


def _share(share: float, style: str = "number", decimals: int = 1) -> tuple[float, str, str]:
    """A share of the draws, its style and its format; only what never or always happens reads 0 or 100."""
    plain = SHARE if decimals else WHOLE_SHARE
    said = share_said(float(share), decimals)
    return float(share), style, plain if said == per_cent(float(share), decimals) else f'"{said}"'


def _order(found: Robustness) -> list[int]:
    """Places of the hosts, the best expected rank first."""
    order: list[int] = np.argsort(found.expected_rank, kind="stable").tolist()
    return order


def _write_hosts(report: Report, page: Page, found: Robustness, top: int) -> int:
    """What is told of each host in a row; the first row after them."""
    content = report.content
    quantiles = found.quantiles(SHARES)
    page.begin(top)
    told = [_("Expected rank"), _("First"), _("Confidence"), _("Total today")]
    below = [_("{share} lie below").format(share=f"{share * 100:.0f}\u202f%") for share in SHARES]
    page.header(top, [_("Host"), *told, *below])
    for row, h in enumerate(_order(found), top + 1):
        host = found.hosts[h]
        page.text(row, FIRST, content.names[host], "strong" if host in content.focus else "text")
        page.number(row, FIRST + 1, float(found.expected_rank[h]), "number", DECIMAL)
        page.number(row, FIRST + 2, *_share(found.rank_acceptability[h, 0], "strong number"))
        confidence = nan if found.confidence is None else found.confidence[h]
        page.number(row, FIRST + 3, *_share(confidence))
        today = 100 * float(content.results.totals[content.hosts.index(host)])
        page.number(row, FIRST + 4, today, "quiet number", POINTS)
        for column, total in enumerate(quantiles[h], FIRST + 5):
            page.number(row, column, 100 * float(total), "number", POINTS)
    return top + 2 + len(found.hosts)


def _write_ranks(report: Report, page: Page, found: Robustness, top: int) -> int:
    """Rank acceptabilities, a host a row, and a chart of them; the first row after them."""
    ranks = range(len(found.hosts))
    page.section(top, _("In which share of the draws each host takes each rank"))
    page.header(top + 1, [_("Host"), *(_("Rank {rank}").format(rank=rank + 1) for rank in ranks)])
    for row, h in enumerate(_order(found), top + 2):
        page.text(row, FIRST, report.content.names[found.hosts[h]])
        for column, share in enumerate(found.rank_acceptability[h], FIRST + 1):
            page.number(row, column, *_share(share, "number" if share >= 5e-4 else "quiet number"))
    table = page.area(top + 2, FIRST + 1, len(found.hosts), len(found.hosts))
    report.areas["rank acceptability",] = table
    end = top + 3 + len(found.hosts)
    if len(found.hosts) > MOST_COLOURS:
        return end
    rows = max(12, round(1.3 * len(found.hosts)) + 6)
    page.begin(end)
    _draw(page, table, end, rows)
    return end + rows + 1


def _draw(page: Page, table: Area, row: int, rows: int) -> None:
    """A bar a host, made of its ranks: from the accent's colour to pale."""
    names = Area(table.sheet, table.top, FIRST, table.height, 1)
    head = Area(table.sheet, table.top - 1, table.left, 1, table.width)
    shades = look.shades(table.width)
    parts = [Bars(table.column(k), head.column(k), shade) for k, shade in enumerate(shades)]
    chart = stacked_chart(names, parts, (CHART_WIDTH, rows * CENTIMETRES_A_ROW), labels="")
    page.sheet.add_chart(chart, page.place(row, FIRST).coordinate)


def _write_pairs(report: Report, page: Page, found: Robustness, top: int) -> int:
    """How often each host is before each other one; the first row after them."""
    order, names = _order(found), report.content.names
    page.section(top, _("In which share of the draws the host at the left is before the one above"))
    page.header(top + 1, [_("Host"), *(names[found.hosts[h]] for h in order)])
    for row, h in enumerate(order, top + 2):
        page.text(row, FIRST, names[found.hosts[h]])
        for column, other in enumerate(order, FIRST + 1):
            page.number(row, column, *_share(found.pairwise_winning[h, other], decimals=0))
    return top + 3 + len(order)


def _write_weights(report: Report, page: Page, found: Robustness, top: int) -> None:
    """The mean weights of the draws in which each host is first, beside today's; only hosts that ever are."""
    content = report.content
    firsts = [h for h in _order(found) if not np.isnan(found.central_weights[h]).any()]
    if not firsts:
        return
    page.section(top, _("With which weights each is first: the mean of those draws"))
    page.header(top + 1, [_("Criterion"), _("Today"), *(content.names[found.hosts[h]] for h in firsts)])
    for k, leaf in enumerate(found.leaves):
        row = top + 2 + k
        page.text(row, FIRST, content.names[leaf])
        page.number(row, FIRST + 1, content.results.global_[leaf], "quiet number", SHARE)
        for column, h in enumerate(firsts, FIRST + 2):
            page.number(row, column, float(found.central_weights[h, k]), "number", SHARE)
