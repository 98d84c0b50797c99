"""One judgment edited -> all results, against AHPy's ``Compose`` solving the tree once (budget: at most 1/10).

The study: the EV plant with 13 hosts and 8 participants who judge everything; AHPy solves the same tree with its hosts
compared in pairs, without participants. Run by ``python3 installers/dev.py bench``; prints medians of one run, in turn.
"""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import combinations

import ahpy
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import add_host, set_cell, set_judgment
from decidr.core.study.judgments import Comparisons
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.formats.templates import load_template

ROUNDS = 200
SCALE = (1 / 5, 1 / 4, 1 / 3, 1 / 2, 1.0, 2.0, 3.0, 4.0, 5.0)


def group_study(hosts: int = 13, people: int = 8) -> Study:
    """The EV plant with more hosts, and participants with judgments of their own at every node."""
    draw = random.Random(1)
    study = load_template("ev-plant")
    for number in range(hosts - len(study.hosts)):
        study = add_host(study, f"Host {number}")
        for cell in [c for c in study.cells if c.host == study.hosts[number].id]:
            study = set_cell(study, cell.criterion, study.hosts[-1].id, value=cell.value)
    persons = tuple(Participant(id=f"p{i}", name=f"Participant {i}") for i in range(people))
    base = [b for b in study.comparisons if b.view == study.settings.base_view]
    own = [_judged_by(block, person.id, draw) for person in persons for block in base]
    return replace(study, participants=persons, comparisons=(*study.comparisons, *own))


def _judged_by(block: Comparisons, person: str, draw: random.Random) -> Comparisons:
    pairs = tuple(replace(pair, value=draw.choice(SCALE), status="judged") for pair in block.pairs)
    return replace(block, participant=person, pairs=pairs)


def edits(study: Study) -> list[Study]:
    """The study after each of many edits of one participant's judgment."""
    first, second = [c.id for c in study.criteria if c.under == GOAL][:2]
    values = [2.0 + (number % 7) for number in range(ROUNDS)]
    view, steps = study.settings.base_view, [study]
    for value in values:
        steps.append(
            set_judgment(steps[-1], under=GOAL, view=view, participant="p0", first=first, second=second, value=value)
        )
    return steps[1:]


def compose_by_ahpy(study: Study) -> Callable[[], object]:
    """AHPy solving the tree of the base view once, at precision 10, the hosts compared in pairs on each leaf."""
    blocks = [b for b in study.comparisons if b.view == study.settings.base_view and b.participant is None]
    results = evaluate(study)

    def solve() -> object:
        compose = ahpy.Compose()
        for block in blocks:
            judgments = {(p.first, p.second): p.value for p in block.pairs}
            compose.add_comparisons(block.under, judgments, precision=10)
        for leaf, row in zip(results.leaves, results.raw_scores, strict=True):
            compose.add_comparisons(leaf, _host_pairs(results.hosts, row.tolist()), precision=10)
        compose.add_hierarchy(dict(results.tree.children))
        return compose.report(GOAL)

    return solve


def _host_pairs(hosts: Sequence[str], scores: Sequence[float]) -> dict[tuple[str, str], float]:
    """Each pair of hosts as a ratio of their scores, between 1/9 and 9."""
    levels = [1 + 8 * score for score in scores]
    return {(hosts[a], hosts[b]): levels[a] / levels[b] for a, b in combinations(range(len(hosts)), 2)}


def milliseconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    study = group_study()
    compose = compose_by_ahpy(study)
    results: Results = evaluate(study)
    ours, theirs = [], []
    for step in edits(study):
        theirs.append(milliseconds(compose))
        earlier = results
        start = time.perf_counter()
        results = evaluate(step, earlier=earlier)
        ours.append((time.perf_counter() - start) * 1e3)
    ratio = statistics.median(ours) / statistics.median(theirs)
    print("one judgment edited -> all results (25 leaves, 13 hosts, 8 participants)")
    print(f"  decidr {statistics.median(ours):7.2f} ms   AHPy Compose {statistics.median(theirs):7.2f} ms")
    print(f"  ratio  {ratio:7.3f}      budget 0.100")


if __name__ == "__main__":
    main()
