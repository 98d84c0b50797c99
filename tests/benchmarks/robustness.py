"""Simulations against AHPy and against bare numpy, and the memory that they take.

100,000 perturbed judgment sets of the EV plant (25 leaves, 13 hosts, 8 participants), ranked, against the same through
AHPy's ``Compare`` at precision 10 (budget: at least 150 times as fast on one thread, 250 on two; AHPy solves 200 sets,
the rest is multiplied). 1,000,000 free weight vectors with data fixed: ranks, ties, central weights, against drawing at
the nodes, product and argsort in bare chunked numpy on one thread (budget: at most 1.3 times as long on one thread, 1.0
on two), with and without hosts that tie. Memory from 100,000 to 10,000,000 samples must stay flat. Each time is the
best of several interleaved rounds, for other work on the machine can only lengthen it. BLAS has one thread throughout:
this process starts itself so. Run by ``python3 installers/dev.py bench robustness``.
"""

import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from itertools import combinations

import ahpy
import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.chunks import CHUNK, random_chunks
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.run import last, steps
from decidr.core.study.study import Study
from tests.benchmarks.edit import group_study

ROUNDS = 7
ASKED_OF_AHPY = 200
JUDGED = Plan(100_000, weights="judged", data="fixed")
FREE = Plan(1_000_000, weights="free", data="fixed")
ONE_BLAS_THREAD = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def all_different(study: Study) -> Study:
    """The study without ties: each figure of the hosts that were copied a little larger."""
    copied = {host.id for host in study.hosts[-3:]}
    return replace(
        study,
        cells=tuple(
            replace(cell, value=cell.value * 1.03) if cell.host in copied and isinstance(cell.value, float) else cell
            for cell in study.cells
        ),
    )


def seconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def simulated(results: Results, plan: Plan, threads: int) -> Robustness:
    """The kernel's answer."""
    return last(steps(results, plan, random_chunks, threads, with_confidence=False), lambda step: None)


def through_ahpy(results: Results, sets: int) -> np.ndarray:
    """Rankings (sets, H) of perturbed judgment sets, each matrix solved by AHPy."""
    rng = np.random.default_rng(1)
    found = []
    for _ in range(sets):
        shares = {"goal": 1.0}
        for parent in results.tree.parents:
            matrix = results.nodes[parent].matrices[0].judgments
            pairs = combinations(range(len(matrix)), 2)
            judgments = {(str(i), str(j)): matrix[i, j] * np.exp(0.2 * rng.standard_normal()) for i, j in pairs}
            local = ahpy.Compare("0", judgments, precision=10, cr=False).local_weights
            for place, child in enumerate(results.tree.children[parent]):
                shares[child] = shares[parent] * local[str(place)]
        weights = np.array([shares[leaf] for leaf in results.leaves])
        found.append(np.argsort(-weights @ results.scores))
    return np.array(found)


def bare_numpy(results: Results, samples: int) -> np.ndarray:
    """How often each host is first (H,): drawing at the nodes, product and argsort, as anybody would write it."""
    rng = np.random.default_rng(1)
    scores, places = results.scores, {leaf: i for i, leaf in enumerate(results.leaves)}
    firsts = np.zeros(len(results.hosts), dtype=np.intp)
    for start in range(0, samples, CHUNK):
        size = min(CHUNK, samples - start)
        weights, shares = np.empty((size, len(places))), {"goal": np.ones(size)}
        for parent in results.tree.parents:
            drawn = rng.standard_exponential((size, len(results.tree.children[parent])))
            drawn *= (shares[parent] / drawn.sum(axis=1))[:, None]
            for child, column in zip(results.tree.children[parent], drawn.T, strict=True):
                if child in places:
                    weights[:, places[child]] = column
                else:
                    shares[child] = column
        order = np.argsort(-(weights @ scores), axis=1)
        firsts += np.bincount(order[:, 0], minlength=len(firsts))
    return firsts


def judged(results: Results) -> None:
    """Perturbed judgment sets against AHPy."""
    theirs, ours = [], {1: [], 2: []}
    for _ in range(ROUNDS):
        theirs.append(seconds(lambda: through_ahpy(results, ASKED_OF_AHPY)) * JUDGED.samples / ASKED_OF_AHPY)
        for threads, times in ours.items():
            times.append(seconds(lambda threads=threads: simulated(results, JUDGED, threads)))
    print(f"{JUDGED.samples:,} perturbed judgment sets, AHPy's Compare ({min(theirs):.0f} s) over ours")
    for (threads, times), budget in zip(ours.items(), (150, 250), strict=True):
        print(f"  {threads} thread(s) {min(times):6.2f} s   ratio {min(theirs) / min(times):6.0f}   budget {budget}")


def free(name: str, results: Results) -> None:
    """Free weight vectors against bare numpy."""
    theirs, ours = [], {1: [], 2: []}
    for _ in range(ROUNDS):
        theirs.append(seconds(lambda: bare_numpy(results, FREE.samples)))
        for threads, times in ours.items():
            times.append(seconds(lambda threads=threads: simulated(results, FREE, threads)))
    print(f"{FREE.samples:,} free weight vectors, {name}, ours over bare numpy ({min(theirs):.2f} s) on one thread")
    for (threads, times), budget in zip(ours.items(), (1.3, 1.0), strict=True):
        print(f"  {threads} thread(s) {min(times):6.2f} s   ratio {min(times) / min(theirs):6.2f}   budget {budget}")


def check(results: Results) -> None:
    """Both say who is first."""
    share = bare_numpy(results, FREE.samples) / FREE.samples
    found = simulated(results, FREE, 2)
    if np.abs(share - found.rank_acceptability[:, 0]).max() > 6 * found.standard_error:
        raise SystemExit("bare numpy puts others first")


def memory(results: Results) -> None:
    """The largest memory at once, by samples."""
    print("memory at its height, free weights on two threads")
    for samples in (100_000, 1_000_000, 10_000_000):
        tracemalloc.start()
        simulated(results, Plan(samples, weights="free", data="fixed"), 2)
        height = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(f"  {samples:>10,} samples  {height / 1e6:6.1f} MB")


def main() -> None:
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        command = [sys.executable, "-m", "tests.benchmarks.robustness"]
        raise SystemExit(subprocess.run(command, env={**os.environ, **ONE_BLAS_THREAD}, check=False).returncode)
    copied = evaluate(group_study())
    results = evaluate(all_different(copied.study))
    check(results)
    judged(results)
    free("all hosts different", results)
    free("three hosts copied, so that they tie in every sample", copied)
    memory(results)


if __name__ == "__main__":
    main()
