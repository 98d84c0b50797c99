"""Files of indicators into a study, without a window: what is sure is taken, what is near waits to be confirmed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from decidr.core.study.data import Cell, evidence_of
from decidr.core.study.edits import Conflict, apply_import, import_conflicts
from decidr.core.study.imports import ImportMapping
from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.indicators.figures import parse
from decidr.formats.indicators.matching import Match
from decidr.formats.indicators.planning import Planned, plan_import
from decidr.formats.indicators.reading import Reading, read_indicators, remembered
from decidr.formats.indicators.series import named_values
from decidr.formats.indicators.tables import Column, Table
from decidr.formats.spreadsheet import name_text

SHOWN = 9
"""So many significant digits of a figure are told."""

WORDS = 3
"""So many words that stand where figures belong are told."""


@dataclass(frozen=True)
class Imported:
    """A study with the figures of files in it; of each table its reading and what was planned of it."""

    study: Study
    readings: tuple[Reading, ...]
    planned: tuple[Planned, ...]
    problems: tuple[Problem, ...]


def import_files(
    study: Study,
    paths: Sequence[Path],
    asked: ImportMapping,
    mappings: Mapping[Path, Sequence[ImportMapping]],
    keep: bool = False,
) -> Imported:
    """Every file in turn, each with its ``mappings`` or as ``asked``; ``keep``: cells that hold a figure stay.

    Refused with what is wrong in all of them; then nothing is imported.
    """
    readings: list[Reading] = []
    planned: list[Planned] = []
    problems: list[Problem] = []
    for path in paths:
        for request in mappings.get(path) or remembered(study, path, asked):
            try:
                reading = read_indicators(study, path, request)
                plan = _planned(study, reading)
            except Refused as refusal:
                problems += refusal.problems
                continue
            conflicts = import_conflicts(study, plan.plan)
            kept = {(c.new.criterion, c.new.host) for c in conflicts} if keep else set()
            problems += (*plan.problems, *(_told(c, study, keep) for c in conflicts))
            study = apply_import(study, plan.plan, kept)
            readings.append(reading)
            planned.append(plan)
    if any(problem.severity == "error" for problem in problems):
        raise Refused(problems)
    return Imported(study, tuple(readings), tuple(planned), tuple(problems))


def _planned(study: Study, reading: Reading) -> Planned:
    matches, said = taken_matches(study, reading)
    plan = plan_import(study, reading, {m.series.name: m.criterion for m in matches}, reading.mapping.year)
    return replace_problems(plan, said)


def replace_problems(plan: Planned, said: Sequence[Problem]) -> Planned:
    """The plan with more that was noticed."""
    return Planned(plan.plan, (*said, *plan.problems), plan.lacking)


def taken_matches(study: Study, reading: Reading) -> tuple[tuple[Match, ...], tuple[Problem, ...]]:
    """The matches that count without anybody's confirming, and what is to be said of the others.

    Those of the mapping alone, where it names any; else those of the same name; else, where filters or the file leave
    one series, the leaf nearest to it. Refused where there is none.
    """
    if reading.mapping.series:
        return _mapped(reading), ()
    same = tuple(match for match in reading.matches if match.how == "same")
    near = tuple(match for match in reading.matches if match.how == "near")
    if not same and near and len(reading.main_series) == 1:
        return near, tuple(_problem("warning", "import.taken_for", match, study, reading) for match in near)
    maybe = tuple(_problem("warning" if same else "error", "import.near", match, study, reading) for match in near)
    if not same:
        raise Refused([*(maybe or [_no_match(reading)]), *reading.problems])
    return same, maybe


def _no_match(reading: Reading) -> Problem:
    """That no series has a leaf's name; where words stand in place of every figure, these."""
    if reading.main_series:
        names = named_values(series.name for series in reading.main_series)
        return Problem("error", "import.no_match", reading.path.name, {"names": names})
    table = reading.table
    columns = named_values(f"{column.name} ({_words(table, column)})" for column in table.of_role("key"))
    return Problem("error", "import.no_figures", table.grid.address(0, 0), {"columns": columns})


def _words(table: Table, column: Column) -> str:
    """The first words in a column, which are no figures."""
    values = (table.grid.rows[row][column.number] for row, _ in table.hosts)
    words = dict.fromkeys(text for value in values if parse(text := name_text(value)).trouble)
    return ", ".join(islice(words, WORDS))


def _mapped(reading: Reading) -> tuple[Match, ...]:
    """The targets of the mapping as it stands, so that a series that is missing is told when it is planned."""
    found = {match.series.name: match for match in reading.matches if match.how == "mapped"}
    targets = {target.series for target in reading.mapping.series}
    missing = [name for name in targets if name.casefold() not in {n.casefold() for n in found}]
    if missing:
        names = named_values(series.name for series in reading.main_series)
        raise Refused(
            Problem("error", "import.no_series", reading.path.name, {"series": name, "names": names})
            for name in missing
        )
    return tuple(found.values())


def _problem(severity: str, code: str, match: Match, study: Study, reading: Reading) -> Problem:
    entry = match.series.entries[0]
    place = f"{reading.path.name}: {reading.table.grid.address(entry.row, entry.column)}"
    values = {"series": match.series.name, "leaf": study.name_of(match.criterion)}
    return Problem("error" if severity == "error" else "warning", code, place, values)


def _told(conflict: Conflict, study: Study, keep: bool) -> Problem:
    """A present figure beside the new one."""
    old, new = conflict
    host = next(h.name for h in study.hosts if h.id == new.host)
    values = {
        "leaf": study.name_of(new.criterion),
        "host": host,
        "old": _shown(old),
        "old_status": evidence_of(old),
        "old_year": str(old.year or "–"),
        "new": _shown(new),
        "new_year": str(new.year or "–"),
    }
    if keep:
        return Problem("warning", "import.kept", "", values)
    if conflict.only_gains_digits:
        return Problem("warning", "import.more_digits", "", values)
    is_older = old.year is not None and new.year is not None and new.year < old.year
    return Problem("warning", "import.older" if is_older else "import.conflict", "", values)


def _shown(cell: Cell) -> str:
    return f"{cell.value + 0.0:.{SHOWN}g}" if isinstance(cell.value, float) else str(cell.value)


class Line(NamedTuple):
    """What an import brought to one leaf: how many ``hosts`` have a figure, and who has none."""

    leaf: str
    series: str
    found: int
    hosts: int
    lacking: tuple[str, ...]


def summary(imported: Imported) -> Iterator[Line]:
    """What each series brought to its leaf."""
    hosts = {host.id: host.name for host in imported.study.hosts}
    for planned in imported.planned:
        for target in planned.plan.mapping.series:
            lacking = tuple(hosts[host] for host in planned.lacking[target.criterion])
            leaf = imported.study.name_of(target.criterion)
            yield Line(leaf, target.series, len(hosts) - len(lacking), len(hosts), lacking)
