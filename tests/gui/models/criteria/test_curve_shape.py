"""A value curve as it is shaped by hand."""

import numpy as np
import pytest

from decidr.core.study.criteria import Criterion, Curve
from decidr.core.value.curves import curve_problems, curve_scores
from decidr.gui.models.criteria.curve_shape import FORMS, CurveShape, Knot

NOTHING = np.array([])
RULE = Criterion(id="r", name="Rule", worst=0.0, best=100.0, better="higher", ends_proposed=True)
TAX = Criterion(id="t", name="Tax", worst=35.0, best=15.0, better="lower")
SALES = Criterion(id="s", name="Sales", worst=5_000.0, best=1_500_000.0, curve=Curve(form="log"))
BENT = Criterion(id="b", name="Bent", curve=Curve(form="points", points=((0, 0), (50, 0.8), (100, 1))))


def shape(criterion: Criterion) -> CurveShape:
    made = CurveShape.of(criterion, NOTHING)
    assert made is not None
    return made


def test_a_curve_without_ends_or_with_an_error_has_no_shape() -> None:
    assert CurveShape.of(Criterion(id="x", name="x"), NOTHING) is None
    assert CurveShape.of(Criterion(id="x", name="x", worst=1.0, best=1.0), NOTHING) is None
    assert CurveShape.of(SALES, np.array([-5.0])) is None


def test_straight_and_log_curves_have_their_ends_as_knots() -> None:
    assert shape(RULE).knots == ((0, 0), (100, 1))
    assert shape(TAX).knots == ((15, 1), (35, 0))
    assert shape(SALES).knots == ((5_000, 0), (1_500_000, 1))
    assert shape(BENT).knots == BENT.curve.points


def test_an_end_that_is_moved_becomes_the_criterions_and_is_no_proposal_any_more() -> None:
    fields = shape(RULE).moved(1, Knot(120, 0.3), 1).fields
    assert (fields["worst"], fields["best"], fields["curve"]) == (0, 120, Curve())
    assert (fields["better"], fields["ends_proposed"]) == ("higher", False)
    fields = shape(TAX).moved(1, Knot(40, 0.0), 1).fields
    assert (fields["worst"], fields["best"], fields["better"]) == (40, 15, "lower")


def test_an_end_cannot_pass_the_other_and_a_log_end_stays_above_zero() -> None:
    assert shape(RULE).moved(0, Knot(500, 0), 1).ends == (99, 100)
    assert shape(SALES).moved(0, Knot(-3, 0), 1) == shape(SALES)


def test_a_point_moves_between_its_neighbours_and_from_0_to_1() -> None:
    assert shape(BENT).moved(1, Knot(200, 1.4), 1).knots[1] == (99, 1)
    assert shape(BENT).moved(1, Knot(-9, -0.4), 1).knots[1] == (1, 0)


@pytest.mark.parametrize("form", FORMS)
def test_whatever_a_hand_does_the_curve_can_score(form: str) -> None:
    rng = np.random.default_rng(3)
    made = shape(Criterion(id="x", name="x", worst=1.0, best=9.0, better="higher", curve=Curve(form="linear")))
    made = made.in_form(next(f for f in FORMS if f == form))
    for _round in range(300):
        knot = Knot(float(rng.uniform(0, 12)), float(rng.uniform(-0.5, 1.5)))
        place = int(rng.integers(len(made.knots)))
        does = [made.moved(place, knot, 0.1), made.removed(place)]
        if made.knots[0].value < knot.value < made.knots[-1].value and form == "points":
            does.append(made.added(Knot(knot.value, min(max(knot.score, 0), 1))))
        made = does[int(rng.integers(len(does)))]
        criterion = Criterion(id="x", name="x", **made.fields)
        assert curve_problems(criterion, NOTHING) == ()


def test_a_point_more_makes_a_curve_by_points_that_keeps_its_course() -> None:
    added = shape(RULE).added(Knot(50, 0.8))
    assert added.criterion.curve == BENT.curve
    assert shape(BENT).added(Knot(50, 0.1)) == shape(BENT)
    values = np.geomspace(5_000, 1_500_000, 50)
    by_points = shape(SALES).in_form("points").criterion.curve
    assert curve_scores(by_points, 0, 0, values) == pytest.approx(
        curve_scores(SALES.curve, 5_000, 1_500_000, values), abs=0.02
    )


def test_only_points_between_the_ends_can_go() -> None:
    assert shape(BENT).removed(1).knots == ((0, 0), (100, 1))
    assert shape(BENT).removed(0) == shape(BENT)
    assert shape(RULE).removed(0) == shape(RULE)


def test_no_curve_becomes_flat() -> None:
    tent = shape(Criterion(id="x", name="x", curve=Curve(form="points", points=((0, 0), (5, 1), (9, 0)))))
    assert tent.removed(1) == tent
    assert tent.moved(1, Knot(5, 0), 1) == tent


def test_reaching_moves_the_ends_out_and_never_in() -> None:
    assert shape(RULE).reaching([-5, 50, 130]).ends == (-5, 130)
    assert shape(BENT).reaching([40]).knots == shape(BENT).knots
    assert shape(TAX).reaching([58.5]).ends == (58.5, 15)


def test_the_ends_survive_another_form() -> None:
    assert shape(BENT).in_form("linear").fields["best"] == 100
    assert shape(TAX).in_form("points").knots == ((15, 1), (35, 0))


def test_a_preset_follows_the_direction_and_a_target_range_drops_a_better_that_no_longer_holds() -> None:
    assert shape(TAX).preset("step").knots[0] == (15, 1)
    assert shape(TAX).preset("target").knots[0] == (15, 0)
    assert shape(TAX).preset("target").fields["better"] is None
    assert shape(TAX).preset("target").preset("s-shape").knots[-1] == (35, 0)
    assert shape(TAX).preset("s-shape").fields["better"] == "lower"
