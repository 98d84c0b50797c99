"""The run: chunks of samples become a growing answer, in their order, on one thread or several."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import NamedTuple, TypeVar

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from decidr.core.analysis.matrices import Booleans, Floats, Integers
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.chunks import REPLICATES, Chunk
from decidr.core.analysis.robustness.obstacles import obstacles
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.perturbed import Draw
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.points import Rehearsal
from decidr.core.analysis.robustness.score_draws import ScoreDraws
from decidr.core.analysis.robustness.tally import Tally, first_shares, tally
from decidr.core.analysis.robustness.weight_draws import weight_draws
from decidr.core.study.problems import Refused

MOST_KEPT = 100_000
"""Totals kept of each host for quantiles, so that memory does not grow with the samples."""

AT_ONCE = 512
"""Samples of which all totals at all central weights are held at once."""

MOST_THREADS = 8
"""Chunks of one scrambled sequence are 16 apart, so no two of them are drawn at once."""

Chunks = Callable[[Plan, int], Iterator[Chunk]]
Done = TypeVar("Done")


class Step(NamedTuple):
    """How far a simulation is (a share of 1), and what it tells by now."""

    share: float
    robustness: Robustness


Steps = Generator[Step, None, None]


class Model(Struct, frozen=True):
    """A study ready to be drawn: leaf weights, scores, and which hosts (H) are ranked (R of them) and can lead (R,)."""

    plan: Plan
    hosts: tuple[str, ...]
    leaves: tuple[str, ...]
    weights: Draw
    scores: ScoreDraws
    ranked: Integers
    can_lead: Booleans
    dimensions: int


def model_of(results: Results, plan: Plan) -> Model:
    """The study of ``results``, of which nothing may stand in the way (see ``obstacles``)."""
    weights, scores = weight_draws(results, plan), ScoreDraws(results, plan)
    ranked = np.flatnonzero([reason is None for reason in results.failed])
    rehearsal = Rehearsal()
    scores.draw(rehearsal)
    weights(rehearsal)
    return Model(
        plan,
        tuple(results.hosts[h] for h in ranked),
        results.leaves,
        weights,
        scores,
        ranked,
        _can_lead(results)[ranked],
        rehearsal.dimensions,
    )


def _can_lead(results: Results) -> Booleans:
    """Hosts (H,) that lack at most a quarter of today's weight; everybody where today there is none to lack."""
    has_weights = not np.isnan([*results.local.values()]).any()
    return results.eligible if has_weights else np.ones(len(results.hosts), dtype=bool)


def steps(results: Results, plan: Plan, chunks: Chunks, threads: int = 1, with_confidence: bool = True) -> Steps:
    """The answer after each chunk, the last one with the confidence factors if they are asked for.

    Refused, before the first step, where something stands in the way (see ``obstacles``).
    """
    if problems := obstacles(results, plan):
        raise Refused(problems)
    return _run(model_of(results, plan), chunks, threads, with_confidence)


def last(all_: Steps, watch: Callable[[Step], object]) -> Robustness:
    """The answer of the last step; ``watch`` is told each, and the run is stopped if it raises."""
    with closing(all_):
        step = next(all_)
        watch(step)
        for step in all_:
            watch(step)
    return step.robustness


def _run(model: Model, chunks: Chunks, threads: int, with_confidence: bool) -> Steps:
    grown = _Growing(model)
    passes = 2 if with_confidence and model.scores.vary else 1
    for drawn in _in_order(partial(_drawn, model), chunks(model.plan, model.dimensions), threads):
        grown.add(drawn)
        yield Step(grown.tally.samples / model.plan.samples / passes, grown.robustness())
    if with_confidence:
        yield from _with_confidence(model, grown.robustness(), chunks, threads)


class _Drawn(NamedTuple):
    """What one chunk gives: its tally, the replicate it belongs to, and the totals that are kept of it."""

    tally: Tally
    replicate: int
    kept: Floats


