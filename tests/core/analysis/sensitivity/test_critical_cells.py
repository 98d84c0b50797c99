"""Critical cells, beside a search by studies that were edited and evaluated again."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.critical_cells import CriticalCell, critical_cells
from decidr.core.study.cases import cases_of
from decidr.core.study.criteria import Curve, Level
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.study import Study
from decidr.core.value.curves import ends, span
from tests.building import data_study
from tests.core.analysis.edited_studies import given_values, leader_of, margin, nobody_else_said, own, with_only_value
from tests.core.analysis.random_scenarios import with_scenarios
from tests.core.analysis.random_studies import BASE, OTHER, random_study

HOSTS = ("A", "B", "C")
WEIGHTS = {"x": 0.5, "y": 0.5}
VALUES = {"x": [0.9, 0.2, 0.5], "y": [0.5, 0.8, 0.5]}

seeds = st.integers(0, 2**32 - 1)
syntheses = st.sampled_from(["absolute", "distributive", "ideal"])
views = st.sampled_from([BASE, OTHER])


def small(**settings_) -> Study:
    """A leads with 0.7, B and C have 0.5."""
    return data_study(WEIGHTS, VALUES, HOSTS, **settings_)


def cell_of(results: Results, criterion: str, host: str) -> CriticalCell | None:
    return next((c for c in critical_cells(results) if (c.criterion, c.host) == (criterion, host)), None)


# By search


def behind(then: Results, leader: str) -> float:
    """How far the best other host that may lead is behind the leader; below 0 where another one leads."""
    if leader_of(then) is None:
        return np.inf
    found = margin(then, leader)
    if np.isnan(found):
        return -np.inf if leader_of(then) != leader else np.inf
    return found


def values_between(results: Results, leaf: str) -> list[float | str]:
    """Values from end to end, those at which a must changes its mind on both sides, or all levels."""
    study, criterion = results.study, results.sources.criteria[leaf]
    if criterion.scored_by == "rating":
        return [level.name for level in study.levels if level.criterion == leaf]
    given_ = given_values(study, leaf, results.hosts)
    if criterion.scored_by == "direct":
        low, high = 0.0, 1.0 if results.synthesis == "absolute" else max(given_, default=0.0)
    elif criterion.curve.form == "points":
        low, high = criterion.curve.points[0][0], criterion.curve.points[-1][0]
    else:
        low, high = sorted(ends(criterion) or (min(given_, default=0.0), max(given_, default=0.0)))
    if low == high:
        return []
    grid = [*np.linspace(low, high, 17).tolist(), *(v for v in given_ if low <= v <= high)]
    bounds = [float(criterion.must.split()[1])] if criterion.must else []
    return [v for v in (*grid, *(b + d for b in bounds for d in (-1e-9, 0.0, 1e-9))) if low <= v <= high]


def every_cell(results: Results) -> Iterator[tuple[int, int]]:
    for leaf, id_ in enumerate(results.leaves):
        if results.sources.criteria[id_].scored_by != "pairwise":
            for host, name in enumerate(results.hosts):
                mine = own(results.study, id_, name)
                if mine is None or not mine.closed:
                    yield leaf, host


def distance(
    results: Results, then: Results, leaf: int, host: int, value: float | str, cell: CriticalCell | None
) -> float:
    """From today: of a gap and of a rating in score, else in the unit."""
    if isinstance(value, str) or results.missing[leaf, host]:
        return abs(float(then.raw_scores[leaf, host] - results.raw_scores[leaf, host]))
    if cell is not None and isinstance(cell.value_now, float):
        return abs(value - cell.value_now)
    return 0.0


@given(seeds, syntheses, views)
@example(109279, "distributive", BASE)  # a leaf that is 0 for all until one leaves the end of its log curve
@example(2027, "distributive", BASE)  # two people's values at both ends that the data give: no one value scores so
@settings(max_examples=25, deadline=None)
def test_a_search_over_all_cells_finds_none_that_does_it_with_less(seed, synthesis, view):
    search(evaluate(random_study(seed, synthesis), view), seed)


@given(seeds, syntheses, views)
@settings(max_examples=25, deadline=None)
def test_so_it_is_where_a_scenario_moves_scores_and_weights(seed, synthesis, view):
    study = with_scenarios(random_study(seed, synthesis), seed)
    case = cases_of(study)[seed % len(cases_of(study))]
    search(evaluate(study, view, case=case), seed)


def is_moved(results: Results, leaf: int, host: int) -> bool:
    """Whether the case moves figures of the leaf, which are told as they are then, or would move a gap once filled."""
    moves, id_ = results.sources.moves, results.leaves[leaf]
    if moves is None:
        return False
    return bool(results.missing[leaf, host]) or any(place[0] == id_ for place in (*moves.cells, *moves.opened))


def is_one_for_musts(results: Results, leaf: int, host: int) -> bool:
    """Whether what a must tests is what counts: beside participants' values it tests the study's own."""
    id_ = results.leaves[leaf]
    return not results.sources.criteria[id_].must or nobody_else_said(results.study, id_, results.hosts[host])


def search(results: Results, seed: int) -> None:
    """Hold some cells of the results to what any value between the ends brings."""
    leader = leader_of(results)
    assume(leader is not None and behind(results, leader) > 1e-9)
    found = {(c.criterion, c.host): c for c in critical_cells(results)}
    rng = np.random.default_rng(seed)
    cells = [cell for cell in every_cell(results) if not is_moved(results, *cell) and is_one_for_musts(results, *cell)]
    for leaf, host in [cells[i] for i in rng.permutation(len(cells))[:8].tolist()]:
        id_, name = results.leaves[leaf], results.hosts[host]
        criterion, cell = results.sources.criteria[id_], found.get((id_, name))

        def at(value, criterion=criterion, name=name) -> Results:
            study = with_only_value(results.study, criterion, name, value)
            return evaluate(study, results.view, case=results.case)

        if cell is not None:
            then = at(cell.value_at_tie)
            assert behind(then, leader) <= 1e-9
            nearest = distance(results, then, leaf, host, cell.value_at_tie, cell)
            rival = then.hosts.index(cell.leader)
            assert then.eligible[rival]
            assert then.totals[rival] == pytest.approx(
                max(t for t, e in zip(then.totals, then.eligible, strict=True) if e)
            )
        for value in values_between(results, id_):
            then = at(value)
            if behind(then, leader) < -1e-12:
                assert cell is not None, (id_, name, value)
                assert distance(results, then, leaf, host, value, cell) >= nearest - 1e-8, (id_, name, value)


@given(seeds, syntheses, views)
@example(909146245, "distributive", BASE)  # the least and the largest of the other values are one
@settings(max_examples=40, deadline=None)
def test_changes_are_told_in_the_unit_and_as_a_share_and_listed_ascending(seed, synthesis, view):
    results = evaluate(random_study(seed, synthesis), view)
    found = critical_cells(results)
    shares = [c.share for c in found if c.share is not None]
    assert shares == pytest.approx(sorted(shares), abs=1e-12)
    assert [c.share for c in found[len(shares) :]] == [None] * (len(found) - len(shares))
    for cell in found:
        leaf, host = results.leaves.index(cell.criterion), results.hosts.index(cell.host)
        criterion = results.sources.criteria[cell.criterion]
        if results.missing[leaf, host]:
            assert (cell.value_now, cell.change, cell.share) == (None, None, None)
        elif isinstance(cell.value_at_tie, str):
            assert cell.share == abs(cell.change)
        else:
            assert cell.change == pytest.approx(cell.value_at_tie - cell.value_now)
            whole = span(criterion) if criterion.scored_by == "data" else 1.0 if synthesis == "absolute" else None
            if whole:
                assert cell.share == pytest.approx(abs(cell.change) / whole)
            assert cell.share > 0


# By hand


def test_under_absolute_the_change_closes_the_gap_divided_by_the_weight():
    found = critical_cells(evaluate(small()))
    assert [(c.criterion, c.host, c.leader) for c in found] == [
        ("x", "A", "B"),
        ("x", "B", "B"),
        ("x", "C", "C"),
        ("y", "A", "B"),
        ("y", "C", "C"),
    ]
    assert [c.change for c in found] == pytest.approx([-0.4, 0.4, 0.4, -0.4, 0.4])
    assert [c.share for c in found] == pytest.approx([0.4] * 5)


def test_a_cell_whose_ends_do_not_suffice_is_not_listed():
    assert cell_of(evaluate(small()), "y", "B") is None


def test_one_to_nine_is_told_in_steps_and_as_a_share_of_eight():
    study = set_criterion(small(), "x", worst=1.0, best=9.0)
    for host, value in zip(HOSTS, (8.2, 2.6, 5.0), strict=True):
        study = set_cell(study, "x", host, value=value)
    cell = cell_of(evaluate(study), "x", "B")
    assert (cell.value_now, cell.value_at_tie, cell.change, cell.share) == pytest.approx((2.6, 5.8, 3.2, 0.4))


def test_of_a_curve_that_turns_the_nearest_value_counts():
    peak = Curve(form="points", points=((0.0, 0.0), (1.0, 1.0), (3.0, 0.0)))
    study = set_criterion(small(), "x", curve=peak)
    for host, value in zip(HOSTS, (0.9, 2.6, 0.5), strict=True):
        study = set_cell(study, "x", host, value=value)
    cell = cell_of(evaluate(study), "x", "B")  # its score must rise from 0.2 to 0.6
    assert (cell.value_at_tie, cell.share) == pytest.approx((1.8, 0.8 / 3))


def test_a_value_beyond_the_ends_first_has_to_come_back():
    study = set_cell(small(), "x", "A", value=1.5)  # clamped: 0.75, so that A leads B by 0.25
    cell = cell_of(evaluate(study), "x", "A")
    assert (cell.value_at_tie, cell.change) == pytest.approx((0.5, -1.0))


@pytest.mark.parametrize("synthesis", ["distributive", "ideal"])
@pytest.mark.parametrize(("form", "worst", "best"), [("linear", 8.0, 3.0), ("log", 8.0, 3.0), ("log", 2e6, 2e6 + 1)])
def test_where_all_score_0_the_first_to_leave_the_end_takes_the_whole_leaf(synthesis, form, worst, best):
    study = set_criterion(small(synthesis=synthesis), "x", curve=Curve(form=form), worst=worst, best=best)
    for host in HOSTS:
        study = set_cell(study, "x", host, value=worst)
    results = evaluate(study)  # B leads
    cell = cell_of(results, "x", "A")
    assert cell.value_at_tie != worst
    assert cell.value_at_tie == pytest.approx(worst, rel=1e-11)
    assert evaluate(set_cell(study, "x", "A", value=cell.value_at_tie)).leader == 0


def test_figures_in_billions_tie_where_they_are_the_same_and_not_a_little_before():
    """The turned leaf's ends come from the two figures; once these are equal it is 0 for both, and B is first."""
    low, high = 1422700553.6311133, 7143646944.902231
    study = data_study(WEIGHTS, {"x": [low, high], "y": [0.2, 0.8]}, HOSTS[:2], synthesis="ideal")
    study = set_criterion(study, "x", worst=None, best=None)
    results = evaluate(replace(study, views=(replace(study.views[0], turned=("x",)),)))
    assert results.leader == 0
    cell = cell_of(results, "x", "B")
    assert (cell.value_at_tie, cell.leader) == (low, "B")


