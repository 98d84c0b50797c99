"""The card of the view that is looked with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.gui.document import Document
from decidr.gui.panels.people.view_card import ViewCard
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def card(qtbot: QtBot, document: Document, messages: RecordingMessages) -> ViewCard:
    made = ViewCard(document, messages)
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show_results(document.results)
    made.show()
    document.changed.connect(lambda _parts: made.show_results(document.results))
    return made


def press(qtbot: QtBot, card: ViewCard, name: str) -> None:
    button = next(b for b in card.findChildren(QPushButton, name) if not b.isHidden())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_base_view_can_be_renamed_but_not_removed(qtbot: QtBot, card: ViewCard, document: Document) -> None:
    assert card.title == "Shown now: neutral, the base view"
    assert not card.remove.isEnabled()
    assert not card.make_base.isVisible()
    card.name.edit.setText("balanced")
    qtbot.keyClick(card.name.edit, Qt.Key.Key_Return)
    assert document.study.views[0].name == "balanced"
    assert card.title == "Shown now: balanced, the base view"


def test_a_taken_name_is_refused_below_the_field(qtbot: QtBot, card: ViewCard, document: Document) -> None:
    card.name.edit.setText("Investor")
    qtbot.keyClick(card.name.edit, Qt.Key.Key_Return)
    assert "is taken" in card.name.trouble
    assert document.undo_stack.count() == 0


def test_a_view_is_removed_without_a_question_and_comes_back(
    qtbot: QtBot, card: ViewCard, document: Document, messages: RecordingMessages
) -> None:
    document.choose_view("investor")
    press(qtbot, card, "remove_view")
    assert [view.id for view in document.study.views] == ["neutral", "government"]
    assert messages.asked == []
    assert messages.told == ["Removed the view investor with its own judgments."]
    messages.offers[0].do()
    assert len(document.study.views) == 3


def test_another_base_view_is_told_with_what_it_means(
    qtbot: QtBot, card: ViewCard, document: Document, messages: RecordingMessages
) -> None:
    document.choose_view("investor")
    press(qtbot, card, "make_base_view")
    assert document.study.settings.base_view == "investor"
    assert "no judgment was moved" in messages.told[0]
    assert card.title == "Shown now: investor, the base view"


def test_a_node_is_judged_apart_and_given_back(qtbot: QtBot, card: ViewCard, document: Document) -> None:
    document.choose_view("investor")
    press(qtbot, card, "apart_c4")
    assert any(block.view == "investor" and block.under == "c4" for block in document.study.comparisons)
    press(qtbot, card, "use_base_c4")
    assert not any(block.view == "investor" for block in document.study.comparisons)


def test_a_nodes_name_leads_to_its_judgments(qtbot: QtBot, card: ViewCard) -> None:
    with qtbot.waitSignal(card.go_to) as told:
        press(qtbot, card, "judge_goal")
    assert told.args == ["weights:goal"]


def test_priorities_go_below_the_leaves_where_they_lack_room_beside(qtbot: QtBot, card: ViewCard) -> None:
    beside = next(b for b in card.findChildren(QPushButton, "judge_goal"))

    def left() -> int:
        return beside.mapTo(card, beside.rect().topLeft()).x()

    assert left() > card.table.geometry().right()
    card.resize(430, 900)
    qtbot.waitUntil(lambda: left() < card.table.geometry().right())
    assert card.minimumSizeHint().width() <= 430
