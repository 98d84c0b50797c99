"""Judgments of the history in words."""

from __future__ import annotations

from decidr.core.study.history import JudgedPair
from decidr.gui.models.weights.judging import short_ratio
from decidr.language import _


def said(entry: JudgedPair) -> str:
    """``Stability over Incentives 1/2``; a judgment that was taken back says so."""
    names = {"first": entry.first, "second": entry.second}
    if entry.value is None:
        return _("{first} over {second} taken back").format(**names)
    return _("{first} over {second} {ratio}").format(**names, ratio=short_ratio(entry.value))


def about(entry: JudgedPair, base_view: str) -> str:
    """Who judged, where it belongs, whether it still stands, and the reason; ``base_view`` (a name) goes unsaid."""
    parts = (
        entry.participant or _("the study's own"),
        entry.under,
        _("view {view}").format(view=entry.view_name) if entry.view_name != base_view else "",
        _("placeholder") if entry.status == "placeholder" and entry.value is not None else "",
        _("for other ends than now") if entry.status == "outdated" and entry.stands else "",
        "" if entry.stands else _("not the judgment of now"),
        f"«{' '.join(entry.note.split())}»" if entry.note else "",
    )
    return " · ".join(part for part in parts if part)
