"""Other ways of solving a study, beside published reversals and a second reading of the method."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.method_agreement import OtherWay, method_agreement, without_host
from decidr.core.study.cases import cases_of
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_setting
from decidr.core.study.hosts import Host
from decidr.core.study.scenarios import Move, Scenario
from tests.building import data_study, equal, judged, pairwise_study
from tests.core.analysis.by_definition import answer
from tests.core.analysis.random_studies import BASE, OTHER, random_study

HOSTS = ("A", "B", "C")
VALUES = {"x": [0.9, 0.2, 0.5], "y": [0.1, 0.8, 0.5]}


def belton_gear(**settings_) -> Results:
    """Belton & Gear 1983: three alternatives and a copy of the second, on three criteria of one weight."""
    criteria = ("k", "l", "m")
    on = {
        "k": ["1/9", "1", "1/9", "9", "1", "1/9"],
        "l": ["9", "9", "9", "1", "1", "1"],
        "m": ["8/9", "8", "8/9", "9", "1", "1/9"],
    }
    hosts = ("A", "B", "C", "D")
    blocks = [equal(GOAL, criteria), *(judged(c, hosts, upper) for c, upper in on.items())]
    return evaluate(pairwise_study({GOAL: criteria}, hosts, blocks, **settings_))


def way(results: Results, method: str) -> OtherWay:
    return next(w for w in method_agreement(results).ways if w.method == method)


def test_a_copy_reverses_ranks_under_distributive_as_belton_and_gear_found():
    """Trap M6: without the copy B is ahead of A."""
    results = belton_gear(synthesis="distributive")
    found = way(results, "D")
    assert (found.leader, found.is_same) == ("B", False)
    assert found.reversed == (("A", "B"),)
    assert way(belton_gear(synthesis="ideal"), "D").reversed == ()


def test_without_todays_leader_the_second_is_the_same_answer():
    results = evaluate(data_study({"x": 0.6, "y": 0.4}, VALUES, HOSTS))
    found = way(results, "A")
    assert (found.leader, found.is_same, dict(found.ranks)) == ("C", True, {"B": 2, "C": 1})


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(["absolute", "distributive", "ideal"]),
    st.sampled_from([BASE, OTHER]),
)
@settings(max_examples=15, deadline=None)
def test_every_way_has_the_leader_and_the_ranks_of_the_definition(seed, synthesis, view):
    results = evaluate(random_study(seed, synthesis), view)
    assume(results.leader is not None)
    for other in method_agreement(results).ways:
        study = (
            without_host(results.study, other.method)
            if other.choice == "without"
            else set_setting(results.study, **{other.choice: other.method})
        )
        wanted = answer(study, view)
        assert other.leader == wanted.leader
        assert [other.ranks[host] for host in wanted.hosts] == wanted.ranks


def test_in_a_scenario_every_way_supposes_it_as_well():
    move = Move(kind="score", target="x", host="A", operation="set", value=0.0)
    study = data_study({"x": 0.6, "y": 0.4}, VALUES, HOSTS)
    shut = replace(study, scenarios=(Scenario(id="s", name="Shut", moves=(move,)),))
    (case,) = cases_of(shut)
    then = method_agreement(evaluate(shut, case=case))
    assert {way.leader for way in then.ways if way.method in ("geometric mean", "ideal")} == {"C"}
    assert way(evaluate(shut), "geometric mean").leader == "A"


def test_the_same_matrix_passes_by_one_table_and_fails_by_another():
    """Trap M1: a12 = 2, a23 = 4, a13 = 3 has CR .093, .104 and .110."""
    criteria = ("x", "y", "z")
    study = data_study(dict.fromkeys(criteria, 1 / 3), {c: [0.9, 0.1] for c in criteria}, HOSTS[:2])
    results = evaluate(replace(study, comparisons=(judged(GOAL, criteria, [2, 3, 4]),)))
    (ratio,) = method_agreement(results).ratios
    assert ratio.passing == ("saaty 1980",)
    assert not ratio.is_undisputed
    assert ratio.ratios == pytest.approx(
        {"saaty 2005": 0.1037, "saaty 1980": 0.0930, "donegan-dodd": 0.1097, "alonso-lamata": 0.1028}, abs=5e-5
    )


def test_the_ratio_of_the_studys_own_table_is_that_of_the_matrix():
    for seed in range(30):
        results = evaluate(random_study(seed, "distributive"), BASE)
        matrices = [m for m in results.matrices if m.consistency is not None]
        for ratio, matrix in zip(method_agreement(results).ratios, matrices, strict=True):
            found = ratio.ratios[results.study.settings.random_index]
            assert found == (None if matrix.consistency.cr is None else pytest.approx(matrix.consistency.cr, abs=1e-12))


def test_completion_is_asked_only_where_a_pair_is_missing():
    results = belton_gear()
    assert {w.choice for w in method_agreement(results).ways} == {"priorities", "synthesis", "without"}
    blocks = results.study.comparisons
    gap = replace(blocks[0], pairs=(replace(blocks[0].pairs[0], value=None), *blocks[0].pairs[1:]))
    incomplete = evaluate(replace(results.study, comparisons=(gap, *blocks[1:])))
    assert way(incomplete, "smallest lambda-max").choice == "completion"


def test_a_way_that_cannot_be_solved_says_nothing_of_the_leader():
    study = data_study({"x": 0.6, "y": 0.4}, VALUES, HOSTS, synthesis="ideal")
    bare = replace(study, criteria=tuple(replace(c, worst=None, best=None) for c in study.criteria))
    results = evaluate(bare)
    absolute = way(results, "absolute")
    assert (absolute.is_solved, absolute.leader) == (False, None)
    assert absolute not in method_agreement(results).others


def test_the_last_member_of_a_group_takes_it_along():
    study = replace(
        data_study({"x": 1.0}, {"x": [0.9, 0.2, 0.5]}, HOSTS),
        hosts=(Host(id="A", name="A", group="G"), *(Host(id=h, name=h) for h in "BC"), Host(id="G", name="G")),
    )
    assert evaluate(without_host(study, "A")).hosts == ("B", "C")
    assert evaluate(without_host(study, "B")).hosts == ("A", "C")


def test_with_two_hosts_none_is_left_out_and_without_a_leader_nothing_is_asked():
    two = evaluate(data_study({"x": 0.6, "y": 0.4}, {c: v[:2] for c, v in VALUES.items()}, HOSTS[:2]))
    assert all(w.choice != "without" for w in method_agreement(two).ways)
    nobody = evaluate(data_study({"x": 0.6, "y": 0.4}, {c: [None] * 3 for c in VALUES}, HOSTS))
    assert method_agreement(nobody).ways == ()
