"""Klaus Goepel's AHP template for Excel: a summary, and a sheet of questions a participant.

The cells of its versions differ, so that everything is found by what is written there: a table of pairs by its
headings «A» and «B», «A or B» (more important), «Scale (1-9)», and «i» and «j» where they stand; the criteria by
numbers 1, 2, 3 beside names under «Criterion» or «Criteria»; «n=» and «N=» by themselves, which differ in case alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from decidr.core.study.names import folded, fresh_name
from decidr.core.study.problems import Refused
from decidr.core.study.study import Settings, Study
from decidr.formats.foreign.draft import study_from
from decidr.formats.foreign.given import Given, Pair
from decidr.formats.matrix_sheets import read_ratio
from decidr.formats.opened import Opened
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_tables import Trouble, figure

LARGEST = 10
"""How many criteria the template has room for."""

GAP = 3
"""So many rows without a pair end the table."""

LABELS = ("name", "weight", "date", "consistency ratio", "cr", "scale", "consensus", "threshold")
"""Labels of a participant's fields, which are no values of each other."""


def study_of_template(sheets: Sequence[Sheet], title: str) -> Opened | None:
    """The study of a template with all who answered; None where no sheet has its table of pairs."""
    tables = [table for table in map(_pair_table, sheets) if table]
    if not tables:
        return None
    return _Template(sheets, tables).study(title)


@dataclass(frozen=True)
class _PairTable:
    """Where the columns of a sheet's questions are; ``indices`` are those of i and j, where it has them."""

    sheet: Sheet
    header: int
    names: tuple[int, int]
    side: int
    scale: int
    indices: tuple[int, int] | None

    def address(self, row: int, column: int) -> str:
        return self.sheet.address(row, column)


def _pair_table(sheet: Sheet) -> _PairTable | None:
    for row in range(len(sheet.rows)):
        found = _headings(sheet, row)
        if found:
            return found
    return None


def _headings(sheet: Sheet, row: int) -> _PairTable | None:
    """The table whose headings «A» and «B» stand in this row; the others may stand up to two rows above."""
    texts = {column: folded(sheet.text(row, column)) for column in range(len(sheet.rows[row]))}
    firsts = [c for c, text in texts.items() if re.fullmatch(r"((criteria|criterion|element) )?a", text)]
    seconds = [c for c, text in texts.items() if re.fullmatch(r"((criteria|criterion|element) )?b", text)]
    if not firsts or not seconds or firsts[0] >= seconds[0]:
        return None
    right = range(seconds[0] + 1, max((len(line) for line in sheet.rows), default=0))
    side = _column_of(sheet, row, right, r"a or b\b|more important")
    scale = _column_of(sheet, row, [c for c in right if c != side], r"\(?1 ?[-–] ?9\)?|scale")
    if side is None or scale is None:
        return None
    i, j = (_column_of(sheet, row, range(firsts[0]), rf"^{letter}$") for letter in "ij")
    indices = (i, j) if i is not None and j is not None else None
    return _PairTable(sheet, row, (firsts[0], seconds[0]), side, scale, indices)


def _column_of(sheet: Sheet, row: int, columns: Sequence[int], pattern: str) -> int | None:
    for line in (row, row - 1, row - 2):
        for column in columns if line >= 0 else ():
            if re.search(pattern, folded(sheet.text(line, column))):
                return column
    return None


@dataclass(frozen=True)
class _Question:
    """A row of the table: its place, which criteria it compares, and whether anything is answered."""

    row: int
    first: int
    second: int
    is_answered: bool


