"""The hand on a value curve."""

import pytest

from decidr.core.study.criteria import Criterion, Curve
from decidr.gui.models.criteria.curve_hand import CurveHand
from decidr.gui.models.criteria.curve_plane import CurvePlane
from decidr.gui.models.criteria.curve_shape import CurveShape

PLANE = CurvePlane(0, 0, 100, 100, 0, 100)
BENT = CurveShape(Criterion(id="b", name="b", curve=Curve(form="points", points=((0, 0), (50, 0.8), (100, 1)))))


@pytest.fixture
def hand() -> CurveHand:
    made = CurveHand()
    made.show(BENT)
    return made


def knots(hand: CurveHand) -> tuple[tuple[float, float], ...]:
    assert hand.shape is not None
    return hand.shape.knots


def test_it_takes_the_nearest_knot_within_reach(hand: CurveHand) -> None:
    assert hand.take(PLANE, 53, 22)
    assert hand.chosen == 1
    hand.give_up()
    assert not hand.take(PLANE, 30, 30)
    assert hand.chosen is None


def test_a_knot_is_drawn_by_what_the_hand_moves_not_to_where_it_is(hand: CurveHand) -> None:
    hand.take(PLANE, 53, 23)
    hand.draw(63, 23)
    assert knots(hand)[1] == (60, 0.8)
    hand.draw(63, 43)
    assert knots(hand)[1] == (60, 0.6)
    assert hand.settle() == hand.shape
    assert not hand.is_busy


def test_a_click_moves_nothing(hand: CurveHand) -> None:
    hand.take(PLANE, 53, 23)
    hand.draw(53, 24)
    assert hand.settle() is None
    assert hand.shape == BENT


def test_what_is_shown_meanwhile_waits_until_the_hand_is_free(hand: CurveHand) -> None:
    hand.take(PLANE, 50, 20)
    hand.draw(70, 20)
    hand.show(BENT)
    assert knots(hand)[1] == (70, 0.8)
    hand.give_up()
    assert hand.shape == BENT


def test_a_point_drawn_out_of_the_plane_goes_and_comes_back_with_the_hand(hand: CurveHand) -> None:
    hand.take(PLANE, 50, 20)
    hand.draw(50, -40)
    assert len(knots(hand)) == 2
    hand.draw(50, 20)
    assert len(knots(hand)) == 3
    hand.draw(50, 140)
    assert hand.settle() is not None
    assert (knots(hand), hand.chosen) == (((0, 0), (100, 1)), None)


def test_an_end_drawn_out_of_the_plane_stays(hand: CurveHand) -> None:
    hand.take(PLANE, 100, 0)
    hand.draw(100, -60)
    assert knots(hand) == BENT.knots


def test_a_point_is_added_at_sensible_figures_between_the_ends(hand: CurveHand) -> None:
    assert hand.add(PLANE, 25.4, 51.2) is not None
    assert knots(hand)[1] == (25, 0.5)
    assert hand.chosen == 1
    assert hand.add(PLANE, 150, 50) is None


def test_the_keyboard_adds_on_the_curve_halfway_to_the_next(hand: CurveHand) -> None:
    hand.chosen = 0
    hand.add_after()
    assert knots(hand)[1] == (25, 0.4)


def test_only_a_chosen_point_between_the_ends_is_removed(hand: CurveHand) -> None:
    assert hand.remove() is None
    hand.chosen = 0
    assert hand.remove() is None
    hand.chosen = 1
    assert hand.remove() is not None


def test_steps_by_keys_are_one_thing_tried_until_they_settle(hand: CurveHand) -> None:
    hand.chosen = 1
    hand.push(1, 0)
    hand.push(1, -1)
    hand.push(0, -1, fine=True)
    assert knots(hand)[1] == pytest.approx((52, 0.745))
    assert hand.before == BENT
    assert hand.settle() is not None


def test_choosing_goes_from_end_to_end_and_then_leaves(hand: CurveHand) -> None:
    assert [hand.choose_next(1) for _i in range(4)] == [True, True, True, False]
    assert hand.chosen == 2
    assert [hand.choose_next(-1) for _i in range(3)] == [True, True, False]


def test_without_a_shape_nothing_happens() -> None:
    hand = CurveHand()
    assert not hand.take(PLANE, 0, 0)
    assert hand.add(PLANE, 1, 1) is hand.add_after() is hand.remove() is hand.push(1, 0) is None
    assert not hand.choose_next(1)


def test_on_a_log_plane_an_end_moves_by_the_factor_that_the_hand_moves() -> None:
    sales = CurveShape(Criterion(id="s", name="s", worst=1_000.0, best=1_000_000.0, curve=Curve(form="log")))
    plane = CurvePlane(0, 0, 300, 100, 1_000, 1_000_000, is_log=True)
    hand = CurveHand()
    hand.show(sales)
    assert hand.take(plane, 300, 0)
    hand.draw(200, 0)
    assert knots(hand)[1] == (100_000, 1)
    hand.draw(130, 0)
    assert knots(hand)[1] == (20_000, 1)  # 1,000 × 10 ** 1.3 = 19,953, to its second digit
