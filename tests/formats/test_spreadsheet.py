import re
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from decidr.core.study.problems import Refused, sentence
from decidr.formats.indicators.sheets import read_indicator_sheets
from decidr.formats.opening import open_study
from decidr.formats.spreadsheet import Sheet, column_letters, column_number, name_text, read_sheets
from tests.formats.books import write_book

ROWS = [("name", "ratio", "day"), ("Québec", "1/3", datetime(2026, 1, 3)), ("2030", 0.25, None), (None, 7, None)]


def refusal(path):
    with pytest.raises(Refused) as refused:
        read_sheets(path)
    (problem,) = refused.value.problems
    assert sentence(problem)
    return problem.code


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return write_book(tmp_path_factory.mktemp("book") / "rows.xlsx", {"One": ROWS, "Two": [("x",)]})


def test_every_sheet_is_read_from_its_first_cell(book):
    one, two = read_sheets(book)
    assert (one.name, two.name) == ("One", "Two")
    assert one.rows[0] == ["name", "ratio", "day"]
    assert one.value(1, 1) == "1/3"
    assert one.value(2, 1) == 0.25
    assert one.value(3, 0) == ""


@pytest.mark.parametrize("kind", ["ods", "xls", "xlsx"])
def test_the_same_values_come_from_every_kind_of_workbook(book, libreoffice, kind):
    converted = read_sheets(libreoffice._convert(book, kind))
    assert [sheet.name for sheet in converted] == ["One", "Two"]
    mine, theirs = read_sheets(book)[0], converted[0]
    for row in range(4):
        assert theirs.text(row, 0) == mine.text(row, 0)
        assert theirs.value(row, 1) == mine.value(row, 1)
        assert not isinstance(theirs.value(row, 1), int)
    assert theirs.value(1, 2).isoformat().startswith("2026-01-03")


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_a_csv_may_say_its_separator_in_a_first_line_which_is_no_row(tmp_path, mark):
    path = tmp_path / "said.csv"
    path.write_bytes(f'sep={mark}\r\n"1,000000"{mark}"a;b"\r\n'.encode())
    (sheet,) = read_sheets(path)
    assert sheet.rows == [["1,000000", "a;b"]]
    assert sheet.address(0, 1) == "said!B1"


def test_an_empty_first_row_and_column_keep_the_addresses(tmp_path):
    book = Workbook()
    book.active["C4"] = "here"
    book.save(tmp_path / "far.xlsx")
    (sheet,) = read_sheets(tmp_path / "far.xlsx")
    assert sheet.value(3, 2) == "here"
    assert sheet.address(3, 2) == "Sheet!C4"


def test_beyond_the_edge_is_empty(book):
    assert read_sheets(book)[0].value(99, 99) == ""


def test_a_macro_workbook_is_read(book, tmp_path):
    shutil.copy(book, tmp_path / "macros.xlsm")
    assert read_sheets(tmp_path / "macros.xlsm")[0].text(1, 0) == "Québec"


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_csv_is_one_sheet_whatever_its_separator(tmp_path, mark):
    path = tmp_path / "matrix.csv"
    path.write_text(f"\ufeff{mark}A{mark}B\nA{mark}1{mark}3\n", encoding="utf-8")
    (sheet,) = read_sheets(path)
    assert sheet.name == "matrix"
    assert sheet.rows == [["", "A", "B"], ["A", "1", "3"]]


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_a_spreadsheet(column, letters):
    assert column_letters(column) == letters


@pytest.mark.parametrize(("value", "name"), [(2030.0, "2030"), (1.5, "1.5"), (" Spain ", "Spain"), ("1.10", "1.10")])
def test_names_that_look_like_numbers_are_text(value, name):
    assert name_text(value) == name


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert refusal(tmp_path / "none.xlsx") == "file.missing"


def test_a_folder_is_no_workbook(tmp_path):
    (tmp_path / "folder.xlsx").mkdir()
    assert refusal(tmp_path / "folder.xlsx") == "file.missing"


def test_an_unknown_kind_is_told(tmp_path):
    (tmp_path / "letter.docx").write_bytes(b"PK")
    assert refusal(tmp_path / "letter.docx") == "file.unknown_kind"


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"])
@pytest.mark.parametrize("content", [b"", b"not a spreadsheet", b"PK\x03\x04 cut off"])
def test_what_is_damaged_is_told(tmp_path, suffix, content):
    path = tmp_path / f"damaged{suffix}"
    path.write_bytes(content)
    assert refusal(path) == "file.not_a_workbook"


