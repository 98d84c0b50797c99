"""The table of participants."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.document import Document
from decidr.gui.panels.people.participants_page import ParticipantsPage
from tests.gui.group_study import group_study
from tests.gui.recording_messages import RecordingMessages


class Desk:
    """The page beside its document."""

    def __init__(self, qtbot: QtBot, messages: RecordingMessages) -> None:
        self.document = Document(group_study(4))
        self.page = ParticipantsPage(self.document, messages)
        qtbot.addWidget(self.page)
        self.page.show_results(self.document.results)
        self.document.changed.connect(lambda _parts: self.page.show_results(self.document.results))
        self.page.resize(900, 700)
        self.page.show()

    @property
    def names(self) -> list[str]:
        return [line.participant.name for line in self.page.lines]


@pytest.fixture
def desk(qtbot: QtBot, messages: RecordingMessages) -> Desk:
    return Desk(qtbot, messages)


def test_a_typed_name_becomes_a_person_who_is_chosen(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.page.new_name, "Zoe")
    qtbot.keyClick(desk.page.new_name, Qt.Key.Key_Return)
    assert desk.names[-1] == "Zoe"
    assert desk.page.card.heading.text() == "Zoe"
    assert desk.page.new_name.text() == ""


def test_a_taken_name_is_refused_beside_the_field(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.page.new_name, "ben roy")
    qtbot.keyClick(desk.page.new_name, Qt.Key.Key_Return)
    assert "is taken" in desk.page.trouble.text()
    assert len(desk.names) == 4


def test_the_row_that_is_chosen_shows_its_card(desk: Desk) -> None:
    desk.page.choose("p3")
    assert desk.page.card.heading.text() == "Chen Wei"


def test_removing_tells_and_offers_to_undo(desk: Desk, messages: RecordingMessages) -> None:
    desk.page.choose("p2")
    desk.page.remove()
    assert "Ben Roy" not in desk.names
    assert messages.told == ["Removed Ben Roy with all answers."]
    messages.offers[-1].do()
    assert "Ben Roy" in desk.names


def test_enter_on_a_person_leads_to_the_first_node_that_she_judges(qtbot: QtBot, desk: Desk) -> None:
    desk.page.choose("p3")
    with qtbot.waitSignal(desk.page.go_to) as told:
        desk.page.view.activated.emit(desk.page.view.currentIndex())
    assert told.args == ["weights:goal:p3"]


def test_when_all_are_removed_nothing_is_left_to_show_or_to_ask(desk: Desk) -> None:
    for _person in range(4):
        desk.page.remove()
    assert desk.names == []
    assert not desk.page.write.isEnabled()
    assert not desk.page.collect.isEnabled()
