"""Weights and consistency from the words of the method: matrices, who counts at a node, weights that are given."""

import json
import math
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from decidr.core.study.study import Study

PUBLISHED = Path(__file__).parents[2] / "golden" / "cases.json"
INCOMPLETE = {
    tuple(int(k) for k in key.split(",")): float(value)
    for case in json.loads(PUBLISHED.read_text(encoding="utf-8"))["cases"]
    if case["id"] == "ri_incomplete"
    for key, value in case["structure"]["table"].items()
}
"""Ágoston and Csató's random indices by items and missing pairs, as the published cases have them."""

ALONSO_LAMATA = (0.5247, 0.8816, 1.1086, 1.2479, 1.3417, 1.4057, 1.4499, 1.4854, 1.5140, 1.5365, 1.5551, 1.5713, 1.5838)
SAATY_1980 = (0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)
SAATY_2005 = (0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59)
DONEGAN_DODD = (0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969)
RANDOM_INDEX = {
    "alonso-lamata": ALONSO_LAMATA,
    "saaty 1980": SAATY_1980,
    "saaty 2005": SAATY_2005,
    "donegan-dodd": DONEGAN_DODD,
}
"""From three items on."""

SCALES = {
    "linear": lambda x, n: x,
    "logarithmic": lambda x, n: math.log2(x + 1),
    "root": lambda x, n: math.sqrt(x),
    "inverse linear": lambda x, n: 9 / (10 - x),
    "balanced": lambda x, n: (9 + x) / (11 - x),
    "balanced-n": lambda x, n: _evenly(x, n, 9 / (n + 8)),
    "adaptive balanced": lambda x, n: _evenly(x, n, 0.9),
    "adaptive": lambda x, n: x ** (1 + math.log(n - 1) / math.log(9)),
    "power": lambda x, n: x**2,
    "geometric": lambda x, n: 2 ** (x - 1),
}


def _evenly(x: float, n: int, largest: float) -> float:
    w = 1 / n + (largest - 1 / n) * (x - 1) / 8
    return w * (n - 1) / (1 - w)


class Matrix(NamedTuple):
    """What follows from one matrix; NaN where it is not defined."""

    node: str
    participant: str | None
    priorities: np.ndarray | None
    figures: tuple[float, float, float, float]
    judged: int
    missing: int
    placeholder: int


def eigen(matrix: np.ndarray) -> tuple[float, np.ndarray]:
    values, vectors = np.linalg.eig(matrix)
    k = int(values.real.argmax())
    vector = np.abs(vectors[:, k].real)
    return float(values[k].real), vector / vector.sum()


def log_least_squares(matrix: np.ndarray) -> np.ndarray:
    """Weights with the smallest sum of squares of ln a_ij − ln w_i + ln w_j over the known pairs."""
    n = len(matrix)
    known = [(i, j) for i, j in combinations(range(n), 2) if not np.isnan(matrix[i, j])]
    rows = np.zeros((len(known) + 1, n))
    for k, (i, j) in enumerate(known):
        rows[k, i], rows[k, j] = 1, -1
    rows[-1] = 1
    logs = np.array([*(math.log(matrix[i, j]) for i, j in known), 0.0])
    weights = np.exp(np.linalg.lstsq(rows, logs, rcond=None)[0])
    return weights / weights.sum()


