"""What is known of each host on each leaf, ready to be shown: leaves by main criterion, hosts, and their cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from decidr.core.analysis.results import Results
from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import GOAL, Criterion, ScoredBy
from decidr.core.study.data import Cell, Evidence, changed_cells, evidence_of
from decidr.core.study.edits import CellKey
from decidr.core.study.hosts import Host
from decidr.core.study.tree import children_of, depth_first
from decidr.gui.models.data.supposed_cells import SupposedCell, supposed_cells


@dataclass(frozen=True, slots=True)
class DataRow:
    """A leaf under its main criterion ``main`` (an id), or with ``is_heading`` the main criterion itself.

    ``path`` names what lies between the main criterion and the leaf. ``is_counted``: the view counts it.
    """

    criterion: Criterion
    main: str
    is_heading: bool
    path: tuple[str, ...] = ()
    way: ScoredBy = "data"
    is_counted: bool = True

    @property
    def id(self) -> str:
        """The criterion's id."""
        return self.criterion.id


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A host that can have data; dormant ones are not counted."""

    host: Host
    is_counted: bool

    @property
    def id(self) -> str:
        """The host's id."""
        return self.host.id


@dataclass(frozen=True, slots=True)
class CellFact:
    """One host on one leaf: the study's own cell, None where there is none, and how many others gave a value.

    ``answers`` are what those others gave, by name. ``evidence`` is None where hosts are compared in pairs: there a
    cell has no value. ``supposed`` is what the scenario makes of it that the window supposes, None where nothing.
    """

    row: DataRow
    column: DataColumn
    cell: Cell | None
    others: int
    evidence: Evidence | None
    answers: tuple[tuple[str, float | str], ...] = ()
    supposed: SupposedCell | None = None

    @property
    def key(self) -> CellKey:
        """Which cell of the study this is."""
        return self.row.id, self.column.id, self.row.way

    @property
    def is_counted(self) -> bool:
        """Whether the view counts both leaf and host."""
        return self.row.is_counted and self.column.is_counted

    @property
    def is_closed(self) -> bool:
        """Whether the figure does not count here."""
        return bool(self.cell and self.cell.closed)

    @property
    def is_gap(self) -> bool:
        """Whether it counts and is missing."""
        return self.evidence == "missing" and self.is_counted

    @property
    def is_placeholder(self) -> bool:
        """Whether it counts and stands in for a figure."""
        return self.evidence == "placeholder" and not self.is_closed and self.is_counted

    @property
    def value(self) -> float | str | None:
        """The study's own value."""
        return self.cell.value if self.cell else None


