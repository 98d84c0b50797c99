"""The moves of a scenario as a table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from decidr.core.analysis.scenarios.across import across_cases, move_effects
from decidr.core.study.edits import set_move
from decidr.core.study.scenarios import Move
from decidr.gui.document import Document
from decidr.gui.models.scenarios.move_entry import MoveEntry, effects_told, troubles_of
from decidr.gui.models.shared.roles import CHOICES_ROLE, TONE_ROLE
from decidr.gui.models.shared.typed_table import TypedTable
from tests.gui.scenario_study import scenario_study

pytestmark = pytest.mark.usefixtures("qapp")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
KIND, OF, HOST, VIEW, HOW, VALUE, EFFECT, NOTE = range(8)


class Sheet:
    """A document and the table of one of its scenarios, shown with what its moves do."""

    def __init__(self, scenario: str = "s1") -> None:
        self.document = Document(scenario_study())
        self.scenario = scenario
        self.entry = MoveEntry(self.document)
        self.model = TypedTable(self.entry)
        self.tester = QAbstractItemModelTester(self.model, FATAL, self.model)
        self.refused: list[str] = []
        self.model.refused.connect(self.refused.append)
        self.document.changed.connect(self.show)
        self.show()

    def show(self) -> None:
        across = across_cases(self.document.study)
        moved = next(r for r in across.results[1:] if r.case and r.case.scenarios[0].id == self.scenario)
        told = effects_told(move_effects(across.baseline, moved), moved)
        self.entry.show(self.scenario, {number: text for (_name, number), text in told.items()}, moved.problems)
        self.model.refresh()

    def at(self, row: int, column: int) -> QModelIndex:
        return self.model.index(row, column)

    def row(self, row: int) -> list[str]:
        return [self.at(row, column).data() for column in range(8)]

    def offered(self, row: int, column: int) -> list[str]:
        return [words for _value, words in self.at(row, column).data(CHOICES_ROLE)]

    @property
    def moves(self) -> tuple[Move, ...]:
        return next(s for s in self.document.study.scenarios if s.id == self.scenario).moves


def test_every_move_has_a_row_in_words_and_facts_have_none() -> None:
    sheet = Sheet()
    assert sheet.model.rowCount() == 3
    assert sheet.row(0) == [
        "data",
        "Home market",
        "United States",
        "all views",
        "add",
        "−6",
        "United States −20.0",
        "judgment",
    ]
    assert sheet.row(2) == ["Add…", *[""] * 7]


def test_a_cell_is_typed_into_by_one_step() -> None:
    sheet = Sheet()
    assert sheet.model.setData(sheet.at(0, VALUE), "-1,5")
    assert sheet.moves[1].value == -1.5
    assert sheet.document.undo_stack.undoText() == "1 move"
    assert sheet.moves[0].note.startswith("2026")


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        (KIND, "wish", "not one of data"),
        (OF, "Weather", "no criterion «Weather»"),
        (HOST, "Peru", "no host «Peru»"),
        (VIEW, "mine", "no view «mine»"),
        (HOW, "halve", "not one of set to"),
        (VALUE, "", "needs a value"),
        (VALUE, "many", "not a figure"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(column: int, text: str, said: str) -> None:
    sheet = Sheet()
    assert not sheet.model.setData(sheet.at(0, column), text)
    assert said in sheet.refused[-1]
    assert sheet.document.undo_stack.count() == 0


@pytest.mark.parametrize("text", ["all hosts", "", "All Hosts"])
def test_no_host_stands_for_all_of_them(text: str) -> None:
    sheet = Sheet()
    assert sheet.model.setData(sheet.at(0, HOST), text)
    assert sheet.moves[1].host is None


def test_data_and_scores_are_offered_of_leaves_and_weights_of_every_criterion() -> None:
    data, weight = Sheet(), Sheet("s2")
    assert "Market access" not in data.offered(0, OF)
    assert "Home market" in data.offered(0, OF)
    assert "Market access" in weight.offered(0, OF)
    assert weight.offered(0, HOST) == ["all hosts"]
    assert weight.offered(0, HOW) == ["times"]


def test_a_move_that_becomes_a_weight_is_multiplied_by_one_for_every_host() -> None:
    sheet = Sheet()
    assert sheet.model.setData(sheet.at(0, KIND), "weight")
    move = sheet.moves[1]
    assert (move.kind, move.operation, move.value, move.host) == ("weight", "multiply", 1.0, None)


def test_a_new_weight_needs_only_what_it_is_of_and_its_factor() -> None:
    sheet = Sheet("s3")
    for column, text in ((KIND, "weight"), (OF, "Stability"), (VALUE, "1.5")):
        assert sheet.model.setData(sheet.at(1, column), text)
    assert sheet.moves[-1] == Move(kind="weight", target="c1", operation="multiply", value=1.5)
    assert sheet.document.undo_stack.count() == 1


def test_a_block_of_a_workbook_is_pasted_by_its_headings() -> None:
    sheet = Sheet("s3")
    block = "Kind\tTarget\tHost\tView\tOperation\tValue\tNote\ndata\tHome market\tCanada\t\tset\t4\tjudgment"
    assert sheet.model.paste(block, 1, 0) == 1
    made = Move(kind="data", target="c5", host="h2", operation="set", value=4.0, note="judgment")
    assert sheet.moves[-1] == made


def test_removing_rows_is_one_step_and_facts_stay() -> None:
    sheet = Sheet()
    assert sheet.model.remove([0, 1]) == 2
    assert [move.note[:4] for move in sheet.moves] == ["2026"]
    assert sheet.document.undo_stack.undoText() == "Remove 2 moves"


def test_moves_are_put_in_another_order_and_no_total_moves() -> None:
    sheet = Sheet()
    before = across_cases(sheet.document.study).totals
    assert sheet.entry.shift(0, 1) == 1
    assert [move.target for move in sheet.moves] == [None, "c2", "c5"]
    assert sheet.entry.shift(1, 1) == 1
    assert across_cases(sheet.document.study).totals.tolist() == before.tolist()


def test_a_skipped_move_says_so_where_its_effect_would_stand() -> None:
    sheet = Sheet("s2")
    skipped = sheet.at(1, EFFECT)
    assert skipped.data() == "▲ skipped"
    assert skipped.data(TONE_ROLE) == "look_here"
    assert "No value to move for Thailand" in skipped.data(Qt.ItemDataRole.ToolTipRole)


def test_a_move_that_cannot_be_made_is_marked_at_its_cell() -> None:
    sheet = Sheet()
    sheet.document.apply("Other", set_move(sheet.document.study, "s1", 1, target="c4"))
    cell = sheet.at(0, OF)
    assert cell.data() == "▲ Market access"
    assert "has criteria below it" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert list(sheet.entry.rows[0].troubles) == ["target"]


def test_the_effect_of_a_move_names_the_host_that_it_moves_most() -> None:
    across = across_cases(scenario_study())
    moved = across.results[2]
    told = effects_told(move_effects(across.baseline, moved), moved)
    assert told["Boom", 1].startswith("Türkiye +")
    assert told["Boom", 2] == "nothing"


def test_what_is_wrong_with_a_move_is_told_of_that_move_alone() -> None:
    across = across_cases(scenario_study())
    assert troubles_of(across.results[1].problems, "Strike", 2) == {}
