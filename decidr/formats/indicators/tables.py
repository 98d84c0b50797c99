"""The table in a sheet: where its header and its rows are, what each column holds, and which way it lies."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from decidr.core.study.imports import ImportForm
from decidr.formats.indicators.figures import GAPS, Mark, decimal_mark, parse
from decidr.formats.indicators.neighbours import columns_of_table, header_below
from decidr.formats.indicators.places import Places
from decidr.formats.indicators.words import (
    PARTNER,
    Role,
    head_of,
    is_unit,
    joined,
    names_or_counts,
    role_by_head,
    year_of,
)
from decidr.formats.spreadsheet import Sheet, Value, column_letters, name_text
from decidr.formats.workbook_tables import unspelled

SAMPLE = 300
"""So many rows tell what a column holds."""

MANY = 1_000
"""Figures written as text in so many rows tell the decimal mark."""

GLANCE = 60
"""So many cells, and as many from all of it, tell whether a line may hold names."""

FIGURE_BEGINS = frozenset("0123456789-−+.,(%$€")

TOP = 40
"""A table that lies on its side has its hosts in one of so many first rows."""


class Grid:
    """A sheet as it stands, or turned so that its rows are columns; every row as long as the longest."""

    def __init__(self, sheet: Sheet, is_turned: bool = False) -> None:
        self.sheet, self.is_turned = sheet, is_turned
        width = max(map(len, sheet.rows), default=0)
        rows: Sequence[Sequence[Value]] = sheet.rows
        if any(len(row) < width for row in rows):
            rows = [[*row, *[""] * (width - len(row))] for row in rows]
        across = list(zip(*rows, strict=True))
        self.rows: Sequence[Sequence[Value]] = across if is_turned else rows
        self.columns: Sequence[Sequence[Value]] = rows if is_turned else across

    def address(self, row: int, column: int) -> str:
        """Where a cell is in the sheet."""
        return self.sheet.address(column, row) if self.is_turned else self.sheet.address(row, column)

    def filled(self, row: int) -> list[int]:
        """Columns in which a row holds more than blanks."""
        return [c for c, value in enumerate(self.rows[row]) if value != "" and name_text(value)]

    def above(self, row: int) -> "Grid":
        """The grid without that row and those below it."""
        cut = copy(self)
        cut.rows = self.rows[:row]
        cut.columns = list(zip(*cut.rows, strict=True))
        return cut


@dataclass(frozen=True)
class Column:
    """A column of the table: ``name`` from its header, with the ``year`` and ``unit`` that the header tells."""

    number: int
    name: str
    role: Role
    year: int | None = None
    unit: str = ""
    group: str = ""


@dataclass(frozen=True)
class Table:
    """The table in a grid: hosts' rows from ``first`` on, its columns, and ``titles`` above it.

    ``others`` are the cells in which other tables of the sheet begin.
    """

    grid: Grid
    places: Places
    place_columns: tuple[int, ...]
    first: int
    columns: tuple[Column, ...]
    titles: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def of_role(self, *roles: Role) -> list[Column]:
        """The columns of these roles."""
        return [column for column in self.columns if column.role in roles]

    @cached_property
    def hosts(self) -> tuple[tuple[int, str], ...]:
        """Rows that are about one of the study's hosts, with its id."""
        return tuple(self._hosts())

    def _hosts(self) -> Iterator[tuple[int, str]]:
        """A row without a name continues the one above, where something else tells the two apart."""
        keys = [column.number for column in self.of_role("indicator", "key", "year")]
        host: str | None = None
        for number, row in islice(enumerate(self.grid.rows), self.first, None):
            labels = [row[column] for column in self.place_columns if row[column] != ""]
            if labels:
                host = self._host(labels)
            if host and (labels or any(row[column] != "" for column in keys)):
                yield number, host

    def _host(self, labels: Sequence[Value]) -> str | None:
        """The first label that names a place decides; numeric codes only where no name does."""
        for label in labels:
            host, is_place = self.places.look(label)
            if is_place:
                return host
        return next((found for label in labels if (found := self.places.numbered(label))), None)

    @cached_property
    def form(self) -> ImportForm:
        """How the table holds its figures."""
        if len({column.year for column in self.of_role("figure") if column.year}) > 1:
            return "years across"
        hosts = [host for _, host in self.hosts]
        is_long = self.of_role("indicator", "year") or len(set(hosts)) < len(hosts)
        return "long" if is_long else "wide"

    @cached_property
    def decimal(self) -> Mark | None:
        """The decimal mark that the figures written as text tell."""
        columns = [column.number for column in self.of_role("figure")]
        rows = islice(self.grid.rows, self.first, self.first + MANY)
        texts = (v for row in rows for c in columns if isinstance(v := row[c], str) and v not in GAPS)
        return decimal_mark(texts)


