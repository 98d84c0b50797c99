"""What is known of each host on each leaf, with where it comes from; costs and rates beside the tree."""

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
