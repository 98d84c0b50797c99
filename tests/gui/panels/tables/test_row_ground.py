"""The ground of a row in a table."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle

from decidr.gui.panels.tables.row_ground import paint_ground
from decidr.gui.theme import LIGHT

State = QStyle.StateFlag
pytestmark = pytest.mark.usefixtures("qapp")


def painted(state: State, with_focus: bool = True) -> QImage:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    paint_ground(painter, QRectF(0, 0, 60, 30), state, with_focus)
    painter.end()
    return image


def test_a_selected_row_is_tinted_and_one_that_is_pointed_at_sunken() -> None:
    assert painted(State.State_Selected).pixelColor(30, 10) == QColor(LIGHT.soft_accent)
    assert painted(State.State_MouseOver).pixelColor(30, 10) == QColor(LIGHT.sunken)
    assert painted(State.State_None).pixelColor(30, 10) == QColor(LIGHT.card)


def test_a_hair_line_stands_below_and_a_frame_where_the_keyboard_is() -> None:
    plain = painted(State.State_None)
    assert plain.pixelColor(30, 29) != QColor(LIGHT.card)
    assert painted(State.State_HasFocus) != plain
    assert painted(State.State_HasFocus, with_focus=False) == plain
