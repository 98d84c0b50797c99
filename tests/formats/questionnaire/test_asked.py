"""What people are asked: the pairs and weights of what counts, of their roles."""

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_roles, set_setting
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import NodeSetting
from decidr.core.study.views import View
from decidr.formats.questionnaire.asked import asking, questions_of
from tests.formats.questionnaire.filling import STUDY, with_criterion


def asked(study, view=None, participant="p1"):
    blocks = asking(study, view).blocks(participant)
    return [(q.number, q.node, q.first, q.second) for q in questions_of(blocks)]


def test_without_roles_a_participant_is_asked_everything_numbered_through():
    assert asked(STUDY) == [
        (1, GOAL, "c1", "c2"),
        (2, GOAL, "c1", "c3"),
        (3, GOAL, "c2", "c3"),
        (4, "c1", "c4", None),
        (5, "c1", "c5", None),
        (6, "c3", "h1", "h2"),
    ]


def test_with_roles_only_the_nodes_named_are_asked():
    study = set_roles(STUDY, "p1", ["c3"])
    assert asked(study) == [(1, "c3", "h1", "h2")]
    assert len(asked(study, participant="p2")) == 6


def test_leaves_with_data_ratings_or_scores_of_their_own_are_not_asked():
    study = with_criterion(STUDY, "c3", scored_by="direct")
    assert {node for _n, node, *_pair in asked(study)} == {GOAL, "c1"}


def test_dormant_criteria_and_hosts_are_not_asked_and_neither_are_groups():
    study = with_criterion(STUDY, "c2", active=False)
    hosts = (*study.hosts, Host(id="h3", name="Spain", active=False), Host(id="h4", name="Québec", group="h1"))
    found = asked(replace(study, hosts=hosts))
    assert [(first, second) for _n, node, first, second in found if node == GOAL] == [("c1", "c3")]
    assert [(first, second) for _n, node, first, second in found if node == "c3"] == [("h2", "h4")]


def test_what_a_view_leaves_out_is_not_asked_in_it():
    views = (*STUDY.views, View(id="v2", name="investor", left_out=("c3",)))
    assert [pair for _n, node, *pair in asked(replace(STUDY, views=views), "v2") if node == GOAL] == [["c1", "c2"]]


def test_a_view_with_another_way_of_weighting_is_asked_in_that_way():
    views = (*STUDY.views, View(id="v2", name="investor"))
    nodes = (*STUDY.nodes, NodeSetting(under="c1", view="v2", weighted_by="judgments"))
    study = replace(STUDY, views=views, nodes=nodes)
    assert [b.way for b in asking(study, "v2").blocks("p1")] == ["judgments"] * 3
    assert [b.way for b in asking(study).blocks("p1")] == ["judgments", "swing", "judgments"]


def test_the_base_view_is_asked_where_none_is_named():
    views = (*STUDY.views, View(id="v2", name="investor"))
    assert asking(set_setting(replace(STUDY, views=views), base_view="v2")).view == "v2"


def test_an_only_child_needs_no_weight():
    study = with_criterion(STUDY, "c5", active=False)
    assert "c1" not in {node for _n, node, *_pair in asked(study)}
