"""The moves of a case."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from decidr.core.analysis.scenarios.across import across_cases, move_effects
from decidr.core.study.cases import cases_of
from decidr.gui.document import Document
from decidr.gui.panels.findings.finding_row import FindingRow
from decidr.gui.panels.scenarios.moves_card import MovesCard
from tests.gui.recording_messages import RecordingMessages
from tests.gui.scenario_study import scenario_study

Key = Qt.Key


class Desk:
    """The card of one case, kept in step with its document."""

    def __init__(self, qtbot: QtBot, messages: RecordingMessages) -> None:
        self.document = Document(scenario_study())
        self.card = MovesCard(self.document, messages)
        self.case = "Strike"
        qtbot.addWidget(self.card, before_close_func=lambda card: self.document.undo_stack.clear())
        self.document.changed.connect(self.show)
        self.card.resize(900, 400)
        self.show()
        self.card.show()
        self.card.activateWindow()
        self.card.moves.setFocus()
        qtbot.waitUntil(self.card.moves.hasFocus)

    def show(self, case: object = None) -> None:
        self.case = case if isinstance(case, str) else self.case
        across = across_cases(self.document.study)
        moved = next(r for r in across.results[1:] if r.case and r.case.name == self.case)
        self.card.show_case(moved, move_effects(across.baseline, moved))

    @property
    def targets(self) -> list[str | None]:
        case = next(case for case in cases_of(self.document.study) if case.name == self.case)
        return [step.move.target for step in case.steps()]


@pytest.fixture
def desk(qtbot: QtBot, messages: RecordingMessages) -> Desk:
    return Desk(qtbot, messages)


def test_a_move_is_made_by_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    view = desk.card.moves
    view.begin_row()
    for text in ("weight", "Cost"):
        qtbot.keyClick(view, Key.Key_F2)
        box = view.findChildren(QComboBox, "cell_editor")[-1]
        box.setCurrentIndex(box.findText(text))
        qtbot.keyClick(box, Key.Key_Return)
        qtbot.keyClick(view, Key.Key_Tab)
    assert view.currentIndex().column() == 2
    for _step in range(3):
        qtbot.keyClick(view, Key.Key_Tab)
    qtbot.keyClick(view, "2")
    editor = view.findChildren(QLineEdit, "cell_editor")[-1]
    qtbot.keyClick(editor, Key.Key_Return)
    assert desk.targets == ["c5", "c2", "c7"]
    assert desk.document.undo_stack.count() == 1
    assert (view.currentIndex().row(), view.currentIndex().column()) == (3, 5)  # where the next one begins


def test_what_is_skipped_is_told_below_and_a_click_leads_there(desk: Desk, qtbot: QtBot) -> None:
    desk.show("Boom")
    line = desk.card.findChild(FindingRow, "move_trouble_1")
    assert line is not None
    assert line.text() == "Row 2: No value to move for Thailand, so the move is skipped there"
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert desk.card.moves.currentIndex().row() == 1


def test_the_moves_of_a_set_are_looked_at_and_lead_to_their_scenario(desk: Desk, qtbot: QtBot) -> None:
    desk.show("Strike in a boom")
    assert not desk.card.moves.isVisible()
    assert desk.card.steps.table.rowCount() == 4
    desk.card.steps.choose_row(2)
    desk.card.steps.setFocus()
    with qtbot.waitSignal(desk.card.case_chosen) as chosen:
        qtbot.keyClick(desk.card.steps, Key.Key_Return)
    assert chosen.args == ["Boom"]


def test_removed_moves_come_back_by_the_offer(desk: Desk, qtbot: QtBot, messages: RecordingMessages) -> None:
    desk.card.moves.selectRow(0)
    qtbot.keyClick(desk.card.moves, Key.Key_Delete)
    assert desk.targets == ["c2"]
    assert messages.told[-1] == "Removed 1 move."
    messages.offers[-1].do()
    assert desk.targets == ["c5", "c2"]


def test_moves_are_put_in_order_by_keys(desk: Desk, qtbot: QtBot) -> None:
    view = desk.card.moves
    view.setCurrentIndex(view.table.index(0, 0))
    desk.card.findChild(QAction, "moves_down").trigger()
    assert desk.targets == ["c2", "c5"]
    assert view.currentIndex().row() == 1
    desk.card.findChild(QAction, "moves_up").trigger()
    assert desk.targets == ["c5", "c2"]


def test_a_pasted_block_is_told_and_a_refused_one_says_why(desk: Desk, messages: RecordingMessages) -> None:
    QGuiApplication.clipboard().setText("data\tExports\tCanada\tall views\tadd\t2")
    desk.card.moves.begin_row()
    desk.card.moves.paste()
    assert messages.told[-1] == "Pasted 1 move."
    QGuiApplication.clipboard().setText("data\tExports\tPeru\tall views\tadd\t2")
    desk.card.moves.begin_row()
    desk.card.moves.paste()
    assert "no host «Peru»" in messages.warned[-1]


@pytest.mark.parametrize(("width", "hidden"), [(430, ["view", "effect", "note"]), (1_200, [])])
def test_a_narrow_table_leaves_out_what_can_be_spared(desk: Desk, width: int, hidden: list[str]) -> None:
    desk.card.resize(width, 400)
    view = desk.card.moves
    gone = [c.field for place, c in enumerate(view.table.columns) if view.isColumnHidden(place)]
    assert gone == hidden
