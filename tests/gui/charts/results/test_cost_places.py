"""Where the parts of the cost chart stand."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSizeF

from decidr.core.analysis.cost.beside_quality import CostBesideQuality, cost_beside_quality
from decidr.core.analysis.evaluation import evaluate
from decidr.formats.templates import load_template
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.results.cost_places import CostPlaces, scale_around
from decidr.gui.theme import CAPTION
from tests.gui.costed_study import with_costs

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def beside() -> CostBesideQuality:
    found = cost_beside_quality(evaluate(with_costs(load_template("ev-plant"))))
    assert found is not None
    return found


@pytest.fixture
def places(beside: CostBesideQuality, qapp: object) -> CostPlaces:
    return CostPlaces(beside, beside.names, QSizeF(720, 400), 20)


def test_dearer_lies_further_right_and_better_further_up(places: CostPlaces, beside: CostBesideQuality) -> None:
    by_x = sorted(places.dots, key=lambda dot: dot.centre.x())
    by_y = sorted(places.dots, key=lambda dot: -dot.centre.y())
    assert [dot.h for dot in by_x] == sorted(range(10), key=lambda h: beside.costs[h])
    assert [dot.h for dot in by_y] == sorted(range(10), key=lambda h: beside.quality[h])


def test_every_dot_and_name_lies_in_the_plot(places: CostPlaces) -> None:
    assert len(places.dots) == 10
    for dot in places.dots:
        assert places.area.contains(dot.area)
        assert places.area.contains(dot.label)


def test_the_number_at_the_end_of_the_axis_is_not_cut(beside: CostBesideQuality) -> None:
    dear = replace(beside, costs=beside.costs * (1199e6 / beside.costs.max()))
    places = CostPlaces(dear, dear.names, QSizeF(720, 400), 0)
    letters = measure(CAPTION).horizontalAdvance(places.across.text(places.across.ticks[-1]))
    assert places.area.right() + letters / 2 <= 720


def test_no_name_covers_a_dot_or_another_name(places: CostPlaces) -> None:
    for dot in places.dots:
        for other in places.dots:
            assert not dot.label.intersects(other.area)
            assert dot is other or not dot.label.intersects(other.label)


def test_the_four_quarters_meet_at_the_medians_and_fill_the_plot(places: CostPlaces) -> None:
    quarters = [places.quarter(better, cheaper) for better in (True, False) for cheaper in (True, False)]
    whole = places.area.width() * places.area.height()
    assert sum(q.width() * q.height() for q in quarters) == pytest.approx(whole)
    assert quarters[0].bottomRight() == places.median
    left = [dot for dot in places.dots if dot.centre.x() < quarters[0].right()]
    assert len(left) == 5


def test_a_single_host_stands_in_the_middle_of_its_scale() -> None:
    scale = scale_around(np.array([40.0]), 6)
    assert scale.low < 40 < scale.high
    assert 0.2 < scale.share(40.0) < 0.8


def test_an_axis_of_costs_above_zero_does_not_begin_below() -> None:
    assert scale_around(np.array([0.1, 9.0]), 6).low == 0
    assert scale_around(np.array([-3.0, 9.0]), 6).low < -3
