"""Pairwise judgments, and weights given in other ways."""

from typing import Literal

from decidr.core.study.criteria import WeightedBy
from decidr.core.study.part import Part

JudgmentStatus = Literal["judged", "placeholder", "outdated"]
"""``outdated``: judged before an end of a compared criterion changed, so that it weighs another swing."""


class Judgment(Part, frozen=True):
    """``first`` is preferred ``value`` times to ``second`` (ids of siblings or hosts); None: not judged."""

    first: str
    second: str
    value: float | None = None
    status: JudgmentStatus = "judged"
    note: str = ""
    when: str = ""


class Comparisons(Part, frozen=True):
    """One person's judgments at one node, as seen in one view.

    ``under`` is the goal, a criterion whose children are compared, or a leaf whose hosts are compared.
    ``participant`` None: the study's own.
    """

    under: str
    view: str
    participant: str | None = None
    pairs: tuple[Judgment, ...] = ()


class NodeSetting(Part, frozen=True):
    """How a node gets its weights; ``view`` None: in every view that does not say otherwise.

    ``agreed``: the workshop's own result counts, not the participants' answers.
    """

    under: str
    view: str | None = None
    weighted_by: WeightedBy | None = None
    agreed: bool = False


class WeightEntry(Part, frozen=True):
    """A direct weight, swing points or a rank of one criterion among its siblings.

    ``view`` None and ``participant`` None: only bounds and status of the local weight.
    """

    criterion: str
    view: str | None = None
    participant: str | None = None
    way: WeightedBy = "direct"
    weight: float | None = None
    low: float | None = None
    high: float | None = None
    status: JudgmentStatus = "judged"
