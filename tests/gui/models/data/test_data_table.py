"""Hosts × leaves as a table."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from decidr.core.study.data import Cell
from decidr.core.study.edits import add_host, remove_criterion, set_criterion
from decidr.core.study.study import Study
from decidr.gui.document import Document, Part
from decidr.gui.models.data.data_entry import DataEntry
from decidr.gui.models.data.data_filter import DataFilter
from decidr.gui.models.data.data_sheet import DataSheet
from decidr.gui.models.data.data_table import FACT_ROLE, LEVELS_ROLE, DataTable
from decidr.gui.models.shared.roles import LINE_ROLE, SLOT_ROLE, Role
from tests.gui.structure_study import HOSTS, structure_study

pytestmark = pytest.mark.usefixtures("qapp")
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Sheet:
    """A document, and the model over its data, kept up to date and checked by Qt."""

    def __init__(self, study: Study | None = None) -> None:
        self.document = Document(study or structure_study())
        self.model = DataTable(DataEntry(self.document, lambda: date(2026, 1, 5)))
        self.tester = QAbstractItemModelTester(self.model, FATAL, self.model)
        self.troubles: list[str] = []
        self.model.refused.connect(self.troubles.append)
        self.document.changed.connect(self.refresh)
        self.refresh(Part.DATA)

    def refresh(self, parts: Part) -> None:
        self.model.show_sheet(DataSheet(self.document.results), self.document.focus)

    def at(self, criterion: str, host: str = "") -> QModelIndex:
        return self.model.index_of(criterion, host)

    def text(self, criterion: str, host: str) -> str:
        return str(self.at(criterion, host).data())

    def cell(self, criterion: str, host: str) -> Cell | None:
        fact = self.model.fact(self.at(criterion, host))
        return fact.cell if fact else None


def test_leaves_run_down_and_hosts_across_with_headings_between() -> None:
    model = Sheet().model
    assert [model.headerData(i, DOWN) for i in range(model.rowCount())] == [
        "Market", "Sales", "Exports", "Risk", "Rule", "Support", "Culture", "Jobs",
    ]  # fmt: skip
    assert [model.headerData(i, ACROSS) for i in range(model.columnCount())] == list(HOSTS)
    assert model.headerData(9, DOWN) is model.headerData(9, ACROSS) is None


def test_a_heading_has_no_cells() -> None:
    model = Sheet().model
    heading = model.index(0, 0)
    assert model.flags(heading) == Qt.ItemFlag.NoItemFlags
    assert heading.data() is None
    assert not model.setData(heading, "5")
    assert model.headerData(0, DOWN, LINE_ROLE).is_heading


def test_cells_show_figures_with_thin_spaces_and_gaps_as_nothing() -> None:
    sheet = Sheet()
    assert sheet.text("Sales", "Canada") == "190\u202f000"
    assert sheet.text("Sales", "Morocco") == ""
    assert sheet.text("Jobs", "Morocco") == "0"
    assert sheet.at("Sales", "Canada").data(Role.EditRole) == "190000"


def test_screen_readers_hear_leaf_host_value_and_status() -> None:
    sheet = Sheet()
    index = sheet.at("Sales", "Canada")
    assert index.data(Role.AccessibleTextRole) == "Sales, Canada: 190\u202f000 vehicles/year, measured 2024"
    assert "IEA, outlook" in index.data(Role.ToolTipRole)


def test_what_is_typed_is_taken_and_its_old_source_goes() -> None:
    sheet = Sheet()
    assert sheet.model.setData(sheet.at("Sales", "Canada"), "250 000")
    assert sheet.cell("Sales", "Canada") == Cell(criterion="Sales", host="Canada", value=250_000.0, when="2026-01-05")
    assert sheet.troubles == [""]


def test_what_cannot_be_read_is_refused_with_its_cell_and_changes_nothing() -> None:
    sheet = Sheet()
    assert not sheet.model.setData(sheet.at("Sales", "Canada"), "190,000")
    assert sheet.troubles == ["Sales, Canada: «190,000» may mean 190.000 or 190000; write one of these."]
    assert sheet.document.undo_stack.count() == 0


def test_an_empty_text_makes_a_gap() -> None:
    sheet = Sheet()
    assert sheet.model.setData(sheet.at("Sales", "Canada"), "")
    assert sheet.cell("Sales", "Canada") is None


def test_a_rating_leaf_offers_its_levels_and_takes_one() -> None:
    sheet = Sheet()
    index = sheet.at("Support", "Morocco")
    assert index.data(LEVELS_ROLE) == ["good", "fair", "poor"]
    assert sheet.at("Sales", "Canada").data(LEVELS_ROLE) is None
    assert sheet.model.setData(index, "poor")
    assert sheet.text("Support", "Morocco") == "poor"


def test_hosts_compared_in_pairs_cannot_be_typed() -> None:
    model = Sheet().model
    index = model.index_of("Culture", "Spain")
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(index) & Qt.ItemFlag.ItemIsSelectable
    assert index.data() == "in pairs"


def test_deleting_several_cells_is_one_step() -> None:
    sheet = Sheet()
    sheet.model.clear([sheet.at("Exports", host) for host in HOSTS])
    assert [sheet.cell("Exports", host) for host in HOSTS] == [None, None, None]
    assert sheet.document.undo_stack.count() == 1


def test_a_block_is_pasted_as_one_step_over_headings() -> None:
    sheet = Sheet()
    assert sheet.model.paste("8\t9\n60\t61", [sheet.at("Exports", "Spain")]) == 4
    assert (sheet.text("Exports", "Morocco"), sheet.text("Rule", "Spain")) == ("9", "60")
    assert sheet.document.undo_stack.count() == 1


def test_a_block_with_a_wrong_cell_is_refused_as_a_whole() -> None:
    sheet = Sheet()
    assert sheet.model.paste("8\tx", [sheet.at("Exports", "Spain")]) == 0
    assert sheet.document.undo_stack.count() == 0
    assert sheet.troubles == ["Nothing was pasted.\nExports, Morocco: «x» is not a figure; write 12, 0.5 or 0,5."]


def test_one_value_is_pasted_into_all_selected_cells() -> None:
    sheet = Sheet()
    assert sheet.model.paste("3", [sheet.at("Exports", host) for host in HOSTS]) == 3
    assert {sheet.text("Exports", host) for host in HOSTS} == {"3"}


def test_a_selection_is_copied_in_full_precision_without_headings() -> None:
    sheet = Sheet()
    chosen = [sheet.model.index(row, column) for row in range(1, 5) for column in range(2)]
    assert sheet.model.copied(chosen, ".") == "190000\t62000\n5\t7\n80.125\t70"
    assert sheet.model.copied(chosen[:1], ".", with_names=True) == "\t\tCanada\nSales\tvehicles/year\t190000"


def test_the_filter_shows_the_leaves_with_gaps_and_quiets_their_other_cells() -> None:
    sheet = Sheet()
    sheet.model.filter_by(DataFilter("gaps"))
    assert [row.id for row in sheet.model.shown.rows] == ["Market", "Sales", "Risk", "Support"]
    facts = {host: sheet.at("Sales", host).data(FACT_ROLE) for host in HOSTS}
    assert [sheet.model.is_quiet(fact) for fact in facts.values()] == [True, True, False]


def test_a_filled_gap_stays_in_sight_until_the_filter_is_set_again() -> None:
    sheet = Sheet()
    sheet.model.filter_by(DataFilter("gaps"))
    sheet.model.setData(sheet.at("Sales", "Morocco"), "9000")
    assert sheet.text("Sales", "Morocco") == "9\u202f000"
    sheet.model.filter_by(DataFilter("gaps"))
    assert not sheet.at("Sales", "Morocco").isValid()


def test_an_edit_repaints_the_cells_that_changed_and_resets_nothing(qtbot: QtBot) -> None:
    sheet = Sheet()
    changed: list[tuple[int, int]] = []
    resets: list[None] = []
    sheet.model.dataChanged.connect(lambda first, last: changed.append((first.row(), first.column())))
    sheet.model.modelReset.connect(lambda: resets.append(None))
    sheet.model.setData(sheet.at("Exports", "Spain"), "8")
    assert changed == [(2, 1)]
    assert resets == []


def test_a_change_of_the_scale_repaints_the_row() -> None:
    sheet = Sheet()
    rows: set[int] = set()
    sheet.model.dataChanged.connect(lambda first, last: rows.add(first.row()))
    sheet.document.apply("x", set_criterion(sheet.document.study, "Exports", unit="points"))
    assert rows == {2}


def test_other_leaves_or_hosts_make_the_table_anew() -> None:
    sheet = Sheet()
    sheet.document.apply("x", add_host(sheet.document.study, "Brazil"))
    assert sheet.model.columnCount() == 4
    sheet.document.apply("x", remove_criterion(sheet.document.study, "Market"))
    assert sheet.model.rowCount() == 5
    sheet.document.undo_stack.undo()
    assert sheet.model.rowCount() == 8


def test_hosts_in_focus_have_their_colour_in_the_header() -> None:
    sheet = Sheet()
    for column, host in enumerate(HOSTS):
        assert sheet.model.headerData(column, ACROSS, SLOT_ROLE) == sheet.document.focus.index(host)


def test_a_leaf_header_tells_name_unit_and_state() -> None:
    model = Sheet().model
    assert model.headerData(1, DOWN, Role.ToolTipRole) == "Sales\nvehicles/year"
    study = set_criterion(structure_study(), "Sales", active=False)
    assert "not counted" in Sheet(study).model.headerData(1, DOWN, Role.AccessibleTextRole)


def test_what_is_not_shown_has_no_place() -> None:
    sheet = Sheet()
    assert not sheet.at("Sales", "Atlantis").isValid()
    assert not sheet.at("Market").isValid()
    assert sheet.at("Sales").column() == 0


def test_an_empty_study_is_an_empty_table() -> None:
    model = Sheet(Study()).model
    assert (model.rowCount(), model.columnCount()) == (0, 0)
