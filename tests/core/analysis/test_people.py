import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.data import Cell
from decidr.core.study.participants import Participant
from tests.building import data_study, judged, pairwise_study

HOSTS = ("A", "B")
PEOPLE = (Participant(id="ann", name="Ann"), Participant(id="bob", name="Bob", weight=3.0))


def study(*blocks):
    base = data_study({"x": 0.5, "y": 0.5}, {"x": [1.0, 0.0], "y": [0.0, 1.0]}, HOSTS)
    return replace(base, participants=PEOPLE, comparisons=(*base.comparisons, *blocks))


def test_each_participant_has_a_ranking_by_his_own_judgments():
    ann, bob = evaluate(study(judged(GOAL, "xy", [4], "ann"), judged(GOAL, "xy", ["1/4"], "bob"))).participants
    assert ann.totals.tolist() == pytest.approx([0.8, 0.2])
    assert bob.ranks.tolist() == [2, 1]
    assert (ann.weight, bob.weight) == (1, 3)


def test_nodes_that_a_participant_did_not_judge_borrow_the_groups_weights():
    ann, bob = evaluate(study(judged(GOAL, "xy", [4], "ann"))).participants
    assert ann.borrowed == ()
    assert bob.borrowed == (GOAL,)
    assert bob.totals.tolist() == pytest.approx([0.8, 0.2])


def test_hosts_that_a_participant_compared_himself_score_his_way():
    tree = {GOAL: ("x", "y")}
    blocks = [judged(GOAL, "xy", [1]), judged("y", HOSTS, [1])]
    blocks += [judged("x", HOSTS, [3], "ann"), judged("x", HOSTS, ["1/3"], "bob")]
    base = replace(pairwise_study(tree, HOSTS, blocks), participants=PEOPLE)
    ann, bob = evaluate(base).participants
    assert ann.totals.tolist() == pytest.approx([0.625, 0.375])
    assert bob.totals.tolist() == pytest.approx([0.375, 0.625])
    absolute = evaluate(replace(base, settings=replace(base.settings, synthesis="absolute"))).participants[0]
    assert absolute.totals.tolist() == pytest.approx([1.0, 0.5 + 0.5 / 3])


def test_a_participant_of_weight_nothing_ranks_by_his_own_judgments():
    base = study(judged(GOAL, "xy", [4], "ann"), judged(GOAL, "xy", ["1/4"], "bob"))
    ann, bob = PEOPLE
    results = evaluate(replace(base, participants=(ann, replace(bob, weight=0.0))))
    assert results.totals.tolist() == pytest.approx([0.8, 0.2])
    silent = results.participants[1]
    assert (silent.weight, silent.borrowed) == (0, ())
    assert silent.totals.tolist() == pytest.approx([0.2, 0.8])


def test_a_closed_host_scores_nothing_also_with_the_participant_who_compared_it():
    blocks = [judged(GOAL, "xy", [1]), judged("y", HOSTS, [1]), judged("x", HOSTS, [3], "ann")]
    base = replace(pairwise_study({GOAL: ("x", "y")}, HOSTS, blocks), participants=PEOPLE)
    closed = replace(base, cells=(Cell(criterion="x", host="A", way="pairwise", closed="shut"),))
    assert evaluate(closed).participants[0].totals.tolist() == pytest.approx([0.25, 0.75])


def test_who_lacks_too_much_to_lead_follows_the_participants_own_weights():
    values = {"x": [1.0, 0.0], "y": [0.0, None]}
    base = data_study({"x": 0.5, "y": 0.5}, values, HOSTS)
    base = replace(
        base, participants=PEOPLE, comparisons=(judged(GOAL, "xy", [4], "ann"), judged(GOAL, "xy", [1], "bob"))
    )
    results = evaluate(base)
    ann, bob = results.participants
    assert results.eligible.tolist() == [True, False]
    assert (ann.eligible.tolist(), bob.eligible.tolist()) == ([True, True], [True, False])


def test_without_a_counted_leaf_a_participant_has_no_totals_either():
    base = study(judged(GOAL, "xy", [4], "ann"))
    empty = replace(base, criteria=tuple(replace(c, active=False) for c in base.criteria))
    results = evaluate(empty)
    for found in (results, results.participants[0]):
        assert np.isnan(found.totals).all()
        assert not found.ranks.any()
