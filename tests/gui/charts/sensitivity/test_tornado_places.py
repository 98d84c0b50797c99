"""Where the tornado's bars stand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tornado import Tornado, tornado
from decidr.gui.charts.sensitivity.tornado_places import TornadoPlaces


@pytest.fixture
def shown(results: Results) -> Tornado:
    found = tornado(results)
    assert found is not None
    return found


def placed(results: Results, shown: Tornado, width: float = 880) -> TornadoPlaces:
    places = TornadoPlaces()
    places.take(results, shown, shown.bars)
    places.lay_out(width)
    return places


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [430.0, 880.0])
def test_bars_run_from_todays_lead_to_what_it_becomes(results: Results, shown: Tornado, width: float) -> None:
    places = placed(results, shown, width)
    for row, bar in enumerate(shown.bars):
        for side, end in zip(places.sides[row], (bar.low, bar.high), strict=True):
            area, now = places.area(row, side), places.x(shown.margin)
            ends = sorted((now, places.x(shown.margin + end.change)))
            assert [area.left(), area.right()] == pytest.approx(ends)
            assert places.rows.left - 1 <= area.left() <= area.right() <= places.rows.right + 1


@pytest.mark.usefixtures("qapp")
def test_the_border_is_always_in_sight(results: Results, shown: Tornado) -> None:
    places = placed(results, replace(shown, margin=0.3))
    assert places.rows.left <= places.x(0.0) < places.x(0.3) <= places.rows.right


@pytest.mark.usefixtures("qapp")
def test_an_end_that_cannot_be_told_moves_nothing(results: Results, shown: Tornado) -> None:
    first = replace(shown.bars[0], low=replace(shown.bars[0].low, change=float("nan")))
    places = placed(results, replace(shown, bars=(first, *shown.bars[1:])))
    assert not places.sides[0][0].is_told
    assert places.area(0, places.sides[0][0]).width() == 0


@pytest.mark.usefixtures("qapp")
def test_the_new_leader_stands_beside_the_end_that_makes_it_one(results: Results, shown: Tornado) -> None:
    other = results.hosts[results.order[1]]
    first = replace(shown.bars[0], high=replace(shown.bars[0].high, leader=other))
    places = placed(results, replace(shown, bars=(first,)))
    assert places.sides[0][1].words == "Canada, 27\u202f%"
