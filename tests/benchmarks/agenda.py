"""Agreement and agenda of 200 participants × 60 pairs, against evaluating the study once.

Budgets: half of it where judgments are pooled, one and a half times where priorities are, since then everybody's matrix
is solved again for every pair. Everybody judges six main criteria and the six below each of three; 13 hosts. Run by
``python3 installers/dev.py bench``; prints medians of one run, in turn.
"""

import statistics
import time
from collections.abc import Callable

import numpy as np

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.groups.agenda import agenda
from decidr.core.analysis.groups.agreement import agreement
from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.participants import Participant
from decidr.core.study.study import GroupRule, Settings, Study
from tests.building import judged

MAIN = tuple(f"m{k}" for k in range(6))
TREE = {GOAL: MAIN, **{main: tuple(f"{main}.{k}" for k in range(6)) for main in MAIN[:3]}}
SCALE = (1 / 7, 1 / 5, 1 / 3, 1 / 2, 1.0, 2.0, 3.0, 5.0, 7.0)
ROUNDS = 7
BUDGETS: dict[GroupRule, float] = {"judgments": 0.5, "priorities": 1.5}


def group_study(rule: GroupRule, people: int = 200, hosts: int = 13) -> Study:
    """Answers and data drawn at random, the same each time."""
    rng = np.random.default_rng(1)
    criteria = [(c, under) for under, below in TREE.items() for c in below]
    leaves = [c for c, _ in criteria if c not in TREE]
    persons = [f"p{k}" for k in range(people)]
    return Study(
        criteria=tuple(
            Criterion(id=c, name=c, under=under, **({} if c in TREE else {"worst": 0.0, "best": 1.0}))
            for c, under in criteria
        ),
        hosts=tuple(Host(id=f"h{k}", name=f"h{k}") for k in range(hosts)),
        participants=tuple(Participant(id=who, name=who) for who in persons),
        comparisons=tuple(
            judged(node, items, rng.choice(SCALE, 15).tolist(), who) for who in persons for node, items in TREE.items()
        ),
        cells=tuple(
            Cell(criterion=leaf, host=f"h{k}", value=float(rng.random())) for leaf in leaves for k in range(hosts)
        ),
        settings=Settings(group=rule),
    )


def seconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def measure(rule: GroupRule) -> None:
    """Print both ratios under one rule."""
    study = group_study(rule)
    results = evaluate(study)
    runs: dict[str, Callable[[], object]] = {
        "evaluate": lambda: evaluate(study),
        "agreement": lambda: agreement(results),
        "agenda": lambda: agenda(results),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            times[name].append(seconds(run))
    whole = statistics.median(times["evaluate"])
    print(f"200 participants × 60 pairs, group by {rule}: evaluate {whole * 1e3:.0f} ms")
    for name in ("agreement", "agenda"):
        took = statistics.median(times[name])
        print(f"  {name:10}{took * 1e3:7.0f} ms   ratio {took / whole:6.3f}   budget {BUDGETS[rule]:.3f}")


def main() -> None:
    for rule in BUDGETS:
        measure(rule)


if __name__ == "__main__":
    main()
