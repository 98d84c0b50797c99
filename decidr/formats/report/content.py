"""What a report says, apart from how it looks: the study, its results by view, and the answer in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from decidr.core.analysis.cost.beside_quality import CostBesideQuality, cost_beside_quality
from decidr.core.analysis.hosts.focus import Focus, focus
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.simulation import NOT_DRAWN, Draws
from decidr.core.analysis.scenarios.across import AcrossCases, across_cases
from decidr.core.analysis.sensitivity.critical_cells import CriticalCell, critical_cells
from decidr.core.analysis.sensitivity.critical_judgments import CriticalJudgment, critical_judgments
from decidr.core.analysis.sensitivity.method_agreement import MethodAgreement, method_agreement
from decidr.core.analysis.sensitivity.one_way import LeaderChange, OneWay, every_one_way, leader_changes
from decidr.core.analysis.sensitivity.smallest_flip import Flip, smallest_flips
from decidr.core.analysis.verdict.grounds import Grounds
from decidr.core.analysis.verdict.paragraph import Verdict, verdict
from decidr.core.study.criteria import GOAL, Criterion, ScoredBy
from decidr.core.study.data import Cell, Evidence
from decidr.core.study.problems import Place, Problem, Refused
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of, depth_first
from decidr.core.study.views import View
from decidr.formats.report.nodes import SolvedNode, solved_nodes
from decidr.formats.report.wording import placeholders_said
from decidr.language import _

if TYPE_CHECKING:
    from decidr.core.ahp.second_opinion import SecondOpinion  # it imports ahpy, which takes its time


@dataclass(frozen=True)
class Content:
    """A study with its results in every view that the report shows; ``by_view`` has the report's own view first.

    ``draws`` are simulations of the report's own view, as far as they were run.
    """

    study: Study
    by_view: Mapping[str, Results]
    opinions: tuple[SecondOpinion, ...] | None
    draws: Draws = NOT_DRAWN

    @property
    def view(self) -> str:
        """The view that the report follows (an id)."""
        return next(iter(self.by_view))

    @property
    def results(self) -> Results:
        """The results in the report's own view."""
        return self.by_view[self.view]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of the goal, the criteria, the hosts, the participants and the views by id."""
        study = self.study
        kinds = (study.criteria, study.hosts, study.participants, study.views)
        return {GOAL: study.goal, **{part.id: part.name for parts in kinds for part in parts}}

    @property
    def hosts(self) -> tuple[str, ...]:
        """Ids of the hosts that are scored."""
        return self.results.hosts

    @cached_property
    def beside(self) -> CostBesideQuality | None:
        """Cost and quality in the report's own view; None where the study has no table of costs."""
        return cost_beside_quality(self.results)

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """Every criterion by id."""
        return {criterion.id: criterion for criterion in self.study.criteria}

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The views shown, the report's own first."""
        found = {view.id: view for view in self.study.views}
        return tuple(found[view] for view in self.by_view)

    @cached_property
    def nodes(self) -> tuple[SolvedNode, ...]:
        """Every node that any view solves, once."""
        return solved_nodes(self.by_view)

    @cached_property
    def tree(self) -> tuple[str, ...]:
        """Criteria that any view counts, parents before children, without the goal."""
        counted = {node for results in self.by_view.values() for node in results.tree.nodes}
        return tuple(n for n in depth_first(children_of(self.study.criteria)) if n in counted and n != GOAL)

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """Leaves that any view counts, in the tree's order."""
        counted = {leaf for results in self.by_view.values() for leaf in results.leaves}
        return tuple(node for node in self.tree if node in counted)

    def depth(self, node: str) -> int:
        """0 for a main criterion, 1 for what lies below it, and so on."""
        parent = self.criteria[node].under
        return 0 if parent == GOAL else 1 + self.depth(parent)

    def main_criterion(self, node: str) -> str:
        """The child of the goal under which the node lies; itself if it is one."""
        parent = self.criteria[node].under
        return node if parent == GOAL else self.main_criterion(parent)

    @property
    def main_criteria(self) -> tuple[str, ...]:
        """The counted children of the goal in the report's view."""
        return self.results.tree.children.get(GOAL, ())

    @cached_property
    def ways_of_scoring(self) -> Mapping[str, ScoredBy]:
        """How each leaf is scored."""
        ways: dict[str, ScoredBy] = {}
        for results in self.by_view.values():
            ways.update(results.sources.ways_of_scoring)
        return ways

    @cached_property
    def cells(self) -> Mapping[tuple[str, str, str | None], Cell]:
        """What is known by leaf, host and participant, for the way in which the leaf is scored."""
        ways = self.ways_of_scoring
        return {(c.criterion, c.host, c.participant): c for c in self.study.cells if ways.get(c.criterion) == c.way}

    @cached_property
    def verdict(self) -> Verdict:
        """The answer in words."""
        grounds = Grounds(self.draws.verdict, self.critical_cells, self.agreement)
        return verdict(self.results, self.by_view, grounds)

    @cached_property
    def critical_cells(self) -> tuple[CriticalCell, ...]:
        """Cells that alone can change the leader, the smallest change first."""
        return critical_cells(self.results)

    @cached_property
    def critical_judgments(self) -> tuple[CriticalJudgment, ...]:
        """Judgments between hosts that alone can change the leader, the smallest change first."""
        return critical_judgments(self.results)

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """What it takes by the main criteria's weights for each other host to be first."""
        return smallest_flips(self.results)

    @cached_property
    def agreement(self) -> MethodAgreement:
        """Whether other methods say the same."""
        return method_agreement(self.results)

    @cached_property
    def focus(self) -> Focus:
        """Host ids by colour."""
        return focus(self.results)

    @cached_property
    def across_by_view(self) -> Mapping[str, AcrossCases]:
        """Every scenario and set in each view shown, by the view's id; empty where the study has none."""
        study = self.study
        if not (study.scenarios or study.scenario_sets):
            return {}
        return {view: across_cases(study, view, results) for view, results in self.by_view.items()}

    @property
    def across(self) -> AcrossCases | None:
        """Every scenario and set in the report's own view; None where the study has none."""
        return self.across_by_view.get(self.view)

    @cached_property
    def sweeps(self) -> Mapping[str, OneWay]:
        """One-way sensitivity of every counted criterion."""
        return {sweep.criterion: sweep for sweep in every_one_way(self.results)}

    @cached_property
    def nearest_change(self) -> LeaderChange | None:
        """The change of one main weight that needs least to unseat the leader."""
        found = [(c, self.sweeps[m]) for m in self.main_criteria for c in leader_changes(self.results, self.sweeps[m])]
        return min(found, key=lambda pair: pair[0].distance(pair[1].weight_now), default=(None,))[0]

    @property
    def movable(self) -> tuple[str, ...]:
        """Counted criteria whose weight can move among their siblings'."""
        return tuple(node for node, sweep in self.sweeps.items() if sweep.reason is None)

    @property
    def has_ranking(self) -> bool:
        """Whether every total is there."""
        return bool(self.results.totals.size) and not np.isnan(self.results.totals).any()

    @cached_property
    def listed(self) -> tuple[int, ...]:
        """The hosts (indices) as a ranking lists them: by rank, then those outside the ranks."""
        order = self.results.order
        return (*order, *(i for i in range(len(self.hosts)) if i not in order))

    def contributions_of(self, node: str) -> Floats:
        """What a counted criterion gives to each host's total (H,) in the report's view."""
        results = self.results
        rows = [results.leaves.index(leaf) for leaf in results.tree.leaves_under(node)]
        return np.asarray(results.contributions[rows].sum(axis=0))

    def scores_of(self, leaf: str) -> Floats:
        """The scores (H,) of a leaf before any view turns or divides them."""
        found = (results.leaf_scores.leaves.get(leaf) for results in self.by_view.values())
        return next(scores.middle for scores in found if scores is not None)

    def evidence(self, kind: Evidence) -> float:
        """The share of weight that rests on this; NaN where weights are missing."""
        return self.results.evidence[kind] if self.has_ranking else nan

    @property
    def title(self) -> str:
        """The study's title, or its goal where it has none."""
        return self.study.title or self.study.goal

    @property
    def byline(self) -> str:
        """Client, author and date, those that are given."""
        study = self.study
        client = _("for {client}").format(client=study.client) if study.client else ""
        author = _("by {author}").format(author=study.author) if study.author else ""
        return "  ·  ".join(part for part in (client, author, study.date) if part)

    @property
    def placeholders(self) -> str:
        """The warning for every page while weight rests on placeholders, in the report's view."""
        return placeholders_said(self.results.evidence["placeholder"])

    @property
    def seen_in(self) -> str:
        """Through whose eyes; nothing where the study has one view only."""
        if len(self.study.views) < 2:
            return ""
        return _("Seen in the view «{view}».").format(view=self.names[self.view])


def report_content(
    study: Study,
    results_by_view: Mapping[str, Results],
    opinions: Sequence[SecondOpinion] | None,
    view: str | None = None,
    draws: Draws = NOT_DRAWN,
) -> Content:
    """The content in ``view`` (an id; None: the base view); KeyError where its results are not there.

    ``opinions`` are AHPy's on the matrices of that view, in the order of ``Results.matrices``, None where it was not
    asked; ``draws`` the simulations of that view. Refused where no criterion counts, or no host does: there is nothing
    to report.
    """
    first = view or study.settings.base_view
    rest = [v.id for v in study.views if v.id in results_by_view and v.id != first]
    by_view = {v: results_by_view[v] for v in (first, *rest)}
    if not by_view[first].leaves or not by_view[first].hosts:
        raise Refused([Problem("error", "report.empty", Place("Study"))])
    return Content(study, by_view, None if opinions is None else tuple(opinions), draws)
