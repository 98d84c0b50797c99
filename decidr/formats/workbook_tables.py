"""Sheets with a header row, read by column name; trouble is collected with its place, never raised one by one."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from string import ascii_uppercase
from typing import TypeVar

from decidr.core.study.names import folded
from decidr.core.study.problems import Place, Problem
from decidr.formats.spreadsheet import Sheet, Value, name_text

NEAR = 0.75
"""How alike an unknown header must be to one that the sheet lacks, to be taken for a slip; 1 is the same."""

Word = TypeVar("Word", bound=str)


@dataclass
class Trouble:
    """The problems met while reading, and the cells that later problems can be told at."""

    problems: list[Problem] = field(default_factory=list)
    addresses: dict[Place, str] = field(default_factory=dict)

    def error(self, code: str, address: str, **values: str | int | float) -> None:
        """Note what keeps the file from being imported; a cell read twice is told once."""
        problem = Problem("error", code, address, values)
        if problem not in self.problems:
            self.problems.append(problem)

    def warning(self, code: str, address: str, **values: str | int | float) -> None:
        """Note what is probably not meant."""
        self.problems.append(Problem("warning", code, address, values))

    def notice(self, code: str, address: str, **values: str | int | float) -> None:
        """Note what the user should know."""
        self.problems.append(Problem("notice", code, address, values))

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps the file from being imported."""
        return any(problem.severity == "error" for problem in self.problems)


class Table:
    """A sheet whose first filled row names the columns; unknown columns are noticed once.

    ``expected`` are the columns that it lacks: one of them may be meant by an unknown one.
    """

    def __init__(self, sheet: Sheet, columns: Sequence[str], trouble: Trouble) -> None:
        self.sheet, self.trouble = sheet, trouble
        self.header = next((number for number in range(len(sheet.rows)) if sheet.is_filled(number)), 0)
        self.formula_rows = {int(cell.lstrip(ascii_uppercase)) - 1 for cell in sheet.uncached}
        self.known = {unspelled(column): column for column in columns}
        self.columns: dict[str, int] = {}
        self.others: dict[str, int] = {}
        filled = range(len(sheet.rows[self.header]) if sheet.rows else 0)
        self.headers = [number for number in filled if sheet.text(self.header, number)]
        for number in self.headers:
            name = sheet.text(self.header, number)
            column = self.known.get(unspelled(name))
            if column and column not in self.columns:
                self.columns[column] = number
            else:
                self.others[name] = number
        self.expected: Sequence[str] = [column for column in columns if column not in self.columns]

    def notice_others(self) -> None:
        """Tell of the columns that no study has, and of those that stand there twice."""
        for name, number in self.others.items():
            near = get_close_matches(unspelled(name), map(unspelled, self.expected), n=1, cutoff=NEAR)
            meant = next((column for column in self.expected if unspelled(column) in near), "")
            unknown = "workbook.unknown_column_near" if meant else "workbook.unknown_column"
            code = "workbook.column_twice" if unspelled(name) in self.known else unknown
            self.trouble.notice(code, self.sheet.address(self.header, number), column=name, near=meant)

    def tell_missing(self, needed: Sequence[str]) -> bool:
        """Whether all the columns are there; those that are not are told."""
        missing = [column for column in needed if column not in self.columns]
        for column in missing:
            self.trouble.error("workbook.column_missing", self.sheet.address(self.header, 0), column=column)
        return not missing

    def rows(self) -> Iterator["Row"]:
        """The rows below the header that hold anything."""
        for number in range(self.header + 1, len(self.sheet.rows)):
            if self.sheet.is_filled(number) or number in self.formula_rows:
                yield Row(self, number)