class _Template:
    """The criteria that all sheets share, and who answered."""

    def __init__(self, sheets: Sequence[Sheet], tables: Sequence[_PairTable]) -> None:
        self.trouble = Trouble()
        self.tables = tables
        inputs = {table.sheet.name for table in tables}
        self.others = [sheet for sheet in sheets if sheet.name not in inputs]
        self.names = self._criteria()
        self.people: dict[str, float] = {}

    def study(self, title: str) -> Opened:
        about = Study(title=title, settings=Settings(random_index="alonso-lamata"))
        goal = next((text for sheet in self._everywhere() if (text := _objective(sheet))), "")
        answered = [table for table in self._counted() if self._is_answered(table)]
        given = [self._given(table, goal, len(answered)) for table in answered]
        if not given:
            self.trouble.error("bpmsg.nobody", self.tables[0].sheet.name)
        if self.trouble.has_errors:
            raise Refused(self.trouble.problems)
        self.trouble.notice("foreign.settings", self.tables[0].sheet.name, program="AHPcalc", table="Alonso-Lamata")
        self._tell_scale()
        return study_from(given, self.trouble, about, people=self.people)

    def _everywhere(self) -> Iterator[Sheet]:
        yield from self.others
        yield from (table.sheet for table in self.tables)

    def _criteria(self) -> tuple[str, ...]:
        """The names that count: those listed, else those in the first table; no more than «n=» says."""
        lists = [_listed(sheet) for sheet in self._everywhere()]
        names = next(filter(None, lists), _names_in(self.tables[0]))
        count = next((n for sheet in self._everywhere() if (n := _whole_beside(sheet, r"n ?="))), None)
        wanted = range(1, (count or max(names, default=0)) + 1)
        for number in wanted:
            if number not in names:
                self.trouble.error("bpmsg.no_name", self.tables[0].sheet.name, number=number)
        return tuple(names.get(number, "") for number in wanted)

    def _counted(self) -> Iterator[_PairTable]:
        """The sheets of as many participants as «N=» says, all where it does not."""
        count = next((n for sheet in self.others if (n := _whole_beside(sheet, r"N ?="))), len(self.tables))
        for number, table in enumerate(self.tables):
            if number < count:
                yield table
            elif self._is_answered(table):
                self.trouble.notice("bpmsg.not_counted", table.sheet.name, count=count)

    def _is_answered(self, table: _PairTable) -> bool:
        return any(question.is_answered for question in self._questions(table))

    def _questions(self, table: _PairTable) -> Iterator[_Question]:
        """The rows that compare two of the criteria that count."""
        for question in _rows_of(table, self.names):
            if question.second <= len(self.names):
                yield question

    def _given(self, table: _PairTable, goal: str, people: int) -> Given:
        person = self._person(table, people)
        pairs = tuple(self._pair(table, question) for question in self._questions(table))
        return Given(goal, self.names, table.address(table.header, table.names[0]), person, pairs)

    def _person(self, table: _PairTable, people: int) -> str:
        """The name in the sheet, else the sheet's; a single sheet without a name is nobody's in particular."""
        wanted = _field(table, "name")
        if not wanted and people == 1:
            return ""
        name = fresh_name(wanted or table.sheet.name, self.people)
        if wanted and name != wanted:
            self.trouble.notice("bpmsg.same_name", table.sheet.name, name=wanted, other=name)
        weight = figure(_field(table, "weight"))
        if weight is not None and weight < 0:
            self.trouble.error("participants.negative_weight", table.sheet.name, value=weight)
        self.people[name] = 1.0 if weight is None else weight
        return name

    def _pair(self, table: _PairTable, question: _Question) -> Pair:
        first, second = self.names[question.first - 1], self.names[question.second - 1]
        self._check_names(table, question, (first, second))
        value = self._value(table, question.row)
        return Pair(first, second, value, table.address(question.row, table.scale))

    def _check_names(self, table: _PairTable, question: _Question, names: tuple[str, str]) -> None:
        for column, name in zip(table.names, names, strict=True):
            shown = table.sheet.text(question.row, column)
            if shown and folded(shown) != folded(name):
                place = table.address(question.row, column)
                self.trouble.error("bpmsg.other_name", place, name=shown, wanted=name)

    def _value(self, table: _PairTable, row: int) -> float | None:
        """How many times A is preferred to B; None where nothing is answered."""
        side_at, scale_at = (table.address(row, column) for column in (table.side, table.scale))
        side = folded(table.sheet.text(row, table.side))
        scale = read_ratio(table.sheet, row, table.scale, self.trouble)
        if side and side not in ("a", "b"):
            self.trouble.error("cell.not_a_choice", side_at, value=table.sheet.text(row, table.side), choices="A, B")
        elif scale is not None and not 1 <= scale <= 9:
            self.trouble.error("bpmsg.beyond_scale", scale_at, value=table.sheet.text(row, table.scale))
        elif side and not table.sheet.text(row, table.scale):
            self.trouble.error("bpmsg.no_strength", scale_at, side=side.upper())
        elif scale is not None and scale != 1 and not side:
            self.trouble.error("bpmsg.no_side", side_at, value=table.sheet.text(row, table.scale))
        elif scale is not None:
            return 1 / scale if side == "b" else scale
        return None

    def _tell_scale(self) -> None:
        """The template shows its results on the scale chosen; judgments are kept as they were answered."""
        for sheet in self.others:
            chosen = _whole_beside(sheet, r"(?i)scale:?")
            if chosen is not None and chosen != 1:
                self.trouble.notice("bpmsg.scale", sheet.name, number=chosen)
                return


