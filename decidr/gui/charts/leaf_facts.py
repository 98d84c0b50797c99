"""One host on one leaf: what it adds to the total, and where the figure comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from decidr.core.analysis.results import Results
from decidr.core.analysis.sources import Sources
from decidr.core.study.data import Cell, Evidence, evidence_of
from decidr.language import _
from decidr.number_text import figure

EVIDENCE_WORDS: Mapping[Evidence, str] = {
    "measured": "measured",
    "proxy": "proxy",
    "judged": "judged",
    "placeholder": "placeholder, replace",
    "missing": "missing",
}


@dataclass(frozen=True, slots=True)
class LeafFact:
    """``weight`` is global, ``score`` and ``points`` are shares of 1; texts are empty where nothing is known."""

    leaf: str
    name: str
    weight: float
    score: float
    points: float
    value: str
    unit: str
    year: str
    evidence: Evidence
    closed: str
    source: str

    @property
    def status(self) -> str:
        """What the figure rests on, in words."""
        if self.closed:
            return _("closed: {reason}").format(reason=self.closed)
        return _(EVIDENCE_WORDS[self.evidence])

    @property
    def measure(self) -> str:
        """The value with its unit, or what stands in its place."""
        if not self.value:
            return _("no value")
        is_scale = self.unit[:1].isdigit()  # as «1-9»
        return f"{self.value} ({self.unit})" if is_scale else f"{self.value} {self.unit}".strip()


def leaf_facts(results: Results, node: str, host: str) -> tuple[LeafFact, ...]:
    """What is known of ``host`` on every leaf under ``node``, in the tree's order."""
    sources = results.sources
    return tuple(_fact(results, sources, leaf, host) for leaf in results.tree.leaves_under(node))


def _fact(results: Results, sources: Sources, leaf: str, host: str) -> LeafFact:
    criterion = sources.criteria[leaf]
    row, column = results.leaves.index(leaf), results.hosts.index(host)
    cells = sources.cells.get((leaf, host), ())
    cell = next((c for c in cells if c.participant is None), cells[0] if cells else None)
    is_paired = sources.ways_of_scoring[leaf] == "pairwise"
    value = _("compared in pairs") if is_paired else _value(cells)
    return LeafFact(
        leaf=leaf,
        name=criterion.name,
        weight=results.global_[leaf],
        score=float(results.scores[row, column]),
        points=float(results.contributions[row, column]),
        value=value,
        unit=(cell.unit or criterion.unit) if cell and value and sources.ways_of_scoring[leaf] == "data" else "",
        year=str(cell.year) if cell and cell.year is not None else "",
        evidence="judged" if is_paired else evidence_of(cell) if cell else "missing",
        closed=cell.closed if cell else "",
        source=cell.source if cell else "",
    )


def _value(cells: Sequence[Cell]) -> str:
    people = [c for c in cells if c.participant is not None and c.value is not None]
    if people:
        return _("answers of {count} people").format(count=len(people))
    value = next((c.value for c in cells if c.value is not None), None)
    return "" if value is None else value if isinstance(value, str) else figure(value)
