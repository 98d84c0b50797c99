from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.gui import theme
from decidr.gui.charts.canvas.chart import Chart, colour
from decidr.gui.panels.widgets.card import Card
from decidr.gui.theme import DARK, LIGHT


class Dot(Chart):
    """A chart of one dot, which remembers how often it was drawn."""

    def __init__(self) -> None:
        super().__init__("dot")
        self.drawn = 0
        self.add_layer(self._draw)

    def _draw(self, painter: QPainter) -> None:
        self.drawn += 1
        painter.fillRect(10, 10, 20, 20, QColor(self.theme.accent))


def shown(qtbot: QtBot) -> Dot:
    chart = Dot()
    qtbot.addWidget(chart)
    chart.resize(200, 100)
    chart.show_anew()
    with qtbot.waitExposed(chart):
        chart.show()
    chart.activateWindow()
    return chart


def test_a_chart_is_drawn_in_the_pixels_of_its_widget_on_the_cards_colour(qtbot: QtBot) -> None:
    image = shown(qtbot).grab().toImage()
    assert image.pixelColor(15, 15) == QColor(LIGHT.accent)
    assert image.pixelColor(150, 80) == QColor(LIGHT.card)


def test_a_chart_follows_light_and_dark(qtbot: QtBot, qapp: QApplication) -> None:
    chart = shown(qtbot)
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: chart.grab().toImage().pixelColor(150, 80) == QColor(DARK.card))
    theme.apply(qapp, "light")


def test_a_chart_is_painted_again_only_when_asked(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    qtbot.waitUntil(lambda: chart.drawn > 0)
    before = chart.drawn
    chart.redraw()
    qtbot.waitUntil(lambda: chart.drawn == before + 1)


def test_the_wheel_scrolls_the_page_and_not_the_chart(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart.viewport(), event)
    assert not event.isAccepted()


def test_the_focus_is_seen_when_it_came_by_the_keys_and_not_by_the_mouse(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: chart.shows_focus)
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton)
    assert not chart.shows_focus


def test_a_chart_says_in_words_what_it_shows(qtbot: QtBot) -> None:
    chart = shown(qtbot)
    chart.tell("Dot", "One dot stands at the upper left.")
    assert chart.accessibleName() == "Dot"
    assert chart.accessibleDescription() == "One dot stands at the upper left."


def test_a_colour_has_its_opacity() -> None:
    assert colour("#102030", 0.5).alpha() == 128


def test_on_a_card_the_edge_of_the_card_shows_where_the_keys_are(qtbot: QtBot) -> None:
    card, chart = Card(), Chart("chart")
    card.add(chart)
    qtbot.addWidget(card)
    with qtbot.waitActive(card):
        card.show()
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: card.property("keys") is True)
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton)
    assert card.property("keys") is False
