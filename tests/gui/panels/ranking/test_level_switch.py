"""The switch between the levels at which hosts are ranked."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.study import edits
from decidr.gui.document import Document
from decidr.gui.panels.ranking.level_switch import LevelSwitch
from tests.gui.grouped_study import grouped_study
from tests.gui.structure_study import structure_study


@pytest.fixture
def switch(qtbot: QtBot) -> LevelSwitch:
    document = Document(grouped_study())
    made = LevelSwitch(document)
    qtbot.addWidget(made, before_close_func=lambda _switch: document.undo_stack.clear())
    document.changed.connect(lambda _parts: made.refresh())
    made.refresh()
    return made


def press(qtbot: QtBot, switch: LevelSwitch, place: int) -> None:
    assert switch.buttons is not None
    qtbot.mouseClick(switch.buttons.button(str(place)), Qt.MouseButton.LeftButton)


def texts(switch: LevelSwitch) -> list[str]:
    assert switch.buttons is not None
    return [switch.buttons.button(str(place)).text() for place in range(3)]


def test_the_innermost_level_comes_first_and_holds_at_first(switch: LevelSwitch) -> None:
    assert texts(switch) == ["Sites", "Provinces", "Countries"]
    assert switch.buttons is not None
    assert switch.buttons.choice == "0"


def test_a_press_chooses_the_level(qtbot: QtBot, switch: LevelSwitch) -> None:
    switch.show()
    for place, level in ((2, 0), (1, 1), (0, None)):
        press(qtbot, switch, place)
        assert switch.document.level == level


def test_a_level_that_is_chosen_elsewhere_is_shown(switch: LevelSwitch) -> None:
    switch.document.choose_level(0)
    assert switch.buttons is not None
    assert switch.buttons.choice == "2"


def test_it_goes_with_the_last_group_and_comes_with_the_first(switch: LevelSwitch) -> None:
    assert not switch.isHidden()
    switch.document.open(structure_study(), None)
    assert switch.isHidden()
    switch.document.apply("Group", edits.set_host(switch.document.study, "Spain", group="Canada"))
    assert not switch.isHidden()
