import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from decidr.core.analysis.synthesis import band, divided, ranks, synthesise

SCORES = np.array([[0.2, 0.8, 1.0], [0.0, 0.0, 0.0], [0.5, 0.25, 0.25]])
WEIGHTS = np.array([0.5, 0.2, 0.3])
ALL = np.array([True, True, True])


def ranks_by_definition(totals, ranked):
    """Sorted, a gap above 1e-9 starts a new rank; those without such a gap share the better one."""
    order = sorted((h for h in range(len(totals)) if ranked[h]), key=lambda h: -totals[h])
    found = [0] * len(totals)
    for place, h in enumerate(order, start=1):
        tied = place > 1 and totals[order[place - 2]] - totals[h] <= 1e-9
        found[h] = found[order[place - 2]] if tied else place
    return found


def test_absolute_takes_scores_as_they_stand_and_does_not_rescale_totals():
    assert synthesise(SCORES, WEIGHTS, "absolute").totals.tolist() == pytest.approx([0.25, 0.475, 0.575])


def test_distributive_divides_each_leaf_by_its_sum():
    assert divided(SCORES, "distributive")[0].tolist() == pytest.approx([0.1, 0.4, 0.5])


def test_ideal_divides_by_the_largest_and_scales_totals_to_one():
    totals = synthesise(SCORES, WEIGHTS, "ideal").totals
    raw = np.array([0.5 * 0.2 + 0.3, 0.5 * 0.8 + 0.3 * 0.5, 0.5 + 0.3 * 0.5])
    assert totals.tolist() == pytest.approx(raw / raw.sum())


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_contributions_sum_to_the_totals(synthesis):
    _, contributions, totals = synthesise(SCORES, WEIGHTS, synthesis)
    assert contributions.sum(axis=0).tolist() == pytest.approx(totals.tolist())


@pytest.mark.parametrize("synthesis", ["distributive", "ideal"])
def test_a_leaf_that_is_nothing_for_all_gives_nothing(synthesis):
    assert not divided(SCORES, synthesis)[1].any()


def test_ties_share_the_better_rank():
    assert ranks(np.array([0.5, 0.7, 0.5]), ALL).tolist() == [2, 1, 2]
    assert ranks(np.array([0.7, 0.5, 0.7]), ALL).tolist() == [1, 3, 1]


def test_a_chain_of_tiny_gaps_is_one_rank():
    chain = np.array([0.5, 0.5 - 0.9e-9, 0.5 - 1.8e-9])
    assert ranks(chain, ALL).tolist() == [1, 1, 1]


def test_hosts_outside_the_ranks_and_without_totals_have_none():
    assert ranks(np.array([0.5, 0.7, 0.6]), np.array([True, False, True])).tolist() == [2, 0, 1]
    assert ranks(np.array([0.5, np.nan, 0.6]), ALL).tolist() == [2, 0, 1]


def test_no_hosts_have_no_ranks():
    assert ranks(np.zeros(0), np.zeros(0, dtype=bool)).tolist() == []


@given(
    arrays(np.float64, st.integers(1, 7), elements=st.sampled_from([0.1, 0.2, 0.2 + 5e-10, 0.2 + 2e-9, 0.9])),
    st.data(),
)
def test_ranks_are_those_of_the_definition(totals, data):
    ranked = np.array(data.draw(st.lists(st.booleans(), min_size=len(totals), max_size=len(totals))))
    assert ranks(totals, ranked).tolist() == ranks_by_definition(totals, ranked)


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_the_band_is_what_every_combination_of_ends_can_do(synthesis):
    """Brute force: each gap at worst or best; ranks are monotone in the gaps under absolute, where all is compared."""
    middle = np.array([[0.5, 0.8, 0.5], [0.3, 0.5, 0.4]])
    gaps = [(0, 0), (0, 2), (1, 1)]
    low, high = middle.copy(), middle.copy()
    for leaf, host in gaps:
        low[leaf, host], high[leaf, host] = 0.0, 1.0
    weights = np.array([0.6, 0.4])
    found = band(middle, low, high, weights, synthesis, ALL)
    totals = []
    for ends in itertools.product((0.0, 1.0), repeat=len(gaps)):
        scores = middle.copy()
        for (leaf, host), end in zip(gaps, ends, strict=True):
            scores[leaf, host] = end
        totals.append(synthesise(scores, weights, synthesis).totals)
    for h in range(3):
        own = [low if host == h else middle for _, host in gaps]
        assert found.low[h] == pytest.approx(_own_total(middle, low, h, weights, synthesis)), own
        assert found.high[h] == pytest.approx(_own_total(middle, high, h, weights, synthesis))
        seen = [ranks_by_definition(t, ALL)[h] for t in totals]
        if synthesis == "absolute":
            assert (found.best_rank[h], found.worst_rank[h]) == (min(seen), max(seen))


def _own_total(middle, end, h, weights, synthesis):
    scores = middle.copy()
    scores[:, h] = end[:, h]
    return synthesise(scores, weights, synthesis).totals[h]


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_without_a_leaf_there_are_no_totals(synthesis):
    assert np.isnan(synthesise(np.zeros((0, 3)), np.zeros(0), synthesis).totals).all()


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_without_hosts_there_is_nothing_to_divide(synthesis):
    assert synthesise(np.zeros((2, 0)), np.array([0.5, 0.5]), synthesis).totals.tolist() == []