def test_a_zip_that_is_no_workbook_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as package:
        package.writestr("hello.txt", "hello")
    assert refusal(tmp_path / "other.xlsx") == "file.not_a_workbook"


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".xlsb"])
def test_a_workbook_under_a_password_is_told_as_such(tmp_path, suffix):
    path = tmp_path / f"locked{suffix}"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1000))
    assert refusal(path) == "file.locked"


def with_formulas(folder, suffix=".xlsx"):
    book = Workbook()
    book.active["A1"], book.active["B1"], book.active["C2"] = 3, "=A1*2", "=1/A1"
    path = folder / f"formulas{suffix}"
    book.save(path)
    return path


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm"])
def test_formulas_without_a_stored_number_are_named(tmp_path, suffix):
    (sheet,) = read_sheets(with_formulas(tmp_path, suffix))
    assert sheet.uncached == {"B1", "C2"}


def test_a_formula_counts_with_its_stored_number(tmp_path, libreoffice):
    (sheet,) = read_sheets(libreoffice.recalculate(with_formulas(tmp_path)))
    assert sheet.uncached == frozenset()
    assert sheet.value(0, 1) == 6
    assert sheet.value(1, 2) == pytest.approx(1 / 3)


def test_a_formula_that_gives_an_empty_text_has_been_computed(tmp_path, libreoffice):
    book = Workbook()
    book.active["A1"] = '=IF(B1="","",B1)'
    book.save(tmp_path / "empty.xlsx")
    (sheet,) = read_sheets(libreoffice.recalculate(tmp_path / "empty.xlsx"))
    assert sheet.uncached == frozenset()
    assert sheet.value(0, 0) == ""


def test_a_formula_whose_result_is_an_error_has_no_number(tmp_path, libreoffice):
    book = Workbook()
    book.active["A1"] = "=1/B1"
    book.save(tmp_path / "error.xlsx")
    (sheet,) = read_sheets(libreoffice.recalculate(tmp_path / "error.xlsx"))
    assert sheet.uncached == {"A1"}


def strict(path):
    """The workbook in the namespaces that Excel's «Strict Open XML» has."""
    target = path.with_name("strict.xlsx")
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            content = content.replace(
                b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                b"http://purl.oclc.org/ooxml/spreadsheetml/main",
            )
            content = re.sub(
                rb"http://schemas.openxmlformats.org/officeDocument/2006/relationships(?!/)",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                content,
            )
            copy.writestr(name, content)
    return target


def test_formulas_are_found_in_strict_workbooks_too(tmp_path):
    (sheet,) = read_sheets(strict(with_formulas(tmp_path)))
    assert sheet.uncached == {"B1", "C2"}


def test_a_cell_is_named_as_in_a_spreadsheet():
    assert Sheet("Judgments", []).address(13, 3) == "Judgments!D14"


XLSB = Path(__file__).parents[1] / "data" / "xlsb"
"""Two workbooks as .xlsb, written by the small library pyxlsbwriter; LibreOffice writes none."""


def test_an_xlsb_is_read_with_its_texts_numbers_and_gaps():
    sheets = {sheet.name: sheet for sheet in read_sheets(XLSB / "study.xlsb")}
    assert list(sheets) == ["Criteria", "Hosts", "Judgments", "Data"]
    assert sheets["Hosts"].rows[2] == ["México", "MEX"]
    assert [sheets["Judgments"].value(row, 3) for row in (1, 2, 3)] == ["1/3", 2.0, "0,25"]
    assert sheets["Data"].rows[3] == ["Cost", "Spain", "", "", "asked"]


def test_an_xlsb_opens_as_a_study_and_gives_figures():
    study = open_study(XLSB / "study.xlsb").study
    assert [criterion.name for criterion in study.criteria] == ["Cost", "Risk", "Reach"]
    assert [pair.value for pair in study.comparisons[0].pairs] == pytest.approx([1 / 3, 2, 0.25])
    sheets = read_indicator_sheets(XLSB / "indicators.xlsb", "Table!A3")
    assert [row[:2] for row in sheets[0].rows if row][1] == ["Canada", 55.5]


def test_a_sheet_that_is_a_chart_alone_is_none_of_cells(tmp_path):
    book = Workbook()
    book.active.append([1, 2])
    book.create_chartsheet("Picture").add_chart(BarChart())
    book.save(tmp_path / "chart.xlsx")
    assert [sheet.name for sheet in read_sheets(tmp_path / "chart.xlsx")] == ["Sheet"]
    assert [sheet.name for sheet in read_indicator_sheets(tmp_path / "chart.xlsx")] == ["Sheet"]


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")])
def test_columns_are_numbers_and_letters(number, letters):
    assert (column_letters(number), column_number(letters)) == (letters, number)
