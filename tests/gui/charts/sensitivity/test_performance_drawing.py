"""How the performance chart is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.colours import mixed
from decidr.gui.charts.sensitivity.performance_drawing import SOFT, draw_ground, draw_lines, line_shade
from decidr.gui.charts.sensitivity.performance_places import PerformancePlaces
from decidr.gui.theme import DARK, LIGHT, Theme

pytestmark = pytest.mark.usefixtures("qapp")
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def places(results: Results, in_focus: Focus) -> PerformancePlaces:
    made = PerformancePlaces()
    made.take(results, in_focus, GOAL)
    made.lay_out(QRectF(0, 0, 880, 460))
    return made


def drawn(places: PerformancePlaces, theme: Theme, *, with_lines: bool = True) -> QImage:
    image = QImage(880, 460, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    draw_ground(painter, places, theme)
    if with_lines:
        draw_lines(painter, places, theme)
    painter.end()
    return image


def seen(image: QImage, at: QPointF) -> str:
    return image.pixelColor(round(at.x()), round(at.y())).name().upper()


@THEMES
def test_bars_of_weight_are_soft(places: PerformancePlaces, theme: Theme) -> None:
    image = drawn(places, theme, with_lines=False)
    bar = places.weight_bar(0)
    assert seen(image, bar.center() - QPointF(8, 0)) == mixed(theme.card, theme.criteria[0], SOFT).upper()


@THEMES
def test_a_host_in_focus_has_full_dots_and_open_ones_on_gaps(places: PerformancePlaces, theme: Theme) -> None:
    image = drawn(places, theme)
    full = places.point(0, places.hosts.index(places.focus[0] or ""))
    assert full is not None
    assert seen(image, full) == line_shade(theme, places, places.focus[0] or "").upper()
    axis, host = next(
        (axis, h)
        for axis in range(len(places.criteria))
        for h in range(len(places.hosts))
        if places.gaps[axis, h] and places.hosts[h] in places.focus
    )
    open_ = places.point(axis, host)
    assert open_ is not None
    assert seen(image, open_) == theme.card


def test_a_pointed_host_gets_a_colour(places: PerformancePlaces) -> None:
    grey = next(host for host in places.hosts if host not in places.focus)
    assert line_shade(LIGHT, places, grey) == LIGHT.other_hosts
    before = drawn(places, LIGHT)
    places.pointed = grey
    assert line_shade(LIGHT, places, grey) != LIGHT.other_hosts
    assert drawn(places, LIGHT) != before


def test_names_that_have_no_room_are_drawn_upright(results: Results, in_focus: Focus, ids: dict[str, str]) -> None:
    narrow = PerformancePlaces()
    narrow.take(results, in_focus, ids["Security (low risk)"])
    narrow.lay_out(QRectF(0, 0, 400, 460))
    image = drawn(narrow, LIGHT)
    name = narrow.axis_names[0].area.toRect()
    inked = {
        image.pixelColor(x, y).name().upper()
        for x in range(name.left(), name.right())
        for y in range(name.top(), name.bottom())
    }
    assert inked - {LIGHT.card}
