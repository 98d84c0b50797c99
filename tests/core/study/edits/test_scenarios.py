"""Edits of scenarios, moves and sets."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study import edits
from decidr.core.study.cases import cases_of
from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import Study
from tests.core.analysis.random_studies import random_study
from tests.gui.structure_study import structure_study

FIRST = Move(kind="data", target="Sales", host="Spain", operation="add", value=1.0)
SECOND = Move(kind="weight", target="Risk", view="government", operation="multiply", value=2.0)
THIRD = Move(kind="score", target="Rule", operation="add", value=-0.1)


def scenario_study() -> Study:
    """Two scenarios and two sets."""
    return replace(
        structure_study(),
        scenarios=(Scenario(id="s1", name="Slump", moves=(FIRST, SECOND, THIRD)), Scenario(id="s2", name="Boom")),
        scenario_sets=(ScenarioSet(name="Both", scenarios=("s1", "s2")), ScenarioSet(name="Alone", scenarios=("s2",))),
    )


STUDY = scenario_study()


def names(study: Study) -> list[str]:
    return [case.name for case in cases_of(study)]


def moves(study: Study, place: int = 0) -> tuple[Move, ...]:
    return study.scenarios[place].moves


def test_a_new_scenario_is_the_last_and_its_name_is_taken_by_no_scenario_and_no_set() -> None:
    assert names(edits.add_scenario(STUDY, "Quiet")) == ["Slump", "Boom", "Quiet", "Both", "Alone"]
    assert edits.add_scenario(STUDY, "boom").scenarios[-1].name == "boom 2"
    assert edits.add_scenario(STUDY, "Both").scenarios[-1].name == "Both 2"
    new = edits.add_scenario(STUDY, "Quiet", [FIRST]).scenarios[-1]
    assert (new.moves, new.id in ("s1", "s2")) == ((FIRST,), False)


def test_a_new_scenario_takes_no_id_that_a_snapshot_remembers() -> None:
    study = edits.remove_scenario(edits.take_snapshot(STUDY, "before"), "s2")
    assert edits.add_scenario(study, "Quiet").scenarios[-1].id == "s3"


def test_a_scenario_is_renamed_and_sets_still_hold_it() -> None:
    study = edits.rename_scenario(STUDY, "s1", "Deep slump")
    assert names(study)[0] == "Deep slump"
    assert study.scenario_sets == STUDY.scenario_sets
    assert edits.rename_scenario(STUDY, "s1", "Alone").scenarios[0].name == "Alone 2"
    assert edits.rename_scenario(STUDY, "s1", "SLUMP").scenarios[0].name == "SLUMP"
    assert edits.rename_scenario(STUDY, "s1", "Slump") is STUDY


def test_a_removed_scenario_leaves_its_sets_and_one_that_held_nothing_else_goes_too() -> None:
    study = edits.remove_scenario(STUDY, "s2")
    assert [s.name for s in study.scenarios] == ["Slump"]
    assert study.scenario_sets == (ScenarioSet(name="Both", scenarios=("s1",)),)
    empty = replace(STUDY, scenario_sets=(ScenarioSet(name="Not yet"),))
    assert edits.remove_scenario(empty, "s2").scenario_sets == empty.scenario_sets


def test_a_scenario_is_put_before_another_or_last() -> None:
    assert names(edits.place_scenario(STUDY, "s2", "s1"))[:2] == ["Boom", "Slump"]
    assert names(edits.place_scenario(STUDY, "s1"))[:2] == ["Boom", "Slump"]


def test_moves_are_added_changed_removed_and_reordered() -> None:
    assert moves(edits.add_move(STUDY, "s2", THIRD), 1) == (THIRD,)
    assert moves(edits.set_move(STUDY, "s1", 0, value=2.0, note="why")) == (
        replace(FIRST, value=2.0, note="why"),
        SECOND,
        THIRD,
    )
    assert moves(edits.remove_move(STUDY, "s1", 1)) == (FIRST, THIRD)
    assert moves(edits.place_move(STUDY, "s1", 0, 2)) == (SECOND, THIRD, FIRST)
    assert moves(edits.place_move(STUDY, "s1", 2, 0)) == (THIRD, FIRST, SECOND)


def test_an_edit_that_changes_no_move_changes_no_study() -> None:
    assert edits.set_move(STUDY, "s1", 0, value=1.0) is STUDY
    assert edits.place_move(STUDY, "s1", 1, 1) is STUDY


def test_scenarios_are_combined_under_a_free_name_each_once() -> None:
    study = edits.combine_scenarios(STUDY, "Slump", ["s2", "s1", "s2"])
    assert study.scenario_sets[-1] == ScenarioSet(name="Slump 2", scenarios=("s2", "s1"))


def test_a_set_is_renamed_filled_given_a_probability_and_removed() -> None:
    assert names(edits.rename_set(STUDY, "Both", "Boom"))[2] == "Boom 2"
    assert names(edits.rename_set(STUDY, "Both", "BOTH"))[2] == "BOTH"
    assert edits.set_scenarios_of(STUDY, "Alone", ["s1", "s2"]).scenario_sets[1].scenarios == ("s1", "s2")
    likely = edits.set_probability(STUDY, "Both", 0.25)
    assert [s.probability for s in likely.scenario_sets] == [0.25, None]
    assert edits.set_probability(likely, "Both", None) == STUDY
    assert names(edits.remove_set(STUDY, "Both")) == ["Slump", "Boom", "Alone"]
    assert edits.set_named(STUDY, "Both") is STUDY.scenario_sets[0]


@pytest.mark.parametrize(
    "edit",
    [
        lambda: edits.rename_set(STUDY, "None", "x"),
        lambda: edits.set_scenarios_of(STUDY, "None", []),
        lambda: edits.set_probability(STUDY, "None", 0.1),
        lambda: edits.remove_set(STUDY, "None"),
    ],
)
def test_a_set_that_is_not_there_is_a_key_error(edit) -> None:
    with pytest.raises(KeyError):
        edit()


def test_renaming_what_moves_refer_to_keeps_them() -> None:
    study = edits.set_criterion(STUDY, "Sales", name="Turnover")
    study = edits.set_view(edits.set_host(study, "Spain", name="España"), "government", name="state")
    assert study.scenarios is STUDY.scenarios


def test_moves_go_with_the_criterion_the_host_or_the_view_that_they_are_of() -> None:
    assert moves(edits.remove_criterion(STUDY, "Risk")) == (FIRST,)
    assert moves(edits.remove_host(STUDY, "Spain")) == (SECOND, THIRD)
    assert moves(edits.remove_view(STUDY, "government")) == (FIRST, THIRD)


# Keep as scenario


def test_one_weight_that_was_drawn_is_one_move() -> None:
    was = {"Market": 0.5, "Risk": 0.3, "Jobs": 0.2}
    now = {"Market": 0.2, "Risk": 0.48, "Jobs": 0.32}
    study = edits.keep_weights(STUDY, "Boom", was, now, "neutral")
    (move,) = study.scenarios[-1].moves
    assert study.scenarios[-1].name == "Boom 2"
    assert (move.kind, move.target, move.view, move.operation) == ("weight", "Market", "neutral", "multiply")
    assert move.value == pytest.approx((0.2 / 0.8) / (0.5 / 0.5))


def test_weights_that_did_not_change_need_no_move() -> None:
    was = {"Market": 0.5, "Risk": 0.3, "Jobs": 0.2}
    assert edits.keep_weights(STUDY, "Same", was, dict(was), "neutral").scenarios[-1].moves == ()


def test_a_weight_drawn_to_all_takes_its_siblings_to_0() -> None:
    was, now = {"Market": 0.5, "Risk": 0.3, "Jobs": 0.2}, {"Market": 1.0, "Risk": 0.0, "Jobs": 0.0}
    found = edits.keep_weights(STUDY, "All", was, now, "neutral").scenarios[-1].moves
    assert [(move.target, move.value) for move in found] == [("Risk", 0.0), ("Jobs", 0.0)]


def test_no_factor_raises_a_weight_from_0() -> None:
    was, now = {"Market": 1.0, "Risk": 0.0, "Jobs": 0.0}, {"Market": 0.5, "Risk": 0.5, "Jobs": 0.0}
    with pytest.raises(ValueError, match="from 0"):
        edits.keep_weights(STUDY, "Raised", was, now, "neutral")


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=60, deadline=None)
def test_the_kept_scenario_gives_the_weights_that_were_kept(seed) -> None:
    study, rng = random_study(seed), np.random.default_rng(seed)
    view = study.views[int(rng.integers(2))].id
    results = evaluate(study, view)
    assume(not np.isnan(list(results.local.values())).any())
    now = dict(results.local)
    for parent in results.tree.parents:
        items = results.tree.children[parent]
        drawn = rng.uniform(0.1, 1, len(items)) * (np.array([now[item] for item in items]) > 0)
        now.update(zip(items, (drawn / drawn.sum()).tolist(), strict=True))
    kept = edits.keep_weights(study, "Kept", results.local, now, view)
    supposed = evaluate(kept, view, case=cases_of(kept)[0])
    assert supposed.local == pytest.approx(now)
    assert {step.move.view for step in cases_of(kept)[0].steps()} <= {view}
