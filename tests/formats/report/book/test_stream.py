"""Cells as XML, and the workbook saved with them."""

from io import BytesIO

import openpyxl
from openpyxl import Workbook

from decidr.formats.report.book.stream import (
    blank_cell,
    formula_cell,
    number_cell,
    plain,
    save,
    text_cell,
    titled_cell,
)


def saved(rows: dict[int, dict[int, str]], heights: dict[int, float] | None = None) -> Workbook:
    book, stream = Workbook(), BytesIO()
    save(book, {"Sheet": rows}, {"Sheet": heights or {}}, stream)
    return openpyxl.load_workbook(stream)


def test_every_kind_of_cell_comes_back() -> None:
    cells = {
        1: text_cell(1, 1, 0, " =1+1 <&> "),
        2: number_cell(1, 2, 0, 1 / 3),
        3: formula_cell(1, 3, 0, 'IF(A1<"&",1,2)', 2.0),
        4: blank_cell(1, 4, 0),
    }
    sheet = saved({1: cells})["Sheet"]
    assert [cell.value for cell in sheet[1]] == [" =1+1 <&> ", 1 / 3, '=IF(A1<"&",1,2)', None]
    assert sheet["A1"].data_type == "s"
    assert sheet.dimensions == "A1:D1"


def test_a_title_and_the_text_below_it_are_one_text_in_two_types() -> None:
    book = saved({1: {1: titled_cell(1, 1, 0, "=A & <B>", " below")}})
    assert book.worksheets[0]["A1"].value == "=A & <B>\n below"
    assert book.worksheets[0]["A1"].data_type == "s"


def test_a_formula_over_an_area_is_an_array_formula() -> None:
    sheet = saved({2: {2: formula_cell(2, 2, 0, "MMULT(A1:B2,A1:B2)", area="B2:C3")}})["Sheet"]
    assert (sheet["B2"].value.ref, sheet["B2"].value.text) == ("B2:C3", "=MMULT(A1:B2,A1:B2)")


def test_a_stored_value_may_be_a_number_or_a_word_and_nan_is_none() -> None:
    assert "<v>0.5</v>" in formula_cell(1, 1, 0, "A2", 0.5)
    assert 't="str"' in formula_cell(1, 1, 0, "A2", "a<b")
    assert "<v>" not in formula_cell(1, 1, 0, "A2", float("nan"))


def test_rows_keep_their_heights() -> None:
    assert saved({1: {1: number_cell(1, 1, 0, 1)}}, {1: 31.5})["Sheet"].row_dimensions[1].height == 31.5


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    assert plain("a\x07b\ud800c\tд") == "abc\tд"
