"""How far one cell could reach, beside studies that were edited and evaluated again."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.data.cell_reach import at_best, gaps, placeholders
from decidr.core.analysis.data.supposing import consequences
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import Curve
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.study import Study
from decidr.core.value.curves import span
from tests.building import data_study
from tests.core.analysis.edited_studies import (
    extremes,
    given_values,
    hold_same,
    leader_of,
    nobody_else_said,
    own,
)
from tests.core.analysis.random_studies import BASE, OTHER, random_study

seeds = st.integers(0, 2**32 - 1)
syntheses = st.sampled_from(["absolute", "distributive", "ideal"])
views = st.sampled_from([BASE, OTHER])
HOSTS = ("A", "B", "C")


def ranked(seed: int, synthesis: str, view: str) -> Results:
    results = evaluate(random_study(seed, synthesis), view)
    assume(results.leader is not None)
    return results


def values_of_gap(results: Results, leaf: str, host: str) -> list[float] | None:
    """Two values that reach both ends of the gap's band; None where none do without moving anything else."""
    study = results.study
    criterion, cell = results.sources.criteria[leaf], own(study, leaf, host)
    if criterion.scored_by == "rating":
        return None if criterion.must else [0.0, 1.0]
    given = given_values(study, leaf, results.hosts)
    if criterion.scored_by == "direct":
        return [0.0, 1.0 if results.synthesis == "absolute" else max(given, default=0.0)]
    has_bounds = cell is not None and cell.low is not None and cell.high is not None
    if criterion.worst is None and criterion.curve.form != "points":
        return [min(given), max(given)] if len(set(given)) > 1 and not has_bounds else None
    if has_bounds:
        return [cell.low, cell.high]
    return None if criterion.curve.form == "points" else [criterion.worst, criterion.best]


def values_of_placeholder(results: Results, leaf: str, host: str) -> list[float]:
    """The figures from one bound of the study's own cell to the other where the score may turn."""
    study, criterion = results.study, results.sources.criteria[leaf]
    cell = own(study, leaf, host)
    if criterion.scored_by == "rating":
        score = {"good": 0.9, "fair": 0.55, "poor": 0.1}[cell.value]
        return [max(score - 0.1, 0.0), min(score + 0.1, 1.0)]
    given = given_values(study, leaf, results.hosts)
    whole = span(criterion) if criterion.scored_by == "data" else None
    if criterion.scored_by == "direct":
        whole = 1.0 if results.synthesis == "absolute" else max(given)
    elif whole is None:
        whole = max(given) - min(given)
    low, high = cell.value - 0.1 * whole, cell.value + 0.1 * whole
    if cell.low is not None and cell.high is not None:
        low, high = cell.low, cell.high
    if criterion.scored_by == "direct":
        return [max(low, 0.0), min(high, 1.0) if results.synthesis == "absolute" else high]
    if criterion.curve.form == "log":  # as low as its lower end
        least = min(given) if criterion.worst is None else min(criterion.worst, criterion.best)
        low, high = (figure if figure > 0 else least for figure in (low, high))
    return [low, high, *(x for x, _ in criterion.curve.points if low < x < high)]


@given(seeds, syntheses, views)
@settings(max_examples=25, deadline=None)
def test_a_gap_at_its_worst_and_best_does_what_the_value_there_would_do(seed, synthesis, view):
    results = ranked(seed, synthesis, view)
    for reach in gaps(results):
        leaf, host = results.leaves[reach.worst.leaf], results.hosts[reach.worst.host]
        values = values_of_gap(results, leaf, host) if nobody_else_said(results.study, leaf, host) else None
        if values is None:
            continue
        wanted = extremes(results, view, results.sources.criteria[leaf], host, values)
        for found, expected in zip(consequences(results, reach), wanted, strict=True):
            hold_same(found, expected)


@given(seeds, syntheses, views)
@settings(max_examples=25, deadline=None)
def test_a_placeholder_within_its_bounds_does_what_the_values_there_would_do(seed, synthesis, view):
    results = ranked(seed, synthesis, view)
    for reach in placeholders(results):
        leaf, host = results.leaves[reach.worst.leaf], results.hosts[reach.worst.host]
        criterion = results.sources.criteria[leaf]
        is_turned_direct = criterion.scored_by == "direct" and leaf in results.sources.view.turned
        is_named = criterion.scored_by == "rating" and criterion.must
        if not nobody_else_said(results.study, leaf, host) or is_turned_direct or is_named:
            continue
        wanted = extremes(results, view, criterion, host, values_of_placeholder(results, leaf, host))
        for found, expected in zip(consequences(results, reach), wanted, strict=True):
            hold_same(found, expected)


def test_every_gap_and_every_placeholder_is_told_once():
    results = evaluate(random_study(3, "absolute"), BASE)
    told = [(r.worst.leaf, r.worst.host) for r in gaps(results)]
    assert told == [tuple(place) for place in np.argwhere(results.missing).tolist()]


