"""Tables of leaves by hosts, with the main criteria between them."""

from collections.abc import Callable, Iterable, Sequence

from decidr.formats.report import look
from decidr.formats.report.book.lettering import BOLD, column_width, width_of
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.report import Report
from decidr.formats.report.content import Content

LEAST_NAME, MOST_NAME = 20.0, 38.0
LEAST_HOST, MOST_HOST = 10.5, 14.0
MOST_HOSTS_ON_A_PAGE = 14

Write = Callable[[int, str], None]
"""Writes a row of a criterion."""


def write_leaf_table(report: Report, page: Page, top: int, leaves: Iterable[str], *, main: Write, leaf: Write) -> int:
    """Write a row a leaf from ``top`` on, each main criterion before its leaves; the first row after them.

    A main criterion that is a leaf itself has one row, a leaf's.
    """
    row, before = top, ""
    for id_ in leaves:
        above = report.content.main_criterion(id_)
        if above != before:
            page.group(row)
        if above not in (before, id_):
            main(row, above)
            row += 1
        before = above
        leaf(row, id_)
        row += 1
    return row


def write_name(report: Report, page: Page, row: int, node: str, style: str = "indented 1") -> None:
    """Put a criterion's name in the first column."""
    page.text(row, FIRST, report.content.names[node], style)


def write_host_header(report: Report, page: Page, top: int, before: Sequence[str], numbers_from: int = 1) -> None:
    """Put the header: what comes ``before``, then the hosts."""
    names = [report.content.names[host] for host in report.content.hosts]
    page.header(top, [*before, *names], numbers_from=numbers_from)


def name_width(content: Content) -> float:
    """How wide the column of criteria or hosts must be: as their names are, within bounds."""
    rooms = [width_of(content.names[node]) * BOLD + 1.5 * content.depth(node) + 1.5 for node in content.tree]
    rooms += [width_of(content.names[host]) * BOLD + 1.5 for host in content.hosts]
    return min(max(LEAST_NAME, *rooms), MOST_NAME)


def host_width(content: Content, least: float = LEAST_HOST, others: Sequence[str] = ()) -> float:
    """How wide the columns of hosts must be, that their names stand apart, and those of others over them."""
    names = [content.names[id_] for id_ in (*content.hosts, *others)]
    return column_width(names, look.CAPTION / look.BODY * BOLD, least, MOST_HOST)


def pages_wide(hosts: int) -> int:
    """How many pages side by side a table of so many hosts needs to stay readable."""
    return max(1, -(-hosts // MOST_HOSTS_ON_A_PAGE))
