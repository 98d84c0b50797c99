"""The rows of a questionnaire that came back, found by their numbers and by the heads of their columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from decidr.core.study.names import folded
from decidr.formats.matrix_sheets import read_ratio
from decidr.formats.questionnaire.carried import CARRIED_SHEET, Words
from decidr.formats.questionnaire.present import is_same
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_tables import Trouble, told_figure

Role = Literal["number", "which", "times", "reason", "weight"]


@dataclass(frozen=True)
class Line:
    """One row that was asked, with the columns of its cells."""

    sheet: Sheet
    row: int
    columns: Mapping[Role, int]

    def address(self, role: Role) -> str:
        """Where a cell is; the number's where there is no such column."""
        return self.sheet.address(self.row, self.columns.get(role, self.columns["number"]))

    def text(self, role: Role) -> str:
        """What stands in a cell, as a text."""
        column = self.columns.get(role)
        return "" if column is None else self.sheet.text(self.row, column)

    def is_uncached(self, role: Role) -> bool:
        """Whether a formula stands there whose result is not stored."""
        return self.address(role).rpartition("!")[2] in self.sheet.uncached


def answer_lines(sheets: Sequence[Sheet], words: Words, trouble: Trouble) -> dict[str, Line]:
    """The rows by their number; a number that stands there twice is told.

    Rows and columns may have been moved: what counts is the number in front of a row, and the heads above it.
    """
    found: dict[str, Line] = {}
    for sheet in sheets:
        if sheet.name != CARRIED_SHEET:
            for line in _lines(sheet, words):
                number = line.text("number")
                if number in found:
                    other = found[number].address("number")
                    trouble.error("questionnaire.twice", line.address("number"), number=number, other=other)
                found.setdefault(number, line)
    return found


def _lines(sheet: Sheet, words: Words) -> list[Line]:
    heads = _heads(words)
    columns: dict[Role, int] = {}
    found = []
    for row, cells in enumerate(sheet.rows):
        if words.number in cells:
            columns = columns | {heads[cell]: column for column, cell in enumerate(cells) if cell in heads}
        elif columns and sheet.text(row, columns["number"]).isdecimal():
            found.append(Line(sheet, row, columns))
    return found


def _heads(words: Words) -> Mapping[object, Role]:
    weights: dict[object, Role] = dict.fromkeys(words.weights, "weight")
    return {**weights, words.number: "number", words.which: "which", words.times: "times", words.reason: "reason"}


def pair_ratio(line: Line, words: Words, trouble: Trouble) -> float | None:
    """How many times the first is preferred to the second; None where nothing is said, or it is wrong and told."""
    before = len(trouble.problems)
    which, times = _which(line, words, trouble), _times(line, words, trouble)
    if len(trouble.problems) > before or (which is None and times is None):
        return None
    if which == "equal":
        if not (times is None or is_same(times, 1.0)):
            trouble.error("questionnaire.equal_but_more", line.address("times"), value=line.text("times"))
        return 1.0
    return _strict(line, which, times, trouble)


def _strict(line: Line, which: str | None, times: float | None, trouble: Trouble) -> float | None:
    """The ratio where one of the two was chosen, or none yet."""
    if which is None:
        trouble.error("questionnaire.which_empty", line.address("which"))
    elif times is None:
        trouble.error("questionnaire.times_empty", line.address("times"), choice=line.text("which"))
    elif times < 1:
        trouble.error("questionnaire.below_one", line.address("times"), value=line.text("times"))
    else:
        if is_same(times, 1.0):
            trouble.warning("questionnaire.more_but_equal", line.address("times"), choice=line.text("which"))
        return times if which == "first" else 1 / times
    return None


def _which(line: Line, words: Words, trouble: Trouble) -> str | None:
    text = line.text("which")
    if line.is_uncached("which"):
        trouble.error("cell.formula_without_number", line.address("which"))
    if not text:
        return None
    choices = dict(zip(map(folded, words.choices), ("first", "second", "equal"), strict=True))
    if folded(text) not in choices:
        trouble.error("cell.not_a_choice", line.address("which"), value=text, choices=", ".join(words.choices))
    return choices.get(folded(text))


def _times(line: Line, words: Words, trouble: Trouble) -> float | None:
    """From the list in words, or a ratio typed by hand."""
    text = line.text("times")
    if text in words.strengths:
        return words.strengths.index(text) + 1.0
    column = line.columns.get("times")
    return None if column is None else read_ratio(line.sheet, line.row, column, trouble)


def weight(line: Line, trouble: Trouble) -> float | None:
    """The number in a row of weights; None where there is none, or it is wrong, which is told."""
    if line.is_uncached("weight"):
        trouble.error("cell.formula_without_number", line.address("weight"))
    if not line.text("weight"):
        return None
    value = line.sheet.value(line.row, line.columns["weight"])
    found = told_figure(value.strip() if isinstance(value, str) else value, line.address("weight"), trouble)
    if found is not None and found < 0:
        trouble.error("weights.negative", line.address("weight"), value=found)
        return None
    return found
