"""Parts as JSON and back; what this decidr does not know stands in ``kept`` in a part, beside its fields in JSON."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, get_args, get_type_hints

import msgspec

from decidr.core.study.part import Part

KEPT = "kept"
"""The field of a part that holds what this decidr does not know."""


def gathered(value: Any, kind: Any) -> Any:
    """JSON as ``msgspec`` takes it: what ``kind`` does not know moves into ``kept``, at any depth."""
    if isinstance(value, list):
        inner = next((a for a in get_args(kind) if a is not Ellipsis), None)
        return [gathered(item, inner) for item in value]
    if not isinstance(value, dict) or not (isinstance(kind, type) and issubclass(kind, Part)):
        return value
    types = _types(kind)
    known = {name: gathered(inner, types[name]) for name, inner in value.items() if name in types}
    kept = {name: inner for name, inner in value.items() if name not in types}
    return {**known, KEPT: kept} if kept else known


@cache
def _types(part: type[Part]) -> dict[str, Any]:
    """The type of each field, without ``None``."""
    return {name: _without_none(kind) for name, kind in get_type_hints(part).items() if name != KEPT}


def _without_none(kind: Any) -> Any:
    if isinstance(kind, UnionType):
        return next((a for a in get_args(kind) if a is not type(None)), kind)
    return kind


def flattened(value: Any) -> Any:
    """A part as JSON: its fields that differ from their defaults, then what was kept."""
    if isinstance(value, tuple):
        return [flattened(item) for item in value]
    if not isinstance(value, Part):
        return value
    return {**dict(_said(value)), **value.kept}


def _said(part: Part) -> Iterator[tuple[str, Any]]:
    for name, default in _defaults(type(part)):
        value = getattr(part, name)
        if value != default:
            yield name, flattened(value)


@cache
def _defaults(part: type[Part]) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in msgspec.structs.fields(part) if field.name != KEPT)
