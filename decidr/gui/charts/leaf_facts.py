"""One host on one leaf: what it adds to the total, and where the figure comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from decidr.core.analysis.results import Results
from decidr.core.study.data import Cell, Evidence, evidence_of
from decidr.core.study.study import Study
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
        return f"{self.value} {self.unit}".strip() if self.value else _("no value")


Cells = Mapping[tuple[str, str], tuple[Cell, ...]]


def cells_by_place(study: Study) -> Cells:
    """All cells of each leaf and host, in the study's order."""
    found: dict[tuple[str, str], list[Cell]] = {}
    for cell in study.cells:
        found.setdefault((cell.criterion, cell.host), []).append(cell)
    return {place: tuple(cells) for place, cells in found.items()}


def leaf_facts(results: Results, node: str, host: str, cells: Cells | None = None) -> tuple[LeafFact, ...]:
    """What is known of ``host`` on every leaf under ``node``, in the tree's order."""
    cells = cells_by_place(results.study) if cells is None else cells
    return tuple(
        leaf_fact(results, leaf, host, cells.get((leaf, host), ()))
        for leaf in results.tree.leaves_under(node)
    )


def leaf_fact(results: Results, leaf: str, host: str, cells: tuple[Cell, ...]) -> LeafFact:
    """What is known of ``host`` on ``leaf``; ``cells`` are all that the study holds there."""
    criterion = next(c for c in results.study.criteria if c.id == leaf)
    row, column = results.leaves.index(leaf), results.hosts.index(host)
    in_use = [c for c in cells if criterion.scored_by in (None, c.way)]
    cell = next((c for c in in_use if c.participant is None), in_use[0] if in_use else None)
    paired = criterion.scored_by == "pairwise" or (not cells and not results.missing[row, column])
    return LeafFact(
        leaf=leaf,
        name=criterion.name,
        weight=results.global_[leaf],
        score=float(results.scores[row, column]),
        points=float(results.contributions[row, column]),
        value=_("compared in pairs") if paired else _value(in_use),
        unit="" if paired or cell is None or cell.value is None else cell.unit or criterion.unit,
        year="" if cell is None or cell.year is None else str(cell.year),
        evidence="judged" if paired else evidence_of(cell) if cell else "missing",
        closed=cell.closed if cell else "",
        source=cell.source if cell else "",
    )


def _value(cells: list[Cell]) -> str:
    people = [c for c in cells if c.participant is not None and c.value is not None]
    if people:
        return _("answers of {count} people").format(count=len(people))
    value = next((c.value for c in cells if c.value is not None), None)
    return "" if value is None else value if isinstance(value, str) else figure(value)
