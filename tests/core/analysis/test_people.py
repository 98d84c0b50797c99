import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
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
