"""What is shown of each criterion: its weight, its scale, and what is to be known about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import nan

from decidr.core.analysis.results import Results
from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import GOAL, Better, Criterion, ScoredBy
from decidr.core.study.problems import Place, Problem
from decidr.core.study.tree import children_of, depth_first
from decidr.core.value.curves import ends
from decidr.language import _, ngettext

ABOUT_CRITERIA: Mapping[str, int] = {"Criteria": 0, "Data": 0, "Judgments": 0, "Weights": 0, "Levels": 0, "Views": 1}
"""Sheets whose problems are about a criterion, and where in the place its name stands."""


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion as the view sees it; weights are NaN where it does not count, ``way`` is None for a parent.

    ``main`` is the place of its main criterion among the goal's children, which gives the colour.
    """

    criterion: Criterion
    children: tuple[str, ...]
    main: int
    local: float
    global_: float
    way: ScoredBy | None
    is_counted: bool
    is_left_out: bool
    is_turned: bool
    problems: tuple[Problem, ...]

    @property
    def is_leaf(self) -> bool:
        """Whether hosts are scored on it."""
        return not self.children

    @property
    def gaps(self) -> int:
        """How many of its cells are missing."""
        return sum(problem.code == "data.missing" for problem in self.problems)

    @property
    def grave(self) -> tuple[Problem, ...]:
        """Errors and warnings."""
        return tuple(problem for problem in self.problems if problem.severity != "notice")


def criterion_lines(results: Results) -> dict[str, CriterionLine]:
    """A line for each criterion by id, depth first."""
    study, view = results.study, results.sources.view
    children = children_of(study.criteria)
    criteria = {criterion.id: criterion for criterion in study.criteria}
    problems = problems_by_criterion(results.problems)
    lines: dict[str, CriterionLine] = {}
    for place, main in enumerate(children.get(GOAL, ())):
        for node in depth_first(children, main):
            criterion = criteria[node]
            lines[node] = CriterionLine(
                criterion=criterion,
                children=children.get(node, ()),
                main=place,
                local=results.local.get(node, nan),
                global_=results.global_.get(node, nan),
                way=None if node in children else way_of_scoring(study, criterion),
                is_counted=node in results.tree.parent,
                is_left_out=node in view.left_out,
                is_turned=node in view.turned,
                problems=tuple(problems.get(criterion.name, ())),
            )
    return lines


def problems_by_criterion(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """The problems about each criterion, by its name."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        place = problem.place
        if isinstance(place, Place) and (at := ABOUT_CRITERIA.get(place.sheet)) is not None and len(place.names) > at:
            found.setdefault(place.names[at], []).append(problem)
    return found


def end_figures(line: CriterionLine) -> tuple[float | None, float | None]:
    """Worst and best, as given or as the curve's points have them."""
    if not line.is_leaf or line.way not in ("data", None):
        return None, None
    criterion = line.criterion
    return ends(criterion) or (criterion.worst, criterion.best)


def state_words(line: CriterionLine) -> str:
    """What is to be known at a glance: problems first, then what does not count."""
    words = []
    if line.grave:
        words.append(ngettext("{count} finding", "{count} findings", len(line.grave)).format(count=len(line.grave)))
    if not line.criterion.active:
        words.append(_("dormant"))
    elif line.is_left_out:
        words.append(_("left out"))
    elif not line.is_counted:
        words.append(_("nothing below counts"))
    if line.is_turned:
        words.append(_("turned"))
    if line.gaps and line.is_counted:
        words.append(ngettext("{count} gap", "{count} gaps", line.gaps).format(count=line.gaps))
    if line.criterion.ends_proposed:
        words.append(_("ends proposed"))
    return ", ".join(words)


def way_words() -> dict[ScoredBy, str]:
    """How a leaf is scored, in words."""
    return {"data": _("data"), "rating": _("levels"), "direct": _("scores"), "pairwise": _("pairs")}


def better_words() -> dict[Better, str]:
    """Which values are better, in words."""
    return {"higher": _("higher"), "lower": _("lower")}
