"""The whole way from a study to its numbers; figures of the EV plant are those its authors printed."""

import math

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import cases_of
from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell, set_criterion, set_host, set_judgment, set_setting
from decidr.core.study.hosts import Host
from decidr.core.study.problems import Place
from decidr.core.study.study import Study
from decidr.core.study.views import View
from tests.building import data_study, equal, from_weights, judged, pairwise_study
from tests.core.analysis.random_edits import edited
from tests.core.analysis.random_scenarios import with_scenarios
from tests.core.analysis.random_studies import random_study

HOSTS = ("A", "B", "C")


def totals(results):
    return dict(zip(results.hosts, results.totals.tolist(), strict=True))


def codes(results):
    return [p.code for p in results.problems]


def simple(**settings_):
    values = {"cost": [0.2, 0.9, None], "risk": [0.8, 0.4, 0.5]}
    return data_study({"cost": 0.75, "risk": 0.25}, values, HOSTS, **settings_)


BELTON_GEAR = {
    "a": judged("a", HOSTS, ["1/9", 1, 9]),
    "b": judged("b", HOSTS, [9, 9, 1]),
    "c": judged("c", HOSTS, ["8/9", 8, 9]),
}
WITH_COPY = {
    "a": judged("a", (*HOSTS, "D"), ["1/9", 1, "1/9", 9, 1, "1/9"]),
    "b": judged("b", (*HOSTS, "D"), [9, 9, 9, 1, 1, 1]),
    "c": judged("c", (*HOSTS, "D"), ["8/9", 8, "8/9", 9, 1, "1/9"]),
}


def belton_gear(blocks, hosts, **settings_):
    goal = equal(GOAL, ("a", "b", "c"))
    return pairwise_study({GOAL: ("a", "b", "c")}, hosts, [goal, *blocks.values()], **settings_)


def test_totals_are_the_weighted_sums_of_the_scores():
    found = totals(evaluate(simple()))
    assert found == pytest.approx({"A": 0.75 * 0.2 + 0.25 * 0.8, "B": 0.75 * 0.9 + 0.25 * 0.4, "C": 0.5})


def test_weights_sum_to_one_at_every_node_and_contributions_to_the_totals():
    results = evaluate(simple())
    assert sum(results.local.values()) == pytest.approx(1, abs=1e-12)
    assert results.contributions.sum(axis=0) == pytest.approx(results.totals, abs=1e-12)


def test_a_purely_pairwise_study_is_distributive_unless_told_otherwise():
    assert evaluate(belton_gear(BELTON_GEAR, HOSTS)).synthesis == "distributive"
    assert evaluate(belton_gear(BELTON_GEAR, HOSTS, synthesis="ideal")).synthesis == "ideal"
    assert evaluate(simple()).synthesis == "absolute"


def test_a_copied_host_flips_the_ranking_under_distributive_and_not_under_ideal():
    """Belton and Gear 1983 (trap M6): A .451 B .470 C .079, with a copy of B: A .365 B .289."""
    before = evaluate(belton_gear(BELTON_GEAR, HOSTS))
    after = evaluate(belton_gear(WITH_COPY, (*HOSTS, "D")))
    assert totals(before) == pytest.approx({"A": 0.451, "B": 0.470, "C": 0.079}, abs=5e-4)
    assert totals(after) == pytest.approx({"A": 0.365, "B": 0.289, "C": 0.057, "D": 0.289}, abs=5e-4)
    ideal = evaluate(belton_gear(WITH_COPY, (*HOSTS, "D"), synthesis="ideal"))
    assert ideal.hosts[ideal.order[0]] == "B"
    assert totals(ideal)["A"] == pytest.approx(0.305, abs=5e-4)
    assert totals(ideal)["B"] == pytest.approx(0.322, abs=5e-4)


shares = st.floats(0, 1, allow_nan=False)


@given(st.lists(st.tuples(shares, shares), min_size=2, max_size=6), st.tuples(shares, shares))
@settings(max_examples=40, deadline=None)
def test_another_host_changes_no_total_in_absolute_mode_with_fixed_ends(rows, new):
    hosts = [f"h{i}" for i in range(len(rows) + 1)]

    def study(of):
        return data_study({"x": 0.3, "y": 0.7}, {"x": [r[0] for r in of], "y": [r[1] for r in of]}, hosts[: len(of)])

    before, after = evaluate(study(rows)), evaluate(study([*rows, new]))
    assert before.totals.tolist() == after.totals.tolist()[:-1]


