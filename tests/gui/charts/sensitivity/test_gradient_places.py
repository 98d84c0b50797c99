from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import one_way
from decidr.gui.charts.sensitivity.gradient_places import GradientPlaces
from decidr.gui.charts.sensitivity.sweep import sweep_of

WHOLE = QRectF(0, 0, 860, 460)


@pytest.fixture
def places(results: Results, in_focus: Focus, ids: dict[str, str], qapp: object) -> GradientPlaces:
    made = GradientPlaces()
    made.take(sweep_of(results, one_way(results, ids["Stability"])), in_focus)
    made.lay_out(WHOLE)
    return made


def test_pixels_and_weights_go_both_ways(places: GradientPlaces) -> None:
    assert places.weight_at(places.x(0.341)) == pytest.approx(0.341)
    assert places.weight_at(-50) == 0.0
    assert places.weight_at(5000) == 1.0


def test_no_name_covers_another_and_all_lie_inside(places: GradientPlaces) -> None:
    areas = sorted((name.area for name in places.names), key=QRectF.top)
    assert len(areas) == 10
    assert all(above.bottom() <= below.top() + 1e-6 for above, below in itertools.pairwise(areas))
    assert all(WHOLE.contains(area) for area in areas)


def test_names_stand_in_the_order_in_which_lines_end(places: GradientPlaces) -> None:
    by_line = sorted(places.names, key=lambda name: name.line_y)
    assert [name.host for name in by_line] == [n.host for n in sorted(places.names, key=lambda n: n.area.top())]


def test_every_change_of_leader_has_a_ring_with_words(places: GradientPlaces) -> None:
    (change,) = places.changes
    assert change.words == "Canada passes Spain at 34.1\u202f%"
    assert change.point.x() == pytest.approx(places.x(0.3413), abs=1)
    assert places.area.contains(change.area)


def test_the_line_can_be_taken_near_it_and_at_its_pill(places: GradientPlaces) -> None:
    x, y = places.x(places.weight), places.area.center().y()
    assert places.is_on_line(QPointF(x + 5, y))
    assert places.is_on_line(places.pill().center())
    assert not places.is_on_line(QPointF(x + 40, y))


def test_the_pill_says_now_or_try(places: GradientPlaces) -> None:
    assert places.pill_text() == "now 17"
    places.weight = 0.4
    assert places.pill_text() == "try 40.0\u202f%"


def test_a_name_is_found_by_its_place(places: GradientPlaces, ids: dict[str, str]) -> None:
    name = next(name for name in places.names if name.host == ids["Hungary"])
    assert places.host_named_at(name.area.center()) == ids["Hungary"]
    assert places.host_named_at(QPointF(5, 5)) == ""


def test_ticks_are_round_numbers_of_points(places: GradientPlaces) -> None:
    ticks = [places.tick_text(places.low + i * places.step) for i in range(5)]
    assert ticks == ["10", "30", "50", "70", "90"]


def test_before_a_sweep_there_is_nothing_to_take(qapp: object) -> None:
    places = GradientPlaces()
    places.lay_out(WHOLE)
    assert places.names == ()
    assert not places.is_on_line(QPointF(places.x(0), 100))
