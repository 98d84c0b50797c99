"""What is judged at one node, as one view sees it: the one reading behind the matrix, the questions and their cards."""

from __future__ import annotations

from functools import cached_property
from itertools import combinations
from typing import Literal

import numpy as np
from msgspec import Struct

from decidr.core.ahp.consensus import consensus
from decidr.core.ahp.matrix import reciprocal
from decidr.core.analysis.matrices import Booleans, Floats, MatrixResult
from decidr.core.analysis.nodes import Node, NodeResult
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import WeightedBy
from decidr.core.study.edits import comparisons_at
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.participants import Participant

Whose = Literal["own", "base", "group", "person"]
Pair = tuple[str, str]

Voice = str | None
"""Whose judgments are asked for: a participant's (an id), the study's own (``OWN``), or what counts (None)."""

OWN = ""


class NodeJudgments(Struct, frozen=True, dict=True):
    """The judgments shown at a node: the study's own, those lent by the base view, the group's, or one person's.

    ``view`` is the one that they belong to, and where edits go, as those of ``participant`` (None: the study's own);
    ``whose`` tells why they are shown. ``judgments`` and ``placeholders`` are (n, n) in the order of ``node.items``,
    NaN where nobody judged. ``matrix`` is what was solved from them, None where nothing was; ``place`` its index in
    ``Results.matrices``, None where it has none. ``way`` is how the node gets its weights, ``weights`` (n,) what
    follows from these judgments. ``people`` judged here; ``group_counts`` tells whether the node rests on their
    answers, ``is_agreed`` that it was said not to, and ``consensus`` how far those with weights of their own agree
    (S*, None for fewer than two).
    """

    node: Node
    compares_hosts: bool
    view: str
    whose: Whose
    way: WeightedBy
    judgments: Floats
    placeholders: Booleans
    weights: Floats | None
    matrix: MatrixResult | None
    place: int | None
    people: int
    group_counts: bool
    is_agreed: bool
    consensus: float | None
    block: Comparisons | None
    participant: Participant | None = None

    @property
    def is_editable(self) -> bool:
        """Whether the user may change them here; the group's answers belong to its members."""
        return self.whose != "group"

    @property
    def counts(self) -> bool:
        """Whether the node's weights rest on judgments."""
        return self.way == "judgments"

    @property
    def is_aside(self) -> bool:
        """Whether these are the study's own while the people's answers count."""
        return self.group_counts and self.participant is None and self.whose != "group"

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair of items, row by row of the upper half."""
        return tuple(combinations(self.node.items, 2))

    @cached_property
    def judged(self) -> int:
        """How many pairs have a value."""
        return int(np.count_nonzero(~np.isnan(self.judgments)) - len(self.judgments)) // 2

    @property
    def pair_count(self) -> int:
        """How many pairs there are."""
        return len(self.node.items) * (len(self.node.items) - 1) // 2

    @property
    def is_complete(self) -> bool:
        """Whether no pair is missing."""
        return self.judged == self.pair_count

    @cached_property
    def placeholder_count(self) -> int:
        """How many judged pairs are placeholders."""
        return int(np.count_nonzero(self.placeholders)) // 2

    def value(self, first: str, second: str) -> float | None:
        """How many times ``first`` is preferred to ``second``."""
        value = float(self.judgments[self.index(first), self.index(second)])
        return None if np.isnan(value) else value

    def is_placeholder(self, first: str, second: str) -> bool:
        """Whether the pair's value stands in for a judgment."""
        return bool(self.placeholders[self.index(first), self.index(second)])

    def judgment(self, first: str, second: str) -> Judgment | None:
        """The entry of a pair, in the order in which it was first judged."""
        return self._entries.get(frozenset((first, second)))

    def index(self, item: str) -> int:
        """An item's place; KeyError for one that is not compared here."""
        return self._places[item]

    def name(self, item: str) -> str:
        """An item's name."""
        return self.node.names[self.index(item)]

    @cached_property
    def _places(self) -> dict[str, int]:
        return {item: place for place, item in enumerate(self.node.items)}

    @cached_property
    def _entries(self) -> dict[frozenset[str], Judgment]:
        return {frozenset((p.first, p.second)): p for p in (self.block.pairs if self.block else ())}


def nodes_to_judge(results: Results) -> tuple[str, ...]:
    """The goal, criteria with at least two counted children, and leaves whose hosts are compared."""
    return tuple(node for node, result in results.nodes.items() if len(result.node.items) >= 2)


def node_judgments(results: Results, node: str, voice: Voice = None) -> NodeJudgments:
    """What is judged at ``node`` in the results' view; KeyError if the view does not count the node."""
    result = results.nodes[node]
    counting = next((m for m in result.matrices if m.participant is None), None)
    group_counts = counting is not None and all(counting is not read.matrix for read in result.read)
    person = next((p for p in results.study.participants if p.id == voice), None)
    is_counting = voice is None or (voice == OWN and not group_counts)
    matrix = counting if is_counting else _solved_for(result, voice or None)
    view = matrix.view if matrix else _view_of_entries(results, result)
    block = comparisons_at(results.study, node, view, voice or None)
    judgments, placeholders = (matrix.judgments, matrix.placeholders) if matrix else _kept(result.node, block)
    whose: Whose = "own" if view == results.view else "base"
    if person or (group_counts and voice is None):
        whose = "person" if person else "group"
    return NodeJudgments(
        node=result.node,
        compares_hosts=node in results.tree.leaves,
        view=view,
        whose=whose,
        way=way_at(results, node),
        judgments=judgments,
        placeholders=placeholders,
        weights=result.weights if is_counting else matrix.priorities if matrix else None,
        matrix=matrix,
        place=next((i for i, m in enumerate(results.matrices) if m is matrix), None),
        people=sum(m.participant is not None for m in result.matrices),
        group_counts=group_counts,
        is_agreed=any(s.agreed for s in results.study.nodes if s.under == node and s.view in (None, results.view)),
        consensus=consensus(np.stack([*result.own.values()])) if result.own else None,
        block=block,
        participant=person,
    )


def _solved_for(result: NodeResult, participant: str | None) -> MatrixResult | None:
    """What was solved from one person's own judgments."""
    return next((r.matrix for r in result.read if r.block.participant == participant and r.matrix.judged), None)


def way_at(results: Results, node: str) -> WeightedBy:
    """How a node gets its weights in the results' view."""
    if node not in results.tree.children:
        return "judgments"
    said = {s.view: s.weighted_by for s in results.study.nodes if s.under == node and s.weighted_by}
    return said.get(results.view) or said.get(None) or "judgments"


def _view_of_entries(results: Results, result: NodeResult) -> str:
    """The view that entries belong to where there is no matrix: that of the others' judgments, else of the own."""
    if result.read:
        return result.read[0].block.view
    block = comparisons_at(results.study, result.node.id, results.view)
    return results.view if block else results.study.settings.base_view


def _kept(node: Node, block: Comparisons | None) -> tuple[Floats, Booleans]:
    """The study's own judgments as a matrix, where they do not count."""
    index = {item: i for i, item in enumerate(node.items)}
    pairs = [p for p in (block.pairs if block else ()) if p.first in index and p.second in index]
    known = [(index[p.first], index[p.second], p.value) for p in pairs if p.value is not None]
    placeholders = np.zeros((len(index), len(index)), dtype=bool)
    for pair in pairs:
        if pair.status == "placeholder" and pair.value is not None:
            i, j = index[pair.first], index[pair.second]
            placeholders[i, j] = placeholders[j, i] = True
    return reciprocal(len(index), known), placeholders
