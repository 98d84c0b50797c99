"""Blocks of data as spreadsheets copy and paste them."""

import pytest

from decidr.gui.document import Document
from decidr.gui.models.data.data_block import block_text, is_single, named_block_text, read_block, told
from decidr.gui.models.data.data_entry import DataEntry
from decidr.gui.models.data.data_sheet import CellFact, DataSheet
from tests.gui.structure_study import HOSTS, structure_study

pytestmark = pytest.mark.usefixtures("qapp")


def desk() -> tuple[DataEntry, DataSheet]:
    document = Document(structure_study())
    return DataEntry(document), DataSheet(document.results)


def cells(sheet: DataSheet, *leaves: str, hosts: tuple[str, ...] = HOSTS) -> list[list[CellFact]]:
    return [[sheet.fact(sheet.row(leaf), sheet.column(host)) for host in hosts] for leaf in leaves]


def test_a_block_lands_on_the_upper_left_and_an_empty_cell_clears() -> None:
    entry, sheet = desk()
    block = read_block("7,5\t\r\n40\t50\r\n", cells(sheet, "Exports", "Rule"), entry)
    assert block.values == {
        ("Exports", "Canada", "data"): 7.5,
        ("Exports", "Spain", "data"): None,
        ("Rule", "Canada", "data"): 40.0,
        ("Rule", "Spain", "data"): 50.0,
    }


def test_with_one_wrong_cell_nothing_counts_and_every_trouble_names_its_cell() -> None:
    entry, sheet = desk()
    block = read_block("7\tabc\n1,234\t5", cells(sheet, "Exports", "Sales"), entry)
    assert block.values == {}
    assert block.troubles == (
        "Exports, Spain: «abc» is not a figure; write 12, 0.5 or 0,5.",
        "Sales, Canada: «1,234» may mean 1.234 or 1234; write one of these.",
    )


def test_levels_are_pasted_by_name_beside_figures() -> None:
    entry, sheet = desk()
    block = read_block("50\nFair", cells(sheet, "Rule", "Support"), entry)
    assert block.values["Support", "Canada", "rating"] == "fair"


def test_a_block_that_is_too_large_is_refused_with_both_sizes() -> None:
    entry, sheet = desk()
    block = read_block("1\t2\t3\n4\t5\t6", cells(sheet, "Exports", hosts=("Canada", "Spain")), entry)
    assert block.troubles == ("The block has 2 rows and 3 columns, but from here on there are 1 and 2.",)


def test_a_single_value_fills_all_that_is_selected() -> None:
    entry, sheet = desk()
    assert is_single("5\n")
    assert not is_single("5\t6")
    assert set(read_block("5\n", cells(sheet, "Exports", "Rule"), entry).values.values()) == {5.0}
    assert len(read_block("5", cells(sheet, "Exports", "Rule"), entry).values) == 6


def test_quotes_of_a_spreadsheet_are_understood() -> None:
    entry, sheet = desk()
    assert read_block('"good"\t"fair"', cells(sheet, "Support"), entry).values["Support", "Spain", "rating"] == "fair"


def test_what_is_copied_is_exact_and_reads_back() -> None:
    entry, sheet = desk()
    rows = cells(sheet, "Sales", "Rule")
    assert block_text(rows, ".") == "190000\t62000\t\n80.125\t70\t40"
    assert block_text(rows, ",") == "190000\t62000\t\n80,1250\t70\t40"
    values = read_block(block_text(rows, ","), rows, entry).values
    assert [values["Rule", host, "data"] for host in HOSTS] == [80.125, 70, 40]


def test_names_can_be_copied_along() -> None:
    _entry, sheet = desk()
    text = named_block_text(cells(sheet, "Sales", hosts=("Canada", "Morocco")), ".")
    assert text == "\t\tCanada\tMorocco\nSales\tvehicles/year\t190000\t"


def test_many_troubles_are_told_by_the_first_few() -> None:
    text = told([f"cell {i}" for i in range(5)])
    assert text.splitlines() == ["Nothing was pasted.", "cell 0", "cell 1", "cell 2", "and 2 more"]
    assert told(["cell 0"]).splitlines() == ["Nothing was pasted.", "cell 0"]
