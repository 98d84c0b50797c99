"""Who counts at a node, and the local weights that follow (method: Groups, Priorities and consistency)."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import is_
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from decidr.core.ahp.completion import least_squares, smallest_lambda_max
from decidr.core.ahp.consistency import Consistency, consistency
from decidr.core.ahp.group import aggregate_judgments, aggregate_priorities
from decidr.core.ahp.matrix import MIRROR_TOLERANCE, connected_groups, is_complete, reciprocal
from decidr.core.ahp.priorities import eigenvector, geometric_mean, perron
from decidr.core.ahp.random_index import is_beyond_table
from decidr.core.ahp.scales import BREAK_ABOVE_NINE, LIMIT, apply_scale
from decidr.core.analysis.matrices import Booleans, Floats, MatrixResult
from decidr.core.study.criteria import WeightedBy
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Settings

WIDEST = 1e6
"""Ratios beyond this, or below one over it, are refused: nobody means them, and float64 would run out."""

LARGEST_CR = 0.10
"""Above this consistency ratio the answers are said to contradict each other (Saaty)."""


class Node(Struct, frozen=True):
    """A node to be weighted: its id and name, and the ids and names of the n items compared there."""

    id: str
    name: str
    items: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Where its judgments stand."""
        return Place("Judgments", (self.name,))


class Way(NamedTuple):
    """How a node gets its weights in a view; ``agreed``: the study's own entries count, whatever participants say."""

    weighted_by: WeightedBy
    agreed: bool


@cache
def way_of(weighted_by: WeightedBy, agreed: bool) -> Way:
    """The one ``Way`` of these, so that identity tells whether a node's way has changed."""
    return Way(weighted_by, agreed)


class ReadBlock(NamedTuple):
    """One block of judgments with its own matrix, what is wrong with its pairs, and how many of them are outdated."""

    block: Comparisons
    matrix: MatrixResult
    problems: tuple[Problem, ...]
    outdated: int


class NodeResult(Struct, frozen=True):
    """What a node's entries give: ``weights`` (n,) that count, None without; ``own`` are each participant's.

    ``aside`` are those of participants of weight 0, who rank the hosts for themselves alone. ``basis`` are the entries
    it was solved from, compared by identity when a later study comes; ``read`` has each block as it was read under
    ``settings``, for a study in which only some blocks changed.
    """

    node: Node
    basis: tuple[object, ...]
    weights: Floats | None
    own: Mapping[str, Floats] = {}
    matrices: tuple[MatrixResult, ...] = ()
    problems: tuple[Problem, ...] = ()
    read: tuple[ReadBlock, ...] = ()
    settings: Settings | None = None
    aside: Mapping[str, Floats] = {}

    @property
    def voices(self) -> tuple[MatrixResult, ...]:
        """The matrices of the participants who judged pairs here and have weight."""
        return tuple(matrix for matrix in self.matrices if matrix.participant is not None)

    @property
    def group(self) -> MatrixResult | None:
        """The participants' pooled matrix where it gives the weights; None where the study's own entries do."""
        own = [read.matrix for read in self.read if read.block.participant is None]
        pooled = (m for m in self.matrices if m.participant is None and not any(m is mine for mine in own))
        return next(pooled, None)

    def serves(self, node: Node, basis: Sequence[object]) -> bool:
        """Whether the same entries for the same items give this result again."""
        return are_same(basis, self.basis) and node == self.node

    def by(self, participant: str) -> Floats | None:
        """A participant's own weights (n,), whether or not they count for the group; None where he has none."""
        return self.own.get(participant, self.aside.get(participant))


def are_same(parts: Sequence[object], others: Sequence[object]) -> bool:
    """Whether two sequences hold the very same objects."""
    return len(parts) == len(others) and all(map(is_, parts, others))


def only_child(node: Node) -> NodeResult:
    """A node with one item, which has all the weight."""
    return NodeResult(node, (), np.ones(len(node.items)))


