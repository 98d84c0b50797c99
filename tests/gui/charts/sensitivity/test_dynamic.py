"""Weights that are dragged, totals that follow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.marks import plain
from decidr.gui.charts.sensitivity.dynamic import DynamicChart


@pytest.fixture
def chart(qtbot: QtBot, results: Results, in_focus: Focus) -> DynamicChart:
    made = DynamicChart()
    qtbot.addWidget(made)
    made.resize(880, 420)
    made.show_weights(results, results, {}, in_focus)
    with qtbot.waitExposed(made):
        made.show()
    return made


def at(chart: DynamicChart, row: int, weight: float) -> QPoint:
    places = chart.places
    return QPointF(places.weight_x(weight), places.track(row).center().y()).toPoint()


def drag(chart: DynamicChart, to: QPoint) -> None:
    """Move the mouse with its left button down."""
    kind, left = QEvent.Type.MouseMove, Qt.MouseButton.LeftButton
    moved = QMouseEvent(kind, QPointF(to), chart.mapToGlobal(QPointF(to)), left, left, Qt.KeyboardModifier.NoModifier)
    chart.mouseMoveEvent(moved)


def test_a_drag_tells_criterion_and_weight_until_the_button_is_up(chart: DynamicChart, qtbot: QtBot) -> None:
    told: list[tuple[str, float]] = []
    chart.weight_moved.connect(lambda criterion, weight: told.append((criterion, weight)))
    view, left = chart.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=at(chart, 2, 0.3))
    drag(chart, at(chart, 2, 0.6))
    drag(chart, at(chart, 0, 1.5))
    qtbot.mouseRelease(view, left, pos=at(chart, 0, 1.0))
    drag(chart, at(chart, 2, 0.1))
    third = chart.places.weights[2].criterion
    assert [criterion for criterion, _weight in told] == [third] * 3
    assert [weight for _criterion, weight in told] == pytest.approx([0.3, 0.6, 1.0], abs=0.005)


@pytest.mark.parametrize(
    ("key", "modifier", "moved"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 0.01),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, -0.001),
    ],
)
def test_arrow_keys_move_the_weight_that_the_cursor_is_on(
    chart: DynamicChart, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, moved: float
) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(2):
        qtbot.keyClick(chart, Qt.Key.Key_Down)
    row = chart.places.weights[1]
    with qtbot.waitSignal(chart.weight_moved) as told:
        qtbot.keyClick(chart, key, modifier)
    assert told.args == [row.criterion, pytest.approx(row.weight + moved, abs=1e-6)]


def test_home_end_and_delete_are_keys_of_a_weight(chart: DynamicChart, qtbot: QtBot) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    first = chart.places.weights[0].criterion
    for key, weight in ((Qt.Key.Key_Home, 0.0), (Qt.Key.Key_End, 1.0)):
        with qtbot.waitSignal(chart.weight_moved) as told:
            qtbot.keyClick(chart, key)
        assert told.args == [first, weight]
    with qtbot.waitSignal(chart.weight_let_go) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Delete)
    assert told.args == [first]


def test_a_double_click_lets_a_weight_go(chart: DynamicChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.weight_let_go) as told:
        qtbot.mouseDClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at(chart, 1, 0.3))
    assert told.args == [chart.places.weights[1].criterion]


def test_escape_asks_for_the_studys_own_weights_while_something_is_tried(
    chart: DynamicChart, results: Results, in_focus: Focus, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(chart.weights_reset):
        qtbot.keyClick(chart, Qt.Key.Key_Escape)
    tried = {results.tree.children[GOAL][0]: 0.5}
    chart.show_weights(results, with_local_weights(results, tried), tried, in_focus)
    with qtbot.waitSignal(chart.weights_reset):
        qtbot.keyClick(chart, Qt.Key.Key_Escape)


def test_a_host_is_reached_below_the_weights_and_pressed(chart: DynamicChart, results: Results, qtbot: QtBot) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(len(chart.places.weights) + 1):
        qtbot.keyClick(chart, Qt.Key.Key_Down)
    with qtbot.waitSignal(chart.pressed) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args[0].host == results.hosts[results.order[0]]


def test_tips_tell_exact_figures_and_whether_a_weight_is_held(
    chart: DynamicChart, results: Results, in_focus: Focus
) -> None:
    node = results.tree.children[GOAL][0]
    chart.show_weights(results, with_local_weights(results, {node: 0.5}), {node: 0.5}, in_focus)
    said = plain(chart.tip(chart.mark("weight", criterion=node)))
    assert "50.0000" in said
    assert "17.1820" in said
    assert "held" in said
    host = results.hosts[results.order[0]]
    assert f"{results.totals[results.order[0]] * 100:.10g} in the study" in plain(chart.tip(chart.mark("host", host)))


def test_the_sentence_tells_leader_weights_and_totals(chart: DynamicChart) -> None:
    said = chart.accessibleDescription()
    assert said.startswith("Spain leads, 4.2 points ahead of Canada. Stability 17.2")
    assert "Spain 60.6" in said