def find_table(sheet: Sheet, places: Places) -> Table | None:
    """The table whose rows, or columns, are about most of the study's hosts; None where none is."""
    upright = Grid(sheet)
    columns, rows = _place_columns(upright.columns, places), _place_columns(upright.rows[:TOP], places)
    if not columns and not rows:
        return _numbered(upright, places)
    down, across = _best(columns, upright.columns), _best(rows, upright.rows)
    if _lies_on_its_side(down, across):
        return _table(Grid(sheet, is_turned=True), places, _place_lines(rows), tuple(rows))
    return _table(upright, places, _place_lines(columns), tuple(columns))


def _best(found: Mapping[int, "PlaceLine"], lines: Sequence[Sequence[Value]]) -> tuple[int, list[Sequence[Value]]]:
    """How many hosts the best lines name, and these lines."""
    most = max((len(line.hosts) for line in found.values()), default=0)
    return most, [lines[number] for number, line in found.items() if len(line.hosts) == most]


def _lies_on_its_side(down: tuple[int, list[Sequence[Value]]], across: tuple[int, list[Sequence[Value]]]) -> bool:
    """Whether hosts stand across rather than down; where both may be, a line that holds figures is none of names."""
    if down[0] != across[0]:
        return across[0] > down[0]
    return not any(map(_holds_no_figure, down[1])) and any(map(_holds_no_figure, across[1]))


def _holds_no_figure(line: Sequence[Value]) -> bool:
    return all(parse(value, ".").value is None for value in line)


@dataclass(frozen=True)
class PlaceLine:
    """A column, or a row, that names places: which of the hosts, and what share of its labels are places."""

    hosts: frozenset[str]
    share: float


def _place_columns(lines: Sequence[Sequence[Value]], places: Places) -> dict[int, PlaceLine]:
    """The lines that name at least one host."""
    found = {}
    for number, line in enumerate(lines):
        labels = {value for value in line if isinstance(value, str) and value} if _may_name(line) else set()
        looks = [places.look(label) for label in labels]
        hosts = frozenset(host for host, _ in looks if host)
        if hosts:
            found[number] = PlaceLine(hosts, sum(is_place for _, is_place in looks) / len(looks))
    return found


