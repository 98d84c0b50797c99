"""How the tornado is drawn."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage, QPainter

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tornado import Tornado, tornado
from decidr.gui.charts.sensitivity.tornado_drawing import draw_ground, draw_rows, side_shade
from decidr.gui.charts.sensitivity.tornado_places import TornadoPlaces
from decidr.gui.theme import DARK, LIGHT, Theme


@pytest.fixture
def shown(results: Results) -> Tornado:
    found = tornado(results)
    assert found is not None
    return found


def drawn(results: Results, shown: Tornado, focus: Focus, theme: Theme) -> tuple[TornadoPlaces, QImage]:
    places = TornadoPlaces()
    places.take(results, shown, shown.bars[:5])
    image = QImage(880, round(places.lay_out(880)), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    draw_ground(painter, places, theme)
    draw_rows(painter, places, theme, focus, None)
    painter.end()
    return places, image


def seen(image: QImage, x: float, y: float) -> str:
    return image.pixelColor(round(x), round(y)).name().upper()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_more_weight_is_full_and_less_is_pale(results: Results, shown: Tornado, in_focus: Focus, theme: Theme) -> None:
    places, image = drawn(results, shown, in_focus, theme)
    for side in places.sides[0]:
        middle = places.area(0, side).center()
        assert seen(image, middle.x(), middle.y()) == side_shade(theme, side).upper()
    assert side_shade(theme, places.sides[0][0]) != side_shade(theme, places.sides[0][1])


@pytest.mark.usefixtures("qapp")
def test_beyond_the_border_a_bar_has_the_new_leaders_colour(results: Results, shown: Tornado, in_focus: Focus) -> None:
    canada = results.hosts[results.order[1]]
    high = replace(shown.bars[0].high, change=-shown.margin - 0.02, leader=canada)
    places, image = drawn(results, replace(shown, bars=(replace(shown.bars[0], high=high),)), in_focus, LIGHT)
    area = places.area(0, places.sides[0][1])
    assert seen(image, places.x(-0.01), area.center().y()) == LIGHT.hosts_in_focus[in_focus.index(canada)]
    assert seen(image, places.x(0.01), area.center().y()) == LIGHT.accent


@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_told_is_hatched(results: Results, shown: Tornado, in_focus: Focus) -> None:
    low = replace(shown.bars[0].low, change=float("nan"))
    places, image = drawn(results, replace(shown, bars=(replace(shown.bars[0], low=low),)), in_focus, LIGHT)
    bar = places.rows.bar(0, places.rows.left, places.rows.right)
    row = {seen(image, bar.left() + dx, bar.center().y()) for dx in range(2, 30)}
    assert LIGHT.card in row
    assert len(row) > 1
