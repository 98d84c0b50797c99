"""What a person types into the plan of a simulation: whole numbers, and the spread of judgments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec.structs import replace

from decidr.core.analysis.robustness.plan import plan_of
from decidr.core.study.problems import sentence
from decidr.core.study.study import Settings
from decidr.gui.models.shared.typed_figure import NotAFigure, exact_figure, typed_figure
from decidr.language import _
from decidr.number_text import figure

PlanField = Literal["samples", "seed", "judgment_spread"]


def typed(settings: Settings, field: PlanField, text: str) -> int | float:
    """The value that a text gives a field of the plan; NotAFigure says why it gives none."""
    value = typed_figure(text)
    if value is None:
        raise NotAFigure(_("Write a number."))
    if field != "judgment_spread" and not value.is_integer():
        raise NotAFigure(_("Write a whole number."))
    taken = value if field == "judgment_spread" else int(value)
    changed: Mapping[str, Any] = {field: taken}
    for problem in plan_of(replace(settings, **changed)).problems():
        words = sentence(problem)
        raise NotAFigure(f"{words[:1].upper()}{words[1:]}.")
    return taken


def shown(settings: Settings, field: PlanField) -> str:
    """A field as it can be read and typed again; empty where the spread is the group's own."""
    value = getattr(settings, field)
    if value == "group":
        return ""
    return figure(value, 9) if field == "samples" else exact_figure(value)
