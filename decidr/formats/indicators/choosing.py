"""An import while it is being chosen: which sheet, rows, year and hosts, and which series goes to which leaf."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace as with_fields

from decidr.core.study.data import Cell
from decidr.core.study.edits import Conflict, ImportPlan, apply_import, import_conflicts
from decidr.core.study.imports import Filter, HostLabel, ImportMapping, SeriesTarget
from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.indicators.matching import Match
from decidr.formats.indicators.planning import Planned, plan_import
from decidr.formats.indicators.reading import (
    Reading,
    find_tables,
    meant_table,
    read_table,
    remembered,
    table_size,
)
from decidr.formats.indicators.series import rows_where
from decidr.formats.indicators.sheets import read_indicator_sheets
from decidr.formats.indicators.tables import Column, Table
from decidr.formats.spreadsheet import Sheet, Value, name_text

ANYTHING = ImportMapping(file="")
"""The mapping that asks for nothing."""

MOST_VALUES = 400
"""A column of more different values is no column to choose rows by."""

Key = tuple[str, str]
"""Leaf and host."""


@dataclass(frozen=True)
class IndicatorFile:
    """A file as it was read, so that it can be looked at in other ways without reading it again."""

    path: Path
    sheets: tuple[Sheet, ...]


class RowChoice(NamedTuple):
    """A column that tells rows apart: the ``values`` that rows of hosts hold, and the ``chosen`` ones (none: all)."""

    column: str
    values: tuple[str, ...]
    chosen: tuple[str, ...]


class HostChoice(NamedTuple):
    """What the table calls a host (an id); None where no row is about it."""

    host: str
    label: str | None


@dataclass(frozen=True)
class Draft:
    """What would be imported as things are chosen now; every choice gives another draft.

    ``targets`` are the leaves (ids) of the series that are taken, by the series' names; ``planned`` what each brings,
    ``faults`` why another brings nothing; ``left`` are cells (leaf, host) that are not to be touched.
    """

    study: Study
    file: IndicatorFile
    tables: tuple[Table, ...]
    reading: Reading
    targets: Mapping[str, str]
    planned: Mapping[str, Planned] = field(default_factory=dict)
    faults: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    left: frozenset[Key] = frozenset()

    @property
    def asked(self) -> ImportMapping:
        """Sheet, rows, year and names as they are chosen."""
        return self.reading.mapping

    @cached_property
    def plan(self) -> ImportPlan:
        """All that is chosen, as one plan."""
        plans = [planned.plan for planned in self.planned.values()]
        cells = tuple(cell for plan in plans for cell in plan.cells)
        series = tuple(target for plan in plans for target in plan.mapping.series)
        units = {leaf: unit for plan in plans for leaf, unit in plan.units.items()}
        mapping = plans[0].mapping if plans else self.asked
        return ImportPlan(cells, with_fields(mapping, series=series), units)

    @cached_property
    def figures(self) -> Mapping[Key, Cell]:
        """The figure of each leaf and host, whether it is taken or not."""
        return {(cell.criterion, cell.host): cell for cell in self.plan.cells}

    @cached_property
    def conflicts(self) -> Mapping[Key, Conflict]:
        """Figures that stand already and are no placeholders, beside the new ones."""
        found = import_conflicts(self.study, self.plan)
        return {(conflict.new.criterion, conflict.new.host): conflict for conflict in found}

    @property
    def keeps_present(self) -> bool:
        """Whether no figure that stands already, and is no placeholder, is replaced."""
        return self.left >= self.conflicts.keys()

    @cached_property
    def outcome(self) -> Study:
        """The study with the figures in it; the same one where nothing changes."""
        return apply_import(self.study, self.plan, self.left) if self.plan.cells else self.study

    @property
    def count(self) -> int:
        """How many figures are taken."""
        return len(self.figures.keys() - self.left)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is to be said of what is chosen: the faults, then what was noticed."""
        found = [*self.faults.values(), self.reading.problems, *(planned.problems for planned in self.planned.values())]
        return _each_once(problem for problems in found for problem in problems)


