"""What the answer rests on: measured figures, proxies, judgments, placeholders, gaps (method: Evidence)."""

from collections.abc import Mapping, Sequence

import numpy as np

from decidr.core.analysis.matrices import Booleans, Floats, Integers
from decidr.core.analysis.nodes import NodeResult, Way
from decidr.core.analysis.sources import Sources
from decidr.core.study.data import Cell, Evidence, evidence_of
from decidr.core.study.judgments import WeightEntry

KINDS: tuple[Evidence, ...] = ("measured", "proxy", "judged", "placeholder", "missing")


def leaf_evidence(sources: Sources, leaf: str, nodes: Mapping[str, NodeResult]) -> Integers:
    """What each host's score on one leaf rests on: (H,) places in ``KINDS``."""
    cells = [sources.cells.get((leaf, host), ()) for host in sources.hosts]
    if sources.ways_of_scoring[leaf] == "pairwise":
        kinds = [_pairwise_evidence(_own(found), nodes[leaf]) for found in cells]
    else:
        kinds = [_cell_evidence(found) for found in cells]
    return np.array([KINDS.index(kind) for kind in kinds], dtype=np.intp)


def evidence_shares(evidence: Integers, weights: Floats, ranked: Booleans) -> dict[Evidence, float]:
    """How leaf weights (L,) divide among the kinds of ``evidence`` (L, H), over the ``ranked`` hosts (H,); sum 1."""
    counted = evidence[:, ranked]
    hosts = counted.shape[1]
    shares = np.bincount(counted.ravel(), np.repeat(weights / max(1, hosts), hosts), len(KINDS))
    return dict(zip(KINDS, shares.tolist(), strict=True))


def is_placeholder(node: NodeResult) -> bool:
    """Whether all that gives a node its weights is a placeholder: the judgments that count, or the weights given."""
    if node.matrices:
        counts = node.matrices[0]
        return counts.participant is None and 0 < counts.judged == counts.placeholder
    entries = [part for part in node.basis if isinstance(part, WeightEntry)]
    way = next((part for part in node.basis if isinstance(part, Way)), None)
    voices = node.own if way and not way.agreed else {}
    counting = [e for e in entries if (e.participant in voices if voices else e.participant is None)]
    return bool(counting) and all(e.status == "placeholder" for e in counting)


def _cell_evidence(cells: Sequence[Cell]) -> Evidence:
    own = _own(cells)
    given = [cell for cell in cells if cell.participant is not None and cell.value is not None]
    if own is not None and (own.closed or not given):
        return evidence_of(own)
    return evidence_of(given[0]) if given else "missing"


def _pairwise_evidence(own: Cell | None, node: NodeResult) -> Evidence:
    if own is not None and (own.closed or own.status):
        return "judged" if own.closed else own.status or "judged"
    counts = [matrix for matrix in node.matrices if matrix.participant is None]
    return "placeholder" if any(matrix.placeholder for matrix in counts) else "judged"


def _own(cells: Sequence[Cell]) -> Cell | None:
    return next((cell for cell in cells if cell.participant is None), None)
