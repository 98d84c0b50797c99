"""A study for judging: four criteria, one with leaves, one leaf whose hosts are compared; every id is its name."""

from __future__ import annotations

from collections.abc import Iterable

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons
from decidr.core.study.participants import Participant
from decidr.core.study.study import Settings, Study
from decidr.core.study.views import View
from decidr.gui.models.weights.node_judgments import NodeJudgments, node_judgments
from tests.building import judged

TOPS = ("Data", "IP", "Influence", "Backlash")
LEAVES = ("Law", "Prices")
HOSTS = ("Spain", "Canada", "Brazil")
NEUTRAL, INVESTOR = "neutral", "investor"

DATA_OVER_IP = ("Data", "IP")


def judging_study(
    goal: Iterable[str | float | None] = (3, 2, 1, 1, "1/4", "1/2"), *more: Comparisons, **settings: object
) -> Study:
    """The goal's six pairs row by row (None: not judged); ``more`` blocks join or replace the others."""
    criteria = [Criterion(id=top, name=top, scored_by="data", worst=0.0, best=10.0, unit="points") for top in TOPS]
    criteria[3] = Criterion(id="Backlash", name="Backlash")
    criteria += [
        Criterion(id="Law", name="Law", under="Backlash", scored_by="data", worst=0.0, best=5000.0, unit="cases"),
        Criterion(id="Prices", name="Prices", under="Backlash", scored_by="pairwise"),
    ]
    standing = [
        judged(GOAL, TOPS, goal, view=NEUTRAL),
        judged("Backlash", LEAVES, [2], view=NEUTRAL),
        judged("Prices", HOSTS, [2, None, 3], view=NEUTRAL),
    ]
    new = {(block.under, block.view, block.participant) for block in more}
    kept = [block for block in standing if (block.under, block.view, block.participant) not in new]
    return Study(
        title="Plant",
        criteria=tuple(criteria),
        hosts=tuple(Host(id=host, name=host) for host in HOSTS),
        participants=(Participant(id="Ann", name="Ann"), Participant(id="Bob", name="Bob")),
        views=(View(id=NEUTRAL, name=NEUTRAL), View(id=INVESTOR, name=INVESTOR)),
        comparisons=tuple(block for block in (*kept, *more) if any(p.value is not None for p in block.pairs)),
        settings=Settings(base_view=NEUTRAL, **settings),  # type: ignore[arg-type]
    )


def seen(study: Study, node: str = GOAL, view: str = NEUTRAL) -> NodeJudgments:
    """What is judged at a node, seen in a view."""
    return node_judgments(evaluate(study, view), node)
