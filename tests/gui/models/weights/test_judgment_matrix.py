"""The judgments at a node as a table."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import comparisons_at, set_judgment, set_reason
from decidr.core.study.study import Study
from decidr.gui.document import Document, Part
from decidr.gui.models.shared.roles import Role
from decidr.gui.models.weights.judging import Judging
from decidr.gui.models.weights.judgment_matrix import PLACEHOLDER_ROLE, REASON_ROLE, VALUE_ROLE, JudgmentMatrix
from decidr.gui.models.weights.node_judgments import node_judgments
from tests.building import judged
from tests.gui.judging_study import NEUTRAL, TOPS, judging_study

pytestmark = pytest.mark.usefixtures("qapp")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Sheet:
    """A document, and the model over its judgments at one node, kept up to date and checked by Qt."""

    def __init__(self, study: Study, node: str = GOAL) -> None:
        self.document = Document(study)
        self.node = node
        self.model = JudgmentMatrix(Judging(self.document, lambda: date(2026, 1, 5)))
        self.tester = QAbstractItemModelTester(self.model, FATAL, self.model)
        self.troubles: list[str] = []
        self.model.refused.connect(self.troubles.append)
        self.document.changed.connect(self.refresh)
        self.refresh(Part.JUDGMENTS)

    def refresh(self, parts: Part) -> None:
        self.model.show_judgments(node_judgments(self.document.results, self.node))

    def at(self, row: int, column: int) -> QModelIndex:
        return self.model.index(row, column)

    def texts(self) -> list[list[str]]:
        size = range(self.model.rowCount())
        return [[self.at(i, j).data() for j in size] for i in size]

    def type(self, row: int, column: int, text: str) -> bool:
        return self.model.setData(self.at(row, column), text)


def test_it_reads_row_over_column_with_the_diagonal_closed_and_gaps_empty() -> None:
    assert Sheet(judging_study((3, None, 1, 1, "1/4", "1/2"))).texts() == [
        ["·", "3", "", "1"],
        ["1/3", "·", "1", "1/4"],
        ["", "1", "·", "1/2"],
        ["1", "4", "2", "·"],
    ]


def test_the_names_stand_along_both_sides() -> None:
    sheet = Sheet(judging_study())
    for side in Qt.Orientation.Horizontal, Qt.Orientation.Vertical:
        assert [sheet.model.headerData(i, side) for i in range(4)] == list(TOPS)
    assert sheet.model.headerData(4, Qt.Orientation.Horizontal) is None


def test_what_is_typed_is_judged_and_the_mirrored_cell_follows() -> None:
    sheet = Sheet(judging_study())
    assert sheet.type(0, 1, "0,2")
    assert (sheet.at(0, 1).data(), sheet.at(1, 0).data()) == ("1/5", "5")
    assert sheet.document.undo_stack.undoText() == "Data over IP 1/5"


def test_typing_into_the_lower_half_sets_the_reciprocal() -> None:
    sheet = Sheet(judging_study())
    sheet.type(3, 1, "7")
    assert sheet.at(1, 3).data() == "1/7"
    assert sheet.document.undo_stack.undoText() == "Backlash over IP 7"


def test_a_bad_entry_is_told_and_the_old_value_stays() -> None:
    sheet = Sheet(judging_study())
    assert not sheet.type(0, 1, "three")
    assert sheet.troubles == ["«three» is not a ratio; write 3, 1/3 or 0.333."]
    assert sheet.at(0, 1).data() == "3"
    assert sheet.document.undo_stack.isClean()


def test_a_good_entry_takes_the_trouble_back() -> None:
    sheet = Sheet(judging_study())
    sheet.type(0, 1, "three")
    sheet.type(0, 1, "4")
    assert sheet.troubles[-1] == ""


def test_an_emptied_cell_is_not_judged_any_more() -> None:
    sheet = Sheet(judging_study())
    sheet.type(0, 1, " ")
    assert (sheet.at(0, 1).data(), sheet.at(1, 0).data()) == ("", "")


def test_the_diagonal_and_pooled_answers_are_closed() -> None:
    sheet = Sheet(judging_study())
    editable = Qt.ItemFlag.ItemIsEditable
    assert not sheet.at(2, 2).flags() & editable
    assert sheet.at(2, 1).flags() & editable
    assert not sheet.type(1, 1, "3")
    group = Sheet(judging_study((1,) * 6, judged(GOAL, TOPS, [2] * 6, who="Ann", view=NEUTRAL)))
    assert not group.at(0, 1).flags() & editable
    assert not group.type(0, 1, "5")


def test_clearing_cells_of_both_halves_is_one_step() -> None:
    sheet = Sheet(judging_study())
    sheet.model.clear([sheet.at(0, 1), sheet.at(1, 0), sheet.at(3, 2), sheet.at(1, 1)])
    assert sheet.document.undo_stack.count() == 1
    assert sheet.document.undo_stack.undoText() == "Clear 2 judgments"
    assert sheet.texts()[2][3] == ""


def test_a_pasted_block_is_one_step() -> None:
    sheet = Sheet(judging_study())
    sheet.model.paste("\t5\t6\t7\n\t\t8\t9\n\t\t\t2", sheet.at(0, 0))
    assert [sheet.texts()[0][1:], sheet.texts()[1][2:], sheet.texts()[2][3:]] == [["5", "6", "7"], ["8", "9"], ["2"]]
    assert (sheet.document.undo_stack.count(), sheet.document.undo_stack.undoText()) == (1, "6 judgments")


def test_a_refused_block_changes_nothing() -> None:
    sheet = Sheet(judging_study())
    before = sheet.texts()
    sheet.model.paste("1\t5\n4\t1", sheet.at(0, 0))
    assert sheet.texts() == before
    assert sheet.troubles == ["Nothing was pasted.\nData over IP is 5, but IP over Data is 4; one is 1 over the other."]


def test_the_smallest_block_around_the_chosen_cells_is_copied() -> None:
    sheet = Sheet(judging_study())
    assert sheet.model.block_text([sheet.at(0, 1), sheet.at(1, 2)], ".") == "3\t2\n1\t1"
    assert sheet.model.block_text([], ".") == ""


def test_every_cell_has_words_for_a_screen_reader() -> None:
    study = set_judgment(
        judging_study((3, None, 1, 1, 1, 1)),
        under=GOAL,
        view=NEUTRAL,
        first="IP",
        second="Backlash",
        value=2.0,
        status="placeholder",
    )
    sheet = Sheet(study)
    words = [sheet.at(*place).data(Role.AccessibleTextRole) for place in ((0, 1), (2, 0), (1, 3), (1, 1))]
    assert words == [
        "Data over IP: 3",
        "Influence over Data: not judged",
        "IP over Backlash: 2, placeholder",
        "IP, closed",
    ]


def test_a_tip_tells_the_exact_value_the_day_and_the_reason() -> None:
    study = judging_study()
    study = set_judgment(study, under=GOAL, view=NEUTRAL, first="Data", second="IP", value=2**0.5, when="2026-01-05")
    study = set_reason(study, under=GOAL, view=NEUTRAL, first="Data", second="IP", note="as agreed")
    sheet = Sheet(study)
    tip = sheet.at(0, 1).data(Role.ToolTipRole)
    assert tip == "Data over IP: 1.41\n1.414213562\njudged on 2026-01-05\nas agreed"


def test_its_own_roles_tell_value_placeholder_and_reason() -> None:
    study = set_reason(judging_study(), under=GOAL, view=NEUTRAL, first="Data", second="IP", note="why")
    sheet = Sheet(study)
    assert [sheet.at(1, 0).data(role) for role in (PLACEHOLDER_ROLE, REASON_ROLE)] == [False, "why"]
    assert sheet.at(1, 0).data(VALUE_ROLE) == pytest.approx(1 / 3)
    assert sheet.at(1, 1).data(VALUE_ROLE) is None


def test_cells_stay_through_an_edit_and_are_made_anew_for_another_node(qtbot: QtBot) -> None:
    sheet = Sheet(judging_study())
    with qtbot.assertNotEmitted(sheet.model.modelReset), qtbot.waitSignal(sheet.model.dataChanged):
        sheet.type(0, 1, "9")
    sheet.node = "Backlash"
    with qtbot.waitSignal(sheet.model.modelReset):
        sheet.refresh(Part.JUDGMENTS)
    assert sheet.model.rowCount() == 2


def test_undo_brings_the_cell_back() -> None:
    sheet = Sheet(judging_study())
    sheet.type(0, 1, "9")
    sheet.document.undo_stack.undo()
    assert sheet.at(0, 1).data() == "3"


def test_a_judgment_typed_has_the_day_and_no_placeholder() -> None:
    sheet = Sheet(judging_study())
    sheet.type(0, 1, "9")
    block = comparisons_at(sheet.document.study, GOAL, NEUTRAL)
    assert block is not None
    assert (block.pairs[0].status, block.pairs[0].when) == ("judged", "2026-01-05")
