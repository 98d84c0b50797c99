"""The choices of a simulation, each with one line that says what it means, and the plan in words."""

from __future__ import annotations

from decidr.core.analysis.robustness.plan import Plan
from decidr.gui.panels.widgets.choice_button import Choice, Setting
from decidr.language import _
from decidr.number_text import figure

NUMBER = "number"
"""Stands for any number where the spread is chosen."""


def weights_setting() -> Setting:
    """Which weights are uncertain."""
    return Setting(
        "simulation_weights",
        _("Weights"),
        (
            Choice("judged", _("Judged"), _("Each judgment varies around what was said; so do direct weights.")),
            Choice("free", _("Free at each node"), _("Nothing is known: at each node any weights are as likely.")),
            Choice(
                "free-leaves", _("Free over leaves"), _("Nothing is known: any weights of the leaves are as likely.")
            ),
            Choice("bounded", _("Within bounds"), _("Any weights between the Low and High that the study gives them.")),
            Choice("ordered", _("Only their order"), _("Any weights that keep the order of importance of today.")),
        ),
    )


def spread_setting() -> Setting:
    """How far judgments vary."""
    return Setting(
        "judgment_spread",
        _("Spread"),
        (
            Choice(
                NUMBER,
                _("The same for all"),
                _("Deviation of a judgment’s logarithm: with 0.2, two in three stay within about a fifth."),
            ),
            Choice("group", _("As people differ"), _("Each pair varies as far as the answers of the group lie apart.")),
        ),
    )


def data_setting() -> Setting:
    """Which data are uncertain."""
    return Setting(
        "simulation_data",
        _("Data"),
        (
            Choice("", _("Automatic"), _("Uncertain with judged weights, else fixed.")),
            Choice("fixed", _("Fixed"), _("Figures stay as they are; a gap counts with its middle.")),
            Choice(
                "uncertain",
                _("Uncertain"),
                _("Figures vary from Low to High, placeholders by a step, gaps over all they could be."),
            ),
        ),
    )


def sampling_setting() -> Setting:
    """How points are drawn."""
    return Setting(
        "sampling",
        _("Sampling"),
        (
            Choice("random", _("Random"), _("Independent draws: four times as many halve the error.")),
            Choice("sobol", _("Sobol points"), _("Points that fill the space evenly: less error for as many.")),
        ),
    )


def plan_told(plan: Plan) -> str:
    """«Judged weights (spread 0.2), uncertain data · 100 000 random draws, seed 1»."""
    weights = {
        "judged": _("Judged weights"),
        "free": _("Weights free at each node"),
        "free-leaves": _("Weights free over all leaves"),
        "bounded": _("Weights within their bounds"),
        "ordered": _("Weights free but for their order"),
    }[plan.weights]
    if plan.weights == "judged":
        spread = _("spread as people differ") if plan.spread == "group" else _("spread {spread}")
        weights = f"{weights} ({spread.format(spread=f'{plan.spread:g}' if plan.spread != 'group' else '')})"
    data = _("fixed data") if plan.data == "fixed" else _("uncertain data")
    draws = _("{count} random draws") if plan.sampling == "random" else _("{count} Sobol points")
    drawn = draws.format(count=figure(plan.samples, 9))
    return _("{weights}, {data} · {draws}, seed {seed}").format(weights=weights, data=data, draws=drawn, seed=plan.seed)