def filled_by(matrix: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return np.where(np.isnan(matrix), weights[:, None] / weights[None, :], matrix)


def lowest(matrix: np.ndarray) -> np.ndarray:
    """The completion of smallest λmax: at the minimum left_i a_ij right_j = left_j a_ji right_i for each gap."""
    gaps = [(i, j) for i, j in combinations(range(len(matrix)), 2) if np.isnan(matrix[i, j])]
    full = filled_by(matrix, log_least_squares(matrix))
    for _ in range(3000):
        right, left = eigen(full)[1], eigen(full.T)[1]
        moved = 0.0
        for i, j in gaps:
            pull = math.log(left[i] * full[i, j] * right[j] / (left[j] * full[j, i] * right[i])) / 2
            moved = max(moved, abs(pull))
            full[i, j] *= math.exp(-pull)
            full[j, i] = 1 / full[i, j]
        if moved < 1e-13:
            break
    return full


def is_linked(matrix: np.ndarray) -> bool:
    n, found, new = len(matrix), {0}, [0]
    while new:
        i = new.pop()
        more = [j for j in range(n) if j not in found and not np.isnan(matrix[i, j])]
        found.update(more)
        new += more
    return len(found) == n


def priorities(matrix: np.ndarray, settings: Any) -> np.ndarray | None:
    if not is_linked(matrix):
        return None
    n = len(matrix)
    if (
        settings.scale in ("inverse linear", "balanced", "balanced-n", "adaptive balanced")
        and np.nanmax(matrix) > 9 + 1e-8
    ):
        return None
    scaled = np.full((n, n), np.nan)
    for i in range(n):
        for j in range(n):
            if not np.isnan(matrix[i, j]):
                x = matrix[i, j]
                scaled[i, j] = SCALES[settings.scale](x, n) if x >= 1 else 1 / SCALES[settings.scale](1 / x, n)
    if settings.priorities == "geometric mean":
        return log_least_squares(scaled)
    if settings.completion == "least squares":
        return eigen(filled_by(scaled, log_least_squares(scaled)))[1]
    return eigen(lowest(scaled))[1]


def figures(matrix: np.ndarray, table: str) -> tuple[float, float, float, float]:
    """λmax, CI, CR and GCI."""
    n = len(matrix)
    if not is_linked(matrix):
        return (math.nan,) * 4
    if n <= 2:
        return float(n), 0.0, 0.0, 0.0
    known = sum(not np.isnan(matrix[i, j]) for i, j in combinations(range(n), 2))
    missing = n * (n - 1) // 2 - known
    largest = eigen(lowest(matrix) if missing else matrix)[0]
    ci = (largest - n) / (n - 1)
    index = RANDOM_INDEX[table][n - 3]
    if missing:
        in_table = (n, missing) in INCOMPLETE
        index *= INCOMPLETE[n, missing] / INCOMPLETE[n, 0] if in_table else 1 - 2 * missing / ((n - 1) * (n - 2))
    none = missing and (index < 0.1 or known <= n)
    w = log_least_squares(matrix)
    squares = [math.log(matrix[i, j] * w[j] / w[i]) ** 2 for i, j in combinations(range(n), 2) if matrix[i, j] > 0]
    gci = sum(squares) / (known - (n - 1)) if known > n - 1 else 0.0
    return largest, ci, math.nan if none else ci / index, gci


# who counts at a node


class Weighted(NamedTuple):
    weights: np.ndarray | None
    own: dict[str, np.ndarray]
    matrices: list[Matrix]


def _matrix_of(block: Any, items: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    matrix, placeholders = np.full((len(items),) * 2, np.nan), np.zeros((len(items),) * 2, dtype=bool)
    np.fill_diagonal(matrix, 1.0)
    for pair in block.pairs:
        if pair.value is not None and pair.first in items and pair.second in items:
            i, j = items.index(pair.first), items.index(pair.second)
            matrix[i, j], matrix[j, i] = pair.value, 1 / pair.value
            placeholders[i, j] = placeholders[j, i] = pair.status == "placeholder"
    return matrix, placeholders


def _told(node: str, person: str | None, matrix: np.ndarray, placeholders: np.ndarray, settings: Any) -> Matrix:
    n = len(matrix)
    known = sum(not np.isnan(matrix[i, j]) for i, j in combinations(range(n), 2))
    marked = sum(bool(placeholders[i, j]) for i, j in combinations(range(n), 2))
    found = priorities(matrix, settings)
    return Matrix(node, person, found, figures(matrix, settings.random_index), known, n * (n - 1) // 2 - known, marked)


def judged(study: Study, view: str, node: str, items: Sequence[str], agreed: bool) -> Weighted:
    settings = study.settings
    for place in (view, settings.base_view):
        blocks = {b.participant: b for b in study.comparisons if (b.under, b.view) == (node, place)}
        matrices = {p: _matrix_of(b, items) for p, b in blocks.items()}
        matrices = {p: m for p, m in matrices.items() if (~np.isnan(m[0])).sum() > len(items)}
        if matrices:
            break
    else:
        return Weighted(None, {}, [])
    own = matrices.pop(None, None)
    everyone = {p.id: p.weight for p in study.participants}
    told = {p: _told(node, p, *m, settings) for p, m in matrices.items()}
    voices = {p: m for p, m in matrices.items() if everyone[p] > 0}
    mine = {p: t.priorities for p, t in told.items() if t.priorities is not None}
    group = _group(node, items, voices, told, everyone, settings) if voices else None
    study_own = _told(node, None, *own, settings) if own else None
    counts = group if group and group.priorities is not None and not (agreed and own) else study_own or group
    listed = [told[p] for p in voices]
    return Weighted(counts.priorities if counts else None, mine, [*([counts] if counts else []), *listed])


def _group(node: str, items: Sequence[str], voices: Any, told: Any, everyone: Any, settings: Any) -> Matrix:
    n = len(items)
    pooled, marked = np.full((n, n), np.nan), np.zeros((n, n), dtype=bool)
    np.fill_diagonal(pooled, 1.0)
    for i, j in combinations(range(n), 2):
        said = [(everyone[p], math.log(m[i, j]), h[i, j]) for p, (m, h) in voices.items() if not np.isnan(m[i, j])]
        if said:
            mean = sum(w * x for w, x, _ in said) / sum(w for w, _, _ in said)
            pooled[i, j], pooled[j, i] = math.exp(mean), math.exp(-mean)
            marked[i, j] = marked[j, i] = any(h for _, _, h in said)
    result = _told(node, None, pooled, marked, settings)
    if settings.group == "judgments" or result.priorities is None:
        return result
    counted = [(everyone[p], told[p].priorities) for p in voices if told[p].priorities is not None]
    if not counted:
        return result._replace(priorities=None, figures=(math.nan,) * 4)
    return result._replace(priorities=_mean_priorities(counted, settings.group), figures=(math.nan,) * 4)


def _mean_priorities(counted: Sequence[tuple[float, np.ndarray]], rule: str) -> np.ndarray:
    total = sum(w for w, _ in counted)
    if rule == "priorities arithmetic":
        mean = sum(w / total * v for w, v in counted)
    else:
        mean = np.array([math.prod(v[k] ** (w / total) for w, v in counted) for k in range(len(counted[0][1]))])
    return mean / mean.sum()


def given(study: Study, view: str, items: Sequence[str], way: str, agreed: bool) -> Weighted:
    for place in (view, study.settings.base_view):
        entries = [
            e
            for e in study.weights
            if e.view == place and e.criterion in items and e.way == way and e.weight is not None
        ]
        if entries:
            break
    else:
        return Weighted(None, {}, [])
    everyone = {p.id: p.weight for p in study.participants}
    said: dict[str | None, list[float]] = {}
    for person in dict.fromkeys(e.participant for e in entries):
        by_item = {e.criterion: e.weight for e in entries if e.participant == person}
        if all(item in by_item for item in items):
            said[person] = [by_item[item] for item in items]
    shares = {p: _shares(way, values) for p, values in said.items()}
    own = shares.pop(None, None)
    counted = [(everyone[p], s) for p, s in shares.items() if everyone[p] > 0]
    weights = own if not counted or agreed else _mean_priorities(counted, study.settings.group)
    return Weighted(weights, shares, [])


def _shares(way: str, values: Sequence[float]) -> np.ndarray:
    if way != "ranks":
        return np.array(values) / sum(values)
    n = len(values)
    places = [sum(1 / k for k in range(i, n + 1)) / n for i in range(1, n + 1)]
    in_order = sorted(range(n), key=lambda i: values[i])
    return np.array([np.mean([places[k] for k, i in enumerate(in_order) if values[i] == v]) for v in values])
