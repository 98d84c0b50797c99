"""Cases side by side: leaders, the moves that matter, regret and expected totals."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.scenarios.across import across_cases, move_effects
from decidr.core.study.cases import cases_of
from decidr.core.study.edits import set_criterion
from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import Study
from decidr.formats.templates import load_template
from tests.building import data_study
from tests.core.analysis.random_scenarios import with_scenarios
from tests.core.analysis.random_studies import random_study

EV = load_template("ev-plant")
HOSTS = ("Spain", "Peru", "Chad")

BLOW = Move(kind="data", target="Tax", host="Spain", operation="add", value=-0.45)
NUDGE = Move(kind="data", target="Jobs", host="Peru", operation="add", value=0.1)
BREEZE = Move(kind="data", target="Tax", host="Chad", operation="add", value=0.05)


def small_study(storm: float | None = 0.25, calm: float | None = 0.5, **settings_: object) -> Study:
    """Spain leads; «Storm» takes it down so that Peru leads, «Breeze» changes little."""
    study = data_study({"Tax": 0.5, "Jobs": 0.5}, {"Tax": [0.9, 0.6, 0.1], "Jobs": [0.7, 0.6, 0.4]}, HOSTS, **settings_)
    return replace(
        study,
        scenarios=(
            Scenario(id="s1", name="Blow", moves=(BLOW, NUDGE)),
            Scenario(id="s2", name="Breeze", moves=(BREEZE,)),
        ),
        scenario_sets=(
            ScenarioSet(name="Storm", scenarios=("s1", "s2"), probability=storm),
            ScenarioSet(name="Calm", scenarios=("s2",), probability=calm),
        ),
    )


def test_the_baseline_comes_first_then_scenarios_then_sets():
    across = across_cases(small_study())
    assert [case and case.name for case in across.cases] == [None, "Blow", "Breeze", "Storm", "Calm"]
    assert across.totals[0] == pytest.approx([0.8, 0.6, 0.25])
    assert across.totals[3] == pytest.approx([0.575, 0.65, 0.275])
    assert across.ranks.tolist() == [[1, 2, 3], [2, 1, 3], [1, 2, 3], [2, 1, 3], [1, 2, 3]]


def test_what_unseats_the_leader():
    across = across_cases(small_study())
    assert across.leaders == ("Spain", "Peru", "Spain", "Peru", "Spain")
    assert across.unseating == (1, 3)


def test_what_a_case_moves_of_a_host():
    across = across_cases(small_study())
    assert across.moved_leaves(1, 0) == (("Tax", pytest.approx(-0.225)),)
    assert across.moved_leaves(1, 1) == (("Jobs", pytest.approx(0.05)),)
    assert across.moved_leaves(1, 2) == ()


def test_the_effect_of_a_move_is_the_case_with_it_less_the_case_without_it():
    across = across_cases(small_study())
    blow, nudge, breeze = move_effects(across.baseline, across.results[3])
    assert [effect.step.move for effect in (blow, nudge, breeze)] == [BLOW, NUDGE, BREEZE]
    assert blow.change == pytest.approx([-0.225, 0, 0])
    assert (blow.margin, nudge.margin, breeze.margin) == pytest.approx((-0.225, -0.05, 0))


def test_a_move_is_needed_if_the_leader_stays_without_it():
    across = across_cases(small_study())
    assert [effect.is_needed for effect in move_effects(across.baseline, across.results[3])] == [True, False, False]
    assert not any(effect.is_needed for effect in move_effects(across.baseline, across.results[4]))
    assert move_effects(across.baseline, across.baseline) == ()


def test_a_move_of_another_view_has_no_effect_to_tell():
    study = small_study()
    elsewhere = replace(BLOW, view="nowhere")
    study = replace(study, scenarios=(replace(study.scenarios[0], moves=(elsewhere, NUDGE)), study.scenarios[1]))
    across = across_cases(study)
    assert [effect.step.move for effect in move_effects(across.baseline, across.results[1])] == [NUDGE]


def test_regret_is_the_best_total_less_the_hosts_and_its_worst_runs_over_baseline_and_sets():
    stakes = across_cases(small_study()).stakes
    assert stakes.cases == (0, 3, 4)
    assert stakes.regret == pytest.approx(np.array([[0, 0.2, 0.55], [0.075, 0, 0.375], [0, 0.2, 0.525]]))
    assert stakes.worst_regret == pytest.approx([0.075, 0.2, 0.55])


def test_the_worst_case_of_a_host_is_its_lowest_total_and_its_worst_rank():
    stakes = across_cases(small_study()).stakes
    assert stakes.lowest == pytest.approx([0.575, 0.6, 0.25])
    assert stakes.worst_rank.tolist() == [2, 2, 3]


def test_the_expected_total_gives_the_baseline_the_rest_of_the_probabilities():
    stakes = across_cases(small_study()).stakes
    assert stakes.probabilities == pytest.approx([0.25, 0.25, 0.5])
    assert stakes.expected == pytest.approx(
        [0.75 * 0.8 + 0.25 * 0.575, 0.75 * 0.6 + 0.25 * 0.65, 0.25 * 0.25 + 0.75 * 0.275]
    )


def test_a_set_without_a_probability_counts_in_regret_and_not_in_the_expected_total():
    stakes = across_cases(small_study(storm=None)).stakes
    assert stakes.worst_regret == pytest.approx([0.075, 0.2, 0.55])
    assert stakes.probabilities == pytest.approx([0.5, 0, 0.5])


@pytest.mark.parametrize(
    ("chances", "reason"),
    [((None, None), "no probabilities"), ((0.7, 0.4), "probabilities"), ((-0.1, 0.2), "probabilities")],
)
def test_there_is_no_expected_total_without_sound_probabilities(chances, reason):
    stakes = across_cases(small_study(*chances)).stakes
    assert (stakes.expected, stakes.probabilities, stakes.no_expected) == (None, None, reason)
    assert stakes.no_regret is None
    assert stakes.regret is not None


@pytest.mark.parametrize("synthesis", ["distributive", "ideal"])
def test_regret_and_expected_totals_are_there_only_under_absolute(synthesis):
    stakes = across_cases(small_study(synthesis=synthesis)).stakes
    assert (stakes.no_regret, stakes.no_expected) == ("synthesis", "synthesis")
    assert (stakes.regret, stakes.worst_regret, stakes.lowest, stakes.expected) == (None, None, None, None)
    assert stakes.worst_rank.tolist() == [2, 2, 3]


def test_without_sets_the_regret_is_that_of_the_baseline():
    stakes = across_cases(replace(small_study(), scenario_sets=())).stakes
    assert stakes.worst_regret == pytest.approx([0, 0.2, 0.55])
    assert stakes.no_expected == "no probabilities"


def test_a_host_that_fails_a_must_in_a_set_has_no_regret_there_and_is_not_the_best():
    study = set_criterion(small_study(), "Tax", must=">= 0.6")
    stakes = across_cases(study).stakes
    assert np.isnan(stakes.regret).tolist() == [[False, False, True], [True, False, True], [False, False, True]]
    assert stakes.regret[1, 1] == 0
    assert np.isnan(stakes.worst_regret).tolist() == [True, False, True]
    assert stakes.worst_rank.tolist() == [0, 2, 0]


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=40, deadline=None)
def test_regret_and_expected_totals_are_those_of_the_definition(seed):
    study = with_scenarios(random_study(seed, "absolute"), seed)
    both = replace(study.scenario_sets[0], probability=0.3)
    study = replace(study, scenario_sets=(both, ScenarioSet(name="two alone", scenarios=("s2",), probability=0.1)))
    for view in study.views:
        everywhere = [evaluate(study, view.id), *(evaluate(study, view.id, case=c) for c in cases_of(study)[2:])]
        stakes = across_cases(study, view.id).stakes
        for s, h in product(range(3), range(len(everywhere[0].hosts))):
            ranked = [t for t, rank in zip(everywhere[s].totals, everywhere[s].ranks, strict=True) if rank]
            wanted = max(ranked) - everywhere[s].totals[h] if everywhere[s].ranks[h] else np.nan
            np.testing.assert_allclose(stakes.regret[s, h], wanted, atol=1e-12)
        for h in range(len(everywhere[0].hosts)):
            if all(results.ranks[h] for results in everywhere):
                wanted = sum(p * results.totals[h] for p, results in zip((0.6, 0.3, 0.1), everywhere, strict=True))
                np.testing.assert_allclose(stakes.expected[h], wanted, atol=1e-12)
                assert stakes.worst_rank[h] == max(results.ranks[h] for results in everywhere)


def test_baseline_results_that_are_at_hand_are_taken_over():
    baseline = evaluate(EV)
    counted = []
    across = across_cases(EV, baseline=baseline, step=lambda: counted.append(1))
    assert len(counted) == len(across.cases) - 1
    assert all(node is across.baseline.nodes[id_] for id_, node in baseline.nodes.items() if len(node.node.items) > 1)
    np.testing.assert_array_equal(across.totals, across_cases(EV).totals)


def test_the_managed_opening_unseats_spain_for_the_host_government():
    government = next(view.id for view in EV.views if view.name == "host government")
    across = across_cases(EV, government)
    names = {host.id: host.name for host in EV.hosts}
    managed = next(c for c, case in enumerate(across.cases) if case and case.name == "Managed opening")
    assert (names[across.leaders[0]], names[across.leaders[managed]]) == ("Spain", "Canada")
    effects = move_effects(across.baseline, across.results[managed])
    assert effects[0].margin < 0
    assert all(one.margin <= other.margin + 1e-9 for one, other in pairwise(effects))