def test_so_it_is_where_a_turn_makes_it_0():
    study = set_criterion(small(synthesis="distributive"), "x", worst=8.0, best=3.0)
    for host in HOSTS:
        study = set_cell(study, "x", host, value=3.0)
    study = replace(study, views=(replace(study.views[0], turned=("x",)),))
    cell = cell_of(evaluate(study), "x", "A")
    assert evaluate(set_cell(study, "x", "A", value=cell.value_at_tie)).leader == 0


def test_a_closed_cell_is_never_critical():
    study = set_cell(small(), "x", "B", closed="shut")
    assert cell_of(evaluate(study), "x", "B") is None


def test_a_gap_takes_the_value_nearest_to_its_middle_and_has_no_share():
    study = set_cell(small(), "x", "C", value=None)
    found = critical_cells(evaluate(study))
    cell = found[-1]
    assert (cell.criterion, cell.host, cell.value_now, cell.change, cell.share) == ("x", "C", None, None, None)
    assert cell.value_at_tie == pytest.approx(0.9)


def test_a_host_that_a_filled_gap_makes_eligible_may_lead_at_the_middle_itself():
    study = set_cell(set_cell(small(), "x", "A", value=None), "y", "A", value=0.9)  # A has 0.7 and cannot lead
    results = evaluate(set_cell(study, "y", "C", value=0.4))
    assert leader_of(results) == "B"
    cell = cell_of(results, "x", "A")
    assert (cell.value_at_tie, cell.leader) == (pytest.approx(0.5), "A")


