"""The bars of the tornado, beside studies whose weights and cells were edited and evaluated again."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import why_fixed
from decidr.core.analysis.sensitivity.tornado import Bar, tornado
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell, set_criterion
from tests.building import data_study
from tests.core.analysis.edited_studies import leader_of, margin
from tests.core.analysis.random_studies import BASE, OTHER, random_study

seeds = st.integers(0, 2**32 - 1)
syntheses = st.sampled_from(["absolute", "distributive", "ideal"])
views = st.sampled_from([BASE, OTHER])
HOSTS = ("A", "B", "C")
VALUES = {"x": [0.9, 0.2, 0.5], "y": [0.1, 0.8, 0.5], "z": [0.4, 0.4, 0.9]}
WEIGHTS = {"x": 0.6, "y": 0.36, "z": 0.04}


def three(**settings_) -> Results:
    return evaluate(data_study(WEIGHTS, VALUES, HOSTS, **settings_))


def bar_of(results: Results, criterion: str, host: str = "") -> Bar:
    found = tornado(results)
    assert found is not None
    return next(bar for bar in found.bars if (bar.criterion, bar.host) == (criterion, host))


def lead_of(results: Results, leader: int | None) -> float:
    """The margin over the best other host that may lead today: weights do not change who may."""
    rest = [results.totals[h] for h in range(len(results.hosts)) if h != leader]
    return float(results.totals[leader] - max(rest))


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_a_weight_goes_ten_points_either_way_and_its_siblings_keep_their_proportions(synthesis):
    results = three(synthesis=synthesis)
    bar = bar_of(results, "x")
    for end, weight in ((bar.low, 0.5), (bar.high, 0.7)):
        then = evaluate(data_study({"x": weight, **_rest(1 - weight)}, VALUES, HOSTS, synthesis=synthesis))
        assert end.at == pytest.approx(weight)
        first = results.leader
        assert end.change == pytest.approx(lead_of(then, first) - lead_of(results, first), abs=1e-9)
        assert end.leader == (None if then.leader == first else leader_of(then))


def _rest(share: float) -> dict[str, float]:
    return {"y": share * 0.9, "z": share * 0.1}


def test_a_weight_is_cut_at_nothing_and_at_everything():
    assert bar_of(three(), "z").low.at == 0.0
    most = evaluate(data_study({"x": 0.95, "y": 0.05}, {"x": [0.9, 0.2], "y": [0.1, 0.8]}, HOSTS[:2]))
    assert bar_of(most, "x").high.at == 1.0


def test_the_widest_bar_stands_first_and_todays_margin_is_inside_every_bar():
    found = tornado(three())
    assert found is not None
    assert (found.leader, found.second) == ("A", "C")
    widths = [bar.width for bar in found.bars]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] >= abs(found.bars[0].low.change)


def test_a_cell_goes_to_its_low_and_its_high():
    study = set_cell(data_study(WEIGHTS, VALUES, HOSTS), "y", "B", value=0.8, low=0.3, high=1.0)
    results = evaluate(study)
    bar = bar_of(results, "y", "B")
    for end, value in ((bar.low, 0.3), (bar.high, 1.0)):
        then = evaluate(set_cell(study, "y", "B", value=value))
        assert end.at == pytest.approx(value)
        assert end.change == pytest.approx(margin(then, "A") - margin(results, "A"), abs=1e-12)


def test_a_gap_goes_from_nothing_to_everything_but_a_closed_cell_stays():
    study = set_cell(data_study(WEIGHTS, VALUES, HOSTS), "z", "B", value=None)
    bar = bar_of(evaluate(study), "z", "B")
    assert (bar.low.at, bar.high.at) == (0.0, 1.0)
    shut = evaluate(set_cell(study, "z", "B", value=0.4, low=0.1, high=0.9, closed="shut"))
    found = tornado(shut)
    assert found is not None
    assert all(not bar.host for bar in found.bars)


def test_a_figure_that_costs_the_leader_its_place_by_a_must_stands_first():
    study = set_criterion(data_study(WEIGHTS, VALUES, HOSTS), "x", must=">= 0.5")
    found = tornado(evaluate(set_cell(study, "x", "A", value=0.9, low=0.4, high=1.0)))
    assert found is not None
    assert (found.bars[0].criterion, found.bars[0].host, found.bars[0].width) == ("x", "A", np.inf)
    assert found.bars[0].low.leader == "C"


def test_without_two_hosts_that_can_lead_there_is_no_margin():
    assert tornado(evaluate(data_study(WEIGHTS, {c: v[:1] for c, v in VALUES.items()}, HOSTS[:1]))) is None


def test_an_only_child_has_no_bar():
    only = evaluate(data_study({"x": 1.0}, {"x": [0.2, 0.8]}, HOSTS[:2]))
    found = tornado(only)
    assert found is not None
    assert found.bars == ()


@given(seeds, syntheses, views)
@settings(max_examples=25, deadline=None)
def test_every_weight_bar_is_that_of_the_moved_study(seed, synthesis, view):
    results = evaluate(random_study(seed, synthesis), view)
    found = tornado(results)
    assume(found is not None)
    bars = {bar.criterion: bar for bar in found.bars if not bar.host}
    assert bars.keys() == {node for node in results.tree.nodes if node != GOAL and not why_fixed(results, node)}
    eligible = [h for h in range(len(results.hosts)) if results.eligible[h]]
    for criterion, bar in bars.items():
        for end, weight in ((bar.low, results.local[criterion] - 0.1), (bar.high, results.local[criterion] + 0.1)):
            then = with_local_weights(results, {criterion: min(max(weight, 0.0), 1.0)}).totals
            rest = max(then[h] for h in eligible if h != results.leader)
            assert end.change == pytest.approx(then[results.leader] - rest - found.margin, abs=1e-9)


@given(seeds, syntheses, views)
@settings(max_examples=25, deadline=None)
def test_every_cell_bar_is_that_of_the_study_with_that_figure(seed, synthesis, view):
    results = evaluate(random_study(seed, synthesis), view)
    found = tornado(results)
    assume(found is not None)
    for bar in [bar for bar in found.bars if bar.host]:
        mine = [c for c in results.study.cells if (c.criterion, c.host) == (bar.criterion, bar.host)]
        given_ = [c for c in mine if c.value is not None and c.way == results.sources.ways_of_scoring[bar.criterion]]
        if len(given_) != 1 or given_[0].participant is not None:
            continue
        for end, value in ((bar.low, given_[0].low), (bar.high, given_[0].high)):
            study = set_cell(results.study, bar.criterion, bar.host, given_[0].way, value=value)
            then = evaluate(study, view)
            assert end.change == pytest.approx(margin(then, found.leader) - found.margin, abs=1e-9, nan_ok=True)
            assert (end.leader or found.leader) == (leader_of(then) or found.leader)
