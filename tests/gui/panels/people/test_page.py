"""People & views."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import add_participant
from decidr.gui.document import Document
from decidr.gui.panels.people.page import PeoplePanel
from decidr.gui.panels.people.views_side import told
from tests.gui.group_study import group_study
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def panel(qtbot: QtBot, document: Document, messages: RecordingMessages) -> PeoplePanel:
    made = PeoplePanel(document, messages)
    qtbot.addWidget(made)
    made.resize(800, 800)
    made.show()
    return made


def test_the_heading_says_who_leads_in_which_view(panel: PeoplePanel, document: Document) -> None:
    assert panel.header.title == told(dict(document.results_by_view))
    assert "is first" in panel.header.title


def test_without_people_the_page_of_people_asks_who_judges(qtbot: QtBot, panel: PeoplePanel) -> None:
    qtbot.mouseClick(panel.tabs.button("people"), Qt.MouseButton.LeftButton)
    assert panel.header.title == "Who judges besides you?"


def test_the_heading_counts_who_has_answered_all_that_is_asked(panel: PeoplePanel, document: Document) -> None:
    document.open(group_study(4), None)
    panel.show_place("people:people")
    assert panel.header.title == "3 of 4 people have answered"


def test_who_has_answered_a_part_is_counted_apart(panel: PeoplePanel, document: Document) -> None:
    study = group_study(4)
    block = next(block for block in study.comparisons if block.participant)
    fewer = replace(block, pairs=block.pairs[1:])
    document.open(replace(study, comparisons=tuple(fewer if b is block else b for b in study.comparisons)), None)
    panel.show_place("people:people")
    assert panel.header.title == "2 of 4 people have answered, 1 in part"


def test_an_address_leads_to_a_person(panel: PeoplePanel, document: Document) -> None:
    document.open(group_study(4), None)
    panel.show_place("people:people:p3")
    assert panel.people.card.heading.text() == "Chen Wei"


def test_a_new_person_shows_at_once(panel: PeoplePanel, document: Document) -> None:
    panel.show_place("people:people")
    document.apply("Add", add_participant(document.study, "Ms Lee"))
    assert [line.participant.name for line in panel.people.lines] == ["Ms Lee"]


def test_what_is_wanted_of_the_window_is_passed_on(qtbot: QtBot, panel: PeoplePanel, document: Document) -> None:
    document.open(group_study(3), None)
    panel.show_place("people:people")
    with qtbot.waitSignals([panel.questionnaires_wanted, panel.answers_wanted]):
        panel.people.write.click()
        panel.people.collect.click()
    with qtbot.waitSignal(panel.go_to) as told_:
        panel.people.card.judge.click()
    assert told_.args == ["weights:goal:p1"]
