"""Value curves and rating scales as one line of text: ``0:0; 2.5:0.6; 5:1`` and ``good: 1; fair: 0.5``."""

from __future__ import annotations

from collections.abc import Iterable

from decidr.core.study.names import folded
from decidr.gui.models.shared.typed_figure import NotAFigure, exact_figure, typed_figure
from decidr.language import _


class NotUnderstood(ValueError):
    """The text cannot be read; the argument says in a sentence why, and what to write."""


def points_text(points: Iterable[tuple[float, float]]) -> str:
    """Points of a value curve as they are typed."""
    return "; ".join(f"{exact_figure(x)}:{exact_figure(score)}" for x, score in points)


def typed_points(text: str) -> tuple[tuple[float, float], ...]:
    """The points (value, score) that a text stands for, by ascending value; NotUnderstood else."""
    return tuple(sorted(_pair(part) for part in _parts(text)))


def typed_levels(text: str) -> tuple[tuple[str, float], ...]:
    """The levels (name, score in 0 to 1) that a text stands for; NotUnderstood else.

    ``good: 1; fair: 0.5``, or one level a line, the score behind a tab; names alone are even steps, best to worst.
    """
    parts = [part.replace("\t", ":") for part in _parts(text)]
    if parts and not any(":" in part for part in parts):
        steps = max(len(parts) - 1, 1)
        parts = [f"{name}: {round(1 - place / steps, 3)}" for place, name in enumerate(parts)]
    levels = [_level(part) for part in parts]
    names = [folded(name) for name, _score in levels]
    twice = next((name for (name, _score), key in zip(levels, names, strict=True) if names.count(key) > 1), None)
    if twice is not None:
        raise NotUnderstood(_("The level «{name}» is there twice.").format(name=twice))
    return tuple(levels)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\n", ";").split(";") if part.strip()]


def _pair(part: str) -> tuple[float, float]:
    x, colon, score = part.partition(":")
    wrong = _("«{part}» is not a point; write value:score, as 0:0; 2.5:0.6; 5:1.").format(part=part)
    if not colon:
        raise NotUnderstood(wrong)
    return _figure(x, wrong), _figure(score, wrong)


def _level(part: str) -> tuple[str, float]:
    name, colon, score = part.rpartition(":")
    wrong = _("«{part}» is not a level; write name: score, as good: 1; fair: 0.5; poor: 0.").format(part=part)
    if not colon or not name.strip():
        raise NotUnderstood(wrong)
    value = _figure(score, wrong)
    if not 0 <= value <= 1:
        raise NotUnderstood(_("A level's score lies from 0 to 1; {score} does not.").format(score=exact_figure(value)))
    return name.strip(), value


def _figure(text: str, wrong: str) -> float:
    try:
        value = typed_figure(text)
    except NotAFigure as error:
        raise NotUnderstood(str(error)) from error
    if value is None:
        raise NotUnderstood(wrong)
    return value
