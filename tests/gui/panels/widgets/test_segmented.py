"""One of a few ways to see a page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from decidr.gui import theme
from decidr.gui.panels.widgets.segmented import SegmentedButtons


@pytest.fixture
def switch(qtbot: QtBot) -> SegmentedButtons:
    made = SegmentedButtons([("matrix", "Matrix"), ("questions", "Questions"), ("direct", "Direct")], "Way")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_holds_in_the_beginning(switch: SegmentedButtons) -> None:
    assert switch.choice == "matrix"
    assert switch.accessibleName() == "Way"


def test_a_click_chooses_and_is_told_once(qtbot: QtBot, switch: SegmentedButtons) -> None:
    told: list[str] = []
    switch.chosen.connect(told.append)
    for _time in range(2):
        qtbot.mouseClick(switch.button("direct"), Qt.MouseButton.LeftButton)
    assert told == ["direct"]
    assert switch.choice == "direct"


def test_choosing_by_the_program_is_not_told(qtbot: QtBot, switch: SegmentedButtons) -> None:
    with qtbot.assertNotEmitted(switch.chosen):
        switch.choose("questions")
    with qtbot.waitSignal(switch.chosen) as told:
        qtbot.mouseClick(switch.button("matrix"), Qt.MouseButton.LeftButton)
    assert told.args == ["matrix"]


def test_arrow_keys_choose_and_are_told(qtbot: QtBot, switch: SegmentedButtons) -> None:
    switch.button("matrix").setFocus()
    with qtbot.waitSignal(switch.chosen) as told:
        qtbot.keyClick(switch.button("matrix"), Qt.Key.Key_Right)
    assert told.args == ["questions"]


@pytest.mark.parametrize("key", ["matrix", "questions", "direct"])
def test_there_is_room_for_the_text_in_the_type_of_the_chosen_one(
    switch: SegmentedButtons, key: str, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    switch.choose(key)
    button = switch.button(key)
    heavy = QFont(button.font())
    heavy.setWeight(QFont.Weight.DemiBold)
    option = QStyleOptionButton()
    button.initStyleOption(option)
    room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button)
    assert button.sizeHint().width() - (button.width() - room.width()) >= QFontMetrics(heavy).horizontalAdvance(
        button.text()
    )


def test_only_what_is_offered_is_shown_and_its_ends_are_round(switch: SegmentedButtons) -> None:
    switch.offer(("matrix", "direct"))
    assert not switch.button("questions").isVisible()
    assert [switch.button(key).property("end") for key in ("matrix", "direct")] == ["first", "last"]
    switch.offer(("matrix", "questions"))
    assert [switch.button(key).property("end") for key in ("matrix", "questions")] == ["first", "last"]
    switch.offer(("direct",))
    assert switch.button("direct").property("end") == "only"
