"""What is known of each host on each leaf, with where it comes from; costs and rates beside the tree."""

from itertools import takewhile
from operator import is_
from typing import Literal

from decidr.core.study.criteria import ScoredBy
from decidr.core.study.part import Part

Status = Literal["measured", "proxy", "judged", "placeholder"]
Evidence = Literal["measured", "proxy", "judged", "placeholder", "missing"]
Distribution = Literal["normal", "lognormal", "uniform"]


class Cell(Part, frozen=True):
    """One host on one leaf, for one way of scoring.

    ``value`` is a number in the criterion's unit (``data``), the name of a level (``rating``), a score (``direct``), or
    None: missing, never zero. ``closed`` is the reason why the value does not count. ``status`` None: see
    ``evidence_of``. Cells of a way that the leaf does not use now are kept.
    """

    criterion: str
    host: str
    way: ScoredBy = "data"
    value: float | str | None = None
    low: float | None = None
    high: float | None = None
    distribution: Distribution | None = None
    unit: str = ""
    year: int | None = None
    status: Status | None = None
    closed: str = ""
    source: str = ""
    licence: str = ""
    participant: str | None = None
    who: str = ""
    when: str = ""
    note: str = ""


def evidence_of(cell: Cell) -> Evidence:
    """What the cell rests on: its status, or measured when source and year are given, else judged."""
    if cell.closed:
        return "judged"
    if cell.value is None:
        return "missing"
    return cell.status or ("measured" if cell.source and cell.year is not None else "judged")


def changed_cells(before: tuple[Cell, ...], after: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Of both, all that lie between the cells with which both begin and those with which both end.

    Of one cell that became another those two; what is the very same object is not looked into.
    """
    if before is after:
        return ()
    head = _same_at_the_start(before, after)
    rests = before[head:], after[head:]
    tail = _same_at_the_start(*(rest[::-1] for rest in rests))
    return tuple(cell for rest in rests for cell in rest[: len(rest) - tail])


def _same_at_the_start(cells: tuple[Cell, ...], others: tuple[Cell, ...]) -> int:
    return sum(1 for _ in takewhile(bool, map(is_, cells, others)))


class CostItem(Part, frozen=True):
    """Money that a host costs, apart from the tree."""

    host: str
    item: str
    amount: float
    currency: str = ""
    year: int | None = None
    source: str = ""


class Rate(Part, frozen=True):
    """How many units of ``currency`` one unit of the study's currency buys."""

    currency: str
    per_unit: float
    year: int | None = None
    source: str = ""
