"""A judged node on its sheet."""

from openpyxl.worksheet.worksheet import Worksheet

from decidr.core.study.criteria import GOAL
from decidr.formats.report.book.inputs import cell_of
from decidr.formats.report.book.report import Report
from decidr.formats.report.sheets.matrix import cell_width
from tests.formats.report import studies
from tests.formats.report.live import judgment, opened, report_of


def test_judgments_above_the_diagonal_are_inputs_and_their_mirrors_formulas(full_report: Report) -> None:
    book = opened(full_report)
    cell = cell_of(book, judgment("compared", "P", "S"))
    sheet = cell.parent
    assert isinstance(sheet, Worksheet)
    assert (sheet.title, cell.value) == ("Host comparisons", 3)
    mirror = sheet.cell(cell.row + 3, cell.column - 3)
    assert mirror.value == f"=1/${cell.column_letter}${cell.row}"


def test_a_group_s_matrix_is_pooled_by_formulas() -> None:
    report = report_of(studies.group())
    assert tuple(judgment(GOAL, "A", "B")) not in report.places
    cells = [cell for row in report.pages["weights"].cells.values() for cell in row.values()]
    assert sum("'Judgments'!" in cell and "LN" in cell for cell in cells) == 6


def test_pairs_that_nobody_judged_are_listed_with_what_stands_for_them() -> None:
    texts = [str(c.value) for c in opened(report_of(studies.four([2, None, 3, "1/2", None, 4])))["Weights"]["B"]]
    assert "Not judged, filled in by least squares:" in texts
    assert {"A over C", "B over D"} <= set(texts)


def test_only_ratios_may_be_typed(full_report: Report) -> None:
    rules = opened(full_report)["Host comparisons"].data_validations.dataValidation
    assert [(rule.type, rule.operator) for rule in rules] == [("decimal", "between")]
    assert float(rules[0].formula2) < 30_000  # a fraction that became a date is above


def test_columns_are_as_wide_as_the_longest_word_over_them() -> None:
    assert cell_width(["a b c"]) < cell_width(["Macroeconomic stability"]) <= 14


def test_pairs_to_be_judged_are_framed_and_ratios_above_the_limit_signed(full_report: Report) -> None:
    rules = opened(full_report)["Host comparisons"].conditional_formatting
    styles = [rule.dxf for area in rules for rule in area.rules if rule.dxf]
    assert any(style.border and style.border.left.style == "thin" for style in styles)
    assert any(style.numFmt and style.numFmt.formatCode == '"▲ "0.000' for style in styles)
