from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.gui.panels.results.segment_card import SegmentCard
from decidr.gui.panels.tables.entry_view import EntryView
from tests.gui.example_study import example_study

RESULTS = evaluate(example_study())


@pytest.fixture
def card(qtbot: QtBot) -> SegmentCard:
    made = SegmentCard()
    qtbot.addWidget(made)
    made.show_segment(RESULTS, "c4", "h2")
    made.resize(700, 200)
    made.show()
    return made


def leaves(card: SegmentCard) -> EntryView:
    found = card.findChild(EntryView, "segment_leaves")
    assert isinstance(found, EntryView)
    return found


def test_the_title_says_what_is_added_to_whom(card: SegmentCard) -> None:
    assert card.title.startswith("Market access adds ")
    assert card.title.endswith(" points to Canada")


def test_every_leaf_is_listed_and_leads_to_its_cell(card: SegmentCard, qtbot: QtBot) -> None:
    model = leaves(card).model()
    assert {model.index(row, 0).data() for row in range(model.rowCount())} == {"Home market", "Exports"}
    with qtbot.waitSignal(card.go_to) as told:
        leaves(card).activated.emit(model.index(0, 0))
    assert told.args[0] in ("data:c5:h2", "data:c6:h2")


def test_it_can_be_closed_by_its_button_and_by_escape(card: SegmentCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.closed):
        qtbot.mouseClick(card.findChild(QPushButton, "close_segment"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.closed):
        qtbot.keyClick(card, Qt.Key.Key_Escape)


def test_it_leads_to_the_judgments_of_the_criterions_weight(card: SegmentCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.go_to) as told:
        qtbot.mouseClick(card.findChild(QPushButton, "judge_segment"), Qt.MouseButton.LeftButton)
    assert told.args == ["weights:c4"]
