"""Judgments gathered from the rows and matrices of a workbook, each pair once."""

from dataclasses import dataclass, field

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.problems import Place
from decidr.core.study.tree import children_of
from decidr.formats.workbook_structure import Names
from decidr.formats.workbook_tables import Trouble

MIRROR_TOLERANCE = 0.01
"""Two statements of one pair are the same if their product is within this of 1."""

Key = tuple[str, str, str | None]
"""Node, view and participant (ids)."""


@dataclass
class JudgmentBook:
    """Judgments by node, view and participant; ``add`` tells contradictions with both places."""

    criteria: tuple[Criterion, ...]
    hosts: tuple[str, ...]
    names: Names
    trouble: Trouble
    blocks: dict[Key, dict[frozenset[str], Judgment]] = field(default_factory=dict)
    places: dict[tuple[Key, frozenset[str]], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.children = children_of(self.criteria)

    def items_at(self, node: str) -> tuple[str, ...]:
        """What is compared at a node: its children, or the hosts at a leaf."""
        return self.children.get(node, () if node == GOAL else self.hosts)

    def add(self, key: Key, judgment: Judgment, address: str) -> None:
        """Take one judgment; a pair given twice must say the same."""
        pair = frozenset((judgment.first, judgment.second))
        block = self.blocks.setdefault(key, {})
        earlier = block.get(pair)
        self._remember(key, judgment, address)
        if earlier is None or (earlier.value is None and judgment.value is not None):
            block[pair] = judgment
        elif judgment.value is not None and not _says_the_same(earlier, judgment):
            other = self.places[key, pair]
            self.trouble.error("judgments.contradiction", address, pair=self._said(judgment), other=other)

    def comparisons(self) -> tuple[Comparisons, ...]:
        """One block a node, view and participant."""
        return tuple(
            Comparisons(under=under, view=view, participant=participant, pairs=tuple(block.values()))
            for (under, view, participant), block in self.blocks.items()
            if block
        )

    def _remember(self, key: Key, judgment: Judgment, address: str) -> None:
        self.places.setdefault((key, frozenset((judgment.first, judgment.second))), address)
        node = self.names.criteria.names[key[0]]
        first, second = (self._name(item) for item in (judgment.first, judgment.second))
        self.trouble.addresses.setdefault(Place("Judgments", (node,)), address)
        self.trouble.addresses.setdefault(Place("Judgments", (node, first, second)), address)

    def _said(self, judgment: Judgment) -> str:
        return f"{self._name(judgment.first)} – {self._name(judgment.second)}"

    def _name(self, item: str) -> str:
        return self.names.criteria.names.get(item) or self.names.hosts.names[item]


def _says_the_same(one: Judgment, other: Judgment) -> bool:
    turned = other if other.first == one.first else replace(other, value=1 / (other.value or 1))
    return abs((turned.value or 0) / (one.value or 1) - 1) <= MIRROR_TOLERANCE
