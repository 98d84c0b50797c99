"""People & views: the views."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.panels.people.views_side import ViewsSide, told, view_told
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def side(qtbot: QtBot, document: Document, messages: RecordingMessages) -> ViewsSide:
    made = ViewsSide(document, messages)
    qtbot.addWidget(made)
    made.resize(800, 800)
    made.show_results(dict(document.results_by_view))
    made.show()
    document.changed.connect(lambda _parts: made.show_results(dict(document.results_by_view)))
    return made


def _texts(side: ViewsSide) -> set[str]:
    return {label.text() for label in side.findChildren(QLabel) if label.isVisible()}


def _offered(side: ViewsSide) -> list[str]:
    buttons = [button for button in side.findChildren(QPushButton) if button.isVisible()]
    return sorted(button.objectName() for button in buttons if button.objectName().startswith("see_as"))


def test_a_view_is_chosen_by_its_button(qtbot: QtBot, side: ViewsSide, document: Document) -> None:
    qtbot.mouseClick(side.findChild(QPushButton, "see_as_investor"), Qt.MouseButton.LeftButton)
    assert document.view == "investor"
    qtbot.waitUntil(lambda: _offered(side) == ["see_as_government", "see_as_neutral"])


def test_each_view_says_what_it_leaves_out_and_turns(side: ViewsSide) -> None:
    texts = _texts(side)
    assert "Leaves out: Policy reversal" in texts
    assert "Turns, so that less is better: Labour cost" in texts
    assert "neutral, the base view" in texts


def test_a_view_with_judgments_of_its_own_says_at_how_many_nodes(study: Study) -> None:
    own = replace(study.comparisons[0], view="investor")
    changed = replace(study, comparisons=(*study.comparisons, own))
    assert view_told(changed, changed.views[1])[0] == "Own judgments at 1 node"
    assert view_told(study, study.views[1])[0] == "All priorities are those of the base view"
    assert view_told(study, study.views[0]) == ["Counts every leaf as it stands"]


def test_a_study_without_a_ranking_has_no_leader(study: Study) -> None:
    empty = Document(replace(study, comparisons=()))
    assert told(dict(empty.results_by_view)) == "No view has a leader yet"


def test_a_view_is_added_by_its_name_and_looked_with(qtbot: QtBot, side: ViewsSide, document: Document) -> None:
    side.new_name.setText("bank")
    qtbot.keyClick(side.new_name, Qt.Key.Key_Return)
    assert document.study.views[-1].name == "bank"
    assert document.view == document.study.views[-1].id
    assert side.new_name.text() == ""
    assert side.card.title == "Shown now: bank"


def test_the_view_that_is_shown_is_copied(qtbot: QtBot, side: ViewsSide, document: Document) -> None:
    document.choose_view("government")
    assert side.copy.text() == "Add as a copy of host government"
    side.new_name.setText("ministry")
    qtbot.mouseClick(side.copy, Qt.MouseButton.LeftButton)
    assert document.study.views[-1].turned == document.study.views[2].turned != ()


def test_a_taken_name_is_refused_below_the_line(qtbot: QtBot, side: ViewsSide, document: Document) -> None:
    side.new_name.setText("NEUTRAL")
    qtbot.keyClick(side.new_name, Qt.Key.Key_Return)
    assert "is taken" in side.trouble.text()
    qtbot.keyClicks(side.new_name, "x")
    assert not side.trouble.isVisible()
    assert len(document.study.views) == 3
