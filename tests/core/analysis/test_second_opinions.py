from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.second_opinions import second_opinions
from decidr.core.study.criteria import GOAL
from tests.building import equal, judged, pairwise_study

HOSTS = ("A", "B", "C")


def results(goal, **settings):
    blocks = [goal, *(equal(leaf, HOSTS) for leaf in "xyz")]
    return evaluate(pairwise_study({GOAL: "xyz"}, HOSTS, blocks, **settings))


def test_ahpy_answers_every_matrix_in_their_order():
    found = results(judged(GOAL, "xyz", [2, 5, 3]))
    opinions = second_opinions(found)
    assert [m.node for m in found.matrices] == [GOAL, "x", "y", "z"]
    assert [o.status for o in opinions] == ["agrees"] * 4


def test_incomplete_matrices_are_not_asked():
    assert second_opinions(results(judged(GOAL, "xyz", [2, None, 3])))[0].status == "incomplete"


def test_the_eigenvector_is_compared_also_where_the_study_uses_the_geometric_mean():
    goal = judged(GOAL, "xyz", [2, 9, 2])
    assert second_opinions(results(goal, priorities="geometric mean"))[0].status == "agrees"


def test_the_judgment_scale_comes_first():
    assert second_opinions(results(judged(GOAL, "xyz", [2, 5, 3]), scale="power"))[0].status == "agrees"


def test_ahpy_is_not_asked_about_judgments_that_the_scale_does_not_take():
    for scale, wide in (("balanced", 12), ("geometric", 2000)):
        assert second_opinions(results(judged(GOAL, "xyz", [wide, 5, 3]), scale=scale))[0].status == "no answer"