def test_permuting_the_hosts_permutes_the_results():
    study = simple()
    turned = replace(study, hosts=study.hosts[::-1])
    assert totals(evaluate(turned)) == totals(evaluate(study))


def test_a_dormant_criterion_is_as_if_absent():
    study = set_criterion(simple(), "risk", active=False)
    results = evaluate(study)
    assert results.leaves == ("cost",)
    assert totals(results) == pytest.approx({"A": 0.2, "B": 0.9, "C": 0.5})
    assert "criteria.dormant" in codes(results)


def test_a_dormant_host_is_as_if_absent():
    results = evaluate(set_host(simple(), "B", active=False))
    assert results.hosts == ("A", "C")
    assert "hosts.dormant" in codes(results)


def test_a_host_with_members_is_not_an_alternative():
    study = simple()
    grouped = replace(study, hosts=(*study.hosts[:2], replace(study.hosts[2], group="A")))
    assert evaluate(grouped).hosts == ("B", "C")


def test_a_closed_cell_counts_nothing_and_leaves_no_gap():
    results = evaluate(set_cell(simple(), "cost", "B", closed="shut to this investor"))
    assert totals(results)["B"] == pytest.approx(0.25 * 0.4)
    assert not results.missing[:, 1].any()
    assert results.evidence["judged"] > 0


def test_a_host_that_lacks_over_a_quarter_of_the_weight_keeps_its_place_but_cannot_lead():
    study = set_cell(simple(), "risk", "C", value=1.0)
    study = set_cell(set_cell(study, "cost", "A", value=0.0), "cost", "B", value=0.0)
    results = evaluate(study)
    assert results.ranks.tolist()[2] == 1
    assert not results.eligible[2]
    assert results.hosts[results.leader] == "A"
    assert "hosts.not_eligible" in codes(results)


def test_exactly_a_quarter_missing_is_still_eligible():
    study = set_cell(set_cell(simple(), "cost", "C", value=0.1), "risk", "C", value=None)
    assert evaluate(study).eligible[2]


def test_a_host_that_fails_a_must_is_scored_and_stands_outside_the_ranks():
    results = evaluate(set_criterion(simple(), "cost", must=">= 0.5"))
    assert results.ranks.tolist() == [0, 1, 2]
    assert totals(results)["A"] == pytest.approx(0.35)
    assert results.failed[0] == "cost >= 0.5"
    assert {"hosts.failed_must", "must.missing"} <= set(codes(results))


def test_a_turned_leaf_scores_one_minus_its_score_and_its_gap_turns_with_it():
    study = simple()
    turned = replace(study, views=(replace(study.views[0], turned=("cost",)),))
    assert totals(evaluate(turned)) == pytest.approx({"A": 0.75 * 0.8 + 0.2, "B": 0.75 * 0.1 + 0.1, "C": 0.5})
    results = evaluate(turned)
    assert results.low[2] == pytest.approx(0.125)
    assert results.high[2] == pytest.approx(0.875)


def test_a_pairwise_leaf_cannot_be_turned():
    study = belton_gear(BELTON_GEAR, HOSTS)
    results = evaluate(replace(study, views=(replace(study.views[0], turned=("a",)),)))
    assert "turn.not_possible" in codes(results)
    assert np.isnan(results.totals).all()


def test_a_view_without_entries_at_a_node_takes_the_base_views():
    study = simple()
    other = replace(study, views=(*study.views, View(id="other", name="other")))
    assert evaluate(other, "other").local == evaluate(study).local
    own = set_judgment(other, under=GOAL, view="other", first="cost", second="risk", value=1.0)
    assert evaluate(own, "other").local == pytest.approx({"cost": 0.5, "risk": 0.5})
    assert evaluate(own).local == evaluate(study).local


def test_leaves_that_a_view_leaves_out_are_as_if_absent_and_named():
    study = simple()
    results = evaluate(replace(study, views=(replace(study.views[0], left_out=("risk",)),)))
    assert results.leaves == ("cost",)
    assert "views.leaf_left_out" in codes(results)


def test_a_node_without_judgments_leaves_totals_undefined_and_says_so():
    results = evaluate(replace(simple(), comparisons=()))
    assert "judgments.none" in codes(results)
    assert np.isnan(results.totals).all()
    assert results.ranks.tolist() == [0, 0, 0]
    assert results.leader is None