def _rows_of(table: _PairTable, names: Sequence[str]) -> Iterator[_Question]:
    """The rows of pairs, by i and j, or by the names, where an empty A stands for the one above."""
    numbers = {folded(name): number for number, name in enumerate(names, 1)}
    gap, above = 0, 0
    for row in range(table.header + 1, len(table.sheet.rows)):
        first, second = _indices(table, row, numbers, above)
        gap = 0 if first and second else gap + 1
        if gap > GAP:
            return
        if first and second:
            above = first
            is_answered = any(table.sheet.text(row, column) for column in (table.side, table.scale))
            yield _Question(row, first, second, is_answered)


def _indices(table: _PairTable, row: int, numbers: Mapping[str, int], above: int) -> tuple[int, int]:
    if table.indices:
        first, second = (figure(table.sheet.value(row, column)) or 0.0 for column in table.indices)
        is_pair = 1 <= first < second <= LARGEST and first.is_integer() and second.is_integer()
        return (int(first), int(second)) if is_pair else (0, 0)
    first_name, second_name = (folded(table.sheet.text(row, column)) for column in table.names)
    return numbers.get(first_name, 0) if first_name else above, numbers.get(second_name, 0)


def _names_in(table: _PairTable) -> dict[int, str]:
    """Names by number from the table itself: those under B, and that under A in the first row."""
    found: dict[int, str] = {}
    if not table.indices:
        column_a, column_b = (_column(table, column) for column in table.names)
        return dict(enumerate(dict.fromkeys([*column_a[:1], *column_b]), 1))
    for question in _rows_of(table, ()):
        for number, column in zip((question.first, question.second), table.names, strict=True):
            name = table.sheet.text(question.row, column)
            if _is_name(name):
                found.setdefault(number, name)
    return found


def _column(table: _PairTable, column: int) -> list[str]:
    texts = (table.sheet.text(row, column) for row in range(table.header + 1, len(table.sheet.rows)))
    return [text for text in texts if _is_name(text)]


def _is_name(text: str) -> bool:
    """Whether it is a name; a formula of an empty cell gives 0."""
    return text not in ("", "0")


def _listed(sheet: Sheet) -> dict[int, str]:
    """Names by number, under a heading «Criterion» or «Criteria», with 1, 2, 3 … on their left."""
    for row in range(len(sheet.rows)):
        for column in range(1, len(sheet.rows[row])):
            if folded(sheet.text(row, column)) in ("criterion", "criteria"):
                found = _listed_below(sheet, row, column)
                if len(found) > 1:
                    return found
    return {}


def _listed_below(sheet: Sheet, row: int, column: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for number in range(1, LARGEST + 1):
        if figure(sheet.value(row + number, column - 1)) != number:
            break
        if _is_name(sheet.text(row + number, column)):
            found[number] = sheet.text(row + number, column)
    return found


def _whole_beside(sheet: Sheet, label: str) -> int | None:
    """The whole number up to three cells to the right of a label, in this case of letters."""
    for row, line in enumerate(sheet.rows):
        for column in range(len(line)):
            if re.fullmatch(label, sheet.text(row, column)):
                values = (figure(sheet.value(row, column + i)) for i in (1, 2, 3))
                found = next((value for value in values if value), None)
                return int(found) if found and found.is_integer() else None
    return None


def _objective(sheet: Sheet) -> str:
    """What stands behind «Objective», in its cell or right of it."""
    for row, line in enumerate(sheet.rows):
        for column in range(len(line)):
            found = re.fullmatch(r"(?i)objective\s*:?\s*(.*)", sheet.text(row, column))
            if found:
                return found[1].strip() or next(filter(None, (sheet.text(row, column + i) for i in (1, 2, 3))), "")
    return ""


def _field(table: _PairTable, label: str) -> str:
    """A participant's field above the table: right of its label, or above or below where labels stand side by side."""
    sheet = table.sheet
    for row in range(table.header):
        for column in range(len(sheet.rows[row])):
            if _label(sheet, row, column) == label:
                return _field_at(sheet, row, column)
    return ""


def _field_at(sheet: Sheet, row: int, column: int) -> str:
    right = next((column + i for i in (1, 2, 3) if sheet.text(row, column + i)), None)
    if right is None or _label(sheet, row, right) not in LABELS:
        return "" if right is None else sheet.text(row, right)
    above = sheet.text(row - 1, column) if row else ""
    return above or sheet.text(row + 1, column)


def _label(sheet: Sheet, row: int, column: int) -> str:
    return folded(sheet.text(row, column)).rstrip(":")
