"""Every case of a study side by side: who leads in each, by which moves, and what a choice stands to lose.

Regret is that of Savage, The Theory of Statistical Decision, JASA 46 (1951) 55-67: what the best host would have given
more, had one known what was to come.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.matrices import Floats, Integers
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.core.study.cases import Case, Step, cases_of
from decidr.core.study.scenario_checks import ROUNDING
from decidr.core.study.study import Study

Reason = Literal["synthesis", "no probabilities", "probabilities"]
"""Why a figure over the sets is not there: totals are relative, no set has a chance, or the chances cannot be."""


class AcrossCases(Struct, frozen=True, dict=True):
    """One view at the baseline and in every case: ``results`` (C), the baseline's first, then scenarios, then sets.

    Arrays run over the cases and the ``hosts`` (H ids), which are the same in all. ``totals`` (C, H); ``ranks`` (C, H)
    are 0 where a host is outside the ranks.
    """

    results: tuple[Results, ...]

    @property
    def baseline(self) -> Results:
        """The results without any case."""
        return self.results[0]

    @property
    def hosts(self) -> tuple[str, ...]:
        """Ids of the scored hosts."""
        return self.baseline.hosts

    @property
    def cases(self) -> tuple[Case | None, ...]:
        """What each of ``results`` supposes; None first, for the baseline."""
        return tuple(results.case for results in self.results)

    @cached_property
    def totals(self) -> Floats:
        """Totals (C, H)."""
        return np.stack([results.totals for results in self.results])

    @cached_property
    def ranks(self) -> Integers:
        """Ranks (C, H)."""
        return np.stack([results.ranks for results in self.results])

    @cached_property
    def leaders(self) -> tuple[str | None, ...]:
        """Who leads in each case (ids), None where nobody can."""
        return tuple(None if r.leader is None else r.hosts[r.leader] for r in self.results)

    @property
    def unseating(self) -> tuple[int, ...]:
        """Places of the cases in which the baseline's leader leads no more; none where it has no leader."""
        first = self.leaders[0]
        return tuple(c for c, leader in enumerate(self.leaders) if first is not None and leader != first)

    def moved_leaves(self, case: int, host: int) -> tuple[tuple[str, float], ...]:
        """The leaves (ids) on which a case moves a host's total, with by how much, the most first."""
        change = self.results[case].contributions[:, host] - self.baseline.contributions[:, host]
        order = np.argsort(-np.abs(change), kind="stable").tolist()
        return tuple((self.baseline.leaves[i], float(change[i])) for i in order if abs(change[i]) > TIE)

    @cached_property
    def stakes(self) -> "Stakes":
        """What each host stands to lose over the baseline and all sets."""
        return _stakes(self)


class Stakes(Struct, frozen=True):
    """What each host (H) stands to lose over ``cases`` (S): the baseline and all sets, by place in ``AcrossCases``.

    ``regret`` (S, H) is the best total of the ranked hosts less the host's, ``worst_regret`` (H,) its largest and
    ``lowest`` (H,) the smallest total; NaN in a case in which the host fails a must, and so over all. ``worst_rank``
    (H,) is 0 then. ``expected`` (H,) is the mean total by the sets' probabilities, of which the baseline has the rest.
    Regret, lowest and expected total are None where ``no_regret`` and ``no_expected`` say why.
    """

    cases: tuple[int, ...]
    probabilities: Floats | None
    regret: Floats | None
    worst_regret: Floats | None
    lowest: Floats | None
    worst_rank: Integers
    expected: Floats | None
    no_regret: Reason | None
    no_expected: Reason | None


class MoveEffect(Struct, frozen=True):
    """What one move of a case does: ``change`` (H,) of the totals from the case without it to the case with it.

    ``margin`` is what it does to the baseline's leader over the one that leads in the case, below 0 where it helps to
    unseat it. ``is_needed``: without this move alone the baseline's leader would still lead.
    """

    step: Step
    change: Floats
    margin: float
    is_needed: bool