def _drawn(model: Model, chunk: Chunk) -> _Drawn:
    scores = model.scores.draw(chunk.data)
    weights = model.weights(chunk.weights)
    totals = model.scores.totals(weights, scores)[model.ranked]
    every = _kept_one_in(model.plan)
    kept = totals[:, -chunk.start % every :: every].copy()
    return _Drawn(tally(totals, weights, model.can_lead), chunk.replicate, kept)


def _kept_one_in(plan: Plan) -> int:
    return -(-plan.samples // MOST_KEPT)


class _Growing:
    """The sum of the chunks so far; what was handed out is not touched again."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.tally = Tally.empty(len(model.hosts), len(model.leaves))
        self._replicates = [self.tally] * (REPLICATES if model.plan.sampling == "sobol" else 0)
        self._kept = np.empty((len(model.hosts), -(-model.plan.samples // _kept_one_in(model.plan))))
        self._filled = 0

    def add(self, drawn: _Drawn) -> None:
        """Take the next chunk in."""
        self.tally = self.tally.and_(drawn.tally)
        if self._replicates:
            self._replicates[drawn.replicate] = self._replicates[drawn.replicate].and_(drawn.tally)
        start, self._filled = self._filled, self._filled + drawn.kept.shape[1]
        self._kept[:, start : self._filled] = drawn.kept

    def robustness(self) -> Robustness:
        """The answer by now."""
        model, kept = self._model, self._kept[:, : self._filled]
        return Robustness(model.plan, model.hosts, model.leaves, self.tally, tuple(self._replicates), kept)


def _with_confidence(model: Model, found: Robustness, chunks: Chunks, threads: int) -> Iterator[Step]:
    """The data drawn once more, now at each host's central weights."""
    asked = np.flatnonzero(model.can_lead & (found.tally.ranks[:, 0] > 0))
    weights = found.central_weights[asked]
    if not model.scores.vary:
        firsts = _firsts_at(model, asked, weights, model.scores.draw(Rehearsal()))
        yield Step(1.0, replace(found, confidence=_confidence(found, asked, firsts)))
        return
    firsts, samples = np.zeros(len(asked)), 0

    def at_central(chunk: Chunk) -> tuple[Floats, int]:
        drawn = model.scores.draw(chunk.data)
        return _firsts_at(model, asked, weights, drawn), drawn.shape[1]

    for more, size in _in_order(at_central, chunks(model.plan, model.dimensions), threads):
        firsts, samples = firsts + more, samples + size
        is_last = samples == model.plan.samples
        share = 0.5 + samples / model.plan.samples / 2
        yield Step(share, replace(found, confidence=_confidence(found, asked, firsts / samples)) if is_last else found)


def _confidence(found: Robustness, asked: Integers, shares: Floats) -> Floats:
    confidence = np.full(len(found.hosts), np.nan)
    confidence[asked] = shares
    return confidence


def _firsts_at(model: Model, asked: Integers, weights: Floats, drawn: Floats) -> Floats:
    """How often each host ``asked`` (K,) is first of those that can lead, at its own weights (K, L)."""
    firsts = np.zeros(len(asked))
    own = np.searchsorted(np.flatnonzero(model.can_lead), asked)
    for start in range(0, drawn.shape[1], AT_ONCE):
        totals = model.scores.totals_at(weights, drawn[:, start : start + AT_ONCE])[:, model.ranked[model.can_lead]]
        firsts += [float(first_shares(totals[k])[host].sum()) for k, host in enumerate(own)]
    return firsts


def _in_order(work: Callable[[Chunk], Done], chunks: Iterable[Chunk], threads: int) -> Iterator[Done]:
    """The work on each chunk, on several threads ahead of whoever takes it; stopping stops them after their chunk."""
    if threads < 2:
        yield from map(work, chunks)
        return
    pool = ThreadPoolExecutor(min(threads, MOST_THREADS), thread_name_prefix="decidr simulation")
    waiting: deque[Future[Done]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(work, chunk))
            if len(waiting) > min(threads, MOST_THREADS):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
