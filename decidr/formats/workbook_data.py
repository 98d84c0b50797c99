"""What is known of each host: the Data sheet, one row a cell or wide, in the criteria's units."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import get_args

from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import Criterion, ScoredBy
from decidr.core.study.data import Cell, Distribution, Status
from decidr.core.study.names import folded
from decidr.core.study.problems import Place
from decidr.core.study.study import Study
from decidr.formats.spreadsheet import cell_name, name_text
from decidr.formats.workbook_structure import Names, is_leaf
from decidr.formats.workbook_tables import Row, Table

FACTORS = {"thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9}
SHARES = {"%": 0.01, "percent": 0.01, "per cent": 0.01, "share": 1.0, "fraction": 1.0, "ratio": 1.0}


Seen = dict[tuple[str, str, str | None], str]
"""Where each cell was found, by leaf, host and participant."""


def read_cells(tables: Iterable[Table], study: Study, names: Names) -> tuple[Cell, ...]:
    """Sheets with one row a cell, or wide ones, whose first header is Host and whose others are leaves."""
    seen: Seen = {}
    found: list[Cell] = []
    for table in tables:
        read = _wide_cells if is_wide(table) else _long_cells
        found.extend(read(table, study, names, seen))
    return tuple(found)


def _long_cells(table: Table, study: Study, names: Names, seen: Seen) -> Iterator[Cell]:
    for row in table.rows():
        leaf = _leaf(row, study, names)
        host = row.one_of("Host", names.hosts, is_required=True)
        if not (leaf and host):
            continue
        participant = row.one_of("Participant", names.participants)
        key = (leaf.id, host, participant)
        if key in seen:
            row.trouble.error("data.twice", row.address("Host"), other=seen[key])
        seen[key] = row.address("Host")
        place = Place("Data", (leaf.name, names.hosts.names[host]))
        row.trouble.addresses.setdefault(place, row.address("Value"))
        if any(row.text(column) for column in table.columns if column not in ("Criterion", "Host")):
            yield _cell(row, leaf, host, participant, way_of_scoring(study, leaf))


def _leaf(row: Row, study: Study, names: Names) -> Criterion | None:
    id_ = row.one_of("Criterion", names.criteria, is_required=True)
    if id_ is None:
        return None
    if not is_leaf(id_, study.criteria):
        row.trouble.error("data.not_a_leaf", row.address("Criterion"), name=row.text("Criterion"))
        return None
    return next(c for c in study.criteria if c.id == id_)


def _cell(row: Row, leaf: Criterion, host: str, participant: str | None, way: ScoredBy) -> Cell:
    factor = _factor(row, leaf)
    for column in ("Value", "Low", "High"):
        _notice_per_cent(row, row.table.columns.get(column, -1), leaf)
    value = row.text("Value") or None if way == "rating" else _scaled(row.number("Value"), factor)
    return Cell(
        criterion=leaf.id,
        host=host,
        way=way,
        value=value,
        low=_scaled(row.number("Low"), factor),
        high=_scaled(row.number("High"), factor),
        distribution=row.choice("Distribution", get_args(Distribution)),
        unit=leaf.unit if factor != 1 else row.text("Unit"),
        year=row.whole("Year"),
        status=row.choice("Status", get_args(Status)),
        closed=row.text("Closed"),
        source=row.text("Source"),
        licence=row.text("Licence"),
        participant=participant,
        who=row.text("Who"),
        when=row.text("When"),
        note=row.text("Note"),
    )


def _scaled(value: float | None, factor: float) -> float | None:
    """The product in decimals, so that 7 % is 0.07 and not a little more."""
    return None if value is None else float(Decimal(repr(value)) * Decimal(repr(factor)))


def _factor(row: Row, leaf: Criterion) -> float:
    """What a figure is multiplied by to be in the leaf's unit; a unit that does not convert is an error."""
    given, wanted = row.text("Unit"), leaf.unit
    if not given or not wanted or folded(given) == folded(wanted):
        return 1.0
    factor = conversion(given, wanted)
    if factor is None:
        row.trouble.error("data.unit_differs", row.address("Unit"), unit=given, wanted=wanted)
    elif factor != 1:
        row.trouble.notice("data.converted", row.address("Unit"), unit=given, wanted=wanted)
    return factor or 1.0


