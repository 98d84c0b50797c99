"""Edits of views: which there are, what each leaves out and turns, and where it has entries of its own."""

from typing import Any

from msgspec.structs import replace

from decidr.core.study.edits.named import ids_ever, with_fields
from decidr.core.study.edits.whole import set_setting
from decidr.core.study.judgments import Comparisons, NodeSetting, WeightEntry
from decidr.core.study.names import fresh_id, fresh_name
from decidr.core.study.scenarios import Scenario
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of
from decidr.core.study.views import View


def add_view(study: Study, name: str, like: str | None = None) -> Study:
    """A new last view; the name gets a number if it is taken.

    ``like`` names a view whose leaves, entries and scenario moves are copied; None: it counts every leaf as it stands,
    with the base view's priorities.
    """
    view = View(
        id=fresh_id("v", ids_ever(study, "views")),
        name=fresh_name(name, (v.name for v in study.views)),
    )
    if like is None:
        return replace(study, views=(*study.views, view))
    old = next(v for v in study.views if v.id == like)
    view = replace(view, left_out=old.left_out, turned=old.turned)
    return _with_entries_like(replace(study, views=(*study.views, view)), like, view.id)


def remove_view(study: Study, view: str) -> Study:
    """Remove a view with all that was said in it alone; ValueError for the base view, which the others rest on."""
    if view == study.settings.base_view:
        raise ValueError("the base view cannot be removed")
    return replace(
        study,
        views=tuple(v for v in study.views if v.id != view),
        comparisons=tuple(b for b in study.comparisons if b.view != view),
        weights=tuple(w for w in study.weights if w.view != view),
        nodes=tuple(n for n in study.nodes if n.view != view),
        scenarios=tuple(replace(s, moves=tuple(m for m in s.moves if m.view != view)) for s in study.scenarios),
    )


def set_base_view(study: Study, view: str) -> Study:
    """Let another view's entries stand in where a view has none; moves no entries."""
    return set_setting(study, base_view=view)


def set_view(study: Study, view: str, **fields: Any) -> Study:
    """Change a view's own fields."""
    return replace(study, views=with_fields(study.views, view, fields))


def count_leaf(study: Study, view: str, leaf: str, counts: bool) -> Study:
    """Whether a view counts a leaf or leaves it out."""
    old = next(v for v in study.views if v.id == view)
    return set_view(study, view, left_out=_with_member(old.left_out, leaf, not counts))


def turn_leaf(study: Study, view: str, leaf: str, turned: bool) -> Study:
    """Whether a view turns a leaf, so that what is best becomes worst."""
    old = next(v for v in study.views if v.id == view)
    return set_view(study, view, turned=_with_member(old.turned, leaf, turned))


def use_base_view_at(study: Study, under: str, view: str) -> Study:
    """Take back what ``view`` says of its own at a node, so that the base view's entries count there again."""
    items = children_of(study.criteria).get(under, ())
    return replace(
        study,
        comparisons=tuple(b for b in study.comparisons if (b.under, b.view) != (under, view)),
        weights=tuple(w for w in study.weights if w.view != view or w.criterion not in items),
        nodes=tuple(n for n in study.nodes if (n.under, n.view) != (under, view)),
    )


def _with_entries_like(study: Study, old: str, new: str) -> Study:
    """The study with a copy in view ``new`` of all that is said in view ``old``."""
    return replace(
        study,
        comparisons=(*study.comparisons, *_copies(study.comparisons, old, new)),
        weights=(*study.weights, *_copies(study.weights, old, new)),
        nodes=(*study.nodes, *_copies(study.nodes, old, new)),
        scenarios=tuple(_moved_alike(scenario, old, new) for scenario in study.scenarios),
    )


def _copies(
    entries: tuple[Comparisons, ...] | tuple[WeightEntry, ...] | tuple[NodeSetting, ...], old: str, new: str
) -> tuple[Any, ...]:
    return tuple(replace(entry, view=new) for entry in entries if entry.view == old)


def _moved_alike(scenario: Scenario, old: str, new: str) -> Scenario:
    copies = tuple(replace(move, view=new) for move in scenario.moves if move.view == old)
    return replace(scenario, moves=(*scenario.moves, *copies)) if copies else scenario


def _with_member(ids: tuple[str, ...], wanted: str, is_member: bool) -> tuple[str, ...]:
    rest = tuple(i for i in ids if i != wanted)
    return (*rest, wanted) if is_member else rest