def judged_node(
    node: Node,
    blocks: Sequence[Comparisons],
    people: Mapping[str, float],
    agreed: bool,
    settings: Settings,
    earlier: NodeResult | None = None,
) -> NodeResult:
    """Local weights from pairwise judgments: the group's as soon as its pooled pairs connect, else the study's own.

    ``blocks`` are one view's, at most one a person; ``people`` gives the participants' weights. ``agreed``: the study's
    own count, whatever the participants say. ``earlier`` lends the matrices of blocks that are still the same.
    """
    lent = earlier.read if earlier and earlier.node == node and earlier.settings is settings else ()
    same = {id(read.block): read for read in lent}
    blocks_read = tuple(same.get(id(block)) or _read(node, block, settings) for block in blocks)
    solved = [read.matrix for read in blocks_read]
    own = next((m for m in solved if m.participant is None and m.judged), None)
    others = [m for m in solved if m.participant is not None and m.judged]
    voices = [m for m in others if people.get(m.participant or "", 0.0) > 0]
    group = _pooled(node, voices, people, settings) if voices and not (agreed and own) else None
    counts = own if group is None or (group.priorities is None and own) else group
    return NodeResult(
        node,
        (),
        counts.priorities if counts else None,
        _own_priorities(voices),
        (*([counts] if counts else []), *voices),
        (
            *(problem for read in blocks_read for problem in read.problems),
            *_group_problems(node, group, own),
            *_untold(node, counts, counts is group and settings.group != "judgments", settings),
            *_matrix_problems(node, counts, settings),
            *outdated_problems(node, sum(read.outdated for read in blocks_read)),
        ),
        blocks_read,
        settings,
        _own_priorities(m for m in others if not people.get(m.participant or "", 0.0) > 0),
    )


def _read(node: Node, block: Comparisons, settings: Settings) -> ReadBlock:
    items = set(node.items)
    pairs = [pair for pair in block.pairs if pair.first in items and pair.second in items]
    problems = tuple(_pair_problems(node, pairs, settings))
    outdated = sum(pair.status == "outdated" for pair in pairs)
    return ReadBlock(block, _solved(node, block, pairs, settings), problems, outdated)


def _own_priorities(matrices: Iterable[MatrixResult]) -> dict[str, Floats]:
    """Each participant's, where his pairs connect the items."""
    return {m.participant: m.priorities for m in matrices if m.participant and m.priorities is not None}


def _solved(node: Node, block: Comparisons, pairs: Sequence[Judgment], settings: Settings) -> MatrixResult:
    """One person's matrix of these pairs of the node's items, with what follows."""
    index = {item: i for i, item in enumerate(node.items)}
    judged = [(index[p.first], index[p.second], p.value or math.nan, p.status) for p in pairs if _can_be_solved(p)]
    matrix = reciprocal(len(index), [(i, j, value) for i, j, value, _status in judged])
    placeholders = np.zeros(matrix.shape, dtype=bool)
    for i, j, _value, status in judged:
        if status == "placeholder":
            placeholders[i, j] = placeholders[j, i] = True
    return _result(node, block.view, block.participant, matrix, placeholders, settings)


def _can_be_solved(pair: Judgment) -> bool:
    """Whether the pair is judged, and not so wide that float64 has no priorities for it."""
    return pair.value is not None and 1 / WIDEST <= pair.value <= WIDEST


def _result(
    node: Node, view: str, participant: str | None, matrix: Floats, placeholders: Booleans, settings: Settings
) -> MatrixResult:
    n, known = len(matrix), int(np.count_nonzero(~np.isnan(matrix)) - len(matrix)) // 2
    missing = n * (n - 1) // 2 - known
    groups = connected_groups(matrix) if missing else ()
    linked = len(groups) < 2
    priorities, largest = _priorities(matrix, settings) if linked else (None, None)
    return MatrixResult(
        node=node.id,
        view=view,
        participant=participant,
        items=node.items,
        judgments=matrix,
        priorities=priorities,
        consistency=_consistency(matrix, settings, largest) if linked else None,
        placeholders=placeholders,
        judged=known,
        missing=missing,
        unlinked=() if linked else groups,
    )


def _priorities(matrix: Floats, settings: Settings) -> tuple[Floats | None, float | None]:
    """Priorities (n,) of linked judgments (n, n) by the study's method; their largest eigenvalue if it came along.

    None where the scale does not take the judgments, or where they are too wide for any number.
    """
    if settings.scale == "linear" and settings.priorities == "eigenvector" and is_complete(matrix):
        weights, largest = perron(matrix)
        return weights, float(largest)
    try:
        return priorities_of(matrix[None], settings)[0], None
    except ValueError:
        return None, None


def _consistency(matrix: Floats, settings: Settings, largest: float | None) -> Consistency | None:
    """The consistency of linked judgments (n, n); None where they are so wide that it cannot be told."""
    try:
        return consistency(matrix, settings.random_index, largest)
    except ValueError:
        return None


def priorities_of(matrices: Floats, settings: Settings) -> Floats:
    """Priorities (p, n) of linked judgments (p, n, n) by the study's scale, completion and method.

    ValueError where groups are unlinked, and where the scale breaks, see ``is_on_scale``.
    """
    scaled = apply_scale(settings.scale, matrices)
    complete = ~np.isnan(scaled).any(axis=(-2, -1))
    method = geometric_mean if settings.priorities == "geometric mean" else eigenvector
    found = np.empty(scaled.shape[:-1])
    found[complete] = method(scaled[complete])
    if not complete.all():
        found[~complete] = _with_gaps(scaled[~complete], settings)
    return found


