"""The fields of a study as the window and the workbook call them."""

from __future__ import annotations

from collections.abc import Mapping

from decidr.language import _


def field_labels() -> Mapping[str, str]:
    """Every field of a study and of its parts, by name."""
    return {**study_labels(), **_setting_labels(), **_criterion_labels(), **_entry_labels()}


def study_labels() -> Mapping[str, str]:
    """The texts of a study, by field."""
    return {
        "title": _("Title"),
        "question": _("Question"),
        "goal": _("Goal"),
        "client": _("Client"),
        "author": _("Author"),
        "date": _("Date"),
        "currency": _("Currency"),
    }


def _setting_labels() -> Mapping[str, str]:
    return {
        "priorities": _("Priorities"),
        "synthesis": _("Synthesis"),
        "random_index": _("Random index"),
        "completion": _("Missing pairs"),
        "scale": _("Judgment scale"),
        "group": _("Several people"),
        "group_figure": _("Figure of a group of hosts"),
        "base_view": _("Base view"),
        "seed": _("Seed"),
        "samples": _("Samples"),
        "sampling": _("Sampling"),
        "judgment_spread": _("Judgment spread"),
        "simulation_weights": _("Simulation weights"),
        "simulation_data": _("Simulation data"),
    }


def _criterion_labels() -> Mapping[str, str]:
    return {
        "name": _("Name"),
        "under": _("Under"),
        "scored_by": _("Scored by"),
        "better": _("Better"),
        "unit": _("Unit"),
        "worst": _("Worst"),
        "best": _("Best"),
        "ends_proposed": _("Ends proposed"),
        "curve": _("Curve"),
        "must": _("Must"),
        "cost": _("Cost"),
        "active": _("Active"),
        "description": _("Description"),
        "source": _("Source"),
        "score": _("Score"),
        "code": _("Code"),
        "notes": _("Notes"),
        "role": _("Role"),
        "email": _("Email"),
        "judges": _("Judges"),
        "left_out": _("Leaves out"),
        "turned": _("Turns"),
    }


def _entry_labels() -> Mapping[str, str]:
    return {
        "value": _("Value"),
        "status": _("Status"),
        "note": _("Reason"),
        "when": _("Date"),
        "weighted_by": _("Weighted by"),
        "agreed": _("The workshop's own result counts"),
        "weight": _("Weight"),
        "low": _("Low"),
        "high": _("High"),
        "distribution": _("Distribution"),
        "year": _("Year"),
        "closed": _("Closed"),
        "licence": _("Licence"),
        "who": _("Who"),
        "amount": _("Amount"),
        "per_unit": _("Per unit of the study's currency"),
        "scenarios": _("Scenarios"),
        "probability": _("Probability"),
    }
