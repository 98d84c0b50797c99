"""What a participant is asked: the pairs of his nodes, and the numbers of nodes that are not weighted in pairs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from decidr.core.analysis.sources import alternatives, way_of_scoring
from decidr.core.study.criteria import Criterion, WeightedBy
from decidr.core.study.study import Study
from decidr.core.study.tree import Tree, counted_tree
from decidr.formats.workbook_weighting import weighted_by


@dataclass(frozen=True)
class Question:
    """One row to fill in: a pair at a node, or (``second`` None) the weight of one child; ids."""

    number: int
    node: str
    first: str
    second: str | None = None


@dataclass(frozen=True)
class Block:
    """All that is asked at one node; ``compares_hosts`` where it is a leaf."""

    node: str
    way: WeightedBy
    compares_hosts: bool
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Asking:
    """One study in one view, as far as people are asked about it."""

    study: Study
    view: str
    tree: Tree
    criteria: Mapping[str, Criterion]
    hosts: tuple[str, ...]

    def blocks(self, participant: str) -> tuple[Block, ...]:
        """What a participant is asked, in the tree's order and numbered through; empty where his roles leave nothing.

        Only what counts in the view is asked: no dormant criterion or host, no leaf that the view leaves out.
        """
        roles = {role.under for role in self.study.roles if role.participant == participant}
        found: list[Block] = []
        start = 1
        for node in self.tree.nodes:
            if not roles or node in roles:
                block = self._block(node, start)
                found += [block] if block.questions else []
                start += len(block.questions)
        return tuple(found)

    def _block(self, node: str, start: int) -> Block:
        if node not in self.tree.children:
            is_judged = way_of_scoring(self.study, self.criteria[node]) == "pairwise"
            return Block(node, "judgments", True, _pairs(node, self.hosts if is_judged else (), start))
        children = self.tree.children[node]
        way = weighted_by(self.study.nodes, node, self.view)
        ask = _pairs if way == "judgments" else _numbers
        return Block(node, way, False, ask(node, children, start))


def asking(study: Study, view: str | None = None) -> Asking:
    """What can be asked about a study in a view (None: the base view)."""
    view = view or study.settings.base_view
    seen = next(v for v in study.views if v.id == view)
    tree = counted_tree(study.criteria, seen)
    return Asking(study, view, tree, {c.id: c for c in study.criteria}, alternatives(study.hosts))


def _pairs(node: str, items: Sequence[str], start: int) -> tuple[Question, ...]:
    return tuple(Question(start + i, node, *pair) for i, pair in enumerate(combinations(items, 2)))


def _numbers(node: str, items: Sequence[str], start: int) -> tuple[Question, ...]:
    """An only child needs no weight."""
    return tuple(Question(start + i, node, item) for i, item in enumerate(items)) if len(items) > 1 else ()


def questions_of(blocks: Sequence[Block]) -> Iterator[Question]:
    """Every row of several blocks."""
    for block in blocks:
        yield from block.questions
