"""People & views."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.panels.people import PeoplePanel, told, view_told
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def panel(qtbot: QtBot, document: Document, messages: RecordingMessages) -> PeoplePanel:
    made = PeoplePanel(document, messages)
    qtbot.addWidget(made)
    made.resize(800, 800)
    made.show()
    return made


def _texts(panel: PeoplePanel) -> set[str]:
    return {label.text() for label in panel.findChildren(QLabel) if label.isVisible()}


def _offered(panel: PeoplePanel) -> list[str]:
    buttons = [button for button in panel.findChildren(QPushButton) if button.isVisible()]
    return sorted(button.objectName() for button in buttons if button.objectName().startswith("see_as"))


def test_the_heading_says_who_leads_in_which_view(panel: PeoplePanel, document: Document) -> None:
    assert panel.header.title == told(dict(document.results_by_view))
    assert "is first" in panel.header.title


def test_a_view_is_chosen_by_its_button(qtbot: QtBot, panel: PeoplePanel, document: Document) -> None:
    qtbot.mouseClick(panel.findChild(QPushButton, "see_as_investor"), Qt.MouseButton.LeftButton)
    assert document.view == "investor"
    qtbot.waitUntil(lambda: _offered(panel) == ["see_as_government", "see_as_neutral"])


def test_each_view_says_what_it_leaves_out_and_turns(panel: PeoplePanel) -> None:
    texts = _texts(panel)
    assert "Leaves out: Policy reversal" in texts
    assert "Turns, so that less is better: Labour cost" in texts
    assert "neutral, the base view" in texts


def test_a_view_with_judgments_of_its_own_says_at_how_many_nodes(study: Study) -> None:
    own = replace(study.comparisons[0], view="investor")
    changed = replace(study, comparisons=(*study.comparisons, own))
    assert view_told(changed, changed.views[1])[0] == "Own judgments at 1 node"
    assert view_told(study, study.views[1])[0] == "All priorities are those of the base view"
    assert view_told(study, study.views[0]) == ["Counts every leaf as it stands"]


def test_participants_are_listed_where_there_are_any(
    qtbot: QtBot, panel: PeoplePanel, document: Document, study: Study
) -> None:
    assert "Participants" not in _texts(panel)
    people = (Participant(id="p1", name="Ms Lee", role="Chair", weight=2.0),)
    document.apply("people", replace(study, participants=people))
    qtbot.waitUntil(lambda: {"Participants", "Ms Lee", "Chair", "weight 2"} <= _texts(panel))


def test_a_study_without_a_ranking_has_no_leader(study: Study) -> None:
    empty = Document(replace(study, comparisons=()))
    assert told(dict(empty.results_by_view)) == "No view has a leader yet"