def conversion(given: str, wanted: str) -> float | None:
    """The factor from one unit to another that differs by thousands, millions or per cent; None where unknown."""
    if folded(given) in SHARES and folded(wanted) in SHARES:
        return SHARES[folded(given)] / SHARES[folded(wanted)]
    (given_by, given_rest), (wanted_by, wanted_rest) = _split_unit(given), _split_unit(wanted)
    return given_by / wanted_by if given_rest == wanted_rest else None


def _split_unit(unit: str) -> tuple[float, str]:
    words = re.split(r"\s+", folded(unit))
    factor = FACTORS.get(words[0]) or FACTORS.get(words[-1]) or 1.0
    return factor, " ".join(word for word in words if word not in FACTORS)


def is_wide(table: Table) -> bool:
    """Whether the first header is Host and the others are leaves, not the columns of one row a cell."""
    return "Criterion" not in table.columns and table.headers[:1] == [table.columns.get("Host", -1)]


def has_leaves(table: Table, study: Study, names: Names) -> bool:
    """Whether a sheet that is not called Data is wide and has a column for some leaf."""
    found = (names.criteria.find(table.sheet.text(table.header, column)) for column in table.headers[1:])
    return is_wide(table) and any(is_leaf(id_, study.criteria) for id_ in found if id_)


def _wide_cells(table: Table, study: Study, names: Names, seen: Seen) -> Iterator[Cell]:
    leaves = dict(_wide_leaves(table, study, names))
    table.expected = [c.name for c in study.criteria if is_leaf(c.id, study.criteria) and c not in leaves.values()]
    table.others = {name: column for name, column in table.others.items() if names.criteria.find(name) is None}
    for row in table.rows():
        host = row.one_of("Host", names.hosts, is_required=True)
        for column, leaf in leaves.items() if host else ():
            cell, address = _wide_cell(row, column, leaf, host or "", study), table.sheet.address(row.line, column)
            place = Place("Data", (leaf.name, names.hosts.names[host or ""]))
            row.trouble.addresses.setdefault(place, address)
            if cell is None:
                continue
            row.trouble.addresses[place] = address
            if (leaf.id, cell.host, None) in seen:
                row.trouble.error("data.twice", address, other=seen[leaf.id, cell.host, None])
            seen[leaf.id, cell.host, None] = address
            yield cell


def _wide_leaves(table: Table, study: Study, names: Names) -> Iterator[tuple[int, Criterion]]:
    """The columns that are leaves; a criterion may be called like a column of the other form, such as Year."""
    by_id = {c.id: c for c in study.criteria}
    for column in table.headers[1:]:
        name = table.sheet.text(table.header, column)
        id_ = names.criteria.find(name)
        if id_ and is_leaf(id_, study.criteria):
            yield column, by_id[id_]
        elif id_:
            table.trouble.error("data.not_a_leaf", table.sheet.address(table.header, column), name=name)
        elif name not in table.others:
            table.others[name] = column


def _wide_cell(row: Row, column: int, leaf: Criterion, host: str, study: Study) -> Cell | None:
    way = way_of_scoring(study, leaf)
    if row.at(column) == "":
        return None
    value = row.table.sheet.text(row.line, column) if way == "rating" else row.figure_at(column)
    _notice_per_cent(row, column, leaf)
    return Cell(criterion=leaf.id, host=host, way=way, value=value)


def _notice_per_cent(row: Row, column: int, leaf: Criterion) -> None:
    """A number that is shown as 12% is stored as 0.12, which is hardly meant where the unit is per cent."""
    shown = row.table.sheet.shown.get(cell_name(row.line, column), "")
    if shown.endswith("%") and re.match("%|per ?cent", folded(leaf.unit)):
        address = row.table.sheet.address(row.line, column)
        value = name_text(row.at(column))
        row.trouble.warning("data.per_cent", address, shown=shown, value=value, unit=leaf.unit)