def _may_name(line: Sequence[Value]) -> bool:
    """Whether a line may hold names, by some of its cells: a short one always, a long one if it is not all figures."""
    if len(line) <= GLANCE:
        return True
    some = [value for value in (*line[:GLANCE], *line[GLANCE :: len(line) // GLANCE]) if value != ""]
    texts = [value for value in some if isinstance(value, str)]
    return 3 * len(texts) > len(some) and 2 * sum(text[0] in FIGURE_BEGINS for text in texts) < len(texts)


def _place_lines(lines: Mapping[int, PlaceLine]) -> tuple[int, ...]:
    """The lines that say whom a row is about, the one that names most hosts first; another may have its code."""
    order = sorted(lines, key=lambda n: (-len(lines[n].hosts), -round(lines[n].share, 1), n))
    best = lines[order[0]]
    others = (n for n in order[1:] if lines[n].share >= 0.5 and 2 * len(lines[n].hosts) >= len(best.hosts))
    return order[0], *others


def _numbered(grid: Grid, places: Places) -> Table | None:
    """A table whose hosts have numeric codes alone, under a head that says so."""
    for number, values in enumerate(grid.columns):
        heads = [str(value) for value in values[:TOP] if isinstance(value, str)]
        if any(names_or_counts(head) for head in heads) and any(map(places.numbered, values)):
            return _table(grid, places, (number,), ())
    return None


def _table(grid: Grid, places: Places, lines: tuple[int, ...], named: tuple[int, ...]) -> Table:
    first = _first_row(grid, places, lines)
    block = _header_rows(grid, first, lines)
    partners = [n for n in named if any(unspelled(name_text(grid.rows[r][n])) in PARTNER for r in block)]
    lines = tuple(n for n in lines if n == lines[0] or n not in partners)
    others: list[str] = []
    within = range(len(grid.columns))
    if block and (below := header_below(grid.rows, places, lines, first, block[-1])):
        others.append(grid.address(below, lines[0]))
        grid = grid.above(below)
    if block:
        alone = [n for n in named if n not in partners]
        within, walls = columns_of_table(grid.rows, places, lines, alone, first, block[-1])
        others += [grid.address(block[-1], wall) for wall in walls]
        lines = tuple(n for n in lines if n in within)
    columns = tuple(_columns(grid, block, first, lines, within))
    above = range(block[0]) if block else range(first)
    return Table(grid, places, lines, first, columns, tuple(_titles(grid, above)), tuple(others))


def _first_row(grid: Grid, places: Places, lines: tuple[int, ...]) -> int:
    """The first row of figures: the first that names a place, or an earlier one that holds figures below a header."""

    def names_a_place(row: int) -> bool:
        values = [grid.rows[row][n] for n in lines]
        return any(places.is_place(v) for v in values) or any(places.numbered(v) for v in values)

    rows = range(len(grid.rows))
    header = next((row for row in rows if len(grid.filled(row)) > 1), 0)
    first = next((row for row in rows if names_a_place(row) and row >= header), 0)
    earlier = next((row for row in range(first) if _has_figures(grid, row, lines)), first)
    return earlier if any(len(grid.filled(row)) > 1 for row in range(earlier)) else first


def _has_figures(grid: Grid, row: int, lines: tuple[int, ...]) -> bool:
    """Whether a row has a name and a number that is no year."""
    values = grid.rows[row]
    others = (value for column, value in enumerate(values) if column not in lines and value != "")
    named = any(isinstance(values[n], str) and values[n] for n in lines)
    return named and any(parse(value).value is not None and year_of(value) is None for value in others)


def _header_rows(grid: Grid, first: int, lines: tuple[int, ...]) -> list[int]:
    """The rows of the header from top to bottom: the last filled ones above the figures, without titles and notes."""
    found: list[int] = []
    blank = 0
    for row in reversed(range(first)):
        values = [grid.rows[row][column] for column in grid.filled(row)]
        is_title = len(set(values)) < 2 and not (not found and set(grid.filled(row)) - set(lines))
        if not values:
            blank += 1
        elif is_title or (found and (blank > 1 or _is_preamble(grid.filled(row), grid.filled(found[0]), lines))):
            break
        else:
            found.append(row)
            blank = 0
    return found[::-1]


def _is_preamble(filled: Sequence[int], header: Sequence[int], lines: tuple[int, ...]) -> bool:
    """Whether a row above the header says something of the file, as «Updated: 2024», rather than of the columns."""
    is_a_pair = len(filled) == 2 and filled[0] in lines and filled[1] == filled[0] + 1 and len(header) > 3
    return is_a_pair or 5 * len(filled) < len(header)


def _titles(grid: Grid, rows: range) -> Iterator[str]:
    for row in rows:
        yield from dict.fromkeys(str(grid.rows[row][c]).strip() for c in grid.filled(row) if grid.rows[row][c] != "")


def _columns(grid: Grid, block: Sequence[int], first: int, lines: tuple[int, ...], within: range) -> Iterator[Column]:
    kinds = [_kind(grid, row, lines) for row in block]
    texts = [_filled_right(grid.rows[row], row == block[-1]) for row in block]
    for number in within:
        name, year, unit, group = "", None, "", ""
        parts: list[str] = []
        for row, kind in zip(texts, kinds, strict=True):
            value = row[number]
            if kind == "unit" and number not in lines:
                unit = name_text(value)
            elif kind == "note":
                continue
            elif (found := year_of(value)) is not None and value != "":
                year = found
            elif value != "":
                parts.append(name_text(value))
        head = head_of(joined(parts))
        name, year, unit = head.name, year or head.year, unit or head.unit
        group = " ".join(parts[0].split()) if len(parts) > 1 else ""
        if number in lines:
            yield Column(number, name, "place")
            continue
        last = parts[-1] if parts else ""
        role = _role(last, year, [grid.columns[number][r] for r in range(first, min(len(grid.rows), first + SAMPLE))])
        if role is not None:
            yield Column(number, name or (str(year) if year else column_letters(number)), role, year, unit, group)


def _kind(grid: Grid, row: int, lines: tuple[int, ...]) -> Role | None:
    """Whether a row of the header holds units, notes or codes rather than names."""
    label = name_text(grid.rows[row][lines[0]])
    if (role := role_by_head(label.strip("()[]"))) in ("unit", "note", "code"):
        return "unit" if role == "unit" else "note"
    others = [name_text(grid.rows[row][c]) for c in grid.filled(row) if c not in lines]
    return "unit" if not label and others and all(map(is_unit, others)) else None


def _filled_right(row: Sequence[Value], is_last: bool) -> list[Value]:
    """A row of the header; in all but the last a text holds for the blank cells to its right."""
    if is_last:
        return list(row)
    found: list[Value] = []
    for value in row:
        found.append(value if value != "" or not found else found[-1])
    return found


def _role(head: str, year: int | None, values: Sequence[Value]) -> Role | None:
    """What a column holds, by its head and its values; None for an empty one, and for codes that only name."""
    filled = [value for value in values if value != ""]
    said = role_by_head(head)
    if said == "year":
        return "year" if filled and all(year_of(value) is not None for value in filled[:20]) else None
    if said and (said != "indicator" or any(isinstance(v, str) and parse(v).trouble for v in filled)):
        return said
    if not filled:
        return "figure" if head or year else None
    numbers = sum(parse(value, ".").value is not None for value in filled)
    texts = sum(parse(value, ".").trouble == "cell.not_a_number" for value in filled)
    if year is None and not head and numbers == len(filled) and all(year_of(v) is not None for v in filled):
        return "year"
    if year is None and names_or_counts(head) and not texts:
        return None
    return "figure" if year is not None or numbers >= texts else "key"
