"""Edits of views: what each leaves out and turns."""

from typing import Any

from msgspec.structs import replace

from decidr.core.study.edits.named import with_fields
from decidr.core.study.study import Study


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


def _with_member(ids: tuple[str, ...], wanted: str, is_member: bool) -> tuple[str, ...]:
    rest = tuple(i for i in ids if i != wanted)
    return (*rest, wanted) if is_member else rest