def read_file(path: Path) -> IndicatorFile:
    """Every sheet of a file; Refused where it is no table."""
    return IndicatorFile(path, tuple(read_indicator_sheets(path)))


def begin(study: Study, file: IndicatorFile) -> Draft:
    """The draft as the study remembers an earlier edition of the file, or with what can be told of it alone.

    Refused where no sheet names a host.
    """
    first = remembered(study, file.path, ANYTHING)[0]
    try:
        return _drafted(study, file, first)
    except Refused:
        return _drafted(study, file, ANYTHING)


def choose_sheet(draft: Draft, sheet: str) -> Draft:
    """Read another sheet; rows and series are found anew."""
    asked = with_fields(draft.asked, sheet=sheet, where=(), series=(), year=None)
    return _drafted(draft.study, draft.file, asked)


def choose_rows(draft: Draft, column: str, values: Sequence[str]) -> Draft:
    """Only rows that hold one of ``values`` in a column count (none: all); a filter that leaves no row is dropped."""
    others = [one for one in draft.asked.where if folded(one.column) != folded(column)]
    chosen = [Filter(column=column, values=tuple(values))] if values else []
    while others and not _leaves_rows(draft.reading.table, [*others, *chosen]):
        others.pop()
    return _again(draft, where=(*others, *chosen))


def choose_year(draft: Draft, year: int | None) -> Draft:
    """Take the figures of one year; None: the latest of each host."""
    return _planned(_with_reading(draft, year=year))


def choose_label(draft: Draft, host: str, label: str | None) -> Draft:
    """Say what the table calls a host; None: no row is about it."""
    others = [one for one in draft.asked.hosts if one.host != host and folded(one.label) != folded(label or "")]
    named = [HostLabel(label=label, host=host)] if label else []
    asked = with_fields(draft.asked, hosts=(*others, *named), series=_targets_said(draft))
    return replace(_drafted(draft.study, draft.file, asked), left=draft.left)


def choose_leaf(draft: Draft, series: str, leaf: str | None) -> Draft:
    """Send a series to a leaf (an id), which leaves the one that it had before; None: it is not taken."""
    others = {name: id_ for name, id_ in draft.targets.items() if name != series and id_ != leaf}
    return _planned(replace(draft, targets={**others, series: leaf} if leaf else others))


def say_source(draft: Draft, source: str, licence: str) -> Draft:
    """Say where the figures come from, and under which licence."""
    return _planned(_with_reading(draft, source=source, licence=licence))


def leave(draft: Draft, keys: Iterable[Key], *, is_left: bool) -> Draft:
    """Leave these cells as they stand, or take their figures after all."""
    return replace(draft, left=draft.left | frozenset(keys) if is_left else draft.left - frozenset(keys))


def after_import(draft: Draft, study: Study) -> Draft:
    """The next draft on the same sheet and rows, when this one has been taken into ``study``."""
    return _drafted(study, draft.file, with_fields(draft.asked, series=()))


def follow(draft: Draft, study: Study) -> Draft:
    """The same choices for a study that has changed meanwhile; Refused where none of its hosts is in the file."""
    leaves = {criterion.id for criterion in study.criteria}
    series = tuple(target for target in _targets_said(draft) if target.criterion in leaves)
    asked = with_fields(draft.asked, series=series)
    return replace(_drafted(study, draft.file, asked), left=draft.left)


# what can be chosen


def row_choices(draft: Draft) -> tuple[RowChoice, ...]:
    """The columns that tell rows apart, each with the values that the other filters leave."""
    chosen = {folded(one.column): one for one in draft.asked.where}
    columns = draft.reading.table.of_role("key", "indicator", "code", "unit", "note")
    found = (_row_choice(draft, column, chosen.get(folded(column.name))) for column in columns)
    return tuple(choice for choice in found if choice.chosen or 1 < len(choice.values) <= MOST_VALUES)


def host_choices(draft: Draft) -> tuple[HostChoice, ...]:
    """Every host of the study with what the table calls it."""
    labels = _labels(draft.reading.table)
    return tuple(HostChoice(host.id, labels.get(host.id)) for host in draft.study.hosts)