def test_unconnected_judgments_name_the_groups_and_give_no_weights():
    goal = judged(GOAL, "wxyz", [3, None, None, None, None, 2])
    study = data_study(dict.fromkeys("wxyz", 0.25), {c: [0.1, 0.2, 0.3] for c in "wxyz"}, HOSTS)
    results = evaluate(replace(study, comparisons=(goal,)))
    problem = next(p for p in results.problems if p.code == "judgments.unconnected")
    assert problem.values["groups"] == "w, x | y, z"
    assert np.isnan(results.totals).all()


def test_an_empty_study_has_no_results_and_two_problems():
    results = evaluate(Study())
    assert set(codes(results)) == {"criteria.none", "hosts.none"}
    assert results.leader is None


def test_a_circle_of_criteria_is_reported_and_counts_nothing():
    study = simple()
    circle = (Criterion(id="p", name="p", under="q"), Criterion(id="q", name="q", under="p"))
    results = evaluate(replace(study, criteria=(*study.criteria, *circle)))
    assert "criteria.cycle" in codes(results)
    assert results.leaves == ("cost", "risk")


def test_a_deep_tree_multiplies_local_weights_down():
    tree = {GOAL: ("a", "b"), "a": ("a1", "a2"), "a1": ("x", "y")}
    blocks = [
        from_weights(GOAL, {"a": 0.6, "b": 0.4}),
        from_weights("a", {"a1": 0.5, "a2": 0.5}),
        from_weights("a1", {"x": 0.25, "y": 0.75}),
        *(equal(leaf, HOSTS) for leaf in ("b", "a2", "x", "y")),
    ]
    results = evaluate(pairwise_study(tree, HOSTS, blocks))
    assert results.global_["y"] == pytest.approx(0.6 * 0.5 * 0.75)
    assert sum(results.global_[leaf] for leaf in results.leaves) == pytest.approx(1, abs=1e-12)


def test_the_leader_that_depends_on_the_synthesis_is_said_once():
    values = {"x": [1.0, 0.35, 0.1], "y": [0.0, 0.05, 0.0]}
    study = data_study({"x": 0.5, "y": 0.5}, values, HOSTS)
    found = [p for p in evaluate(study).problems if p.code == "synthesis.changes_leader"]
    assert len(found) == 1
    assert found[0].values["leader"] == "A"


def test_names_that_differ_only_in_case_and_accents_are_an_error():
    study = simple()
    results = evaluate(replace(study, hosts=(*study.hosts, Host(id="a2", name=" á "))))
    assert "hosts.duplicate" in codes(results)


def test_earlier_results_never_change_a_number():
    study = simple()
    earlier = evaluate(study)
    steps = [
        set_judgment(study, under=GOAL, view="base", first="cost", second="risk", value=2.0),
        set_cell(study, "cost", "C", value=0.4),
        set_setting(study, synthesis="ideal"),
        set_setting(study, priorities="geometric mean", random_index="alonso-lamata"),
        set_criterion(study, "cost", best=2.0),
        set_host(study, "A", active=False),
        replace(study, cells=(*study.cells, Cell(criterion="cost", host="A", value=0.3, participant="p"))),
    ]
    for step in steps:
        _assert_same(evaluate(step, earlier=earlier), evaluate(step))


def test_a_leaf_that_says_no_way_is_compared_in_pairs_from_the_first_judgment_of_its_hosts_on():
    by_data = set_criterion(simple(), "risk", scored_by=None)
    in_pairs = replace(by_data, comparisons=(*by_data.comparisons, judged("risk", HOSTS, [2, 3, 4])))
    for before, after in ((by_data, in_pairs), (in_pairs, by_data)):
        _assert_alike(evaluate(after, earlier=evaluate(before)), evaluate(after))


@pytest.mark.parametrize("seed", range(30))
def test_results_carried_along_a_chain_of_edits_are_those_of_a_fresh_evaluation(seed):
    """Nothing that was lent goes stale: names, nodes, blocks, scores, with a case or without, after an undo as well."""
    rng = np.random.default_rng(seed)
    past = [with_scenarios(random_study(seed), seed)]
    view, earlier = past[0].views[seed % 2].id, None
    for _step in range(14):
        study = edited(past[-1], rng) if rng.random() < 0.8 else past[int(rng.integers(len(past)))]
        case = [None, None, *cases_of(study)][int(rng.integers(5))]
        earlier = evaluate(study, view, earlier, case)
        _assert_alike(earlier, evaluate(study, view, case=case))
        past.append(study)


