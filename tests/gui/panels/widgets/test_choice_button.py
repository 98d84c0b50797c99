"""A button that offers a few choices."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.choice_button import Choice, ChoiceButton

CHOICES = (Choice("", "Automatic", "Left to decidr."), Choice("ideal", "Ideal", "Divided by the best."))


@pytest.fixture
def button(qtbot: QtBot) -> ChoiceButton:
    made = ChoiceButton(CHOICES, "Synthesis")
    made.setObjectName("setting_synthesis")
    qtbot.addWidget(made)
    made.show_value("")
    made.show()
    return made


def test_it_shows_and_tells_what_holds(button: ChoiceButton) -> None:
    assert button.text() == "Automatic"
    assert button.accessibleName() == "Synthesis: Automatic"
    assert button.accessibleDescription() == "Left to decidr."
    assert button.choice is CHOICES[0]


def test_a_choice_from_the_menu_is_told_by_its_value(qtbot: QtBot, button: ChoiceButton) -> None:
    with qtbot.waitSignal(button.chosen) as told:
        button.menu_of_choices().actions()[1].trigger()
    assert told.args == ["ideal"]


def test_the_menu_ticks_what_holds(button: ChoiceButton) -> None:
    button.show_value("ideal")
    assert [action.isChecked() for action in button.menu_of_choices().actions()] == [False, True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Space])
def test_keys_open_the_menu(qtbot: QtBot, button: ChoiceButton, key: Qt.Key) -> None:
    qtbot.keyClick(button, key)
    menu = button.menu_of_choices()
    qtbot.waitUntil(menu.isVisible)
    menu.close()


def test_there_is_room_for_the_longest_choice(qtbot: QtBot, button: ChoiceButton) -> None:
    wide = ChoiceButton([Choice("x", "A choice with a name of some length indeed")], "Name")
    qtbot.addWidget(wide)
    assert wide.sizeHint().width() > button.sizeHint().width()
