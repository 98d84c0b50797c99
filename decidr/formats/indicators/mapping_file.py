"""A mapping as JSON in the user's names, to be read, corrected and used again.

One object a table, or ``{"imports": [...]}`` with several. ``series`` says which leaf each series goes to; a name moves
there from ``to confirm``, where proposals stand that nobody has confirmed, and ``null`` where there is none.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from decidr.core.study.imports import Filter, HostLabel, ImportMapping, SeriesTarget
from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.atomic import write_atomically
from decidr.formats.indicators.matching import leaves_of
from decidr.formats.indicators.reading import Reading
from decidr.formats.spreadsheet import decoded
from decidr.formats.workbook_tables import Named, Trouble

TO_CONFIRM = "to confirm"


class Written(msgspec.Struct, forbid_unknown_fields=True, rename={"to_confirm": TO_CONFIRM}):
    """A mapping in the file: names for ids."""

    file: str = ""
    sheet: str = ""
    where: dict[str, str | list[str]] = {}
    year: int | None = None
    series: dict[str, str] = {}
    to_confirm: dict[str, str | None] = {}
    hosts: dict[str, str] = {}
    source: str = ""
    licence: str = ""


def read_mappings(path: Path, study: Study) -> tuple[ImportMapping, ...]:
    """The mappings in a file, in the study's ids; Refused with every name that the study does not have."""
    try:
        fields = json.loads(decoded(path.read_bytes()))
        entries = fields["imports"] if isinstance(fields, dict) and "imports" in fields else [fields]
        written = msgspec.convert(entries, list[Written])
    except json.JSONDecodeError as error:
        said = {"line": error.lineno, "column": error.colno}
        raise Refused([Problem("error", "mapping.no_json", path.name, said)]) from None
    except msgspec.ValidationError as error:
        reason = str(error).replace("`", "")
        raise Refused([Problem("error", "mapping.not_understood", path.name, {"reason": reason})]) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused([Problem("error", "file.unreadable", path.name, {"reason": reason})]) from None
    return _in_ids(written, study, path.name)


def _in_ids(written: Sequence[Written], study: Study, place: str) -> tuple[ImportMapping, ...]:
    names = _Names(study, place)
    found = tuple(_mapping(one, names) for one in written)
    if names.trouble.has_errors:
        raise Refused(names.trouble.problems)
    return found


class _Names:
    """Leaves and hosts by name; what is unknown is told."""

    def __init__(self, study: Study, place: str) -> None:
        self.place, self.trouble = place, Trouble()
        self.leaves, self.hosts = Named("criterion"), Named("host")
        for leaf in leaves_of(study):
            self.leaves.add(leaf.name, leaf.id)
        for host in study.hosts:
            self.hosts.add(host.name, host.id)
            if host.code:
                self.hosts.add(host.code, host.id)

    def leaf(self, name: str) -> str:
        found = self.leaves.find(name)
        if found is None:
            near = self.leaves.nearest(name)
            code = "mapping.unknown_leaf_near" if near else "mapping.unknown_leaf"
            self.trouble.error(code, self.place, name=name, near=near)
        return found or ""

    def host(self, name: str) -> str:
        found = self.hosts.find(name)
        if found is None:
            self.trouble.error("mapping.unknown_host", self.place, name=name)
        return found or ""


def _mapping(written: Written, names: _Names) -> ImportMapping:
    where = ((column, [v] if isinstance(v, str) else v) for column, v in written.where.items())
    return ImportMapping(
        file=written.file,
        sheet=written.sheet,
        where=tuple(Filter(column=column, values=tuple(values)) for column, values in where),
        year=written.year,
        series=tuple(SeriesTarget(series=s, criterion=names.leaf(leaf)) for s, leaf in written.series.items()),
        hosts=tuple(HostLabel(label=label, host=names.host(host)) for label, host in written.hosts.items()),
        source=written.source,
        licence=written.licence,
    )


def for_file(mappings: Sequence[ImportMapping], path: Path) -> tuple[ImportMapping, ...]:
    """Those of the mappings that are for a file: they name it, or none."""
    return tuple(m for m in mappings if not m.file or folded(m.file) == folded(path.name))


def write_mappings(readings: Sequence[Reading], used: Sequence[ImportMapping], study: Study, path: Path) -> None:
    """Write what was used of each table, and what is still to confirm; OSError where the place cannot be written."""
    entries = [_entry(reading, mapping, study) for reading, mapping in zip(readings, used, strict=True)]
    fields = entries[0] if len(entries) == 1 else {"imports": entries}
    write_atomically(path, (json.dumps(fields, ensure_ascii=False, indent=1) + "\n").encode())


def _entry(reading: Reading, used: ImportMapping, study: Study) -> Mapping[str, Any]:
    taken = {target.series: study.name_of(target.criterion) for target in used.series}
    near = {match.series.name: study.name_of(match.criterion) for match in reading.matches}
    hosts = {host.id: host.name for host in study.hosts}
    fields = {
        "file": used.file,
        "sheet": used.sheet,
        "where": {one.column: list(one.values) for one in used.where},
        "year": used.year,
        "series": taken,
        TO_CONFIRM: {s.name: near.get(s.name) for s in reading.main_series if s.name not in taken},
        "hosts": {label.label: hosts[label.host] for label in used.hosts},
        "source": used.source,
        "licence": used.licence,
    }
    return {name: value for name, value in fields.items() if value or name in ("series",)}
