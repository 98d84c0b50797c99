"""Where a map of winners stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import Focus, focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.winner_maps import WinnerMap, triangle, two_way
from decidr.core.analysis.sensitivity.winner_regions import CORNERS
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.sensitivity.plane import distance
from decidr.gui.charts.sensitivity.winner_map_places import WinnerMapPlaces
from tests.building import data_study

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(params=["two", "three"])
def winner_map(request: pytest.FixtureRequest, results: Results) -> WinnerMap:
    tops = results.tree.children[GOAL]
    return two_way(results, *tops[:2]) if request.param == "two" else triangle(results, tops[0], tops[2], tops[4])


@pytest.fixture
def places(results: Results, winner_map: WinnerMap, in_focus: Focus) -> WinnerMapPlaces:
    made = WinnerMapPlaces()
    made.take(results, winner_map, in_focus)
    made.lay_out(QRectF(0, 0, 700, 600))
    return made


@pytest.mark.parametrize("point", [(0.2, 0.3, 0.5), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0), (0.125, 0.875, 0.0)])
def test_a_pixel_and_the_point_there_are_each_others_inverse(
    places: WinnerMapPlaces, point: tuple[float, float, float]
) -> None:
    assert places.point_at(places.pixel(point)) == pytest.approx(point)


@pytest.mark.parametrize("place", [(-90.0, 40.0), (900.0, 900.0), (350.0, -200.0), (350.0, 1000.0)])
def test_a_place_outside_gives_the_nearest_point_of_the_map(
    places: WinnerMapPlaces, place: tuple[float, float]
) -> None:
    there = QPointF(*place)
    point = places.point_at(there)
    assert min(point) >= 0
    assert sum(point) == pytest.approx(1.0)
    steps = [i / 20 for i in range(21)]
    others = [(a, b * (1 - a), (1 - a) * (1 - b)) for a in steps for b in steps]
    nearest = min(distance(places.pixel(other), there) for other in others)
    assert distance(places.pixel(point), there) <= nearest + 1.0


def test_a_weight_takes_as_many_pixels_across_as_up(places: WinnerMapPlaces, winner_map: WinnerMap) -> None:
    drawn = winner_map.corners
    for i in range(3):
        length = float(((drawn[i - 1] - drawn[i]) ** 2).sum() ** 0.5)
        pixels = distance(places.pixel(CORNERS[i - 1]), places.pixel(CORNERS[i]))
        assert pixels == pytest.approx(length * places.per_weight)


def test_regions_lie_where_their_hosts_lead(places: WinnerMapPlaces, winner_map: WinnerMap) -> None:
    assert [region.hosts for region in places.regions] == [region.hosts for region in winner_map.regions]
    found = places.region_at(places.pixel(winner_map.now))
    assert found is not None
    assert found.name == "Spain"


def test_names_stand_in_their_regions_and_cover_neither_each_other_nor_the_point(
    places: WinnerMapPlaces, winner_map: WinnerMap
) -> None:
    labels = [region.label for region in places.regions if not region.label.isEmpty()]
    assert labels
    assert not any(a.intersects(b) for i, a in enumerate(labels) for b in labels[:i])
    assert not any(label.contains(places.pixel(winner_map.now)) for label in labels)
    for region in places.regions:
        is_inside = region.outline.containsPoint(region.label.center(), Qt.FillRule.OddEvenFill)
        assert region.label.isEmpty() or is_inside


def test_the_border_is_told_with_its_distance(places: WinnerMapPlaces, winner_map: WinnerMap) -> None:
    border = winner_map.border
    assert border is not None
    assert places.border_words.startswith(f"{border.distance * 100:.1f} points to where ")
    places.lay_out(QRectF(0, 0, 300, 260))
    assert places.border_words == f"{border.distance * 100:.1f} points"


def test_the_point_is_taken_where_it_stands(places: WinnerMapPlaces, winner_map: WinnerMap) -> None:
    now = places.pixel(winner_map.now)
    assert places.is_on_point(now + QPointF(5, 5))
    assert not places.is_on_point(now + QPointF(40, 0))
    places.tried = (0.5, 0.25, 0.25)
    assert places.is_on_point(places.pixel((0.5, 0.25, 0.25)))
    assert not places.is_on_point(now)


def test_a_step_by_key_moves_a_weight_and_stays_on_the_map(places: WinnerMapPlaces, winner_map: WinnerMap) -> None:
    moved = places.moved(0.01, 0.0)
    across = (1, 0) if places.is_triangle else (0, 2)
    gains, loses = across
    assert moved[gains] - winner_map.now[gains] == pytest.approx(0.01, abs=1e-5)
    assert moved[loses] - winner_map.now[loses] == pytest.approx(-0.01, abs=1e-5)
    assert min(places.moved(5.0, -5.0)) >= 0


def test_weights_at_a_point_are_parts_of_what_the_criteria_share(places: WinnerMapPlaces, results: Results) -> None:
    assert places.map is not None
    now = places.weights(places.map.now)
    assert now == pytest.approx({criterion: results.local[criterion] for criterion in places.map.criteria})
    assert places.weights_said(places.map.now).startswith("Stability 17.2\u202f%, ")


def test_a_point_on_the_border_has_no_way_to_it_to_tell() -> None:
    rows = {"A": [0.9, 0.1], "B": [0.1, 0.9], "C": [0.5, 0.5]}
    tied = evaluate(data_study({"A": 0.4, "B": 0.4, "C": 0.2}, rows, ["X", "Y"]))
    places = WinnerMapPlaces()
    places.take(tied, two_way(tied, "A", "B"), focus(tied))
    places.lay_out(QRectF(0, 0, 700, 600))
    assert places.border_words == ""
    assert places.border_label.isEmpty()
