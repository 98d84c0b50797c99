"""Costs and rates as tables."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from decidr.core.study.data import CostItem
from decidr.core.study.study import Study
from decidr.gui.document import Document, Part
from decidr.gui.models.results.money_entry import CostEntry, RateEntry
from decidr.gui.models.shared.roles import CHOICES_ROLE, TONE_ROLE, Role
from decidr.gui.models.shared.typed_table import TypedTable
from tests.gui.costed_study import with_costs
from tests.gui.example_study import example_study

pytestmark = pytest.mark.usefixtures("qapp")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Sheet:
    """A document and the model over its costs or rates, kept up to date and checked by Qt."""

    def __init__(self, study: Study, kind: type[CostEntry] | type[RateEntry] = CostEntry) -> None:
        self.document = Document(study)
        self.model = TypedTable(kind(self.document))
        self.tester = QAbstractItemModelTester(self.model, FATAL, self.model)
        self.refused: list[str] = []
        self.model.refused.connect(self.refused.append)
        self.document.changed.connect(self.refresh)
        self.model.refresh()

    def refresh(self, parts: Part) -> None:
        self.model.refresh()

    def at(self, row: int, column: int) -> QModelIndex:
        return self.model.index(row, column)

    def row(self, row: int) -> list[str]:
        return [str(self.at(row, column).data()) for column in range(self.model.columnCount())]

    def type(self, row: int, column: int, text: str) -> bool:
        return self.model.setData(self.at(row, column), text)


@pytest.fixture
def empty() -> Sheet:
    return Sheet(example_study())


@pytest.fixture
def full() -> Sheet:
    return Sheet(with_costs(example_study()))


def test_an_empty_table_has_a_row_that_invites(empty: Sheet) -> None:
    assert empty.model.rowCount() == 1
    assert empty.row(0) == ["Add a cost…", "", "", "", "", ""]
    assert empty.at(0, 0).data(TONE_ROLE) == "third"


def test_a_row_that_was_begun_waits_for_what_it_needs_and_then_counts(empty: Sheet) -> None:
    assert empty.type(0, 0, "Spain")
    assert empty.row(0) == ["Spain", "", "needed", "", "", ""]
    assert empty.at(0, 2).data(TONE_ROLE) == "look_here"
    assert empty.document.study.costs == ()
    assert empty.type(0, 1, "Land")
    assert empty.type(0, 2, "2500")
    assert empty.document.study.costs == (CostItem(host="h1", item="Land", amount=2500.0),)
    assert empty.document.undo_stack.count() == 1
    assert empty.row(1)[0] == "Add a cost…"


def test_a_typed_cell_is_one_step(full: Sheet) -> None:
    assert full.type(0, 2, "5 000 000")
    assert full.document.study.costs[0].amount == 5_000_000
    assert full.row(0)[2] == "5\u202f000\u202f000"
    assert full.at(0, 2).data(Role.EditRole) == "5000000"
    full.document.undo_stack.undo()
    assert full.document.study.costs[0].amount == 1e9


def test_what_is_refused_changes_nothing_and_is_told(full: Sheet) -> None:
    assert not full.type(0, 2, "much")
    assert full.document.undo_stack.count() == 0
    assert "much" in full.refused[-1]
    assert full.type(0, 4, "2024")
    assert full.refused[-1] == ""


def test_a_currency_without_a_rate_has_a_sign_and_a_reason() -> None:
    sheet = Sheet(with_costs(example_study(), rates=()))
    assert sheet.row(1)[3] == "▲ EUR"
    assert sheet.at(1, 3).data(Role.ToolTipRole) == "No rate is stated for EUR."
    assert "No rate" in sheet.at(1, 3).data(Role.AccessibleTextRole)
    assert sheet.row(0)[3] == "CAD"


def test_rates_suggest_the_currency_that_lacks_one() -> None:
    sheet = Sheet(with_costs(example_study(), rates=()), RateEntry)
    assert sheet.row(0) == ["EUR", "needed", "", ""]
    assert sheet.type(0, 1, "0,64")
    assert sheet.document.study.rates[0].currency == "EUR"
    assert sheet.row(1) == ["USD", "needed", "", ""]
    assert sheet.model.headerData(1, Qt.Orientation.Horizontal) == "Per CAD"


def test_hosts_are_offered_as_choices(full: Sheet) -> None:
    assert full.at(0, 0).data(CHOICES_ROLE)[:2] == [("Spain", "Spain"), ("Canada", "Canada")]
    assert full.at(0, 1).data(CHOICES_ROLE) is None


BLOCK = "Spain\tLand\t1 000\tEUR\t2025\tquote 7\nCanada\tLand\t2 000,5\t\t\t\n\n"


def test_a_block_from_a_spreadsheet_adds_its_rows_as_one_step(empty: Sheet) -> None:
    assert empty.model.paste(BLOCK, 0, 0) == 2
    spain, canada = empty.document.study.costs
    assert spain == CostItem(host="h1", item="Land", amount=1000.0, currency="EUR", year=2025, source="quote 7")
    assert canada == CostItem(host="h2", item="Land", amount=2000.5)
    assert empty.document.undo_stack.count() == 1


def test_a_block_with_headings_is_taken_by_them_in_any_order(full: Sheet) -> None:
    block = "Amount\tremark\tHost\tYear\n30000000\tx\tBrazil\t2024\n"
    assert full.model.paste(block, 0, 0) == 1
    assert full.document.study.costs[-1] == CostItem(host="h6", item="", amount=3e7, year=2024)
    assert len(full.document.study.costs) == 11


def test_a_block_lands_on_the_rows_that_are_there(full: Sheet) -> None:
    assert full.model.paste("10\tUSD\n20\tEUR", 3, 2) == 2
    assert [(i.amount, i.currency) for i in full.document.study.costs[3:5]] == [(10, "USD"), (20, "EUR")]
    assert len(full.document.study.costs) == 10


@pytest.mark.parametrize(
    ("block", "row", "column", "said"),
    [
        ("Atlantis\tx\t5", 10, 0, "Row 11, Host: "),
        ("Spain\tx\t5\nSpain\tx", 10, 0, "Row 12: Amount is missing."),
        ("much\tEUR", 0, 2, "Row 1, Amount: "),
        ("2025\tquote\tmore", 0, 4, "more cells"),
    ],
)
def test_a_block_with_any_trouble_changes_nothing(full: Sheet, block: str, row: int, column: int, said: str) -> None:
    assert full.model.paste(block, row, column) == 0
    assert full.document.undo_stack.count() == 0
    assert said in full.refused[-1]
    assert "Nothing was pasted." in full.refused[-1]


def test_what_is_copied_can_be_pasted_elsewhere(full: Sheet, empty: Sheet) -> None:
    cells = [full.at(row, column) for row in range(11) for column in range(6)]
    assert empty.model.paste(full.model.copied(cells), 0, 0) == 10
    assert empty.document.study.costs == full.document.study.costs


def test_a_part_of_rows_is_copied_without_headings(full: Sheet) -> None:
    assert full.model.copied([full.at(0, 2), full.at(0, 3)]) == "1000000000\tCAD"


def test_a_single_text_is_as_if_typed(empty: Sheet) -> None:
    assert empty.model.paste("Spain", 0, 0) == 1
    assert empty.row(0)[0] == "Spain"
    assert empty.document.study.costs == ()


def test_removing_takes_rows_and_what_was_begun(full: Sheet) -> None:
    full.type(10, 0, "Spain")
    assert full.model.remove([0, 10]) == 1
    assert full.row(9)[0] == "Add a cost…"
    assert len(full.document.study.costs) == 9
    full.type(9, 0, "Spain")
    assert full.model.remove([9]) == 0
    assert full.row(9)[0] == "Add a cost…"
