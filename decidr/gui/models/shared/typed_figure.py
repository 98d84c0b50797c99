"""Figures as people type them: decimal point or comma, thousands in groups where no doubt is left."""

from __future__ import annotations

import re
from math import isfinite

from decidr.language import _

NOTHING = ("", "-", "–", "—", "n/a", "na", "..", "…")
"""What people write where there is no figure."""

_BLANKS = "[ \u00a0\u2009\u202f'’]"
_PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?", re.IGNORECASE)
_DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_GROUPED = (
    re.compile(rf"([+-]?\d{{1,3}}(?:{_BLANKS}\d{{3}})+)([.,]\d+)?"),
    re.compile(r"([+-]?\d{1,3}(?:,\d{3})+)(\.\d+)"),
    re.compile(r"([+-]?\d{1,3}(?:\.\d{3})+)(,\d+)"),
    re.compile(r"([+-]?\d{1,3}(?:,\d{3}){2,})()"),
    re.compile(r"([+-]?\d{1,3}(?:\.\d{3}){2,})()"),
)


class NotAFigure(ValueError):
    """The text is no figure; the argument says in a sentence why, and what to write."""


def typed_figure(text: str, unit: str = "") -> float | None:
    """The figure that a text stands for, None for an empty one; the unit may stand behind it. NotAFigure else."""
    bare = _without_unit(text.strip().replace("−", "-"), unit)
    if bare.casefold() in NOTHING:
        return None
    if _DOUBTFUL.fullmatch(bare):
        raise NotAFigure(
            _("«{text}» may mean {decimal} or {whole}; write one of these.").format(
                text=text.strip(), decimal=bare.replace(",", "."), whole=bare.replace(",", "")
            )
        )
    value = _value(bare)
    if value is None or not isfinite(value):
        raise NotAFigure(_("«{text}» is not a figure; write 12, 0.5 or 0,5.").format(text=text.strip()))
    return value


def exact_figure(value: float, decimal_point: str = ".") -> str:
    """A figure in full precision, as it can be typed again."""
    value = float(value)  # a study made by code may hold whole numbers
    text = repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if decimal_point == ".":
        return text
    told = text.replace(".", decimal_point)
    return f"{told}0" if _DOUBTFUL.fullmatch(told) else told


def _without_unit(text: str, unit: str) -> str:
    for ending in (unit, unit.partition(" ")[0]):
        if ending and not ending[0].isdigit() and text.endswith(ending) and text != ending:
            return text[: -len(ending)].rstrip()
    return text


def _value(bare: str) -> float | None:
    if _PLAIN.fullmatch(bare):
        return float(bare.replace(",", "."))
    for pattern in _GROUPED:
        if found := pattern.fullmatch(bare):
            return float(re.sub(r"[^\d+-]", "", found[1]) + (found[2] or "").replace(",", "."))
    return None
