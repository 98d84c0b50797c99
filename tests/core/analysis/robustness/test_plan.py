"""What a simulation draws, and how often."""

import pytest

from decidr.core.analysis.robustness.plan import Plan, plan_of, verdict_plan
from decidr.core.study.study import Settings


def test_data_are_uncertain_by_default_under_judged_weights_alone():
    assert plan_of(Settings()).data == "uncertain"
    assert plan_of(Settings(simulation_weights="free")).data == "fixed"
    assert plan_of(Settings(), weights="ordered").data == "fixed"


def test_what_the_study_says_of_data_holds_for_every_mode():
    assert plan_of(Settings(simulation_data="fixed")).data == "fixed"
    assert plan_of(Settings(simulation_data="uncertain"), weights="free").data == "uncertain"
    assert plan_of(Settings(simulation_data="uncertain"), data="fixed").data == "fixed"


def test_the_plan_is_the_studys():
    settings = Settings(samples=500, seed=7, sampling="sobol", judgment_spread="group", simulation_weights="bounded")
    assert plan_of(settings) == Plan(500, 7, "bounded", "fixed", "sobol", "group")


def test_the_verdict_rests_on_judged_weights_and_uncertain_data_whatever_else_the_study_simulates():
    settings = Settings(
        samples=500,
        seed=7,
        sampling="sobol",
        judgment_spread=0.4,
        simulation_weights="free",
        simulation_data="fixed",
    )
    assert verdict_plan(settings) == Plan(500, 7, "judged", "uncertain", "random", 0.4)


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        (Plan(samples=0), "Samples"),
        (Plan(seed=-1), "Seed"),
        (Plan(spread=-0.1), "Judgment spread"),
        (Plan(spread=float("inf")), "Judgment spread"),
    ],
)
def test_what_cannot_be_drawn_is_told_by_its_field(plan, field):
    assert [(p.severity, p.place.sheet, p.place.column) for p in plan.problems()] == [("error", "Study", field)]


def test_a_plan_without_spread_is_possible():
    assert list(Plan(spread=0.0).problems()) == list(Plan(spread="group").problems()) == []