def spare_labels(draft: Draft) -> tuple[str, ...]:
    """Labels of rows that are about none of the study's hosts, sorted."""
    table = draft.reading.table
    column = table.grid.columns[table.place_columns[0]][table.first :]
    texts = {name_text(label) for label in column if isinstance(label, str) and not table.places.host(label)}
    return tuple(sorted(text for text in texts if text))


def sheets(draft: Draft) -> tuple[str, ...]:
    """The sheets that name hosts."""
    return tuple(table.grid.sheet.name for table in draft.tables)


def proposed(draft: Draft) -> Mapping[str, str]:
    """Leaves (ids) that series are near to, by the series' names, where nothing has the leaf yet."""
    taken = set(draft.targets.values())
    near = (match for match in draft.reading.matches if match.how == "near")
    return {m.series.name: m.criterion for m in near if m.criterion not in taken and m.series.name not in draft.targets}


# how a draft comes to be


def _drafted(study: Study, file: IndicatorFile, asked: ImportMapping) -> Draft:
    tables = find_tables(study, file.sheets, asked)
    if not tables:
        raise Refused([Problem("error", "import.no_hosts", file.path.name)])
    table = next((t for t in tables if t.grid.sheet.name == asked.sheet), None) or _likely(tables, asked.year)
    named = with_fields(asked, sheet=table.grid.sheet.name if len(file.sheets) > 1 else "")
    reading = read_table(study, file.path, table, named)
    return _planned(Draft(study, file, tables, reading, _sure(reading)))


def _likely(tables: Sequence[Table], year: int | None) -> Table:
    meant = tables[0] if len(tables) == 1 else meant_table(tables, year)
    return meant or max(tables, key=table_size)


def _again(draft: Draft, **said: object) -> Draft:
    """The same table with other rows; what the user has sent to a leaf stays sent."""
    asked = with_fields(draft.asked, series=_targets_said(draft), **said)
    reading = read_table(draft.study, draft.file.path, draft.reading.table, asked)
    return _planned(replace(draft, reading=reading, targets=_sure(reading)))


def _with_reading(draft: Draft, **said: object) -> Draft:
    return replace(draft, reading=replace(draft.reading, mapping=with_fields(draft.asked, **said)))


def _targets_said(draft: Draft) -> tuple[SeriesTarget, ...]:
    return tuple(SeriesTarget(series=name, criterion=leaf) for name, leaf in draft.targets.items())


def _sure(reading: Reading) -> dict[str, str]:
    """The leaves that series have by the mapping or by their names, or the near one of a series that is alone."""
    sure: Collection[Match] = [match for match in reading.matches if match.how != "near"]
    if not sure and len(reading.main_series) == 1:
        sure = reading.matches
    return {match.series.name: match.criterion for match in sure}


def _planned(draft: Draft) -> Draft:
    planned: dict[str, Planned] = {}
    faults: dict[str, tuple[Problem, ...]] = {}
    for name, leaf in draft.targets.items():
        try:
            planned[name] = plan_import(draft.study, draft.reading, {name: leaf}, draft.asked.year)
        except Refused as refusal:
            faults[name] = refusal.problems
    return replace(draft, planned=planned, faults=faults)


def _row_choice(draft: Draft, column: Column, chosen: Filter | None) -> RowChoice:
    others = [one for one in draft.asked.where if one is not chosen]
    table = draft.reading.table
    values = dict.fromkeys(name_text(table.grid.rows[row][column.number]) for row, _ in rows_where(table, others))
    return RowChoice(column.name, tuple(value for value in values if value), chosen.values if chosen else ())


def _each_once(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for problem in problems:
        if problem not in found:
            found.append(problem)
    return tuple(found)


def _leaves_rows(table: Table, where: Sequence[Filter]) -> bool:
    try:
        return bool(rows_where(table, where))
    except Refused:
        return False


def _labels(table: Table) -> dict[str, str]:
    """What the table calls each host that it has rows of."""
    labels: dict[str, str] = {}
    for row, host in table.hosts:
        values: list[Value] = [table.grid.rows[row][column] for column in table.place_columns]
        text = next((name_text(value) for value in values if value != ""), "")
        if text:
            labels.setdefault(host, text)
    return labels
