"""The criteria tree: the goal, its criteria at any depth, and the leaves that hosts are scored on."""

from typing import Literal

from decidr.core.study.part import Part

GOAL = "goal"
"""Id of the root; its name is ``Study.goal``."""

ScoredBy = Literal["pairwise", "data", "rating", "direct"]
WeightedBy = Literal["judgments", "direct", "swing", "ranks"]
Better = Literal["higher", "lower"]


class Curve(Part, frozen=True):
    """The shape of a value curve; ``points`` (x ascending, score) belong to the form ``points`` alone."""

    form: Literal["linear", "log", "points"] = "linear"
    points: tuple[tuple[float, float], ...] = ()


class Criterion(Part, frozen=True):
    """A node of the tree below the goal; without children it is a leaf.

    ``scored_by`` None: decided by what the study holds (see ``tree.way_of_scoring``). ``worst`` and ``best`` are in
    ``unit``; ``ends_proposed`` marks ends that an import proposed and nobody confirmed.
    """

    id: str
    name: str
    under: str = GOAL
    scored_by: ScoredBy | None = None
    better: Better | None = None
    unit: str = ""
    worst: float | None = None
    best: float | None = None
    ends_proposed: bool = False
    curve: Curve = Curve()
    must: str = ""
    cost: bool = False
    active: bool = True
    description: str = ""
    source: str = ""


class Level(Part, frozen=True):
    """A named level of a rating scale, its score in [0, 1]."""

    criterion: str
    name: str
    score: float
