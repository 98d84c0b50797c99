"""Other tables in the sheet that a table is read from."""

from __future__ import annotations

import pytest

from decidr.core.study.imports import ImportMapping
from decidr.core.study.problems import Refused
from decidr.formats.indicators.importing import import_files
from decidr.formats.indicators.places import Places
from decidr.formats.indicators.tables import find_table
from decidr.formats.spreadsheet import Sheet
from decidr.usage import option_for
from tests.formats.indicators.corpus import GDP, LAW, STUDY, TAX, Case, turned, write

NOTHING = ImportMapping(file="")
LAST = ["Country", TAX]


def told(rows, tmp_path):
    """The figures taken of a sheet, by leaf and host, and the places of the tables that were not read."""
    result = import_files(STUDY, [write(Case("", "a 2023.xlsx", {"S": rows}), tmp_path)], NOTHING, {})
    figures = {(cell.criterion, cell.host): cell.value for cell in result.study.cells}
    return figures, [str(p.place) for p in result.problems if p.code == "import.other_table"]


@pytest.mark.parametrize(
    "between",
    [[[], ["Table 2"], LAST], [[], LAST], [LAST], [[], ["", TAX]], [["Table 2"], ["Land", TAX]], [["Country", 2019]]],
)
def test_a_table_below_with_a_header_of_its_own_gives_the_one_above_no_figure(between, tmp_path) -> None:
    rows = [["Country", GDP], ["Canada", 1], ["Turkey", 2], *between, ["South Korea", 30], ["Canada", 25]]
    figures, others = told(rows, tmp_path)
    assert figures == {("gdp", "CAN"): 1.0, ("gdp", "TUR"): 2.0}
    assert others == [f"S!A{3 + len(between)}"]


@pytest.mark.parametrize(
    "between",
    [
        [["Asia", "", ""]],  # a section
        [["Asia", "", ""], ["", "USD", "%"]],  # with its units again
        [[], ["Country", GDP, TAX]],  # the same header, as on a page printed anew
        [["Atlantis", "pending", ""]],  # a place that no list of countries has
        [["OECD average", 2015, 20]],
        [["World", "..", "n/a"]],
    ],
)
def test_a_section_a_repeated_header_and_a_line_of_another_place_end_no_table(between, tmp_path) -> None:
    rows = [["Country", GDP, TAX], ["Canada", 1, 26], *between, ["South Korea", 30, 25]]
    figures, others = told(rows, tmp_path)
    assert others == []
    assert figures[("gdp", "KOR")] == 30.0


def test_notes_below_a_table_are_no_table(tmp_path) -> None:
    rows = [["Country", GDP], ["Canada", 1], ["Turkey", 2], [], ["Source", "World Bank"], ["Note", "of Canada"]]
    assert told(rows, tmp_path)[1] == []


@pytest.mark.parametrize("gap", [[""], []])
def test_a_table_beside_about_other_hosts_gives_this_one_no_figure(gap, tmp_path) -> None:
    left = [["Country", GDP], ["Canada", 1], ["Turkey", 2], ["South Korea", 3]]
    right = [["Country", TAX], ["Turkey", 25], ["Canada", 26], ["Site 11", 20]]
    rows = [[*one, *gap, *other] for one, other in zip(left, right, strict=True)]
    figures, others = told(rows, tmp_path)
    assert figures == {("gdp", "CAN"): 1.0, ("gdp", "TUR"): 2.0, ("gdp", "KOR"): 3.0}
    assert others == ["S!D1" if gap else "S!C1"]


def test_the_table_that_names_more_hosts_is_read_though_it_stands_to_the_right(tmp_path) -> None:
    left = [["Country", GDP], ["Canada", 1], ["Turkey", 2], ["", ""]]
    right = [["Code", "Country", TAX], ["TUR", "Turkey", 25], ["CAN", "Canada", 26], ["KOR", "South Korea", 20]]
    rows = [[*one, "", *other] for one, other in zip(left, right, strict=True)]
    figures, others = told(rows, tmp_path)
    assert figures == {("tax", "TUR"): 25.0, ("tax", "CAN"): 26.0, ("tax", "KOR"): 20.0}
    assert others == ["S!A1"]


def test_columns_beside_that_name_the_same_hosts_belong_to_the_table(tmp_path) -> None:
    rows = [["Country", GDP, "", "Country", TAX], ["Canada", 1, "", "CAN", 26], ["Turkey", 2, "", "Türkiye", 25]]
    figures, others = told(rows, tmp_path)
    assert others == []
    assert figures[("tax", "TUR")] == 25.0


def test_an_importer_beside_an_exporter_is_no_table_of_its_own() -> None:
    rows = [["Exporter", "Importer", "Cars"], ["Canada", "Turkey", 5], ["Turkey", "Canada", 6]]
    found = find_table(Sheet("S", rows), Places(STUDY.hosts))
    assert found.others == ()
    assert [column.name for column in found.of_role("figure")] == ["Cars"]


def test_tables_that_lie_on_their_sides_keep_apart_too(tmp_path) -> None:
    upright = [["Country", GDP], ["Canada", 1], ["Turkey", 2], [], ["Country", TAX], ["South Korea", 30]]
    figures, others = told(turned([[*row, *[""] * (2 - len(row))] for row in upright]), tmp_path)
    assert figures == {("gdp", "CAN"): 1.0, ("gdp", "TUR"): 2.0}
    assert others == ["S!E1"]


def test_the_leaf_that_only_another_table_has_is_refused_with_the_place_of_that_table(tmp_path) -> None:
    rows = [["Country", "Height"], ["Canada", 1], [], ["Country", LAW], ["Turkey", 2]]
    with pytest.raises(Refused) as refusal:
        told(rows, tmp_path)
    assert [(p.code, str(p.place)) for p in refusal.value.problems] == [
        ("import.no_match", "a 2023.xlsx"),
        ("import.other_table", "S!A4"),
    ]


@pytest.mark.parametrize(("wanted", "figures"), [("S", {"law": 0.6}), ("S!A5", {"tax": 26.0}), ("S!E1", {"law": 0.6})])
def test_another_table_of_a_sheet_is_chosen_by_its_first_cell(wanted, figures, tmp_path) -> None:
    rows = [["Country", GDP, "", "", "Country", LAW]]
    rows += [["Canada", 1, "", "", "Turkey", 0.7], ["Turkey", 2, "", "", "Canada", 0.6]]
    rows += [["Table 2"], ["Country", TAX], ["Canada", 26]]
    path = write(Case("", "a 2023.xlsx", {"S": rows}), tmp_path)
    result = import_files(STUDY, [path], ImportMapping(file="", sheet=wanted), {})
    assert {cell.criterion: cell.value for cell in result.study.cells if cell.host == "CAN"} == figures


def test_the_command_line_says_how_the_other_table_is_chosen(tmp_path) -> None:
    rows = [["Country", GDP], ["Canada", 1], [], ["Country", TAX], ["Canada", 26]]
    result = import_files(STUDY, [write(Case("", "a 2023.xlsx", {"S": rows}), tmp_path)], NOTHING, {})
    (told_of,) = [p for p in result.problems if p.code == "import.other_table"]
    assert option_for(told_of) == ' (--sheet "S!A4")'
