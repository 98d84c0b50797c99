"""One host on one leaf: what it adds to the total, and where the figure comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from decidr.core.analysis.evidence import KINDS
from decidr.core.analysis.results import Results
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
    """``weight`` is global, ``score`` and ``points`` are shares of 1; texts are empty where nothing is known.

    ``host`` (an id) is whose cell it is; empty for a mean.
    """

    leaf: str
    host: str
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
    members = results.members.get(host, (host,))
    find = _of_one if len(members) == 1 else _of_mean
    return tuple(find(results, leaf, host, members) for leaf in results.tree.leaves_under(node))


def _of_mean(results: Results, leaf: str, group: str, members: Sequence[str]) -> LeafFact:
    """A leaf of a group whose figure is its members' mean; it rests on what its weakest figure rests on."""
    facts = [_of_one(results, leaf, group, (member,)) for member in members]
    value = _("mean of {count} hosts").format(count=len(members))
    weakest = max(facts, key=lambda fact: KINDS.index(fact.evidence))
    return replace(weakest, host="", value=value, unit="", year="", closed="", source="")


def _of_one(results: Results, leaf: str, host: str, members: Sequence[str]) -> LeafFact:
    """A leaf of a host, or of a group by its best member: scores and points of the one, the cell of the other."""
    sources, (alternative,) = results.sources, members
    criterion = sources.criteria[leaf]
    row, column = results.leaves.index(leaf), results.hosts.index(host)
    cells = sources.cells.get((leaf, alternative), ())
    cell = next((c for c in cells if c.participant is None), cells[0] if cells else None)
    is_paired = sources.ways_of_scoring[leaf] == "pairwise"
    value = _("compared in pairs") if is_paired else _value(cells)
    return LeafFact(
        leaf=leaf,
        host=alternative,
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