class DataSheet:
    """Every leaf, dormant ones included, and every host that is no group, as ``results`` see them.

    What an ``earlier`` sheet knows of cells that did not change is taken over.
    """

    def __init__(self, results: Results, earlier: DataSheet | None = None) -> None:
        self.results = results
        self.study = results.study
        self.rows = tuple(_rows(results))
        self.columns = tuple(_columns(results))
        self._facts: dict[tuple[str, str], CellFact] = self._lent_by(earlier) if earlier else {}

    @cached_property
    def leaves(self) -> tuple[DataRow, ...]:
        """The rows that have cells."""
        return tuple(row for row in self.rows if not row.is_heading)

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many of the cells that count are of each kind of evidence; ``closed`` ones are counted apart."""
        facts = [self.fact(row, column) for row in self.leaves for column in self.columns]
        kinds = Counter("closed" if fact.is_closed else fact.evidence or "" for fact in facts if fact.is_counted)
        return Counter({kind: count for kind, count in kinds.items() if kind})

    def row(self, criterion: str) -> DataRow:
        """The row of a leaf; KeyError if there is none."""
        return self._rows_by_id[criterion]

    def column(self, host: str) -> DataColumn:
        """The column of a host; KeyError if there is none."""
        return self._columns_by_id[host]

    def has(self, criterion: str, host: str) -> bool:
        """Whether there is such a cell."""
        return criterion in self._rows_by_id and host in self._columns_by_id

    def fact(self, row: DataRow, column: DataColumn) -> CellFact:
        """What is known of a host on a leaf."""
        key = (row.id, column.id)
        if key not in self._facts:
            self._facts[key] = self._made(row, column)
        return self._facts[key]

    def _lent_by(self, earlier: DataSheet) -> dict[tuple[str, str], CellFact]:
        same_people = earlier.study.participants is self.study.participants
        if not same_people or (earlier.rows, earlier.columns) != (self.rows, self.columns):
            return {}
        changed = {(cell.criterion, cell.host) for cell in changed_cells(earlier.study.cells, self.study.cells)}
        facts = ((place, fact) for place, fact in earlier._facts.items() if place not in changed)
        return {place: fact for place, fact in facts if fact.supposed == self._supposed.get(place)}

    def _made(self, row: DataRow, column: DataColumn) -> CellFact:
        cells = self._cells.get((row.id, column.id, row.way), ())
        supposed = self._supposed.get((row.id, column.id))
        if len(cells) == 1 and cells[0].participant is None:
            return CellFact(row, column, cells[0], 0, _evidence(row, cells[0], ()), (), supposed)
        own = next((cell for cell in cells if cell.participant is None), None)
        others = [cell for cell in cells if cell.participant is not None and cell.value is not None]
        answers = tuple((self._people.get(c.participant or "", ""), c.value) for c in others if c.value is not None)
        return CellFact(row, column, own, len(others), _evidence(row, own, others), answers, supposed)

    @cached_property
    def _supposed(self) -> Mapping[tuple[str, str], SupposedCell]:
        return supposed_cells(self.results)

    @cached_property
    def _rows_by_id(self) -> dict[str, DataRow]:
        return {row.id: row for row in self.leaves}

    @cached_property
    def _columns_by_id(self) -> dict[str, DataColumn]:
        return {column.id: column for column in self.columns}

    @cached_property
    def _people(self) -> dict[str, str]:
        return {person.id: person.name for person in self.study.participants}

    @cached_property
    def _cells(self) -> dict[CellKey, list[Cell]]:
        found: dict[CellKey, list[Cell]] = {}
        for cell in self.study.cells:
            found.setdefault((cell.criterion, cell.host, cell.way), []).append(cell)
        return found


def _rows(results: Results) -> list[DataRow]:
    study = results.study
    children = children_of(study.criteria)
    criteria = {c.id: c for c in study.criteria}
    counted = set(results.tree.nodes)
    rows: list[DataRow] = []
    for main in children.get(GOAL, ()):
        below = [node for node in depth_first(children, main) if node not in children]
        if below != [main]:
            rows.append(DataRow(criteria[main], main, is_heading=True, is_counted=main in counted))
        for leaf in below:
            path = tuple(criteria[node].name for node in _between(criteria, leaf, main))
            way = way_of_scoring(study, criteria[leaf])
            rows.append(DataRow(criteria[leaf], main, False, path, way, leaf in counted))
    return rows


def _between(criteria: Mapping[str, Criterion], leaf: str, main: str) -> list[str]:
    """The nodes above a leaf, down from its main criterion, without both."""
    above: list[str] = []
    node = leaf
    while node != main:
        node = criteria[node].under
        above.append(node)
    return above[-2::-1]


def _columns(results: Results) -> list[DataColumn]:
    groups = {host.group for host in results.study.hosts}
    scored = set(results.hosts)
    shown = (h for h in results.study.hosts if h.id in scored or h.id not in groups)
    return [DataColumn(host, host.id in scored) for host in shown]


def _evidence(row: DataRow, own: Cell | None, others: Sequence[Cell]) -> Evidence | None:
    if row.way == "pairwise":
        return None
    if own is not None and (own.closed or not others):
        return evidence_of(own)
    return evidence_of(others[0]) if others else "missing"
