"""A publisher's file as it lies before the user: the table taken, its series, and where they belong."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from decidr.core.study.imports import ImportMapping
from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.indicators.matching import Match, match_series
from decidr.formats.indicators.places import Places
from decidr.formats.indicators.series import Series, find_series, named_values, year_of_all
from decidr.formats.indicators.sheets import read_indicator_sheets
from decidr.formats.indicators.tables import Table, find_table
from decidr.formats.indicators.words import year_of, years_in
from decidr.formats.spreadsheet import Sheet

MUCH_LARGER = 3
"""A table with so many times the figures of the next one is the one that is meant."""

LICENCE = r"\b(CC[ -]BY(?:[- ](?:SA|NC|ND)){0,2}(?: ?\d\.\d)?(?: IGO)?|CC0|Open Government Licen[cs]e[^.;,]*)"
SOURCE = r"^(?:source|sources|quelle|fuente|fonte|来源)\s*[:：]\s*(.{3,200})$"


@dataclass(frozen=True)
class Reading:
    """One table of a file: its series, the leaves that they match, and the mapping as it stands.

    ``source`` and ``licence`` are what the sheet says of itself; ``problems`` what was noticed.
    """

    path: Path
    table: Table
    series: tuple[Series, ...]
    matches: tuple[Match, ...]
    mapping: ImportMapping
    source: str = ""
    licence: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def main_series(self) -> tuple[Series, ...]:
        """The series without ranks, errors and bounds."""
        return tuple(series for series in self.series if series.is_main)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that any figure is of, ascending."""
        return tuple(sorted({e.year for series in self.series for e in series.entries if e.year is not None}))


def read_indicators(study: Study, path: Path, asked: ImportMapping) -> Reading:
    """The table of a file that ``asked`` names, or the one that is meant; Refused where there is none, or several."""
    sheets = read_indicator_sheets(path, asked.sheet)
    if not any(sheet.is_filled(row) for sheet in sheets for row in range(len(sheet.rows))):
        raise Refused([Problem("error", "import.empty", _place(path, asked.sheet))])
    table, problems = _chosen(find_tables(study, sheets, asked), asked, path)
    return read_table(study, path, table, replace(asked, sheet=asked.sheet or _sheet_to_name(table, sheets)), problems)


def find_tables(study: Study, sheets: Sequence[Sheet], asked: ImportMapping) -> tuple[Table, ...]:
    """The table of each sheet that has one with the study's hosts, or hosts by the labels that are ``asked`` for."""
    places = Places(study.hosts, asked.hosts)
    found = (find_table(sheet, places) for sheet in sheets)
    return tuple(table for table in found if table and table.of_role("figure", "key"))


def read_table(
    study: Study, path: Path, table: Table, asked: ImportMapping, problems: tuple[Problem, ...] = ()
) -> Reading:
    """The series of a table's rows that ``asked`` lets through; Refused where a filter fits no column or no row."""
    series = find_series(table, asked.where, path.stem)
    matches = match_series(series, study, {target.series: target.criterion for target in asked.series})
    mapping = replace(asked, file=path.name, form=table.form)
    others = tuple(Problem("warning", "import.other_table", place, {"cell": place}) for place in table.others)
    noticed = (*problems, *others, *_year_noticed(table, path))
    return Reading(path, table, series, matches, mapping, *_said_of_itself(table), noticed)


def _year_noticed(table: Table, path: Path) -> Iterator[Problem]:
    """Which text gave the figures their year, where that is a title: it may tell when the table was made."""
    told = year_of_all(table, path.stem)
    if told and told[1] in table.titles and any(not column.year for column in table.of_role("figure")):
        yield Problem("notice", "import.year_of_title", path.name, {"year": told[0], "text": told[1]})


def _sheet_to_name(table: Table, sheets: Sequence[Sheet]) -> str:
    """The sheet that a mapping needs to name: none where the file has no other."""
    return table.grid.sheet.name if len(sheets) > 1 else ""


def _chosen(tables: Sequence[Table], asked: ImportMapping, path: Path) -> tuple[Table, tuple[Problem, ...]]:
    if not tables:
        raise Refused([Problem("error", "import.no_hosts", _place(path, asked.sheet))])
    table = tables[0] if len(tables) == 1 else meant_table(tables, asked.year)
    if table is None:
        names = named_values(table.grid.sheet.name for table in tables)
        raise Refused([Problem("error", "import.which_sheet", path.name, {"names": names})])
    said = {"sheet": table.grid.sheet.name, "others": named_values(t.grid.sheet.name for t in tables if t is not table)}
    return table, (Problem("notice", "import.sheet_taken", path.name, said),) if len(tables) > 1 else ()


def meant_table(tables: Sequence[Table], year: int | None) -> Table | None:
    """The table of the year that is asked for, of the latest of sheets named by years, or by far the largest.

    None where none of these tells which.
    """
    by_year = {years_in(table.grid.sheet.name).pop(): table for table in tables if _is_one_year(table)}
    if year in by_year:
        return by_year[year]
    if len(by_year) == len(tables):
        return by_year[max(by_year)]
    largest, second = sorted(tables, key=table_size, reverse=True)[:2]
    return largest if table_size(largest) >= MUCH_LARGER * table_size(second) else None


def _is_one_year(table: Table) -> bool:
    return year_of(table.grid.sheet.name) is not None or len(years_in(table.grid.sheet.name)) == 1


def table_size(table: Table) -> int:
    """How many cells may hold figures of hosts."""
    return len(table.hosts) * len(table.of_role("figure"))


def _place(path: Path, sheet: str) -> str:
    return f"{path.name}: {sheet}" if sheet else path.name


def _said_of_itself(table: Table) -> tuple[str, str]:
    """Source and licence, where a line above or below the table states them."""
    rows = table.grid.sheet.rows
    texts = [value.strip() for row in (*rows[:20], *rows[-30:]) for value in row[:3] if isinstance(value, str)]
    source = next((found[1] for text in texts if (found := re.match(SOURCE, text, re.IGNORECASE))), "")
    licence = next((found[1] for text in texts if (found := re.search(LICENCE, text))), "")
    return source, licence


def remembered(study: Study, path: Path, asked: ImportMapping) -> tuple[ImportMapping, ...]:
    """What to read of a file: as asked, with what the study remembers of an earlier edition of it.

    Where nothing but a year is asked for, every mapping of an earlier edition is taken again, of that year or of the
    latest, whatever year it was of.
    """
    earlier = [mapping for mapping in study.imports if _edition(mapping.file) == _edition(path.name)]
    if not (asked.sheet or asked.where or asked.series):
        return tuple(_again(mapping, asked) for mapping in earlier) or (asked,)
    like = next((m for m in earlier if m.where == asked.where), None) if not asked.series else None
    hosts = {label.label: label for mapping in earlier for label in mapping.hosts}
    source = asked.source or next((mapping.source for mapping in earlier if mapping.source), "")
    licence = asked.licence or next((mapping.licence for mapping in earlier if mapping.licence), "")
    series = asked.series or (like.series if like else ())
    return (replace(asked, series=series, hosts=asked.hosts or tuple(hosts.values()), source=source, licence=licence),)


def _again(mapping: ImportMapping, asked: ImportMapping) -> ImportMapping:
    sheet = "" if years_in(mapping.sheet) else mapping.sheet
    source = asked.source or mapping.source
    return replace(
        mapping, sheet=sheet, year=asked.year, source=source, licence=asked.licence or mapping.licence, form=None
    )


def _edition(file: str) -> str:
    """A file's name without the numbers that tell one edition from another."""
    return folded(re.sub(r"\d+", "", file))
