"""The Study page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import take_snapshot
from decidr.gui.document import Document
from decidr.gui.models.shared.field_labels import study_labels
from decidr.gui.panels.study.page import StudyPanel
from decidr.gui.panels.widgets.choice_button import ChoiceButton
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def panel(qtbot: QtBot, document: Document, messages: RecordingMessages) -> StudyPanel:
    made = StudyPanel(document, messages)
    qtbot.addWidget(made)
    made.resize(780, 800)
    made.show()
    return made


def _edit(panel: StudyPanel, field: str) -> QLineEdit:
    return panel.findChild(QLineEdit, f"study_{field}")


def _choose(panel: StudyPanel, setting: str, value: str) -> None:
    button = panel.findChild(ChoiceButton, f"setting_{setting}")
    place = [choice.value for choice in button.choices].index(value)
    button.menu_of_choices().actions()[place].trigger()


def test_every_text_of_the_study_is_shown(panel: StudyPanel, document: Document) -> None:
    assert {f: _edit(panel, f).text() for f in study_labels()} == {
        f: getattr(document.study, f) for f in study_labels()
    }
    assert panel.header.title == "Where should the plant stand?"


def test_a_typed_text_is_one_undoable_step(qtbot: QtBot, panel: StudyPanel, document: Document) -> None:
    edit = _edit(panel, "client")
    edit.selectAll()
    qtbot.keyClicks(edit, "Maple & Co.")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert document.study.client == "Maple & Co."
    assert document.undo_stack.undoText() == "Client: Maple & Co."
    document.undo_stack.undo()
    assert edit.text() == "Lee & Co."


def test_the_same_text_again_is_no_step(qtbot: QtBot, panel: StudyPanel, document: Document) -> None:
    qtbot.keyClick(_edit(panel, "client"), Qt.Key.Key_Return)
    assert not document.undo_stack.canUndo()


def test_a_choice_is_one_undoable_step_and_moves_the_numbers(panel: StudyPanel, document: Document) -> None:
    before = document.results.totals.tolist()
    _choose(panel, "synthesis", "ideal")
    assert document.study.settings.synthesis == "ideal"
    assert document.undo_stack.undoText() == "Synthesis: Ideal"
    assert document.results.totals.tolist() != before


def test_automatic_leaves_the_synthesis_to_decidr(panel: StudyPanel, document: Document) -> None:
    _choose(panel, "synthesis", "ideal")
    _choose(panel, "synthesis", "")
    assert document.study.settings.synthesis is None


def test_each_choice_says_what_it_means(panel: StudyPanel) -> None:
    _choose(panel, "priorities", "geometric mean")
    button = panel.findChild(ChoiceButton, "setting_priorities")
    assert "geometric means" in button.accessibleDescription()


def test_a_place_puts_the_cursor_into_its_field(panel: StudyPanel) -> None:
    panel.show_place("study:goal")
    assert panel.focusWidget() is _edit(panel, "goal")
    panel.show_place("study:synthesis")
    assert panel.focusWidget() is panel.findChild(ChoiceButton, "setting_synthesis")


def test_the_page_tells_how_many_snapshots_there_are_and_leads_to_them(
    qtbot: QtBot, panel: StudyPanel, document: Document
) -> None:
    assert panel.kept.text().startswith("No snapshot yet")
    document.apply("A", take_snapshot(document.study, "A"))
    assert panel.kept.text() == "1 snapshot: «A»"
    document.apply("B", take_snapshot(document.study, "B"))
    assert panel.kept.text() == "2 snapshots, the last one «B»"
    with qtbot.waitSignal(panel.go_to) as went:
        panel.findChild(QPushButton, "open_history").click()
    assert went.args == ["history"]
