from __future__ import annotations

from typing import get_args

import pytest

from decidr.core.analysis.robustness.plan import Plan
from decidr.core.study.study import DataSampling, Sampling, WeightSampling
from decidr.gui.panels.robustness.settings import (
    NUMBER,
    data_setting,
    plan_told,
    sampling_setting,
    spread_setting,
    weights_setting,
)
from decidr.gui.panels.widgets.choice_button import Setting

THIN = "\u202f"


@pytest.mark.parametrize(
    ("setting", "kind"),
    [(weights_setting(), WeightSampling), (data_setting(), DataSampling), (sampling_setting(), Sampling)],
)
def test_every_value_that_a_setting_can_have_can_be_chosen(setting: Setting, kind: object) -> None:
    assert [choice.value for choice in setting.choices if choice.value] == list(get_args(kind))
    assert all(choice.name and choice.meaning for choice in setting.choices)


def test_the_spread_is_a_number_or_the_groups_own() -> None:
    assert [choice.value for choice in spread_setting().choices] == [NUMBER, "group"]


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (Plan(), f"Judged weights (spread 0.2), uncertain data · 100{THIN}000 random draws, seed 1"),
        (
            Plan(spread="group"),
            f"Judged weights (spread as people differ), uncertain data · 100{THIN}000 random draws, seed 1",
        ),
        (
            Plan(samples=4096, seed=7, weights="ordered", data="fixed", sampling="sobol"),
            f"Weights free but for their order, fixed data · 4{THIN}096 Sobol points, seed 7",
        ),
    ],
)
def test_the_plan_is_told_in_words(plan: Plan, told: str) -> None:
    assert plan_told(plan) == told


@pytest.mark.parametrize("weights", get_args(WeightSampling))
def test_every_way_to_draw_weights_has_words(weights: WeightSampling) -> None:
    assert "eights" in plan_told(Plan(weights=weights))
