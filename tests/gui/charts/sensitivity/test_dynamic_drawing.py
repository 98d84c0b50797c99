"""How the dynamic chart is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.sensitivity.dynamic_drawing import draw_totals, draw_weights
from decidr.gui.charts.sensitivity.dynamic_places import DynamicPlaces
from decidr.gui.theme import CAPTION, DARK, LIGHT, Theme


def drawn(places: DynamicPlaces, theme: Theme) -> QImage:
    image = QImage(880, 420, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    draw_weights(painter, places, theme, None)
    draw_totals(painter, places, theme, None)
    painter.end()
    return image


def made(own: Results, tried: dict[str, float], focus: Focus, width: int = 880) -> DynamicPlaces:
    places = DynamicPlaces()
    places.take(own, with_local_weights(own, tried), tried, focus, GOAL)
    places.lay_out(width)
    return places


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [670, 880])
def test_the_title_of_the_totals_is_never_cut(results: Results, in_focus: Focus, width: int) -> None:
    places = made(results, {}, in_focus, width)
    image, at = drawn(places, LIGHT), places.totals_at
    columns = range(round(at.left), round(places.totals_end))
    inked = [x for x in columns if any(image.pixelColor(x, round(at.top) - y).lightness() < 200 for y in range(8, 22))]
    needed = measure(CAPTION, QFont.Weight.Medium).horizontalAdvance("Total, points of 100")
    assert inked[-1] - at.left == pytest.approx(needed, abs=3)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_held_knob_is_full_and_a_free_one_is_open(results: Results, in_focus: Focus, theme: Theme) -> None:
    held = results.tree.children[GOAL][0]
    places = made(results, {held: 0.5}, in_focus)
    image = drawn(places, theme)
    inside = [
        (round(places.weight_x(row.weight)), round(places.track(i).center().y()))
        for i, row in enumerate(places.weights)
    ]
    assert image.pixelColor(*inside[0]).name().upper() == theme.criteria[0]
    assert image.pixelColor(*inside[1]).name().upper() == theme.card


@pytest.mark.usefixtures("qapp")
def test_bars_have_their_hosts_colour_and_end_at_their_total(results: Results, in_focus: Focus) -> None:
    places = made(results, {}, in_focus)
    image = drawn(places, LIGHT)
    y = round(places.totals_at.bar(0, 0, 1).center().y())
    end = round(places.total_x(places.totals[0].total))
    assert image.pixelColor(end - 4, y).name().upper() == LIGHT.hosts_in_focus[0]
    assert image.pixelColor(end + 4, y).name().upper() == LIGHT.card


@pytest.mark.usefixtures("qapp")
def test_ticks_of_the_studys_own_figures_are_there_only_while_something_is_tried(
    results: Results, in_focus: Focus
) -> None:
    node = results.tree.children[GOAL][0]
    for tried, shade in (({}, LIGHT.line), ({node: 0.05}, LIGHT.text)):
        places = made(results, tried, in_focus)
        x, y = round(places.weight_x(0.1718)), round(places.track(0).center().y())
        seen = {drawn(places, LIGHT).pixelColor(x + dx, y).name().upper() for dx in (-1, 0, 1)}
        assert (shade in seen) or (not tried and LIGHT.text not in seen)
