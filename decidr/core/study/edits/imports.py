"""The edit that takes in figures of a spreadsheet: all of them at once, as one step."""

from collections.abc import Collection, Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from decidr.core.study.criteria import Better, Criterion
from decidr.core.study.data import Cell, evidence_of
from decidr.core.study.imports import ImportMapping
from decidr.core.study.study import Study

Key = tuple[str, str]
"""Criterion and host."""

FREE = ("placeholder", "missing")
"""What stands in a cell that a figure may replace without being asked about."""


class ImportPlan(Struct, frozen=True):
    """What an import would do: the new ``cells``, and the mapping to remember.

    ``units`` are those of leaves that have none yet, by id.
    """

    cells: tuple[Cell, ...]
    mapping: ImportMapping
    units: Mapping[str, str] = {}


class Conflict(NamedTuple):
    """A cell that holds another figure already, which is no placeholder."""

    old: Cell
    new: Cell

    @property
    def only_gains_digits(self) -> bool:
        """Whether the figure that stands is the new one of the same year, rounded."""
        old, new = self.old.value, self.new.value
        if not (isinstance(old, float) and isinstance(new, float)) or self.old.year != self.new.year:
            return False
        return old == round(new, len(repr(old).partition(".")[2]))


def import_conflicts(study: Study, plan: ImportPlan) -> tuple[Conflict, ...]:
    """Cells of the plan that hold another value, or one of another year, side by side."""
    present = _own_cells(study)
    pairs = ((present.get(_place(cell)), cell) for cell in plan.cells)
    return tuple(Conflict(old, new) for old, new in pairs if old and _clashes(old, new))


def apply_import(study: Study, plan: ImportPlan, keeping: Collection[Key] = ()) -> Study:
    """Set the planned cells, propose ends where a leaf has none, and remember the mapping.

    Cells in ``keeping`` stay as they are. A closed cell stays closed; Low and High stay while they embrace the value. A
    cell that says the same already is left alone; where nothing changes, the study is the same.
    """
    present = _own_cells(study)
    new = {_place(c): c for c in plan.cells if (c.criterion, c.host) not in keeping}
    taken = {place: _over(present.get(place), cell) for place, cell in new.items()}
    changed = {place: cell for place, cell in taken.items() if cell is not present.get(place)}
    kept = (changed.pop(_place(c), c) if c.participant is None else c for c in study.cells)
    cells = (*kept, *changed.values()) if changed else study.cells
    imports = _remembered(study.imports, plan.mapping)
    if cells is study.cells and imports is study.imports:
        return study
    criteria = tuple(_prepared(c, plan, cells) for c in study.criteria)
    same = all(a is b for a, b in zip(criteria, study.criteria, strict=True))
    return replace(study, cells=cells, imports=imports, criteria=study.criteria if same else criteria)


def proposed_ends(values: Collection[float], better: Better | None) -> tuple[float, float]:
    """Worst and Best from the data: their range, each end widened to two significant digits.

    Where both fall together, they part by one unit of the second digit.
    """
    low, high = _two_digits(min(values), ROUND_FLOOR), _two_digits(max(values), ROUND_CEILING)
    if low == high:
        step = Decimal(1).scaleb(high.adjusted() - 1) if high else Decimal(1)
        low, high = low - step, high + step
    ends = float(low), float(high)
    return (ends[1], ends[0]) if better == "lower" else ends


def _two_digits(value: float, rounding: str) -> Decimal:
    return Context(prec=2, rounding=rounding).create_decimal(repr(value))


def _place(cell: Cell) -> tuple[str, str, str]:
    return cell.criterion, cell.host, cell.way


def _own_cells(study: Study) -> dict[tuple[str, str, str], Cell]:
    return {_place(cell): cell for cell in study.cells if cell.participant is None}


def _clashes(old: Cell, new: Cell) -> bool:
    return evidence_of(old) not in FREE and (old.value, old.year) != (new.value, new.year)


def _over(old: Cell | None, new: Cell) -> Cell:
    """The new cell with what the old one keeps; the old one itself where it says the same already."""
    if old is None:
        return new
    if (old.value, old.year, old.unit, old.status) == (new.value, new.year, new.unit, new.status):
        return old
    kept = replace(new, closed=old.closed, kept=old.kept)
    if isinstance(new.value, str | None) or old.low is None or old.high is None or not old.low <= new.value <= old.high:
        return kept
    return replace(kept, low=old.low, high=old.high, distribution=old.distribution)


def _remembered(old: tuple[ImportMapping, ...], new: ImportMapping) -> tuple[ImportMapping, ...]:
    """The mappings with the new one in the place of an earlier one of the same sheet and the same series."""
    if new in old:
        return old

    def is_same(other: ImportMapping) -> bool:
        mine, its = ({t.criterion for t in m.series} for m in (new, other))
        return (other.file, other.sheet) == (new.file, new.sheet) and its <= mine

    return (*(other for other in old if not is_same(other)), new)


def _prepared(criterion: Criterion, plan: ImportPlan, cells: Iterable[Cell]) -> Criterion:
    """A leaf that gets figures, with a unit and with ends where it had none."""
    if not any(c.criterion == criterion.id for c in plan.cells):
        return criterion
    unit = criterion.unit or plan.units.get(criterion.id, "")
    said = criterion if unit == criterion.unit else replace(criterion, unit=unit)
    values = [c.value for c in cells if c.criterion == criterion.id and c.way == "data" and isinstance(c.value, float)]
    if not values or criterion.curve.form == "points" or (criterion.worst, criterion.best) != (None, None):
        return said
    worst, best = proposed_ends(values, criterion.better)
    return replace(said, worst=worst, best=best, ends_proposed=True)