def rated() -> Study:
    study = set_criterion(small(), "x", scored_by="rating")
    scores = {"good": 0.9, "fair": 0.6, "low": 0.5, "poor": 0.2}
    levels = tuple(Level(criterion="x", name=name, score=score) for name, score in scores.items())
    study = replace(study, levels=levels)
    for host, level in zip(HOSTS, ("good", "poor", "low"), strict=True):
        study = set_cell(study, "x", host, "rating", value=level)
    return study


def test_a_rating_goes_to_the_next_level_that_ties_or_passes():
    results = evaluate(rated())
    cell = cell_of(results, "x", "A")
    assert (cell.value_now, cell.value_at_tie, cell.leader) == ("good", "low", "B")
    assert (cell.change, cell.share) == pytest.approx((-0.4, 0.4))
    cell = cell_of(results, "x", "B")
    assert (cell.value_now, cell.value_at_tie, cell.leader) == ("poor", "fair", "B")


def test_a_turned_leaf_is_told_in_its_own_direction():
    study = small()
    view = replace(study.views[0], turned=("x",))
    results = evaluate(replace(study, views=(view,)))  # B leads with 0.8, C has 0.5, A 0.3
    cell = cell_of(results, "x", "B")
    assert cell.change == pytest.approx(0.6)


def test_direct_scores_are_told_as_a_share_of_the_largest_where_they_are_divided():
    study = set_criterion(small(synthesis="ideal"), "x", scored_by="direct")
    for host, value in zip(HOSTS, (90.0, 20.0, 50.0), strict=True):
        study = set_cell(study, "x", host, "direct", value=value)
    cell = cell_of(evaluate(study), "x", "B")
    assert cell.share == pytest.approx(cell.change / 90)
    then = evaluate(set_cell(study, "x", "B", "direct", value=cell.value_at_tie))
    assert then.totals[1] == pytest.approx(then.totals[0], abs=1e-9)


