"""The card-coloured sides of the window."""

import pytest
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.surface import Edge, paint_surface
from decidr.gui.theme import LIGHT


@pytest.mark.parametrize(
    ("edge", "on_line"), [("left", (0, 9)), ("right", (39, 9)), ("top", (20, 0)), ("bottom", (20, 19))]
)
def test_a_line_is_drawn_at_one_edge(qtbot: QtBot, edge: Edge, on_line: tuple[int, int]) -> None:
    class Side(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            paint_surface(self, edge)

    side = Side()
    qtbot.addWidget(side)
    side.resize(40, 20)
    image = side.grab().toImage()
    assert image.pixelColor(*on_line) == QColor(LIGHT.line)
    assert image.pixelColor(20, 10) == QColor(LIGHT.card)
