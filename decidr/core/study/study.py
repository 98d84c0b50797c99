"""The study: everything the consultant owns, as one immutable value."""

from typing import Literal

from decidr.core.study.criteria import GOAL, Criterion, Level
from decidr.core.study.data import Cell, CostItem, Rate
from decidr.core.study.hosts import Host
from decidr.core.study.imports import ImportMapping
from decidr.core.study.judgments import Comparisons, NodeSetting, WeightEntry
from decidr.core.study.part import Part
from decidr.core.study.participants import Participant, Role
from decidr.core.study.scenarios import Scenario, ScenarioSet
from decidr.core.study.views import View

Priorities = Literal["eigenvector", "geometric mean"]
Synthesis = Literal["absolute", "distributive", "ideal"]
RandomIndex = Literal["saaty 2005", "saaty 1980", "donegan-dodd", "alonso-lamata"]
Completion = Literal["least squares", "smallest lambda-max"]
Scale = Literal[
    "linear",
    "logarithmic",
    "root",
    "inverse linear",
    "balanced",
    "balanced-n",
    "adaptive balanced",
    "adaptive",
    "power",
    "geometric",
]
GroupRule = Literal["judgments", "priorities", "priorities arithmetic"]
GroupFigure = Literal["best", "mean"]
Sampling = Literal["random", "sobol"]
WeightSampling = Literal["judged", "free", "free-leaves", "bounded", "ordered"]
DataSampling = Literal["fixed", "uncertain"]

BASE = "base"
"""Id of the view that a study without named views has."""


class Settings(Part, frozen=True):
    """Every choice that can move a number; ``synthesis`` None: absolute, or distributive if every leaf is pairwise."""

    priorities: Priorities = "eigenvector"
    synthesis: Synthesis | None = None
    random_index: RandomIndex = "saaty 2005"
    completion: Completion = "least squares"
    scale: Scale = "linear"
    group: GroupRule = "judgments"
    group_figure: GroupFigure = "best"
    base_view: str = BASE
    seed: int = 1
    samples: int = 100_000
    sampling: Sampling = "random"
    judgment_spread: float | Literal["group"] = 0.2
    simulation_weights: WeightSampling = "judged"
    simulation_data: DataSampling | None = None


class Study(Part, frozen=True):
    """A decision: question, criteria, hosts, data, judgments, people, views and scenarios. Holds no results.

    ``imports`` tell which spreadsheets its figures came from, and how. ``snapshots`` are earlier states of it, in the
    order in which they were taken.
    """

    title: str = ""
    question: str = ""
    goal: str = "Goal"
    client: str = ""
    author: str = ""
    date: str = ""
    currency: str = ""
    settings: Settings = Settings()
    criteria: tuple[Criterion, ...] = ()
    hosts: tuple[Host, ...] = ()
    participants: tuple[Participant, ...] = ()
    roles: tuple[Role, ...] = ()
    views: tuple[View, ...] = (View(id=BASE, name="base"),)
    comparisons: tuple[Comparisons, ...] = ()
    nodes: tuple[NodeSetting, ...] = ()
    weights: tuple[WeightEntry, ...] = ()
    cells: tuple[Cell, ...] = ()
    levels: tuple[Level, ...] = ()
    costs: tuple[CostItem, ...] = ()
    rates: tuple[Rate, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    scenario_sets: tuple[ScenarioSet, ...] = ()
    imports: tuple[ImportMapping, ...] = ()
    snapshots: tuple["Snapshot", ...] = ()

    def name_of(self, node: str) -> str:
        """The user's name of the goal or of a criterion."""
        if node == GOAL:
            return self.goal
        return next(c.name for c in self.criteria if c.id == node)


class Snapshot(Part, frozen=True):
    """A study as it was, under a name; ``when`` in ISO form. The study in it holds no snapshots."""

    name: str
    study: Study
    when: str = ""