def _assert_alike(one, other):
    """Every number and word of two results, and of all that they are made of."""
    for field in fields(one):
        if field.name not in ("study", "sources"):
            assert _parts(getattr(one, field.name)) == _parts(getattr(other, field.name)), field.name


def _parts(value):
    """What a value consists of, in tuples and plain values that can be compared; NaN equals NaN."""
    if isinstance(value, np.ndarray):
        return [value.shape, value.dtype.str, _parts(value.tolist())]
    if isinstance(value, dict):
        return {key: _parts(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_parts(part) for part in value]
    if isinstance(value, msgspec.Struct):
        return [_parts(getattr(value, name)) for name in value.__struct_fields__]
    return "NaN" if isinstance(value, float) and math.isnan(value) else value


def _assert_same(one, other):
    for field in fields(one):
        if field.name not in ("sources", "nodes", "leaf_scores", "leaf_table", "matrices", "participants"):
            np.testing.assert_equal(getattr(one, field.name), getattr(other, field.name))


def test_the_other_synthesis_is_asked_with_the_gaps_as_it_counts_them():
    """Under ideal a direct gap counts with half the largest given, under absolute with 0.5."""
    base = data_study({"x": 0.8, "y": 0.2}, {"x": [0.1, 0.1, 0.1], "y": [0.5, 0.59, 0.5]}, HOSTS)
    base = set_criterion(base, "x", scored_by="direct")
    for host, value in (("A", 0.1), ("B", 0.1), ("C", None)):
        base = set_cell(base, "x", host, way="direct", value=value)
    weights = replace(base, comparisons=(from_weights(GOAL, {"x": 0.2, "y": 0.8}),))
    here, ideal = evaluate(weights), evaluate(set_setting(weights, synthesis="ideal"))
    told = [p for p in here.problems if p.code == "synthesis.changes_leader"]
    assert here.hosts[here.leader] == "C"
    assert ideal.hosts[ideal.leader] == "B"
    assert [p.values["other_leader"] for p in told] == ["B"]


def test_a_leaf_whose_hosts_nobody_compared_is_never_dropped_in_silence():
    """Traps A9 and A10: every leaf is covered, or no total is told."""
    study = belton_gear({leaf: BELTON_GEAR[leaf] for leaf in "ab"}, HOSTS)
    assert {p.code for p in evaluate(study).problems if p.severity == "error"} == {"ends.missing"}
    results = evaluate(set_criterion(study, "c", scored_by="pairwise"))
    assert results.leaves == ("a", "b", "c")
    assert [p.place for p in results.problems if p.code == "judgments.none"] == [Place("Judgments", ("c",))]
    assert np.isnan(results.totals).all()


def test_a_host_left_out_of_one_comparison_never_scores_nothing_there_in_silence():
    """Trap A11."""
    results = evaluate(belton_gear({**BELTON_GEAR, "c": judged("c", ("A", "B"), [3])}, HOSTS))
    assert [p.values["groups"] for p in results.problems if p.code == "judgments.unconnected"] == ["A, B | C"]
    assert np.isnan(results.totals).all()


some_rows = st.lists(st.tuples(shares, shares, shares), min_size=2, max_size=6)


@given(some_rows, st.integers(0, 5), st.sampled_from(["absolute", "ideal"]))
@settings(max_examples=60, deadline=None)
def test_a_copied_host_reorders_nobody_under_absolute_and_ideal(rows, copied, synthesis):
    """Trap M6, beyond the fixture of Belton and Gear."""
    more = [*rows, rows[copied % len(rows)]]

    def totals_of(of):
        values = {leaf: [row[k] for row in of] for k, leaf in enumerate("xyz")}
        names = [f"h{i}" for i in range(len(of))]
        return evaluate(data_study({"x": 0.5, "y": 0.3, "z": 0.2}, values, names, synthesis=synthesis)).totals

    before, after = totals_of(rows), totals_of(more)[: len(rows)]
    gaps = before[:, None] - before[None, :]
    kept = (after[:, None] - after[None, :])[np.abs(gaps) > 1e-9]
    assert (np.sign(kept) == np.sign(gaps[np.abs(gaps) > 1e-9])).all()
