import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sources import alternatives, effective_synthesis, way_of_scoring
from decidr.core.study.criteria import GOAL, Level
from decidr.core.study.edits import set_setting, set_weight, set_weighted_by
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import NodeSetting
from decidr.core.study.views import View
from tests.building import data_study, equal, pairwise_study

HOSTS = ("A", "B")


def study():
    return data_study({"x": 0.75, "y": 0.25}, {"x": [1, 0], "y": [0, 1]}, HOSTS)


def test_alternatives_are_the_active_hosts_without_active_members():
    hosts = (
        Host(id="CA", name="Canada"),
        Host(id="ON", name="Ontario", group="CA"),
        Host(id="X", name="X", active=False),
    )
    assert alternatives(hosts) == ("ON",)
    assert alternatives((hosts[0], replace(hosts[1], active=False))) == ("CA",)


def test_a_leaf_that_says_nothing_is_scored_by_what_the_study_holds():
    base = study()
    leaf = replace(base.criteria[0], scored_by=None)
    assert way_of_scoring(base, leaf) == "data"
    assert way_of_scoring(replace(base, levels=(Level(criterion="x", name="good", score=1.0),)), leaf) == "rating"
    assert way_of_scoring(replace(base, comparisons=(equal("x", HOSTS),)), leaf) == "pairwise"
    assert way_of_scoring(replace(base, comparisons=(equal("x", HOSTS),)), base.criteria[0]) == "data"


def test_the_synthesis_is_absolute_unless_every_leaf_is_pairwise_or_the_study_says():
    assert effective_synthesis(study()) == "absolute"
    pairwise = pairwise_study({GOAL: "xy"}, HOSTS, [equal(GOAL, "xy"), equal("x", HOSTS), equal("y", HOSTS)])
    assert effective_synthesis(pairwise) == "distributive"
    assert effective_synthesis(set_setting(pairwise, synthesis="absolute")) == "absolute"


def test_a_node_set_to_direct_takes_the_direct_weights():
    base = set_weighted_by(study(), GOAL, "direct")
    base = set_weight(set_weight(base, "x", 1, "direct", "base"), "y", 3, "direct", "base")
    assert evaluate(base).local == pytest.approx({"x": 0.25, "y": 0.75})


def test_a_view_may_weigh_a_node_in_another_way():
    base = replace(study(), views=(*study().views, View(id="v", name="v")))
    base = replace(base, nodes=(NodeSetting(under=GOAL, view="v", weighted_by="ranks"),))
    base = set_weight(set_weight(base, "x", 2, "ranks", "v"), "y", 1, "ranks", "v")
    assert evaluate(base, "v").local == pytest.approx({"x": 0.25, "y": 0.75})
    assert evaluate(base).local == pytest.approx({"x": 0.75, "y": 0.25})


def test_a_view_borrows_the_base_views_direct_weights():
    base = replace(study(), views=(*study().views, View(id="v", name="v")))
    base = set_weighted_by(base, GOAL, "direct")
    base = set_weight(set_weight(base, "x", 1, "direct", "base"), "y", 1, "direct", "base")
    assert evaluate(base, "v").local == pytest.approx({"x": 0.5, "y": 0.5})


def test_weights_that_are_missing_are_an_error_at_the_node():
    base = set_weight(set_weighted_by(study(), GOAL, "swing"), "x", 1, "swing", "base")
    assert "weights.missing" in [p.code for p in evaluate(base).problems]


def test_leaves_below_a_dormant_criterion_do_not_decide_the_synthesis():
    blocks = [equal(GOAL, "xy"), equal("x", HOSTS), equal("y", HOSTS)]
    pairwise = pairwise_study({GOAL: "xyz", "z": ("measured",)}, HOSTS, blocks)
    assert effective_synthesis(pairwise) == "absolute"
    dormant = tuple(replace(c, active=c.id != "z") for c in pairwise.criteria)
    assert effective_synthesis(replace(pairwise, criteria=dormant)) == "distributive"
