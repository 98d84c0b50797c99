"""The nearest tie of a moved cell, on stretches written by hand."""

from math import nan

import numpy as np
import pytest

from decidr.core.analysis.sensitivity.first_tie import Rivalry, first_tie
from decidr.core.analysis.sensitivity.moved_cell import MovedCell, Stretch

LEADER, OTHER = 0, 1


def stretch(start: float, end: float, level: list[float], slope: list[float], **more) -> Stretch:
    return Stretch(start, end, np.array(level), np.array(slope), **more)


def cell(*stretches: Stretch, now: float = 0.2, middle: float = 0.5) -> MovedCell:
    return MovedCell(0, OTHER, stretches, now, middle, 1.0)


def rivalry(synthesis="absolute", without=(0.3, 0.1), weight=0.5, may_lead=(True, True)) -> Rivalry:
    return Rivalry(np.array(without), weight, LEADER, np.array(may_lead), synthesis)


UP = stretch(0.0, 1.0, [0.4, 0.0], [0.0, 1.0])
"""The other host's score is its value, the leader's is 0.4."""


def test_the_other_host_draws_level_where_its_score_makes_up_for_the_rest():
    tie = first_tie(cell(UP), rivalry())  # 0.3 + 0.5 * 0.4 = 0.1 + 0.5 * 0.8
    assert (tie.value, tie.distance, tie.host) == (pytest.approx(0.8), pytest.approx(0.6), OTHER)


def test_a_stretch_that_ends_before_the_tie_has_none():
    assert first_tie(cell(UP._replace(end=0.7)), rivalry()) is None


def test_on_the_logarithm_the_place_is_found_and_the_value_told():
    decades = stretch(1.0, 100.0, [0.4, 0.0], [0.0, 1 / np.log(100)], is_log=True)
    assert first_tie(cell(decades, now=1.0), rivalry()).value == pytest.approx(100**0.8)


def test_divided_by_the_sum_both_hosts_move():
    """0.3 + 0.5 * 0.4/(0.4 + v) = 0.1 + 0.5 v/(0.4 + v)."""
    assert first_tie(cell(UP), rivalry("distributive")).value == pytest.approx(0.28 / 0.3)


def test_divided_by_the_largest_the_leader_falls_once_the_other_is_better():
    """Above 0.4 the other has 1 and the leader 0.4/v: 0.3 + 0.5 * 0.4/v = 0.1 + 0.5."""
    assert first_tie(cell(UP), rivalry("ideal")).value == pytest.approx(0.2 / 0.3)


def test_a_leaf_that_is_nothing_for_all_jumps_at_the_first_score_that_one_host_gets():
    jump = (stretch(0.0, 1.0, [0.0, 0.0], [0.0, 1.0]), stretch(0.0, 0.0, [0.0, 0.0], [0.0, 0.0]))
    tie = first_tie(cell(*jump, now=0.0), rivalry("distributive"))
    assert 0 < tie.value <= 1e-12
    assert first_tie(cell(*jump, now=0.0), rivalry("distributive", without=(0.7, 0.1))) is None


def test_a_leaf_becomes_nothing_for_all_at_the_end_itself_and_no_earlier():
    """The only host with a score has all of it till the end; by rounding another one draws level just before."""
    down = stretch(2.0, 7.0, [1.4, 0.0], [-0.2, 0.0])
    own = MovedCell(0, LEADER, (down, stretch(7.0, 7.0, [0.0, 0.0], [0.0, 0.0])), 4.85, 0.4, 5.0)
    tie = first_tie(own, rivalry("ideal", without=(0.1, 0.3)))
    assert (tie.value, tie.host) == (7.0, OTHER)


def test_a_gap_takes_the_score_nearest_to_its_middle():
    peak = (UP, stretch(1.0, 4.0, [0.4, 4 / 3], [0.0, -1 / 3]))
    tie = first_tie(cell(*peak, now=nan), rivalry())
    assert (tie.value, tie.distance) == (pytest.approx(0.8), pytest.approx(0.3))
    tie = first_tie(cell(*peak, now=nan, middle=0.9), rivalry())
    assert (tie.value, tie.distance) == (pytest.approx(0.9), 0)


def test_at_a_bound_that_does_not_belong_a_number_just_beyond_counts():
    out = UP._replace(start=0.3, is_ranked=False, opens_at=(0.3,))
    own = MovedCell(0, LEADER, (out,), 0.2, 0.5, 1.0)
    tie = first_tie(own, rivalry())
    assert (tie.host, tie.is_ranked) == (OTHER, False)
    assert 0.3 < tie.value <= 0.3 + 1e-12


def test_just_beyond_a_bound_the_logarithm_is_another_one():
    jump = stretch(8.0, 80.0, [0.0, -np.log(8)], [0.0, 1.0], is_log=True, opens_at=(8.0,))
    tie = first_tie(cell(jump, now=8.0), rivalry("distributive"))
    assert np.log(tie.value) > np.log(8)
    assert tie.value == pytest.approx(8, rel=1e-11)


def test_a_host_that_may_not_lead_draws_level_with_nobody():
    assert first_tie(cell(UP), rivalry(may_lead=(True, False))) is None
    assert first_tie(cell(UP._replace(is_ranked=False)), rivalry()) is None