def across_cases(
    study: Study, view: str | None = None, baseline: Results | None = None, step: Callable[[], object] = lambda: None
) -> AcrossCases:
    """A study in one view (an id; None: the base view) at the baseline and in every case.

    ``baseline`` results of the same view are taken over as far as they hold. ``step`` is called after each case.
    """
    first = evaluate(study, view, baseline)
    found = [first]
    for case in cases_of(study):
        found.append(evaluate(study, view, first, case))
        step()
    return AcrossCases(tuple(found))


def move_effects(
    baseline: Results, moved: Results, step: Callable[[], object] = lambda: None
) -> tuple[MoveEffect, ...]:
    """What each move of a case that counts in the view does, that first which does most against the baseline's leader.

    ``moved`` are the results under the case. Moves can need each other, so their changes need not sum to the whole.
    """
    if moved.case is None:
        return ()
    found = []
    for left_out in moved.case.steps():
        if left_out.move.view in (None, moved.view):
            found.append(_effect(baseline, moved, left_out))
            step()
    return tuple(sorted(found, key=lambda effect: 0.0 if np.isnan(effect.margin) else round(effect.margin / TIE)))


def _effect(baseline: Results, moved: Results, left_out: Step) -> MoveEffect:
    without = evaluate(moved.study, moved.view, moved, _without(moved.case, left_out) if moved.case else None)
    change = moved.totals - without.totals
    first, now = baseline.leader, moved.leader
    margin = float(change[first] - change[now]) if first is not None and now is not None else np.nan
    return MoveEffect(left_out, change, margin, first is not None and now != first and without.leader == first)


def _without(case: Case, left_out: Step) -> Case:
    """The case with one move less."""

    def rest(name: str, moves: Sequence[object]) -> tuple[object, ...]:
        return tuple(m for n, m in enumerate(moves, 1) if (name, n) != (left_out.scenario, left_out.number))

    scenarios = (msgspec.structs.replace(s, moves=rest(s.name, s.moves)) for s in case.scenarios)
    return replace(case, scenarios=tuple(scenarios))


# Over the baseline and all sets


def _stakes(across: AcrossCases) -> Stakes:
    places = tuple(c for c, case in enumerate(across.cases) if case is None or case.is_set)
    ranks = across.ranks[list(places)]
    totals = np.where(ranks > 0, across.totals[list(places)], np.nan)
    probabilities, no_expected = _probabilities(across, places)
    no_regret: Reason | None = "synthesis" if across.baseline.synthesis != "absolute" else None
    no_expected = no_regret or no_expected
    regret = None if no_regret else _best(totals) - totals
    return Stakes(
        places,
        probabilities,
        regret,
        None if regret is None else regret.max(axis=0),
        None if no_regret else totals.min(axis=0),
        np.where((ranks > 0).all(axis=0), ranks.max(axis=0), 0),
        None if no_expected or probabilities is None else probabilities @ totals,
        no_regret,
        no_expected,
    )


def _best(totals: Floats) -> Floats:
    """The best total (S, 1) of each row, of the hosts that have one; NaN where none has."""
    best = np.where(np.isnan(totals), -np.inf, totals).max(axis=1, initial=-np.inf, keepdims=True)
    return np.where(np.isinf(best), np.nan, best)


def _probabilities(across: AcrossCases, places: Sequence[int]) -> tuple[Floats | None, Reason | None]:
    """The probability of each of these cases (S,), the baseline's first, or why there is none."""
    given = [across.results[place].case for place in places[1:]]
    told = [case.probability for case in given if case is not None]
    if all(probability is None for probability in told):
        return None, "no probabilities"
    chances = np.array([probability or 0.0 for probability in told])
    if (chances < 0).any() or chances.sum() > 1 + ROUNDING:
        return None, "probabilities"
    return np.array([max(0.0, 1.0 - chances.sum()), *chances]), None
