"""Named styles and number formats."""

import pytest
from openpyxl import Workbook

from decidr.formats.report.book.styles import (
    DECIMAL_RATIO,
    SIMPLE_RATIO,
    STYLES,
    Styles,
    figure_format,
    ratio_format,
)


def test_cells_of_one_look_share_one_style() -> None:
    styles = Styles(Workbook().worksheets[0])
    assert styles.id("number", "0.0") == styles.id("number", "0.0")
    assert styles.id("number", "0.0") != styles.id("number", "0.00")
    assert styles.id("text") != styles.id("text", quote=True)


def test_every_style_can_be_made() -> None:
    styles = Styles(Workbook().worksheets[0])
    assert len({styles.id(name) for name in STYLES}) > len(STYLES) / 2


def test_only_answers_may_be_changed_on_a_protected_sheet() -> None:
    book = Workbook()
    styles = Styles(book.worksheets[0])
    unlocked = {
        name for name in STYLES if not book._protections[book._cell_styles[styles.id(name)].protectionId].locked
    }
    assert unlocked == {"answer", "answer words", "answer note"}


@pytest.mark.parametrize(
    ("values", "wanted"), [([1.0, 2.0], "#,##0"), ([25.98, 30.0], "#,##0.00"), ([1 / 3], "#,##0.0000"), ([], "#,##0")]
)
def test_figures_show_as_many_decimals_as_they_have_up_to_four(values: list[float], wanted: str) -> None:
    assert figure_format(values) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [(3.0, SIMPLE_RATIO), (1 / 3, SIMPLE_RATIO), (8 / 9, SIMPLE_RATIO), (2.37, DECIMAL_RATIO), (0.42, DECIMAL_RATIO)],
)
def test_judgments_read_as_people_write_them(value: float, wanted: str) -> None:
    assert ratio_format(value) == wanted
