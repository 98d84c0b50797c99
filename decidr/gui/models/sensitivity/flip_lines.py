"""Cells that alone can change the leader, as rows of words and figures."""

from __future__ import annotations

from collections.abc import Sequence

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.critical_cells import CriticalCell
from decidr.core.analysis.sensitivity.critical_words import DIGITS, cell_said, value_said
from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.language import _
from decidr.number_text import figure, per_cent

NO_SHARE = 2.0
"""Sorts gaps, which have no share of their span to move, behind all others."""


def cell_headings() -> list[Heading]:
    """The heads of the table of critical cells."""
    return [
        Heading(_("Cell")),
        Heading(_("Now"), True),
        Heading(_("At the tie"), True),
        Heading(_("Of its span"), True),
        Heading(_("Then")),
    ]


def cell_rows(results: Results, cells: Sequence[CriticalCell]) -> list[list[Entry]]:
    """A row for each cell that alone can change the leader, the smallest change first; it leads to the cell."""
    return [_cell_row(results, cell) for cell in cells]


def _cell_row(results: Results, cell: CriticalCell) -> list[Entry]:
    leaf, host = results.study.name_of(cell.criterion), results.names[cell.host]
    unit = results.sources.criteria[cell.criterion].unit
    now = _("missing") if cell.value_now is None and cell.change is None else _value(cell.value_now)
    share = NO_SHARE if cell.share is None else cell.share
    said = _("{host} leads") if cell.by_must else _("{host} draws level")
    whose = " · ".join(part for part in (host, unit) if part)
    at_tie = value_said(results, cell.criterion, cell.value_at_tie)
    return [
        Entry(leaf, below=whose, order=f"{leaf} {host}", place=_place(cell)),
        Entry(now, order=now, is_number=True, tone="look_here" if cell.value_now is None else ""),
        Entry(_value(cell.value_at_tie, DIGITS), exact=at_tie, is_number=True),
        Entry("–" if cell.share is None else per_cent(cell.share), order=share, is_number=True, tone="second"),
        Entry(said.format(host=results.names[cell.leader]), exact=cell_said(results, cell), order=cell.leader),
    ]


def _place(cell: CriticalCell) -> str:
    return f"data:{cell.criterion}:{cell.host}"


def _value(value: float | str | None, digits: int = 6) -> str:
    if value is None:
        return _("a mean")
    return value if isinstance(value, str) else figure(value, digits)
