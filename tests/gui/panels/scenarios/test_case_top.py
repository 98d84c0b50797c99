"""The top of one case."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.cases import case_named, cases_of
from decidr.gui.document import Document
from decidr.gui.panels.scenarios.case_top import CaseTop
from decidr.gui.panels.widgets.check_box import CheckBox
from tests.gui.recording_messages import RecordingMessages
from tests.gui.scenario_study import scenario_study


class Desk:
    """The top of a case as the page keeps it: it follows what is chosen."""

    def __init__(self, qtbot: QtBot, messages: RecordingMessages) -> None:
        self.qtbot = qtbot
        self.document = Document(scenario_study())
        self.top = CaseTop(self.document, messages)
        qtbot.addWidget(self.top, before_close_func=lambda top: self.document.undo_stack.clear())
        self.name = "Strike"
        self.top.chosen.connect(self.show)
        self.document.changed.connect(lambda part: self.show(self.name))
        self.show("Strike")
        self.top.resize(900, 300)
        self.top.show()
        self.top.activateWindow()

    def show(self, name: str) -> None:
        self.name = name
        self.top.show_case(case_named(self.document.study, name))

    @property
    def names(self) -> list[str]:
        return [case.name for case in cases_of(self.document.study)]

    def press(self, name: str) -> None:
        button = self.top.findChild(QPushButton, name)
        assert button is not None
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def write(self, field: str, text: str) -> None:
        edit = {"name": self.top.name, "probability": self.top.probability}[field].edit
        edit.setText(text)
        edit.editingFinished.emit()


@pytest.fixture
def desk(qtbot: QtBot, messages: RecordingMessages) -> Desk:
    return Desk(qtbot, messages)


def test_a_new_scenario_waits_for_its_name(desk: Desk, qtbot: QtBot) -> None:
    desk.press("new_scenario")
    edit = desk.top.name.edit
    qtbot.waitUntil(edit.hasFocus)
    assert edit.selectedText() == "New scenario"
    qtbot.keyClicks(edit, "Drought")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert desk.names[3] == "Drought"
    assert desk.name == "Drought"


def test_a_name_that_is_taken_is_refused_below_the_field(desk: Desk) -> None:
    desk.write("name", "Boom")
    assert "taken" in desk.top.name.trouble
    assert desk.document.undo_stack.count() == 0


def test_a_scenario_is_combined_with_another_by_the_menu(desk: Desk) -> None:
    desk.top._others.aboutToShow.emit()
    offered = [action.text() for action in desk.top._others.actions()]
    assert offered == ["Boom", "Calm"]
    action = desk.top.findChild(QAction, "combine_with_s3")
    assert action is not None
    action.trigger()
    assert desk.name == "Strike + Calm"
    assert desk.top.probability.isVisible()
    assert [box.text() for box in desk.top.findChildren(CheckBox) if box.isChecked()] == ["Strike", "Calm"]


def test_a_scenario_has_no_probability_and_a_set_is_not_copied(desk: Desk) -> None:
    assert not desk.top.probability.isVisible()
    assert desk.top.copy.isVisible()
    desk.show("Strike in a boom")
    assert desk.top.probability.isVisible()
    assert not desk.top.copy.isVisible()


def test_a_probability_is_written_and_what_it_leaves_is_told(desk: Desk) -> None:
    desk.show("Strike in a boom")
    desk.write("probability", "40 %")
    assert desk.document.study.scenario_sets[0].probability == pytest.approx(0.4)
    assert "the baseline has the other 0.6" in desk.top.told.text()
    desk.write("probability", "4")
    assert "from 0 to 1" in desk.top.probability.trouble


def test_the_last_scenario_of_a_set_stays_and_it_is_said_why(desk: Desk, messages: RecordingMessages) -> None:
    desk.show("Strike in a boom")
    for scenario in ("s1", "s2"):
        box = desk.top.findChild(CheckBox, f"member_{scenario}")
        assert box is not None
        box.click()
    assert box is desk.top.findChild(CheckBox, "member_s2")
    assert "at least one scenario" in messages.warned[-1]
    assert desk.document.study.scenario_sets[0].scenarios == ("s2",)


def test_order_follows_the_arrows_and_ends_are_closed(desk: Desk) -> None:
    assert not desk.top.up.isEnabled()
    desk.press("scenario_down")
    assert desk.names[:2] == ["Boom", "Strike"]
    assert desk.top.up.isEnabled()


def test_a_removed_case_gives_way_to_its_neighbour_and_undo_is_offered(desk: Desk, messages: RecordingMessages) -> None:
    desk.press("remove_case")
    assert desk.name == "Boom"
    assert messages.told[-1] == "Removed Strike. «Strike in a boom» goes on without it."
    messages.offers[-1].do()
    assert "Strike" in desk.names


def test_a_set_that_had_no_other_scenario_is_told_to_be_gone(desk: Desk, messages: RecordingMessages) -> None:
    desk.press("remove_case")
    desk.press("remove_case")
    assert messages.told[-1] == "Removed Boom. «Strike in a boom», which had no other, is gone too."
    assert desk.names == ["Calm"]
    assert desk.name == "Calm"


def test_without_any_case_only_a_new_one_can_be_begun(desk: Desk) -> None:
    for _case in range(4):
        desk.press("remove_case")
    assert desk.names == []
    assert desk.top.new.isVisible()
    assert not any(widget.isVisible() for widget in (desk.top.choice, desk.top.copy, desk.top.remove, desk.top.name))


def test_another_case_is_chosen_from_the_list(desk: Desk) -> None:
    desk.top.choice.setCurrentIndex(3)
    desk.top.choice.activated.emit(3)
    assert desk.name == "Strike in a boom"
