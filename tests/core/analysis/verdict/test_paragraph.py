import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.critical_cells import critical_cells
from decidr.core.analysis.sensitivity.method_agreement import method_agreement
from decidr.core.analysis.verdict.grounds import Grounds
from decidr.core.analysis.verdict.paragraph import lead, nearest_change, verdict
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import NodeSetting, WeightEntry
from decidr.core.study.views import View
from tests.building import data_study, equal, from_weights, pairwise_study
from tests.gui.grouped_study import grouped_study

HOSTS = ("A", "B", "C")


def study():
    values = {"x": [0.9, 0.5, 0.1], "y": [0.2, 0.8, 0.3]}
    return data_study({"x": 0.7, "y": 0.3}, values, HOSTS)


def said(of):
    results = {view.id: evaluate(of, view.id) for view in of.views}
    return verdict(results[of.settings.base_view], results)


def test_the_leader_is_named_with_its_lead_in_points():
    found = said(study())
    assert found.leader == "A"
    assert found.lead == lead(evaluate(study()))
    assert found.text.startswith("A is first. It leads B by 10.0 points.")


def test_the_class_stays_open_until_the_simulation_is_there():
    assert said(study()).class_ is None


def test_the_leaves_that_carry_the_lead_are_named_by_what_they_bring():
    assert "The lead rests most on x (+28.0)." in said(study()).sentences


def test_the_nearest_weight_that_unseats_the_leader_is_told_with_todays():
    change, now = nearest_change(evaluate(study()))
    assert (change.host, now) == ("B", evaluate(study()).local[change.criterion])
    assert "B leads once x falls below 60.0\u202f% (now 70.0\u202f%)." in said(study()).sentences


def test_no_weight_changes_a_leader_that_is_best_everywhere():
    base = set_cell(study(), "y", "A", value=0.9)
    assert "No weight of a main criterion alone changes the leader." in said(base).sentences


def test_hosts_that_tie_share_the_first_place():
    base = set_cell(set_cell(study(), "x", "B", value=0.9), "y", "B", value=0.2)
    assert said(base).sentences[0] == "A and B share the first place."


def test_gaps_are_told_with_what_they_could_do():
    close = data_study({"x": 0.75, "y": 0.25}, {"x": [0.5, 0.4, 0.1], "y": [0.3, None, 0.3]}, HOSTS)
    assert "1 cell is missing; what is missing could put B first." in said(close).sentences
    harmless = set_cell(study(), "y", "C", value=None)
    assert "1 cell is missing; even at their best they put nobody else first." in said(harmless).sentences


def test_gaps_that_keep_a_host_from_leading_are_told_where_filled_they_could_put_it_first():
    values = {"x": [0.5, 0.4, None], "y": [0.5, 0.5, 0.4]}
    found = said(data_study({"x": 0.7, "y": 0.3}, values, HOSTS))
    assert found.leader == "A"
    assert "1 cell is missing; what is missing could put C first." in found.sentences


def test_placeholders_are_told_for_values_and_apart_for_weights():
    base = set_cell(study(), "x", "A", status="placeholder")
    assert "23\u202f% of the weight rests on placeholder values." in said(base).sentences
    assert "The weights themselves are placeholder judgments." not in said(base).sentences
    block = base.comparisons[0]
    pairs = tuple(replace(pair, status="placeholder") for pair in block.pairs)
    placeholders = replace(base, comparisons=(replace(block, pairs=pairs),))
    assert "The weights themselves are placeholder judgments." in said(placeholders).sentences


def test_other_views_are_told_by_who_leads_and_where_the_first_two_come():
    base = study()
    other = replace(from_weights(GOAL, {"x": 0.1, "y": 0.9}), view="v")
    base = replace(base, views=(*base.views, View(id="v", name="host")), comparisons=(*base.comparisons, other))
    assert "In the view «host», B leads and A has rank 3." in said(base).sentences


def test_without_weights_there_is_no_leader_and_the_reason_is_told():
    found = said(replace(study(), comparisons=()))
    assert (found.leader, found.lead) == (None, None)
    assert found.text == "There is no ranking yet: some weights or scores are missing."


def test_where_every_host_fails_none_can_lead():
    assert said(set_criterion(study(), "x", must=">= 2")).text.startswith("No host can lead")


def test_a_single_host_leads_nobody():
    base = replace(study(), hosts=study().hosts[:1])
    found = said(base)
    assert (found.leader, found.lead) == ("A", None)


def test_a_host_that_stands_higher_but_cannot_lead_is_named():
    values = {"x": [0.5, 0.4, 1.0], "y": [0.5, 0.5, None]}
    found = said(data_study({"x": 0.7, "y": 0.3}, values, HOSTS))
    assert found.leader == "A"
    assert found.sentences[:2] == (
        "A is first of those that can lead. It leads B by 7.0 points.",
        "C stands higher, but lacks over a quarter of the weight.",
    )


