"""Who leads over two or three weights, and a point that can be dragged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.winner_maps import two_way
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.marks import plain
from decidr.gui.charts.canvas.picture import image_of
from decidr.gui.charts.sensitivity.plane import centroid
from decidr.gui.charts.sensitivity.winner_map import WinnerMapChart

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def chart(qtbot: QtBot, results: Results, in_focus: Focus) -> WinnerMapChart:
    made = WinnerMapChart()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show_map(results, two_way(results, *results.tree.children[GOAL][:2]), in_focus)
    with qtbot.waitExposed(made):
        made.show()
    return made


def drag(chart: WinnerMapChart, to: QPointF) -> None:
    """Move the mouse with its left button down."""
    none = Qt.KeyboardModifier.NoModifier
    chart.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, to, chart.mapToGlobal(to), LEFT, LEFT, none))


def test_the_heading_tells_the_nearest_border(chart: WinnerMapChart) -> None:
    assert chart.heading.startswith("Canada draws level at Stability 28.9")
    assert chart.accessibleDescription() == chart.heading


def test_the_point_is_dragged_and_tells_where_it_is_wanted(chart: WinnerMapChart, qtbot: QtBot) -> None:
    told: list[tuple[float, float, float]] = []
    chart.point_moved.connect(told.append)
    qtbot.mousePress(chart.viewport(), LEFT, pos=chart.places.pixel(chart.places.point).toPoint())
    drag(chart, chart.places.pixel((0.5, 0.2, 0.3)))
    drag(chart, QPointF(5000, 5000))
    qtbot.mouseRelease(chart.viewport(), LEFT, pos=chart.places.pixel((0.5, 0.2, 0.3)).toPoint())
    drag(chart, chart.places.pixel((0.1, 0.1, 0.8)))
    assert told == [pytest.approx((0.5, 0.2, 0.3)), pytest.approx((1.0, 0.0, 0.0))]


def test_a_tried_point_is_told_with_who_leads_there(chart: WinnerMapChart) -> None:
    chart.show_point((0.5, 0.2, 0.3))
    assert chart.accessibleDescription().endswith("At Stability 50.0\u202f%, Incentives 20.0\u202f% Canada leads.")
    chart.show_point(None)
    assert chart.accessibleDescription() == chart.heading


@pytest.mark.parametrize(
    ("key", "moved"), [(Qt.Key.Key_Right, (0.01, 0.0)), (Qt.Key.Key_Up, (0.0, 0.01)), (Qt.Key.Key_Left, (-0.01, 0.0))]
)
def test_arrow_keys_move_the_point(
    chart: WinnerMapChart, results: Results, qtbot: QtBot, key: Qt.Key, moved: tuple[float, float]
) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(chart.point_moved) as told:
        qtbot.keyClick(chart, key)
    before = [results.local[node] for node in results.tree.children[GOAL][:2]]
    assert [told.args[0][i] - before[i] for i in range(2)] == pytest.approx(moved, abs=1e-5)


def test_escape_and_a_double_click_on_the_point_ask_for_todays(chart: WinnerMapChart, qtbot: QtBot) -> None:
    chart.show_point((0.5, 0.2, 0.3))
    with qtbot.waitSignal(chart.point_reset):
        qtbot.keyClick(chart, Qt.Key.Key_Escape)
    with qtbot.waitSignal(chart.point_reset):
        qtbot.mouseDClick(chart.viewport(), LEFT, pos=chart.places.pixel((0.5, 0.2, 0.3)).toPoint())


def test_a_click_in_a_region_tells_its_host_and_pointing_deepens_it(chart: WinnerMapChart, qtbot: QtBot) -> None:
    region = chart.places.regions[1]
    at = (centroid(region.outline) + QPointF(0, 30)).toPoint()
    before, saved = chart.grab().toImage(), image_of(chart)
    qtbot.mouseMove(chart.viewport(), at)
    qtbot.waitUntil(lambda: chart.places.pointed == region.hosts[0])
    assert chart.grab().toImage() != before
    assert image_of(chart) == saved  # nothing is pointed at there
    with qtbot.waitSignal(chart.host_clicked) as told:
        qtbot.mouseClick(chart.viewport(), LEFT, pos=at)
    assert told.args == [region.hosts[0]]


def test_a_tip_tells_who_leads_at_which_weights(chart: WinnerMapChart) -> None:
    said = plain(chart.tip_at(chart.places.pixel((0.5, 0.2, 0.3))))
    assert said == "Canada leads Stability 50.0 %, Incentives 20.0 %"
    assert chart.tip_at(QPointF(695, 5)) == ""