def one_to_nine(**cell) -> Study:
    study = data_study({"x": 0.5, "y": 0.5}, {"x": [5.0, 4.0, 2.0], "y": [5.0, 5.0, 2.0]}, HOSTS)
    for leaf in "xy":
        study = set_criterion(study, leaf, worst=1.0, best=9.0)
    return set_cell(study, "x", "B", status="placeholder", **cell)


def scores(results: Results) -> list[tuple[float, float]]:
    return [(float(r.worst.row[r.worst.host]), float(r.best.row[r.best.host])) for r in placeholders(results)]


def test_a_placeholder_on_one_to_nine_may_be_a_step_off_and_elsewhere_a_tenth_of_the_span():
    assert scores(evaluate(one_to_nine())) == [(2 / 8, 4 / 8)]
    elsewhere = set_criterion(one_to_nine(), "x", worst=0.0, best=10.0)
    assert scores(evaluate(elsewhere)) == [pytest.approx((0.3, 0.5))]


def test_a_placeholder_with_bounds_stays_inside_them_and_a_closed_one_is_none():
    assert scores(evaluate(one_to_nine(low=1.0, high=3.0))) == [(0.0, 2 / 8)]
    assert scores(evaluate(one_to_nine(closed="shut"))) == []


def test_a_curve_that_peaks_inside_the_bounds_is_followed_to_its_peak():
    peak = Curve(form="points", points=((1.0, 0.0), (4.0, 1.0), (9.0, 0.0)))
    assert scores(evaluate(set_criterion(one_to_nine(), "x", curve=peak))) == [pytest.approx((2.2 / 3, 1.0))]


def test_of_equal_scores_the_one_that_fails_a_must_is_the_worst():
    flat = Curve(form="points", points=((1.0, 0.0), (2.0, 1.0)))
    study = set_criterion(one_to_nine(low=3.0, high=5.0), "x", curve=flat, must="<= 4")
    (reach,) = placeholders(evaluate(study))
    assert (reach.worst.is_ranked, reach.best.is_ranked) == (False, True)
    assert reach.worst.row[1] == reach.best.row[1] == 1.0


def test_on_a_log_curve_zero_and_below_score_as_its_lower_end():
    log = set_criterion(one_to_nine(low=-3.0, high=3.0), "x", worst=1.0, best=9.0, curve=Curve(form="log"))
    assert scores(evaluate(log)) == [pytest.approx((0.0, 0.5))]


def test_a_value_that_fails_a_must_takes_its_host_out_of_the_ranks():
    study = set_criterion(one_to_nine(), "x", must=">= 4")
    (reach,) = placeholders(evaluate(study))
    assert (reach.worst.is_ranked, reach.best.is_ranked) == (False, True)
    gap = set_cell(set_criterion(one_to_nine(), "x", must=">= 4"), "x", "B", value=None)
    (reach,) = gaps(evaluate(gap))
    assert [c.rank for c in consequences(evaluate(gap), reach)] == [0, 1]


@given(seeds, syntheses, views)
@settings(max_examples=25, deadline=None)
def test_nothing_that_can_be_entered_scores_higher_than_the_best(seed, synthesis, view):
    results = ranked(seed, synthesis, view)
    rng = np.random.default_rng(seed)
    for leaf, id_ in enumerate(results.leaves):
        criterion = results.sources.criteria[id_]
        if criterion.scored_by == "pairwise" or (criterion.worst is None and criterion.curve.form != "points"):
            continue
        for host, host_id in enumerate(results.hosts):
            case = at_best(results, leaf, host)
            cell = own(results.study, id_, host_id)
            if case is None:
                assert (cell is not None and cell.closed) or (
                    criterion.scored_by == "direct" and not given_values(results.study, id_, results.hosts)
                )
                continue
            figure = {"rating": str(rng.choice(["good", "fair", "poor"])), "direct": 0.0}.get(
                criterion.scored_by, float(rng.uniform(0.3, 11))
            )
            own_only = tuple(
                c for c in results.study.cells if not (c.participant and (c.criterion, c.host) == (id_, host_id))
            )
            other = set_cell(replace(results.study, cells=own_only), id_, host_id, criterion.scored_by, value=figure)
            assert evaluate(other, view).raw_scores[leaf, host] <= case.row[host] + 1e-12


def test_a_host_compared_in_pairs_can_be_as_good_as_the_best_one():
    results = evaluate(random_study(11, "absolute"), BASE)
    paired = [i for i, leaf in enumerate(results.leaves) if results.sources.ways_of_scoring[leaf] == "pairwise"]
    for leaf in paired:
        case = at_best(results, leaf, 0)
        assert case is None or case.row[0] == results.raw_scores[leaf].max()


def test_the_leader_of_an_edited_study_is_the_one_that_was_told():
    results = evaluate(one_to_nine(low=1.0, high=9.0))
    (reach,) = placeholders(results)
    _worst, best = consequences(results, reach)
    assert best.leader == leader_of(evaluate(set_cell(results.study, "x", "B", value=9.0))) == "B"
