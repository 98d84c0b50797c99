import pytest
from openpyxl import Workbook, load_workbook

from decidr.formats.spreadsheet import read_sheets
from decidr.formats.workbook_columns import SHEETS
from decidr.formats.workbook_look import add_styles, escaped, lay_out, put


@pytest.fixture
def book():
    """A workbook with decidr's styles and one sheet of a study."""
    book = Workbook()
    add_styles(book)
    book.active.title = "Hosts"
    return book


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@x", "#N/A", "1/3", "2030", "_x0041_", "_x_", "a\r\nb", "a\tb", "\x0b\x07", "🏭"],
)
def test_a_text_is_read_as_it_was_written(book, text, tmp_path):
    put(book.active, 1, 1, text, "text")
    book.save(tmp_path / "text.xlsx")
    (sheet,) = read_sheets(tmp_path / "text.xlsx")
    assert sheet.rows == [[text]]


@pytest.mark.parametrize("number", [3, -0.5, 0.1 + 0.2, 1e-300, 1.7976931348623157e308, 2**53])
def test_a_number_keeps_every_digit(book, number, tmp_path):
    put(book.active, 1, 1, number, "number")
    book.save(tmp_path / "number.xlsx")
    (sheet,) = read_sheets(tmp_path / "number.xlsx")
    assert sheet.rows == [[float(number)]]


def test_a_sign_that_no_file_can_hold_becomes_a_mark():
    assert escaped("half \ud83c, none \ufffe") == "half \ufffd, none \ufffd"


def test_what_a_cell_shows_stays_text_when_it_is_edited(book):
    put(book.active, 1, 1, "=Spain", "text")
    put(book.active, 2, 1, "Spain", "text")
    assert [book.active.cell(row, 1).quotePrefix for row in (1, 2)] == [True, False]


def test_rows_are_as_high_as_their_longest_text(book):
    book.active.cell(2, 5, "a word " * 30)
    book.active.cell(3, 5, "two\nlines")
    book.active.cell(4, 5, "one line")
    lay_out(book.active, SHEETS["Hosts"])
    heights = [book.active.row_dimensions[row].height for row in (2, 3, 4)]
    assert heights[0] > 40
    assert heights[1] > 25
    assert heights[2] is None


def test_a_placeholder_stands_out(tmp_path):
    book = Workbook()
    add_styles(book)
    book.active.title = "Data"
    lay_out(book.active, SHEETS["Data"])
    book.save(tmp_path / "data.xlsx")
    (area,) = load_workbook(tmp_path / "data.xlsx")["Data"].conditional_formatting
    assert [rule.formula for rule in area.rules] == [['$I2="placeholder"']]


def test_pages_print_in_the_width_of_one_with_the_header_on_each(book):
    lay_out(book.active, SHEETS["Hosts"])
    assert (book.active.page_setup.fitToWidth, book.active.page_setup.fitToHeight) == (1, 0)
    assert book.active.print_title_rows == "$1:$1"
