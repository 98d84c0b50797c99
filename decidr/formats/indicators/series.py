"""The series of a table: figures of one indicator, by host and year, each with the cell that it stands in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from decidr.core.study.imports import Filter
from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused
from decidr.formats.indicators.tables import Column, Table
from decidr.formats.indicators.words import GENERIC, joined, stands_aside, year_of, years_in
from decidr.formats.spreadsheet import Value, name_text
from decidr.formats.workbook_tables import unspelled

SHOWN = 12
"""So many values of a column are named in a sentence."""

CODES: Mapping[str, tuple[str, ...]] = {
    "cc": ("Control of corruption", "WGI control of corruption"),
    "ge": ("Government effectiveness", "WGI government effectiveness"),
    "pv": ("Political stability", "WGI political stability", "Political stability and absence of violence/terrorism"),
    "rl": ("Rule of law", "WGI rule of law"),
    "rq": ("Regulatory quality", "WGI regulatory quality"),
    "va": ("Voice and accountability", "WGI voice and accountability"),
}
"""The World Bank's codes of its governance indicators, which its file does not spell out."""


@dataclass(frozen=True)
class Entry:
    """One cell: whom it is about, when, and what it holds."""

    host: str
    year: int | None
    value: Value
    unit: str
    row: int
    column: int


@dataclass
class Series:
    """What one indicator says of each host: ``names`` it goes by, ``hints`` that come with it.

    ``is_main`` is false of ranks, errors and bounds that stand beside the figures.
    """

    name: str
    names: tuple[str, ...]
    hints: tuple[str, ...] = ()
    is_main: bool = True
    entries: list[Entry] = field(default_factory=list)


def find_series(table: Table, where: Sequence[Filter], file: str) -> tuple[Series, ...]:
    """Every series of a table, in the order in which they appear; Refused where a filter fits no column or no row."""
    found: dict[str, Series] = {}
    naming = _Naming(table, where, file)
    for row, host in rows_where(table, where):
        for column in naming.figures:
            entry = naming.entry(row, host, column)
            key = naming.key(row, column)
            if key not in found:
                found[key] = naming.series(row, column, key)
            found[key].entries.append(entry)
    return tuple(found.values())


def year_of_all(table: Table, file: str) -> tuple[int, str] | None:
    """The year that the sheet, a title or the file names, where no cell does, with the text that names it.

    The most telling of them; None where a column tells the years, or none of them names one year alone.
    """
    if table.of_role("year"):
        return None
    texts = (table.grid.sheet.name, *table.titles, file)
    return next(((years.pop(), text) for text in texts if len(years := years_in(text)) == 1), None)


class _Naming:
    """How the series of one table are called, and how its cells are read."""

    def __init__(self, table: Table, where: Sequence[Filter], file: str) -> None:
        self.table, self.rows = table, table.grid.rows
        self.indicators, self.codes = table.of_role("indicator"), table.of_role("code")
        self.years, self.units = table.of_role("year"), table.of_role("unit")
        texts = table.of_role("key") if table.form == "wide" else []
        self.figures = [*table.of_role("figure"), *texts]
        said = " ".join(value for one in where for value in one.values)
        self.said = said
        self.hints = tuple(hint for hint in (said, *table.titles[:1], file, table.grid.sheet.name) if hint)
        main = [column for column in table.of_role("figure") if not stands_aside(column.name)]
        names = {column.name for column in main if not column.year}
        self.main = min(names, key=lambda n: unspelled(n) not in GENERIC) if self._names_rows(names) else None
        told = year_of_all(table, file)
        self.year = told[0] if told else None

    def _names_rows(self, names: set[str]) -> bool:
        """Whether rows name the indicator, and the head of the one column of figures adds nothing."""
        return bool(self.indicators or self.codes) and (
            len(names) == 1 or any(unspelled(name) in GENERIC for name in names)
        )

    def entry(self, row: int, host: str, column: Column) -> Entry:
        values = self.rows[row]
        year = column.year or next((y for c in self.years if (y := year_of(values[c.number])) is not None), self.year)
        unit = column.unit or next((name_text(values[c.number]) for c in self.units if values[c.number] != ""), "")
        return Entry(host, year, values[column.number], unit, row, column.number)

    def key(self, row: int, column: Column) -> str:
        """The name of the series that a cell belongs to."""
        indicator = self._indicator(row)
        head = column.group if column.year and column.name == str(column.year) else column.name
        if column.year and head == str(column.year):
            head = ""
        if indicator and (not head or head == self.main):
            return indicator
        return joined((indicator, head)) or self._of_all()

    def _indicator(self, row: int) -> str:
        """What a row says that it is about: in words rather than by a code, where it says both."""
        values = self.rows[row]
        texts = [name_text(values[c.number]) for c in (*self.indicators, *self.codes) if values[c.number] != ""]
        return next((text for text in texts if " " in text), texts[0] if texts else "")

    def _of_all(self) -> str:
        """What a table of one indicator is about, told by a title, the sheet or the file."""
        return next((hint for hint in self.hints if hint), "")

    def series(self, row: int, column: Column, key: str) -> Series:
        values = self.rows[row]
        told = [name_text(values[c.number]) for c in (*self.indicators, *self.codes) if values[c.number] != ""]
        is_main = not stands_aside(column.name) and column.role == "figure" and (not self.main or key in told)
        known = [name for code in told for name in CODES.get(folded(code.removesuffix(".EST")), ())] if is_main else []
        names = (key, *told, *known) if is_main else (key,)
        hints = (f"{key} {self.said}", *self.hints, column.name)
        return Series(key, tuple(dict.fromkeys(names)), hints, is_main)


def rows_where(table: Table, where: Sequence[Filter]) -> list[tuple[int, str]]:
    """The hosts' rows that all filters let through; Refused where a column is unknown or no row is left."""
    rows = list(table.hosts)
    for one in where:
        column = _column(table, one.column)
        wanted = {folded(value) for value in one.values}
        kept = [(row, host) for row, host in rows if folded(name_text(table.grid.rows[row][column])) in wanted]
        if not kept:
            said = {"column": one.column, "value": ", ".join(one.values), "values": _values(table, column, rows)}
            raise Refused([Problem("error", "import.no_row", table.grid.address(table.first, column), said)])
        rows = kept
    return rows


def _column(table: Table, name: str) -> int:
    """The column that a filter names, by its head; also one that is no indicator's."""
    named = {unspelled(column.name): column.number for column in reversed(table.columns)}
    found = named.get(unspelled(name))
    if found is None:
        names = ", ".join(column.name for column in table.columns if column.role != "figure")
        raise Refused([Problem("error", "import.no_column", table.grid.sheet.name, {"column": name, "names": names})])
    return found


def _values(table: Table, column: int, rows: Sequence[tuple[int, str]]) -> str:
    return named_values(name_text(table.grid.rows[row][column]) for row, _ in rows)


def named_values(texts: Iterator[str]) -> str:
    """Values in a sentence, each once, the first dozen."""
    found = list(dict.fromkeys(text for text in texts if text))
    return ", ".join(found[:SHOWN]) + (" …" if len(found) > SHOWN else "")
