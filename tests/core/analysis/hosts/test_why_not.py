"""Why a host is not first, beside studies that were edited and evaluated again."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.why_not import why_not, why_not_sentences
from decidr.core.analysis.results import Results
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.study import Study
from tests.building import data_study
from tests.core.analysis.edited_studies import cells_at, given_values, margin
from tests.core.analysis.random_studies import BASE, OTHER, random_study

seeds = st.integers(0, 2**32 - 1)
HOSTS = ("A", "B", "C")


def study() -> Study:
    values = {"x": [0.9, 0.5, 0.1], "y": [0.2, 0.8, 0.3], "z": [0.5, 0.5, 0.5]}
    return data_study({"x": 0.6, "y": 0.3, "z": 0.1}, values, HOSTS)


def entered_at_best(results: Results, leaf: str, host: str) -> Study | None:
    """The study in which the cell of a host is as good as its scale allows; None where it cannot be entered."""
    base, criterion = results.study, results.sources.criteria[leaf]
    is_turned = leaf in results.sources.view.turned
    given = given_values(base, leaf, results.hosts) if criterion.scored_by in ("data", "direct") else []
    if criterion.scored_by == "rating":
        value = "poor" if is_turned else "good"
    elif criterion.scored_by == "direct":
        value = 0.0 if is_turned else 1.0 if results.synthesis == "absolute" else max(given, default=None)
    elif criterion.curve.form == "points":
        value = (min if is_turned else max)(criterion.curve.points, key=lambda point: point[1])[0]
    elif criterion.worst is not None:
        value = criterion.worst if is_turned else criterion.best
    else:
        low_is_best = (criterion.better == "lower") != is_turned
        value = (min if low_is_best else max)(given, default=None)
    if value is None or any(c.closed for c in cells_at(base, leaf, host) if c.participant is None):
        return None
    others = tuple(c for c in base.cells if not (c.participant and (c.criterion, c.host) == (leaf, host)))
    return set_cell(replace(base, cells=others), leaf, host, criterion.scored_by or "data", value=value)


@given(seeds, st.sampled_from(["absolute", "distributive", "ideal"]), st.sampled_from([BASE, OTHER]))
@settings(max_examples=25, deadline=None)
def test_the_cells_that_would_put_a_host_first_are_those_that_do(seed, synthesis, view):
    results = evaluate(random_study(seed, synthesis), view)
    assume(results.leader is not None)
    for host in results.hosts:
        found = why_not(results, host)
        if found is None:
            assert host == results.hosts[results.leader]
            continue
        lifts = {lift.leaf: lift.lead for lift in found.lifts}
        for leaf in results.leaves:
            if results.sources.ways_of_scoring[leaf] == "pairwise":
                continue
            edited = entered_at_best(results, leaf, host)
            lead = np.nan if edited is None else margin(evaluate(edited, view), host)
            assert (leaf in lifts) == (lead >= -1e-9)
            assert leaf not in lifts or lifts[leaf] == pytest.approx(lead, abs=1e-9)


@given(seeds, st.sampled_from(["absolute", "distributive", "ideal"]))
@settings(max_examples=25, deadline=None)
def test_costs_and_wins_add_up_to_what_the_host_is_behind(seed, synthesis):
    results = evaluate(random_study(seed, synthesis), BASE)
    assume(results.leader is not None)
    for host in results.hosts:
        if found := why_not(results, host):
            differences = [gap.difference for gap in (*found.costs, *found.wins)]
            assert sum(differences) == pytest.approx(-found.behind, abs=1e-7)
            assert [g.difference for g in found.costs] == sorted(g.difference for g in found.costs)
            assert [g.difference for g in found.wins] == sorted((g.difference for g in found.wins), reverse=True)


def test_what_costs_and_what_wins_is_weighted():
    found = why_not(evaluate(study()), "B")
    assert (found.leader, found.rank, found.behind) == ("A", 2, pytest.approx(0.06))
    assert [(g.leaf, g.difference) for g in found.costs] == [("x", pytest.approx(-0.24))]
    assert [(g.leaf, g.difference) for g in found.wins] == [("y", pytest.approx(0.18))]
    # at its best x would add 0.3, y just 0.06 and z 0.05, of the 0.06 that B is behind
    assert [(lift.leaf, lift.is_shared) for lift in found.lifts] == [("x", False), ("y", True)]


def test_the_sentences_tell_standing_costs_wins_and_the_way_to_the_top():
    assert why_not_sentences(evaluate(study()), "B") == (
        "B has rank 2, 6.0 points behind A.",
        "It loses on x (\u221224.0).",
        "It wins on y (+18.0).",
        "x, alone at its best, would put it first.",
    )
    assert why_not_sentences(evaluate(study()), "C") == (
        "C has rank 3, 45.0 points behind A.",
        "It loses on x (\u221248.0).",
        "It wins on y (+3.0).",
        "x, alone at its best, would put it first.",
    )


def test_where_no_cell_alone_is_enough_the_sentence_says_so():
    hopeless = set_cell(set_cell(study(), "y", "A", value=0.95), "x", "A", value=1.0)
    assert why_not_sentences(evaluate(hopeless), "C")[-1] == "No single cell, even at its best, would put it first."
    assert why_not(evaluate(hopeless), "C").lifts == ()


def test_a_cell_that_only_ties_lets_the_host_share_the_place():
    sharing = set_cell(set_cell(study(), "x", "A", value=1.0), "x", "B", value=0.6)
    sharing = set_cell(set_cell(sharing, "y", "A", value=0.4), "y", "B", value=0.4)
    assert why_not_sentences(evaluate(sharing), "B")[-1] == "x, alone at its best, would let it share the first place."


def test_more_than_three_leaves_are_told_as_the_rest_together():
    weights = dict.fromkeys("abcde", 0.2)
    wide = data_study(weights, {leaf: [0.9, 0.4 + 0.05 * i] for i, leaf in enumerate("abcde")}, HOSTS[:2])
    said = why_not_sentences(evaluate(wide), "B")[1]
    assert said == "It loses most on a (\u221210.0), b (\u22129.0), c (\u22128.0) and 2 others (\u221213.0)."


def test_the_leader_itself_and_a_study_without_one_have_nothing_to_explain():
    assert why_not(evaluate(study()), "A") is None
    assert why_not_sentences(evaluate(study()), "A") == ("A is first itself.",)
    unweighted = replace(study(), comparisons=())
    assert why_not_sentences(evaluate(unweighted), "B") == ("There is no leader to compare it with.",)


def test_a_host_that_cannot_lead_is_told_the_reason_first():
    failing = evaluate(set_criterion(study(), "y", must="<= 0.7"))
    assert why_not_sentences(failing, "B")[0] == "B stands outside the ranks: it does not meet y <= 0.7."
    lacking = evaluate(set_cell(study(), "x", "B", value=None))
    assert why_not_sentences(lacking, "B")[0] == "B lacks 60\u202f% of the weight, and over a quarter nobody can lead."
    assert [lift.leaf for lift in why_not(lacking, "B").lifts] == ["x"]


def test_a_host_with_as_many_points_shares_the_place():
    same = evaluate(set_cell(set_cell(study(), "x", "B", value=0.9), "y", "B", value=0.2))
    assert why_not_sentences(same, "B")[0] == "B has as many points as A and shares its place."


def test_a_closed_cell_stays_closed():
    shut = evaluate(set_cell(study(), "x", "B", closed="market shut"))
    assert "x" not in {lift.leaf for lift in why_not(shut, "B").lifts}
