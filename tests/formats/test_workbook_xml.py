import pytest
from openpyxl import Workbook

from decidr.formats.spreadsheet import read_sheets
from decidr.formats.workbook_xml import PER_CENT, CellMarks, cell_marks, uses_format


def book_of(folder, cells):
    """A workbook with values and number formats by cell; returns its path."""
    book = Workbook()
    for name, (value, number_format) in cells.items():
        book.active[name] = value
        book.active[name].number_format = number_format
    book.save(folder / "book.xlsx")
    return folder / "book.xlsx"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1.1, "0.00", "1.10"),
        (2, "0.0", "2.0"),
        (7, "000", "007"),
        (7.5, "00.0", "07.5"),
        (0.12, "0%", "12%"),
        (0.125, "0.0%", "12.5%"),
        (-1.5, "0.00", "-1.50"),
    ],
)
def test_a_number_is_known_as_it_is_shown(tmp_path, value, number_format, text):
    path = book_of(tmp_path, {"B3": (value, number_format)})
    assert cell_marks(path) == {"Sheet": CellMarks(shown={"B3": text})}
    (sheet,) = read_sheets(path)
    assert (sheet.value(2, 1), sheet.text(2, 1)) == (value, text)


@pytest.mark.parametrize("number_format", ["General", "0", "@", "#,##0", "yyyy-mm-dd"])
def test_other_formats_say_nothing_of_a_name(tmp_path, number_format):
    path = book_of(tmp_path, {"B3": (2030, number_format)})
    assert cell_marks(path) == {"Sheet": CellMarks()}


def test_text_in_a_cell_with_such_a_format_is_left_alone(tmp_path):
    path = book_of(tmp_path, {"A1": ("1.1", "0.00"), "A2": (None, "0.00")})
    assert cell_marks(path)["Sheet"].shown == {}
    assert read_sheets(path)[0].text(0, 0) == "1.1"


def test_formulas_without_a_number_and_errors_are_named(tmp_path):
    path = book_of(tmp_path, {"A1": ("=1+1", "0.00"), "B2": ("#N/A", "General"), "C3": (3, "General")})
    assert cell_marks(path)["Sheet"].uncached == {"A1", "B2"}


@pytest.mark.parametrize(("number_format", "found"), [("0.0%", True), ("0.00", False)])
def test_a_workbook_tells_whether_it_shows_shares_as_per_cent(tmp_path, number_format, found):
    path = book_of(tmp_path, {"A1": (0.5, number_format)})
    assert uses_format(path, PER_CENT) == found
    assert bool(cell_marks(path, PER_CENT)["Sheet"].shown) == found
    assert cell_marks(path, PER_CENT, ["Other"]) == {}
