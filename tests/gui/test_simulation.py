"""Which edits leave the draws of a simulation as they are."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from decidr.core.study.edits import add_host, set_fields, set_judgment, set_setting, take_snapshot
from decidr.core.study.study import Study
from decidr.gui.simulation import draws_alike


@pytest.mark.parametrize(
    "after",
    [
        lambda study: set_fields(study, title="Another title", question="Where?"),
        lambda study: take_snapshot(study, "now", "2026-10-28T16:40"),
        lambda study: set_setting(study, seed=9, samples=7, sampling="sobol", simulation_weights="free"),
        lambda study: replace(study, currency="EUR"),
    ],
)
def test_words_and_the_plan_itself_do_not_change_what_a_plan_draws(study: Study, after: object) -> None:
    assert callable(after)
    assert draws_alike(study, after(study))


@pytest.mark.parametrize(
    "after",
    [
        lambda study: add_host(study, "Site"),
        lambda study: set_setting(study, synthesis="ideal"),
        lambda study: set_judgment(study, under="goal", view="neutral", first="c1", second="c4", value=9.0),
    ],
)
def test_what_can_move_a_number_changes_the_draws(study: Study, after: object) -> None:
    assert callable(after)
    assert not draws_alike(study, after(study))
