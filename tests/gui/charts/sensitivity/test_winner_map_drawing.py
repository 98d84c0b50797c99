"""How a map of winners is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.winner_maps import triangle, two_way
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.colours import contrast
from decidr.gui.charts.sensitivity.plane import centroid
from decidr.gui.charts.sensitivity.winner_map_drawing import draw_ground, draw_points, region_shade
from decidr.gui.charts.sensitivity.winner_map_places import WinnerMapPlaces
from decidr.gui.theme import DARK, LIGHT, Theme
from tests.gui.example_study import example_study

pytestmark = pytest.mark.usefixtures("qapp")
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture(params=[2, 3])
def places(request: pytest.FixtureRequest, results: Results, in_focus: Focus) -> WinnerMapPlaces:
    tops, made = results.tree.children[GOAL], WinnerMapPlaces()
    found = two_way(results, *tops[:2]) if request.param == 2 else triangle(results, tops[0], tops[2], tops[4])
    made.take(results, found, in_focus)
    made.lay_out(QRectF(0, 0, 700, 600))
    return made


def drawn(places: WinnerMapPlaces, theme: Theme) -> QImage:
    image = QImage(700, 600, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    draw_ground(painter, places, theme)
    draw_points(painter, places, theme)
    painter.end()
    return image


def seen(image: QImage, at: QPointF) -> str:
    return image.pixelColor(round(at.x()), round(at.y())).name().upper()


@THEMES
def test_each_region_has_the_soft_colour_of_its_host_and_its_name_can_be_read_on_it(
    places: WinnerMapPlaces, theme: Theme
) -> None:
    image = drawn(places, theme)
    for region in places.regions:
        if region.label.isEmpty():
            continue
        shade = region_shade(theme, places, region.hosts[0])
        around = {seen(image, centroid(region.outline) + QPointF(dx, 26)) for dx in range(-3, 4)}
        assert shade.upper() in around
        assert contrast(theme.text, shade) >= 4.5


@THEMES
def test_todays_point_is_full_until_another_is_tried(places: WinnerMapPlaces, theme: Theme) -> None:
    assert places.map is not None
    now, tried = places.pixel(places.map.now), places.pixel((0.6, 0.3, 0.1))
    assert seen(drawn(places, theme), now) == theme.text
    places.tried = (0.6, 0.3, 0.1)
    image = drawn(places, theme)
    assert seen(image, now) == theme.card
    assert seen(image, tried) == theme.accent


def test_weights_that_cannot_move_leave_the_reason() -> None:
    few, made = evaluate(example_study()), WinnerMapPlaces()
    made.take(few, two_way(few, *few.tree.children["c1"]), ())
    made.lay_out(QRectF(0, 0, 700, 600))
    assert not made.has_regions
    image = drawn(made, LIGHT)
    assert {seen(image, QPointF(x, y)) for x in range(150, 600) for y in range(200, 400, 2)} != {LIGHT.card}
