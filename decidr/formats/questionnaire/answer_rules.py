"""What the answer cells offer and refuse, and how they and what stands beside them look once they are filled."""

from collections.abc import Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from decidr.formats.questionnaire.answer_cells import DONE
from decidr.formats.questionnaire.carried import CARRIED_SHEET
from decidr.formats.questionnaire.columns import LEFT, RIGHT, STATE, TIMES, WHICH
from decidr.formats.questionnaire.wording import Wording
from decidr.formats.report import look
from decidr.formats.report.book.page import Page
from decidr.formats.report.book.places import quoted

STRENGTHS_COLUMN = "C"
"""Of the hidden sheet: a list of nine long texts does not fit into a rule itself."""

CHOSEN = DifferentialStyle(fill=PatternFill(bgColor=look.SOFT_ACCENT))
HALF_DONE = DifferentialStyle(font=Font(color=look.LOOK_HERE))


def add_rules(page: Page, wording: Wording, pair_rows: Sequence[int], number_rows: Sequence[int]) -> None:
    """Lists, limits and colours for the rows of pairs and of numbers."""
    _add(page, _choices(wording), WHICH, pair_rows)
    _add(page, _strengths(wording), TIMES, pair_rows)
    _add(page, _numbers(wording), WHICH, number_rows)
    first, second, _equal = wording.words().choices
    for column, choice in ((LEFT, first), (RIGHT, second)):
        for start, end in runs(pair_rows):
            chosen = f"${get_column_letter(WHICH)}{start}={quoted(choice)}"
            page.rule(page.area(start, column, end - start + 1, 1), _rule(chosen, CHOSEN))
    for start, end in runs([*pair_rows, *number_rows]):
        cell = f"${get_column_letter(STATE)}{start}"
        is_half = f"AND({cell}<>{quoted(DONE)},{cell}<>{quoted('')})"
        page.rule(page.area(start, STATE, end - start + 1, 1), _rule(is_half, HALF_DONE))


def _rule(formula: str, look_then: DifferentialStyle) -> Rule:
    return Rule(type="expression", dxf=look_then, formula=[formula])


def _choices(wording: Wording) -> DataValidation:
    choices = wording.words().choices
    rule = DataValidation("list", formula1=f'"{",".join(choices)}"')
    rule.error = wording.say("Choose one of {choices}.", choices=", ".join(choices))
    return rule


def _strengths(wording: Wording) -> DataValidation:
    """A list that lets other ratios pass, after asking."""
    cells = f"${STRENGTHS_COLUMN}$1:${STRENGTHS_COLUMN}${len(wording.strengths())}"
    rule = DataValidation("list", formula1=f"{quote_sheetname(CARRIED_SHEET)}!{cells}", errorStyle="warning")
    rule.errorTitle = wording.say("Not in the list")
    rule.error = wording.say("Any ratio from 1 up will do, written as 3, 2.5 or 7/2.")
    return rule


def _numbers(wording: Wording) -> DataValidation:
    rule = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0")
    rule.error = wording.say("Write a number, 0 or above.")
    return rule


def _add(page: Page, rule: DataValidation, column: int, rows: Sequence[int]) -> None:
    rule.allow_blank = rule.showErrorMessage = True
    for start, end in runs(rows):
        rule.add(page.area(start, column, end - start + 1, 1).coordinates)
    if rows:
        page.sheet.add_data_validation(rule)


def runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last of each run of rows without a gap."""
    found: list[tuple[int, int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
