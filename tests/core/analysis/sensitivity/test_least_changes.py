"""All criteria by how little it takes, beside weights moved in small steps."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.least_changes import least_changes
from decidr.core.analysis.sensitivity.one_way import why_fixed
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.core.study.criteria import GOAL
from tests.building import data_study
from tests.core.analysis.random_studies import BASE, OTHER, random_study

HOSTS = ("A", "B")
WEIGHTS = {"x": 0.6, "y": 0.3, "z": 0.1}
VALUES = {"x": [0.9, 0.2], "y": [0.1, 0.8], "z": [0.4, 0.4]}


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(["absolute", "distributive", "ideal"]),
    st.sampled_from([BASE, OTHER]),
)
@settings(max_examples=25, deadline=None)
def test_no_smaller_change_of_any_weight_at_any_level_unseats_the_leader(seed, synthesis, view):
    """Traps B3 and M16: also those that more than double a weight, and below the goal."""
    results = evaluate(random_study(seed, synthesis), view)
    assume(results.leader is not None)
    eligible = np.flatnonzero(results.eligible)
    found = least_changes(results)
    assert {one.sweep.criterion for one in found} == {node for node in results.tree.nodes if node != GOAL}
    for one in [one for one in found if not why_fixed(results, one.sweep.criterion)]:
        for weight in np.linspace(0, 1, 41).tolist():
            totals = with_local_weights(results, {one.sweep.criterion: weight}).totals[eligible]
            is_unseated = totals.max() - totals[list(eligible).index(results.leader)] > 1e-9
            if is_unseated:
                assert one.change is not None
                assert abs(weight - one.sweep.weight_now) >= abs(one.change) - 1e-9


def test_the_least_change_stands_first_and_the_rest_behind_it():
    found = least_changes(evaluate(data_study(WEIGHTS, VALUES, HOSTS)))
    assert [one.sweep.criterion for one in found] == ["y", "x", "z"]
    # A leads while x weighs at least as much as y; their siblings keep their proportions
    assert [one.change for one in found[:2]] == pytest.approx([6 / 13 - 0.3, 3 / 7 - 0.6])
    assert (found[2].change, found[2].nearest) == (None, None)


def test_the_criteria_asked_for_are_told_alone():
    found = least_changes(evaluate(data_study(WEIGHTS, VALUES, HOSTS)), ["y"])
    assert [one.sweep.criterion for one in found] == ["y"]
