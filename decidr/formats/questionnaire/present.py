"""What one participant has said already in a view: what a questionnaire shows, and what answers are compared with."""

from dataclasses import dataclass, field

from decidr.core.study.judgments import Judgment, WeightEntry
from decidr.core.study.study import Study

SAME = 1e-9
"""Ratios are the same if they differ by less than this share: what a cell shows is rounded by less."""


@dataclass
class Present:
    """A participant's judgments and weights; placeholders are nobody's answer and are not among them."""

    pairs: dict[tuple[str, frozenset[str]], Judgment] = field(default_factory=dict)
    weights: dict[tuple[str, str], WeightEntry] = field(default_factory=dict)

    def ratio(self, node: str, first: str, second: str) -> float | None:
        """How many times ``first`` is preferred to ``second``."""
        said = self.pairs.get((node, frozenset((first, second))))
        if said is None or said.value is None:
            return None
        return said.value if said.first == first else 1 / said.value

    def note(self, node: str, first: str, second: str) -> str:
        """Why, in his own words."""
        said = self.pairs.get((node, frozenset((first, second))))
        return said.note if said else ""

    def weight(self, criterion: str, way: str) -> float | None:
        """The number given to a criterion in one way."""
        said = self.weights.get((criterion, way))
        return said.weight if said else None


def present(study: Study, participant: str, view: str) -> Present:
    """What the participant has said in exactly this view."""
    found = Present()
    for block in study.comparisons:
        if (block.participant, block.view) == (participant, view):
            for pair in block.pairs:
                if pair.status == "judged":
                    found.pairs[block.under, frozenset((pair.first, pair.second))] = pair
    for entry in study.weights:
        if (entry.participant, entry.view, entry.status) == (participant, view, "judged"):
            found.weights[entry.criterion, entry.way] = entry
    return found


def is_same(one: float | None, other: float | None) -> bool:
    """Whether two ratios or weights say the same; None: nothing said."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SAME * max(abs(one), abs(other))
