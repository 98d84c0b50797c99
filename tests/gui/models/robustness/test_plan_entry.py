from __future__ import annotations

import pytest

from decidr.core.study.study import Settings
from decidr.gui.models.robustness.plan_entry import PlanField, shown, typed
from decidr.gui.models.shared.typed_figure import NotAFigure

THIN = "\u202f"


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("samples", "20000", 20_000),
        ("samples", "1 000 000", 1_000_000),
        ("samples", f"10{THIN}000", 10_000),
        ("samples", "1e6", 1_000_000),
        ("seed", "0", 0),
        ("judgment_spread", "0,35", 0.35),
        ("judgment_spread", "0", 0.0),
    ],
)
def test_numbers_are_taken_as_people_write_them(field: PlanField, text: str, value: float) -> None:
    taken = typed(Settings(), field, text)
    assert taken == value
    assert isinstance(taken, float if field == "judgment_spread" else int)


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        ("samples", "0", "at least one"),
        ("samples", "2.5", "whole number"),
        ("samples", "", "Write a number"),
        ("samples", "many", "is not a figure"),
        ("seed", "-1", "whole number from 0 on"),
        ("judgment_spread", "-0.1", "from 0 on"),
    ],
)
def test_what_no_simulation_can_do_is_refused_in_a_sentence(field: PlanField, text: str, why: str) -> None:
    with pytest.raises(NotAFigure, match=why):
        typed(Settings(), field, text)


@pytest.mark.parametrize("field", ["samples", "seed", "judgment_spread"])
def test_what_is_shown_can_be_typed_again(field: PlanField) -> None:
    settings = Settings(samples=1_234_567, seed=42, judgment_spread=0.15)
    assert typed(settings, field, shown(settings, field)) == getattr(settings, field)


def test_the_spread_of_the_group_is_no_number() -> None:
    assert shown(Settings(judgment_spread="group"), "judgment_spread") == ""
