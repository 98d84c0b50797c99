from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from decidr.gui.charts.canvas.marks import Mark, MarkedChart, plain


class Squares(MarkedChart):
    """Four squares in two rows."""

    def __init__(self) -> None:
        super().__init__("squares")
        self.columns = 2
        self.add_layer(self._draw)

    def make_marks(self) -> Sequence[Sequence[Mark]]:
        return [
            [Mark(QRectF(50 * c, 50 * r, 50, 50), "square", f"h{r}", f"c{c}") for c in range(self.columns)]
            for r in range(2)
        ]

    def tip(self, mark: Mark) -> str:
        return f"<b>{mark.host}</b> {mark.criterion}"

    def _draw(self, painter: QPainter) -> None:
        painter.drawRect(QRectF(0, 0, 100, 100))


def shown(qtbot: QtBot) -> Squares:
    chart = Squares()
    qtbot.addWidget(chart)
    chart.resize(200, 120)
    with qtbot.waitExposed(chart):
        chart.show()
    chart.activateWindow()
    return chart


def test_a_click_tells_which_mark_it_was(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    with qtbot.waitSignal(chart.pressed) as told:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(75, 25))
    assert told.args[0].key == ("square", "h0", "c1")


def test_a_click_beside_all_marks_tells_nothing(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    with qtbot.assertNotEmitted(chart.pressed):
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 110))
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.RightButton, pos=QPoint(25, 25))


def test_what_is_under_the_mouse_is_pointed_at(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    qtbot.mouseMove(chart.viewport(), QPoint(25, 75))
    qtbot.waitUntil(lambda: chart.pointed == ("square", "h1", "c0"))
    qtbot.mouseMove(chart.viewport(), QPoint(150, 110))
    qtbot.waitUntil(lambda: chart.pointed is None)


def test_arrows_walk_from_mark_to_mark_and_enter_presses(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(chart, key)
    with qtbot.waitSignal(chart.pressed) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args[0].key == ("square", "h1", "c1")


def test_a_walk_by_keys_says_in_words_where_it_is(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    chart.tell("Squares", "Four squares.")
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "h0 c0"


def test_keys_that_mean_nothing_here_go_on_to_the_page(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    with qtbot.assertNotEmitted(chart.pressed):
        qtbot.keyClick(chart, Qt.Key.Key_A)
        qtbot.keyClick(chart, Qt.Key.Key_Return)


def test_a_mark_that_is_gone_is_not_pointed_at_any_more(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    qtbot.mouseMove(chart.viewport(), QPoint(75, 75))
    qtbot.waitUntil(lambda: chart.pointed is not None)
    chart.columns = 1
    chart.show_anew()
    assert chart.mark_at(QPointF(75, 75)) is None
    assert chart.pointed is None


def test_a_tip_is_read_without_its_markup() -> None:
    assert plain("<p><b>Canada</b><br>14.3 points</p>") == "Canada 14.3 points"
