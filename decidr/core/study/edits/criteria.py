"""Edits of the criteria tree."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion, Level
from decidr.core.study.data import Cell
from decidr.core.study.edits.named import (
    comparisons_without,
    ids_ever,
    mappings_without,
    scenarios_without,
    with_fields,
    without_leaves,
)
from decidr.core.study.names import folded, fresh_id, fresh_name
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of, depth_first


def add_criterion(study: Study, name: str, under: str = GOAL) -> Study:
    """A new last child of ``under``; the name gets a number if it is taken."""
    criterion = Criterion(
        id=fresh_id("c", ids_ever(study, "criteria")),
        name=fresh_name(name, (c.name for c in study.criteria)),
        under=under,
    )
    return replace(study, criteria=(*study.criteria, criterion))


def set_criterion(study: Study, criterion: str, **fields: Any) -> Study:
    """Change a criterion's own fields."""
    return replace(study, criteria=with_fields(study.criteria, criterion, fields))


def remove_criterion(study: Study, criterion: str) -> Study:
    """Remove a criterion with all below it, and what was said of them."""
    gone = set(depth_first(children_of(study.criteria), criterion))
    return replace(
        study,
        criteria=tuple(c for c in study.criteria if c.id not in gone),
        views=tuple(without_leaves(view, gone) for view in study.views),
        roles=tuple(r for r in study.roles if r.under not in gone),
        nodes=tuple(n for n in study.nodes if n.under not in gone),
        weights=tuple(w for w in study.weights if w.criterion not in gone),
        levels=tuple(level for level in study.levels if level.criterion not in gone),
        cells=tuple(cell for cell in study.cells if cell.criterion not in gone),
        comparisons=comparisons_without(study, gone),
        scenarios=scenarios_without(study, gone),
        imports=mappings_without(study, gone),
    )


def move_criterion(study: Study, criterion: str, under: str, before: str | None = None) -> Study:
    """Put a criterion, with all below it, under another node; ``before`` names the sibling that it comes before.

    Raises ValueError if ``under`` lies below ``criterion``.
    """
    if under in set(depth_first(children_of(study.criteria), criterion)):
        raise ValueError("a criterion cannot lie under itself")
    moved = replace(next(c for c in study.criteria if c.id == criterion), under=under)
    rest = [c for c in study.criteria if c.id != criterion]
    place = next((i for i, c in enumerate(rest) if c.id == before), len(rest))
    return replace(study, criteria=(*rest[:place], moved, *rest[place:]))


def set_levels(study: Study, criterion: str, levels: Iterable[tuple[str, float]]) -> Study:
    """The named levels of a rating scale with their scores, in this order; none: the criterion has no scale."""
    old = {level.name: level for level in study.levels if level.criterion == criterion}
    new = (replace(old.get(name, Level(criterion=criterion, name=name, score=s)), score=s) for name, s in levels)
    return replace(study, levels=(*(v for v in study.levels if v.criterion != criterion), *new))


def rename_level(study: Study, criterion: str, old: str, new: str) -> Study:
    """Give a level another name, in the ratings and in the must that say it too."""

    def renamed(text: object) -> bool:
        return isinstance(text, str) and folded(text) == folded(old)

    def rated(cell: Cell) -> bool:
        return (cell.criterion, cell.way) == (criterion, "rating") and renamed(cell.value)

    levels = (
        replace(level, name=new) if level.criterion == criterion and level.name == old else level
        for level in study.levels
    )
    cells = (replace(cell, value=new) if rated(cell) else cell for cell in study.cells)
    must = next((c.must for c in study.criteria if c.id == criterion), "")
    equal, sign, wanted = must.partition("=")
    if sign and not equal.strip() and renamed(wanted.strip()):
        study = set_criterion(study, criterion, must=f"= {new}")
    return replace(study, levels=tuple(levels), cells=tuple(cells))
