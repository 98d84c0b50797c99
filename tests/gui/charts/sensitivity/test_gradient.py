from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import one_way
from decidr.gui.charts.canvas.marks import plain
from decidr.gui.charts.sensitivity.gradient import GradientChart
from decidr.gui.charts.sensitivity.sweep import answer, sweep_of


@pytest.fixture
def chart(qtbot: QtBot, results: Results, in_focus: Focus, ids: dict[str, str]) -> GradientChart:
    made = GradientChart()
    qtbot.addWidget(made)
    made.resize(860, 460)
    moved = one_way(results, ids["Stability"])
    made.show_sweep(sweep_of(results, moved), in_focus, answer(results, moved))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def place_on_line(chart: GradientChart, host: str, weight: float) -> QPoint:
    sweep = chart.places.sweep
    total = float(sweep.totals_near(weight)[sweep.hosts.index(host)])
    return QPointF(chart.places.x(weight), chart.places.y(total)).toPoint()


def drag(chart: GradientChart, weight: float) -> None:
    start = QPointF(chart.places.x(chart.weight), chart.places.area.center().y())
    end = QPointF(chart.places.x(weight), start.y())
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, place, button, buttons in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, end, none, left),
        (QEvent.Type.MouseButtonRelease, end, left, none),
    ):
        glob = QPointF(chart.viewport().mapToGlobal(place.toPoint()))
        event = QMouseEvent(kind, place, glob, button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(chart.viewport(), event)


def test_the_line_stands_at_todays_weight(chart: GradientChart) -> None:
    assert chart.weight == pytest.approx(0.172, abs=5e-4)


def test_dragging_the_line_tells_the_weight_that_is_tried(chart: GradientChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.weight_moved) as told:
        drag(chart, 0.4)
    assert told.args[0] == pytest.approx(0.4, abs=2e-3)


def test_a_drag_that_began_beside_the_line_moves_nothing(chart: GradientChart, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chart.weight_moved):
        qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(chart.places.x(0.7)), 100))
        qtbot.mouseMove(chart.viewport(), QPoint(round(chart.places.x(0.8)), 100))
        qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 0.01),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, -0.01),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 0.001),
    ],
)
def test_arrows_move_the_weight_by_one_per_cent_and_with_shift_by_a_tenth(
    chart: GradientChart, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, step: float
) -> None:
    with qtbot.waitSignal(chart.weight_moved) as told:
        qtbot.keyClick(chart, key, modifier)
    assert told.args[0] == pytest.approx(chart.weight + step, abs=1e-6)


def test_the_weight_stays_between_nothing_and_all(chart: GradientChart, qtbot: QtBot) -> None:
    chart.show_weight(0.999)
    with qtbot.waitSignal(chart.weight_moved) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert told.args[0] == 1.0


def test_escape_asks_for_todays_weight(chart: GradientChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.weight_reset):
        qtbot.keyClick(chart, Qt.Key.Key_Escape)


def test_a_click_on_a_line_tells_its_host(chart: GradientChart, qtbot: QtBot, ids: dict[str, str]) -> None:
    with qtbot.waitSignal(chart.host_clicked) as told:
        pos = place_on_line(chart, ids["Türkiye"], 0.6)
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    assert told.args[0] == ids["Türkiye"]


def test_a_click_on_a_name_tells_its_host(chart: GradientChart, qtbot: QtBot, ids: dict[str, str]) -> None:
    name = next(name for name in chart.places.names if name.host == ids["Mexico"])
    with qtbot.waitSignal(chart.host_clicked) as told:
        pos = QPoint(round(name.area.left()) + 5, round(name.area.center().y()))
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    assert told.args[0] == ids["Mexico"]


def test_a_grey_line_becomes_coloured_when_pointed_at(chart: GradientChart, qtbot: QtBot, ids: dict[str, str]) -> None:
    before = chart.grab().toImage()
    qtbot.mouseMove(chart.viewport(), place_on_line(chart, ids["Türkiye"], 0.6))
    qtbot.waitUntil(lambda: chart.places.pointed == ids["Türkiye"])
    assert chart.grab().toImage() != before


def test_a_tip_gives_the_total_there_and_today(chart: GradientChart, ids: dict[str, str]) -> None:
    text = chart.tip_of(ids["Canada"], 0.0)
    assert "at 0.0" in text
    assert "56.395" in text


def test_up_and_down_walk_through_the_hosts_and_say_their_totals(chart: GradientChart, qtbot: QtBot) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription().startswith("Canada ")
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription().startswith("United States ")


def test_a_tried_weight_is_told_in_words_with_who_leads_there(chart: GradientChart) -> None:
    chart.show_weight(0.5)
    assert "At 50.0\u202f% Canada leads." in chart.accessibleDescription()


def test_moving_the_line_moves_nothing_else(chart: GradientChart, qtbot: QtBot) -> None:
    names, changes = chart.places.names, chart.places.changes
    chart.show_weight(0.5)
    assert chart.places.names is names
    assert chart.places.changes is changes


def test_fewer_hosts_leave_no_old_lines(
    chart: GradientChart, results: Results, in_focus: Focus, ids: dict[str, str]
) -> None:
    moved = one_way(results, ids["Stability"])
    nothing = type(moved)(moved.criterion, 1.0, 1.0, reason="an only child")
    chart.show_sweep(sweep_of(results, nothing), in_focus, "")
    assert chart.host_at(chart.places.area.center()) == ""
    assert not chart.grab().isNull()


def test_a_ring_tells_its_weight_in_full_locally_and_of_the_whole(chart: GradientChart) -> None:
    change = chart.places.changes[0]
    said = plain(chart.tip_at(change.point))
    assert said.startswith(change.words.replace("\u202f", " "))
    assert f"{change.weight * 100:.10g} % of its node" in said
    assert chart.tip_at(QPointF(chart.places.area.left() + 2, chart.places.area.bottom() - 2)) == ""


def test_the_crossovers_of_the_host_that_is_pointed_at_are_marked_and_told(chart: GradientChart) -> None:
    assert chart.places.crossings() == []
    host = chart.places.sweep.hosts[0]
    chart.places.pointed = host
    marked = chart.places.crossings()
    assert len(marked) == len(chart.places.sweep.crossed_by(host)) > 0
    said = plain(chart.tip_of(host, 0.2))
    assert said.count("level with") == len(marked)
