"""A box to tick."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.check_box import CheckBox
from decidr.gui.theme import LIGHT


def picture(box: CheckBox) -> QImage:
    return box.grab().toImage()


def test_the_space_bar_and_a_click_tick_it(qtbot: QtBot, qapp: object) -> None:
    box = CheckBox("counts", "Counts", "Else dormant")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    box.show()
    empty = picture(box)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    ticked = picture(box)
    assert ticked != empty
    assert any(ticked.pixelColor(x, y) == QColor(LIGHT.accent) for x in range(20) for y in range(box.height()))
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert not box.isChecked()
    assert (box.objectName(), box.toolTip()) == ("counts", "Counts\nElse dormant")


def test_it_is_wide_enough_for_its_text(qtbot: QtBot) -> None:
    short, long = CheckBox("a", "Counts"), CheckBox("b", "Counts in every view there is")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.sizeHint().width() > short.sizeHint().width()
    assert long.minimumSizeHint().width() < long.sizeHint().width()