class Row:
    """One row of a table; each reading tells what is wrong at its cell and gives None or the default."""

    def __init__(self, table: Table, line: int) -> None:
        self.table, self.line, self.trouble = table, line, table.trouble

    def address(self, column: str) -> str:
        """Where the cell is; the first column's stands in for a column that the sheet lacks."""
        return self.table.sheet.address(self.line, self.table.columns.get(column, 0))

    def raw(self, column: str) -> Value:
        """The value as it stands; a formula without a stored number is an error."""
        number = self.table.columns.get(column)
        if number is None:
            return ""
        return self.at(number)

    def at(self, number: int) -> Value:
        """The value in a column by its number; as ``raw``."""
        address = self.table.sheet.address(self.line, number)
        if address.rpartition("!")[2] in self.table.sheet.uncached:
            self.trouble.error("cell.formula_without_number", address)
        value = self.table.sheet.value(self.line, number)
        return value.strip() if isinstance(value, str) else value

    def text(self, column: str) -> str:
        """A name or free text, without outer blanks."""
        value = self.raw(column)
        if isinstance(value, datetime):
            return value.date().isoformat()
        return (
            name_text(value) if isinstance(value, str) else self.table.sheet.text(self.line, self.table.columns[column])
        )

    def required(self, column: str) -> str:
        """A name that must be there."""
        text = self.text(column)
        if not text:
            self.trouble.error("cell.empty", self.address(column), column=column)
        elif self._is_date(column):
            self.trouble.error("cell.a_date", self.address(column), value=text)
        return text

    def _is_date(self, column: str) -> bool:
        return isinstance(self.raw(column), date | time | timedelta)

    def number(self, column: str) -> float | None:
        """A figure; decimal commas and blanks between thousands are taken."""
        value = self.raw(column)
        if value == "":
            return None
        return self.figure_at(self.table.columns[column])

    def figure_at(self, number: int) -> float | None:
        """The figure in a column by its number; what is none, or may be two, is told."""
        return told_figure(self.at(number), self.table.sheet.address(self.line, number), self.trouble)

    def whole(self, column: str) -> int | None:
        """A whole number, such as a year; a text of digits is exact, however long."""
        value = self.raw(column)
        if isinstance(value, str) and re.fullmatch(r"[-+]?\d+", value):
            return int(value)
        number = self.number(column)
        if number is not None and not number.is_integer():
            self.trouble.error("cell.not_whole", self.address(column), value=number)
            return None
        return None if number is None else int(number)

    def choice(self, column: str, words: Sequence[Word]) -> Word | None:
        """One of the words, spelled with blank, hyphen or underscore; None where empty."""
        text = self.text(column)
        if not text:
            return None
        found = next((word for word in words if same_word(word, text)), None)
        if found is None:
            self.trouble.error("cell.not_a_choice", self.address(column), value=text, choices=", ".join(words))
        return found

    def yes(self, column: str, default: bool) -> bool:
        """Yes or no."""
        value = self.raw(column)
        if isinstance(value, bool):
            return value
        word = self.choice(column, ("yes", "no", "true", "false"))
        return default if word is None else word in ("yes", "true")

    def one_of(self, column: str, named: "Named", is_required: bool = False) -> str | None:
        """The id of something named elsewhere; None where empty or unknown."""
        text = self.required(column) if is_required else self.text(column)
        value = self.raw(column)
        found = named.find(text) or (named.find_number(value) if isinstance(value, float) else None)
        if text and self._is_date(column):
            self.trouble.error("cell.a_date", self.address(column), value=text)
        elif text and found is None:
            named.tell_unknown(text, self.address(column), self.trouble)
        return found


class Named:
    """Things found by name, without regard to case, accents and outer blanks."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.ids: dict[str, str] = {}
        self.names: dict[str, str] = {}

    def add(self, name: str, id_: str) -> bool:
        """Give a name to an id; False if another has it."""
        if self.ids.setdefault(folded(name), id_) != id_:
            return False
        self.names.setdefault(id_, name)
        return True

    def find(self, name: str) -> str | None:
        """The id of a name."""
        return self.ids.get(folded(name))

    def find_number(self, number: float) -> str | None:
        """The id of the only name that is this number in other words: 1.1 for ``1.10``."""
        found = {id_ for name, id_ in self.ids.items() if figure(name) == number}
        return found.pop() if len(found) == 1 else None

    def tell_unknown(self, name: str, address: str, trouble: Trouble) -> None:
        """Say that there is no such thing, and which was perhaps meant."""
        if self.what == "host" and not self.ids:
            trouble.error("hosts.no_sheet", "Hosts")
            return
        near = self.nearest(name)
        trouble.error("name.unknown_near" if near else "name.unknown", address, name=name, what=self.what, near=near)

    def nearest(self, name: str) -> str:
        """The name that was perhaps meant, empty if none is near."""
        near = get_close_matches(folded(name), self.ids, n=1)
        return self.names[self.ids[near[0]]] if near else ""


def told_figure(value: Value, address: str, trouble: Trouble) -> float | None:
    """The figure in a cell; what is none, or may be two, is told."""
    found = figure(value)
    if found is None:
        trouble.error("cell.not_a_number", address, value=name_text(value))
    elif isinstance(value, str) and re.fullmatch(r"[-+−]?[1-9]\d{0,2},\d{3}", value):
        trouble.error("cell.ambiguous_number", address, value=value)
    return found


def figure(value: Value) -> float | None:
    """A number from a cell: as it is, or from text with a decimal comma and blanks between thousands."""
    if isinstance(value, bool | date):
        return None
    if isinstance(value, float | int):
        return float(value) if math.isfinite(value) else None
    plain = re.sub(r"(?<=\d)[\s\u202f\u00a0](?=\d{3}\b)", "", str(value).strip())
    if not re.fullmatch(r"[-+−]?\d*[.,]?\d+(e[-+]?\d+)?", plain, re.IGNORECASE):
        return None
    return float(plain.replace(",", ".").replace("−", "-"))


def same_word(one: str, other: str) -> bool:
    """Whether two words differ only in case, accents, and blank, hyphen or underscore."""
    return unspelled(one) == unspelled(other)


def unspelled(word: str) -> str:
    """A word as it is compared: blanks for hyphens and underscores, no case, no accents."""
    return folded(re.sub("[-_ ]+", " ", word))