def test_hosts_that_already_share_the_first_place_are_not_put_there_by_gaps():
    values = {"x": [0.5, 0.5, 0.1], "y": [0.5, 0.5, None]}
    sentences = said(data_study({"x": 0.8, "y": 0.2}, values, HOSTS)).sentences
    assert "1 cell is missing; even at their best they put nobody else first." in sentences


def test_weights_of_some_nodes_only_are_told_as_placeholders_by_name():
    tree = {GOAL: ("a", "b"), "a": ("x", "y")}
    blocks = [equal(GOAL, "ab"), equal("a", "xy"), *(equal(leaf, HOSTS) for leaf in "xyb")]
    marked = [
        replace(b, pairs=tuple(replace(p, status="placeholder") for p in b.pairs)) if b.under == "a" else b
        for b in blocks
    ]
    sentences = said(pairwise_study(tree, HOSTS, marked)).sentences
    assert "The weights under a are placeholder judgments." in sentences


def test_placeholder_answers_on_hosts_are_not_told_as_weights():
    base = pairwise_study({GOAL: "xy"}, HOSTS, [equal(GOAL, "xy"), equal("x", HOSTS), equal("y", HOSTS)])
    goal, *leaves = base.comparisons
    goal = replace(goal, pairs=tuple(replace(p, status="placeholder") for p in goal.pairs))
    assert (
        "The weights themselves are placeholder judgments."
        in said(replace(base, comparisons=(goal, *leaves))).sentences
    )


def test_equal_weights_for_now_are_told_as_placeholders():
    base = replace(study(), nodes=(NodeSetting(under=GOAL, weighted_by="direct"),))
    entries = tuple(WeightEntry(criterion=c, view="base", weight=1.0, status="placeholder") for c in "xy")
    assert "The weights themselves are placeholder judgments." in said(replace(base, weights=entries)).sentences


def test_without_hosts_there_is_nobody_to_rank():
    assert said(replace(study(), hosts=())).text == "There are no hosts to rank."


def test_what_the_weight_rests_on_is_told_by_kind():
    cited = {"source": "World Bank", "year": 2023}
    base = set_cell(study(), "x", "A", status="placeholder")
    base = set_cell(set_cell(base, "x", "B", **cited), "y", "C", value=None)
    sentences = said(base).sentences
    place = sentences.index("23\u202f% of the weight rests on placeholder values.")
    assert sentences[place + 1] == "Besides, 23\u202f% is measured, 43\u202f% is judged and 10\u202f% is missing."


def test_without_placeholders_the_kinds_are_told_of_the_whole_weight():
    base = set_cell(study(), "x", "A", status="proxy")
    assert "Of the weight, 23\u202f% rests on proxies and 77\u202f% is judged." in said(base).sentences


def with_all(of):
    """The verdict with everything that takes longer than an edit may."""
    results = {view.id: evaluate(of, view.id) for view in of.views}
    base = results[of.settings.base_view]
    return verdict(base, results, Grounds(None, critical_cells(base), method_agreement(base)))


def test_the_nearest_cell_and_whether_the_methods_agree_are_told_where_they_are_known():
    known, unknown = with_all(study()).sentences, said(study()).sentences
    assert "B draws level once x of A falls to 0.7571 (now 0.9)." in known
    assert "The methods agree: A leads by each of them, whichever other host is left out." in known
    assert [sentence for sentence in known if sentence in unknown] == list(unknown)
    assert len(known) == len(unknown) + 2


def test_no_cell_is_told_where_the_first_place_is_shared_or_no_leaf_has_cells():
    shared = with_all(set_cell(study(), "x", "B", value=0.9 - 0.6 * 3 / 7))
    assert not any("draws level" in sentence or "No cell" in sentence for sentence in shared.sentences)
    compared = pairwise_study({GOAL: ("a",)}, HOSTS, [from_weights("a", {"A": 0.5, "B": 0.3, "C": 0.2})])
    assert not any("cell" in sentence for sentence in with_all(compared).sentences)


def test_at_a_level_of_groups_the_verdict_is_about_their_figures():
    results = evaluate(grouped_study())
    said = verdict(results, {results.view: results}, level=0)
    assert (said.leader, said.lead) == ("Canada", pytest.approx(0.05))
    assert said.sentences[0] == "Canada is first. It leads Spain by 5.0 points."
    assert "x (+5.0)" in said.sentences[1]
    assert verdict(results, {}).sentences[0] == "Windsor is first. It leads Spain by 5.0 points."


def test_a_weight_that_puts_another_member_first_changes_no_leading_group():
    made = data_study({"x": 0.5, "y": 0.5}, {"x": [1.0, 0.0, 0.4], "y": [0.0, 0.9, 0.52]}, ["a1", "a2", "b"])
    groups = (Host(id="A", name="Group A"), *(replace(h, group="A" if h.id != "b" else None) for h in made.hosts))
    results = evaluate(replace(made, hosts=groups))
    assert nearest_change(results)[0].host == "a2"
    assert nearest_change(results, 0) is None
    assert "No weight of a main criterion alone changes the leader." in verdict(results, {}, level=0).sentences