def _with_gaps(matrices: Floats, settings: Settings) -> Floats:
    if settings.priorities == "geometric mean":
        return least_squares(matrices).weights
    if settings.completion == "least squares":
        return eigenvector(least_squares(matrices).matrix)
    return eigenvector(np.stack([smallest_lambda_max(matrix).matrix for matrix in matrices]))


def _pooled(
    node: Node, voices: Sequence[MatrixResult], people: Mapping[str, float], settings: Settings
) -> MatrixResult:
    """The group's matrix: pooled judgments (AIJ), or the participants' priorities combined (AIP)."""
    weights = np.array([people[m.participant or ""] for m in voices])
    pooled = aggregate_judgments(np.stack([m.judgments for m in voices]), weights)
    placeholders = np.logical_or.reduce([m.placeholders for m in voices])
    result = _result(node, voices[0].view, None, pooled, placeholders, settings)
    if settings.group == "judgments" or result.unlinked:
        return result
    return replace(result, priorities=_combined(voices, weights, settings), consistency=None)


def _combined(voices: Sequence[MatrixResult], weights: Floats, settings: Settings) -> Floats | None:
    connected = [(m.priorities, w) for m, w in zip(voices, weights, strict=True) if m.priorities is not None]
    if not connected:
        return None
    stack, kept = zip(*connected, strict=True)
    return aggregate_priorities(np.stack(stack), np.array(kept), settings.group == "priorities arithmetic")


def is_on_scale(matrix: Floats, settings: Settings) -> bool:
    """Whether the study's judgment scale takes these judgments; four of them break above 9."""
    return settings.scale not in BREAK_ABOVE_NINE or not (matrix > LIMIT * (1 + MIRROR_TOLERANCE)).any()


def _pair_problems(node: Node, pairs: Iterable[Judgment], settings: Settings) -> Iterator[Problem]:
    """Judgments that cannot count as they are."""
    for pair in pairs:
        if code := _trouble(pair, settings):
            first, second = (node.names[node.items.index(item)] for item in (pair.first, pair.second))
            said = {"first": first, "second": second, "value": f"{pair.value:g}", "scale": settings.scale}
            yield Problem("error", code, Place("Judgments", (node.name, first, second)), said)


def _trouble(pair: Judgment, settings: Settings) -> str:
    """The code of what keeps a judgment from counting; empty where nothing does, or it was not made."""
    if pair.value is None:
        return ""
    if not _can_be_solved(pair):
        return "judgments.too_wide"
    is_wide = max(pair.value, 1 / pair.value) > LIMIT * (1 + MIRROR_TOLERANCE)
    return "judgments.above_nine" if is_wide and settings.scale in BREAK_ABOVE_NINE else ""


def _group_problems(node: Node, group: MatrixResult | None, own: MatrixResult | None) -> Iterator[Problem]:
    if group is not None and group.priorities is None and own is not None:
        yield Problem("notice", "group.unconnected", node.place)


def _untold(node: Node, matrix: MatrixResult | None, is_combined: bool, settings: Settings) -> Iterator[Problem]:
    """Why linked judgments that count give no priorities, where no pair of its own is to blame."""
    if matrix is None or matrix.unlinked or matrix.priorities is not None:
        return
    if is_combined:
        yield Problem("error", "group.none_connects", node.place)
    elif is_on_scale(matrix.judgments, settings):
        yield Problem("error", "judgments.no_priorities", node.place)


def _matrix_problems(node: Node, matrix: MatrixResult | None, settings: Settings) -> Iterator[Problem]:
    if matrix is None or not matrix.judged:
        yield Problem("error", "judgments.none", node.place)
        return
    if matrix.unlinked:
        yield Problem("error", "judgments.unconnected", node.place, {"groups": _groups_said(node, matrix)})
    if is_beyond_table(settings.random_index, len(node.items)):
        said = {"table": settings.random_index, "n": len(node.items)}
        yield Problem("notice", "random_index.beyond_table", node.place, said)
    cr = matrix.consistency.cr if matrix.consistency else None
    if cr is not None and cr > LARGEST_CR:
        yield Problem("warning", "judgments.inconsistent", node.place, {"cr": f"{cr:.2f}"})
    if matrix.placeholder:
        said = {"count": matrix.placeholder, "judged": matrix.judged}
        yield Problem("notice", "judgments.placeholder", node.place, said)


def outdated_problems(node: Node, count: int) -> Iterator[Problem]:
    """That so many of the entries at a node were made for other ends than those of now."""
    if count:
        yield Problem("warning", "judgments.outdated", node.place, {"count": count})


def _groups_said(node: Node, matrix: MatrixResult) -> str:
    return " | ".join(", ".join(node.names[i] for i in group) for group in matrix.unlinked)
