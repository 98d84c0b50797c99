"""A sheet being written."""

import re

import pytest
from openpyxl import Workbook
from openpyxl.styles import numbers

from decidr.formats.report.book.page import ROW_HEIGHT, Page, sheet_name
from decidr.formats.report.book.places import Place
from decidr.formats.report.book.styles import Styles


@pytest.fixture
def page() -> Page:
    book = Workbook()
    return Page(book, "Page", Styles(book.worksheets[0]))


@pytest.mark.parametrize("text", ["=SUM(A1)", "+x", "-x", "@y", "#N/A", "2030"])
def test_text_stays_text_whatever_it_begins_with(page: Page, text: str) -> None:
    page.text(1, 2, text)
    assert 't="inlineStr"' in page.cells[1][2]


def test_formulas_do_not_name_the_sheet_they_stand_on(page: Page) -> None:
    page.formula(2, 2, f"{page.place(1, 1)}+{Place('Other', 1, 1)}")
    assert "<f>$A$1+'Other'!$A$1</f>" in page.cells[2][2]


def test_a_number_that_is_none_shows_as_a_dash(page: Page) -> None:
    page.number(1, 2, float("nan"))
    assert "–" in page.cells[1][2]


def test_rows_have_room_for_their_texts(page: Page) -> None:
    page.widths({2: 10, 3: 40})
    page.text(1, 2, "four words in lines")
    page.text(2, 3, "four words in lines")
    page.text(3, 3, "漢字" * 30)
    page.finish(500, 700)
    assert page.heights[1] > 1.9 * ROW_HEIGHT
    assert page.heights.get(2, ROW_HEIGHT) <= 16.5
    assert page.heights[3] > 3 * ROW_HEIGHT


def test_a_cell_to_be_filled_in_keeps_what_is_typed_there_as_text(page: Page) -> None:
    page.entry(1, 2, "", "answer")
    page.entry(2, 2, "=A1", "answer")
    page.entry(3, 2, "1/3", "answer")
    assert "<is>" not in page.cells[1][2]
    assert 't="inlineStr"' in page.cells[2][2]
    style = [re.search(r's="(\d+)"', page.cells[row][2]) for row in (1, 2, 3)]
    looks = [page.sheet.parent._cell_styles[int(found[1])] for found in style if found]
    assert [look.quotePrefix for look in looks] == [0, 1, 0]
    assert {numbers.BUILTIN_FORMATS[look.numFmtId] for look in looks} == {"@"}


def test_a_title_has_room_for_the_quieter_text_below_it(page: Page) -> None:
    page.widths({2: 20})
    page.titled(1, 2, "a name", "many words that take several lines of their own below it", "side")
    page.titled(2, 2, "a name", "", "side")
    page.titled(3, 2, "=a", "=b", "side")
    page.finish(500, 700)
    assert page.heights[1] > page.heights[2] + 2 * ROW_HEIGHT
    assert page.heights[3] > page.heights[2]
    assert page.cells[1][2].count("<r>") == 2
    assert page.cells[2][2].count("<r>") == 0


def test_a_part_that_would_be_cut_begins_on_a_new_page(page: Page) -> None:
    page.widths({2: 50})
    for start in (1, 11, 21):
        page.section(start, "part")
        for row in range(start + 1, start + 10):
            page.number(row, 2, 1.0)
    page.finish(500, 25 * ROW_HEIGHT)
    assert [mark.id for mark in page.sheet.row_breaks.brk] == [20]


def test_sheet_names_are_what_excel_takes() -> None:
    assert sheet_name("a[b]:c*d?e/f\\g") == "a b  c d e f g"
    assert sheet_name("'x'") == "x"
    assert sheet_name("v" * 40) == "v" * 31
    assert sheet_name("Weights", ["weights"]) == "Weights 2"
    assert len(sheet_name("w" * 40, ["w" * 31])) <= 31


def filled(page: Page, sections: list[int], last: int) -> None:
    page.widths({2: 98})  # with the margin 525 points
    for start in sections:
        page.begin(start)
    for row in range(1, last + 1):
        page.number(row, 2, 1.0)


def test_a_part_a_little_longer_than_a_page_is_printed_smaller_beside_an_empty_column(page: Page) -> None:
    filled(page, [3, 24], 43)
    page.finish(525, 20 * ROW_HEIGHT)
    assert [mark.id for mark in page.sheet.row_breaks.brk] == [23]
    beside = page.sheet.column_dimensions["C"].width
    assert (100 + beside) / 100 >= 23 / 20
    assert page.sheet.print_area.endswith("$A$1:$C$43")


def test_a_part_of_several_pages_breaks_between_its_groups_of_rows(page: Page) -> None:
    filled(page, [1], 60)
    for row in (2, 16, 31, 46):
        page.group(row)
    page.finish(525, 32 * ROW_HEIGHT)
    assert [mark.id for mark in page.sheet.row_breaks.brk] == [30]


def test_a_part_that_fills_its_page_leaves_none_of_it_to_the_next(page: Page) -> None:
    filled(page, [1, 21], 40)
    page.finish(525, 20 * ROW_HEIGHT)
    assert [mark.id for mark in page.sheet.row_breaks.brk] == [20]


def test_the_header_that_every_page_repeats_takes_its_room(page: Page) -> None:
    filled(page, [1, 11, 21], 30)
    page.finish(525, 20.5 * ROW_HEIGHT, repeated=1)
    assert [mark.id for mark in page.sheet.row_breaks.brk] == [10, 20]


def test_headings_longer_than_the_page_is_wide_take_lines(page: Page) -> None:
    page.widths({2: 20, 3: 20})
    page.text(1, 2, "a heading " * 20, "heading")
    page.text(2, 2, "short", "line")
    page.finish(500, 700)
    assert [str(area) for area in page.sheet.merged_cells.ranges] == ["B1:C1"]
    assert page.heights[1] > 60


def test_frozen_rows_end_with_the_header_to_repeat(page: Page) -> None:
    page.freeze(6, 3)
    assert page.sheet.freeze_panes == "C6"
    assert page.frozen == "5:5"
