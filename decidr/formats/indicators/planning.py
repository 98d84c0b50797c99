"""From the series of a table to the cells of a study: one figure a host, in the leaf's unit, or every reason."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from msgspec.structs import replace

from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import Criterion
from decidr.core.study.data import Cell
from decidr.core.study.edits import ImportPlan
from decidr.core.study.imports import SeriesTarget
from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.indicators.figures import Mark, Parsed, parse
from decidr.formats.indicators.reading import Reading
from decidr.formats.indicators.series import Entry, Series, named_values
from decidr.formats.indicators.sheets import is_shown_as_per_cent, is_uncached
from decidr.formats.indicators.units import Measure, measure
from decidr.formats.spreadsheet import cell_name, name_text
from decidr.formats.workbook_tables import Trouble


@dataclass(frozen=True)
class Planned:
    """What an import of one table would do; ``problems`` were noticed, ``lacking`` are the gaps left, by leaf."""

    plan: ImportPlan
    problems: tuple[Problem, ...] = ()
    lacking: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def plan_import(study: Study, reading: Reading, targets: Mapping[str, str], year: int | None = None) -> Planned:
    """The cells that the series would give; ``targets`` are leaves' ids by the series' names.

    Without a ``year`` the latest of each host counts. Refused, with every cell named, where a figure that would count
    cannot be read, or where several fit.
    """
    trouble = Trouble(list(reading.problems))
    by_name = {folded(series.name): series for series in reading.series}
    criteria = {criterion.id: criterion for criterion in study.criteria}
    cells: list[Cell] = []
    units: dict[str, str] = {}
    lacking: dict[str, tuple[str, ...]] = {}
    for name, id_ in targets.items():
        series = by_name.get(folded(name))
        if series is None:
            said = {"series": name, "names": named_values(s.name for s in reading.main_series)}
            trouble.error("import.no_series", reading.path.name, **said)
            continue
        taking = _Taking(study, reading, series, criteria[id_], year, trouble)
        found = tuple(taking.cells())
        cells += found
        units |= {id_: taking.unit} if taking.unit and not criteria[id_].unit else {}
        lacking[id_] = tuple(h.id for h in study.hosts if h.id not in {cell.host for cell in found})
    if trouble.has_errors:
        raise Refused(trouble.problems)
    series_targets = tuple(SeriesTarget(series=name, criterion=id_) for name, id_ in targets.items())
    mapping = replace(
        reading.mapping,
        series=series_targets,
        year=year,
        source=reading.mapping.source or reading.source,
        licence=reading.mapping.licence or reading.licence,
    )
    return Planned(ImportPlan(tuple(cells), mapping, units), tuple(trouble.problems), lacking)


class _Taking:
    """One series on its way to one leaf."""

    def __init__(
        self, study: Study, reading: Reading, series: Series, leaf: Criterion, year: int | None, trouble: Trouble
    ) -> None:
        self.study, self.reading, self.series, self.leaf = study, reading, series, leaf
        self.year, self.trouble = year, trouble
        self.way = way_of_scoring(study, leaf)
        self.levels = {folded(level.name): level.name for level in study.levels if level.criterion == leaf.id}
        self.names = {host.id: host.name for host in study.hosts}
        self.decimal: Mark | None = reading.table.decimal
        self.unit = ""
        self.told: set[tuple[str, str]] = set()

    def cells(self) -> Iterator[Cell]:
        """A cell for each host that the series has a figure of; what is wrong is told, each thing once."""
        if self.way == "pairwise":
            self._error("import.pairwise", self.series.entries[0], leaf=self.leaf.name)
            return
        by_host: dict[str, list[Entry]] = {}
        for entry in self.series.entries:
            by_host.setdefault(entry.host, []).append(entry)
        self._tell_years()
        chosen = {host: found for host in self.names if (found := self._chosen(by_host.get(host, ())))}
        self._tell_chosen(chosen.values())
        for entry in chosen.values():
            yield self._cell(entry)

    def _tell_years(self) -> None:
        """A year that no figure of the series is of is refused, and those that there are named."""
        years = {entry.year for entry in self.series.entries}
        if self.year is not None and years.isdisjoint((self.year, None)):
            named = named_values(str(year) for year in sorted((y for y in years if y), reverse=True))
            self.trouble.error("import.no_year", self._address(self.series.entries[0]), year=self.year, years=named)

    def _chosen(self, entries: Sequence[Entry]) -> Entry | None:
        """The figure of the year wanted, or of the latest that has one."""
        of_year: dict[int, list[Entry]] = {}
        for entry in entries:
            if self.year is None or entry.year in (self.year, None):
                of_year.setdefault(entry.year or 0, []).append(entry)
        for year in sorted(of_year, reverse=True):
            if found := self._only(of_year[year]):
                return found
        return None

    def _only(self, entries: Sequence[Entry]) -> Entry | None:
        """The one figure that several cells of a host and year agree on; several figures are refused."""
        filled = [entry for entry in entries if not self._is_gap(entry)]
        if len({entry.value if self.way == "rating" else self._parsed(entry) for entry in filled}) > 1:
            self._tell_several(filled)
        return filled[0] if filled else None

    def _is_gap(self, entry: Entry) -> bool:
        if self._is_uncached(entry):
            return False
        return self._parsed(entry) == Parsed() if self.way != "rating" else name_text(entry.value) == ""

    def _is_uncached(self, entry: Entry) -> bool:
        return entry.value == "" and is_uncached(self.reading.table.grid.sheet, self._cell_name(entry))

    def _cell_name(self, entry: Entry) -> str:
        is_turned = self.reading.table.grid.is_turned
        return cell_name(entry.column, entry.row) if is_turned else cell_name(entry.row, entry.column)

    def _parsed(self, entry: Entry) -> Parsed:
        return parse(entry.value, self.decimal)

    def _tell_several(self, entries: Sequence[Entry]) -> None:
        """Which columns tell the rows apart, so that a filter can."""
        rows = [self.reading.table.grid.rows[entry.row] for entry in entries]
        columns = [c for c in self.reading.table.columns if c.role in ("key", "unit", "note", "indicator", "code")]
        apart = [c for c in columns if len({row[c.number] for row in rows}) > 1]
        if apart:
            values = named_values(name_text(row[apart[0].number]) for row in rows)
            said = {"column": apart[0].name, "values": values, "host": self.names[entries[0].host]}
            self._error_once("import.several_rows", entries[0], apart[0].name, **said)
        else:
            other = self._address(entries[1])
            self._error("import.twice", entries[0], host=self.names[entries[0].host], other=other)

    def _tell_chosen(self, entries: Iterable[Entry]) -> None:
        """Which years were taken, where the user named none."""
        years = Counter(entry.year for entry in entries)
        if self.year is not None or not years:
            return
        place = self._address(self.series.entries[0])
        if None in years:
            self.trouble.warning("import.year_unknown", place, series=self.series.name)
        if len(dated := sorted((year for year in years if year), reverse=True)) > 1:
            named = ", ".join(f"{year} ({years[year]})" for year in dated)
            self.trouble.warning("import.years_differ", place, leaf=self.leaf.name, years=named)

    def _cell(self, entry: Entry) -> Cell:
        value, unit, remark = self._value(entry)
        mapping, reading = self.reading.mapping, self.reading
        note = f"{reading.path.name}: {self._address(entry)}"
        return Cell(
            criterion=self.leaf.id,
            host=entry.host,
            way=self.way,
            value=value,
            unit=unit,
            year=self.year if entry.year is None else entry.year,
            status="measured",
            source=mapping.source or reading.source or reading.path.name,
            licence=mapping.licence or reading.licence,
            note=f"{note}; {remark}" if remark else note,
        )

    def _value(self, entry: Entry) -> tuple[float | str | None, str, str]:
        """The value as the leaf takes it, its unit, and a remark on the unit that the file gives."""
        if self._is_uncached(entry):
            self._error("cell.formula_without_number", entry)
            return None, "", ""
        if self.way == "rating":
            return self._level(entry), "", ""
        parsed = self._parsed(entry)
        if parsed.value is None:
            self._error(parsed.trouble, entry, value=name_text(entry.value))
            return None, "", ""
        found = measure(
            parsed,
            entry.unit,
            is_shown_as_per_cent(self.reading.table.grid.sheet, self._cell_name(entry)),
            self.leaf.unit,
        )
        self.unit = found.unit
        self._tell_unit(found, entry)
        factor = Decimal(repr(found.factor))
        value = parsed.value if found.factor == 1 else float(Decimal(repr(parsed.value)) * factor)
        return value, found.unit, found.remark

    def _tell_unit(self, found: Measure, entry: Entry) -> None:
        key = (found.code, found.given)
        if found.code and key not in self.told:
            self.told.add(key)
            tell = self.trouble.warning if found.code == "import.unit_differs" else self.trouble.notice
            tell(found.code, self._address(entry), unit=found.given, wanted=self.leaf.unit, leaf=self.leaf.name)

    def _level(self, entry: Entry) -> str | None:
        text = name_text(entry.value)
        found = self.levels.get(folded(text))
        if found is None:
            self._error("rating.unknown_level", entry, value=text, levels=", ".join(self.levels.values()))
        return found

    def _error(self, code: str, entry: Entry, **values: str | int | float) -> None:
        self.trouble.error(code, self._address(entry), **values)

    def _error_once(self, code: str, entry: Entry, what: str, **values: str) -> None:
        if (code, what) not in self.told:
            self.told.add((code, what))
            self._error(code, entry, **values)

    def _address(self, entry: Entry) -> str:
        return self.reading.table.grid.address(entry.row, entry.column)
