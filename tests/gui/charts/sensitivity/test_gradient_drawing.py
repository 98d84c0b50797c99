from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay, one_way
from decidr.gui.charts.sensitivity.gradient_drawing import draw_ground, draw_words
from decidr.gui.charts.sensitivity.gradient_places import GradientPlaces
from decidr.gui.charts.sensitivity.sweep import sweep_of
from decidr.gui.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


def placed(results: Results, focus: Focus, moved: OneWay) -> GradientPlaces:
    places = GradientPlaces()
    places.take(sweep_of(results, moved), focus)
    places.lay_out(QRectF(0, 0, 600, 400))
    return places


def drawn(places: GradientPlaces) -> QImage:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    draw_ground(painter, places, LIGHT)
    draw_words(painter, places, LIGHT)
    painter.end()
    return image


def test_regions_are_tinted_by_who_leads(results: Results, in_focus: Focus, ids: dict[str, str]) -> None:
    places = placed(results, in_focus, one_way(results, ids["Stability"]))
    image = drawn(places)
    y = round(places.area.top()) + 8
    below, above = (image.pixelColor(round(places.x(weight)), y) for weight in (0.05, 0.9))
    assert below.blue() > below.red()  # Spain's blue
    assert above.red() > above.blue()  # Canada's vermilion


def test_the_tried_weight_stands_out_in_the_accent(results: Results, in_focus: Focus, ids: dict[str, str]) -> None:
    places = placed(results, in_focus, one_way(results, ids["Stability"]))
    places.weight = 0.6
    pill = places.pill()
    assert drawn(places).pixelColor(round(pill.left()) + 5, round(pill.center().y())) == QColor(LIGHT.accent)


def test_a_weight_that_cannot_move_gives_its_reason_and_no_axes(results: Results, ids: dict[str, str]) -> None:
    fixed = placed(results, (), OneWay(ids["Stability"], 1.0, 1.0, reason="an only child has all the weight"))
    image = drawn(fixed)
    seen = {image.pixelColor(x, round(fixed.area.bottom()) + 12).name() for x in range(600)}
    assert seen == {QColor(LIGHT.card).name()}
    assert any(image.pixelColor(x, round(fixed.area.center().y())).lightness() < 200 for x in range(600))
