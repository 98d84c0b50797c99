"""Edits of cells: what is known of a host on a leaf."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from decidr.core.study.criteria import ScoredBy
from decidr.core.study.data import Cell
from decidr.core.study.study import Study

CellKey = tuple[str, str, ScoredBy]
"""Criterion, host, and the way of scoring that a cell belongs to."""


def set_cell(study: Study, criterion: str, host: str, way: ScoredBy = "data", **fields: Any) -> Study:
    """Change what is known of a host on a leaf (the study's own entry); the rest of the cell stays."""
    place = next(
        (
            i
            for i, c in enumerate(study.cells)
            if (c.criterion, c.host, c.way, c.participant) == (criterion, host, way, None)
        ),
        len(study.cells),
    )
    old = study.cells[place] if place < len(study.cells) else Cell(criterion=criterion, host=host, way=way)
    return replace(study, cells=(*study.cells[:place], replace(old, **fields), *study.cells[place + 1 :]))


def give_values(study: Study, values: Mapping[CellKey, float | str | None], when: str = "", who: str = "") -> Study:
    """Values entered by hand (the study's own): judged, since what the old ones rested on no longer holds.

    They carry ``who`` entered them and ``when``.
    Low and High stay while they embrace the new value, and a closed cell stays closed. None clears the cell: missing.
    A value that stands already changes nothing; if none changes, the study is the same.
    """
    left = dict(values)
    kept: list[Cell] = []
    for cell in study.cells:
        key = (cell.criterion, cell.host, cell.way)
        if cell.participant is not None or key not in left:
            kept.append(cell)
        elif (value := left.pop(key)) is not None:
            kept.append(cell if value == cell.value else _given_by_hand(cell, value, when, who))
    new = (
        Cell(criterion=criterion, host=host, way=way, value=value, when=when, who=who)
        for (criterion, host, way), value in left.items()
        if value is not None
    )
    cells = (*kept, *new)
    same = len(cells) == len(study.cells) and all(a is b for a, b in zip(cells, study.cells, strict=True))
    return study if same else replace(study, cells=cells)


def _given_by_hand(cell: Cell, value: float | str, when: str, who: str) -> Cell:
    """The cell with another value, without what told where the old one came from."""
    blank = Cell(criterion=cell.criterion, host=cell.host, way=cell.way, closed=cell.closed, kept=cell.kept)
    new = replace(blank, value=value, when=when, who=who)
    if isinstance(value, str) or cell.low is None or cell.high is None or not cell.low <= value <= cell.high:
        return new
    return replace(new, low=cell.low, high=cell.high, distribution=cell.distribution)
