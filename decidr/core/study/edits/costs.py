"""Edits of the table of costs and of the rates; rows have no ids, so a row is known by its place."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from decidr.core.study.data import CostItem, Rate
from decidr.core.study.study import Study

Row = TypeVar("Row", CostItem, Rate)

Changes = Mapping[int, Mapping[str, Any]]
"""Fields to change, by the row's place."""


def change_costs(study: Study, changes: Changes, new: Iterable[CostItem] = ()) -> Study:
    """Change fields of rows, and add ``new`` rows at the end; the same study where nothing differs."""
    rows = _changed(study.costs, changes, new)
    return study if rows == study.costs else replace(study, costs=rows)


def remove_costs(study: Study, places: Iterable[int]) -> Study:
    """Remove rows; the same study where none of them is there."""
    rows = _without(study.costs, places)
    return study if rows == study.costs else replace(study, costs=rows)


def change_rates(study: Study, changes: Changes, new: Iterable[Rate] = ()) -> Study:
    """Change fields of rates, and add ``new`` ones at the end; the same study where nothing differs."""
    rows = _changed(study.rates, changes, new)
    return study if rows == study.rates else replace(study, rates=rows)


def remove_rates(study: Study, places: Iterable[int]) -> Study:
    """Remove rates; the same study where none of them is there."""
    rows = _without(study.rates, places)
    return study if rows == study.rates else replace(study, rates=rows)


def _changed(rows: tuple[Row, ...], changes: Changes, new: Iterable[Row]) -> tuple[Row, ...]:
    changed = tuple(replace(row, **changes.get(place, {})) for place, row in enumerate(rows))
    return changed + tuple(new)


def _without(rows: tuple[Row, ...], places: Iterable[int]) -> tuple[Row, ...]:
    gone = set(places)
    return tuple(row for place, row in enumerate(rows) if place not in gone)