def test_a_must_that_the_leader_would_fail_is_passed_just_beyond_its_bound():
    results = evaluate(set_criterion(small(), "x", must=">= 0.8"))  # B and C fail it today
    assert critical_cells(evaluate(set_criterion(small(), "y", must=">= 0.4")))
    assert all(c.by_must for c in critical_cells(results))
    cell = cell_of(evaluate(set_criterion(small(), "y", must=">= 0.4")), "y", "A")
    assert cell.by_must
    assert cell.value_at_tie < 0.4
    assert cell.value_at_tie == pytest.approx(0.4)


def test_a_host_that_fails_a_must_can_lead_once_it_meets_it():
    study = set_cell(set_criterion(small(), "x", must=">= 0.3"), "y", "B", value=1.0)  # B has 0.6 and fails
    cell = cell_of(evaluate(study), "x", "B")
    assert (cell.value_at_tie, cell.leader, cell.by_must) == (pytest.approx(0.4), "B", True)


def test_where_two_share_the_first_place_nothing_is_critical():
    assert critical_cells(evaluate(set_cell(small(), "x", "B", value=0.6))) == ()


def test_without_a_leader_there_is_nothing():
    assert critical_cells(evaluate(data_study(WEIGHTS, {c: [None] * 3 for c in VALUES}, HOSTS))) == ()
