"""The field for a ratio that is no step of the scale."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.weights.ratio_field import RatioField


def test_it_goes_on_from_what_was_typed_elsewhere_and_tells_it_on_enter(qtbot: QtBot) -> None:
    field = RatioField()
    qtbot.addWidget(field)
    field.show()
    field.begin("2.")
    qtbot.keyClicks(field, "5")
    with qtbot.waitSignal(field.entered) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["2.5"]


def test_escape_gives_it_up(qtbot: QtBot) -> None:
    field = RatioField()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.entered), qtbot.waitSignal(field.given_up):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_it_says_how_a_ratio_is_written(qtbot: QtBot) -> None:
    field = RatioField()
    qtbot.addWidget(field)
    assert "1/3" in field.placeholderText()
    assert field.accessibleName()
