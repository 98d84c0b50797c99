"""Cost beside quality: what a host costs, apart from how good it is (method: Cost beside quality)."""

from collections.abc import Sequence
from functools import cached_property
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.matrices import Booleans, Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.core.study.money import Money, money
from decidr.core.study.study import Study

Quadrant = Literal["better cheaper", "better dearer", "worse cheaper", "worse dearer"]


class CostBesideQuality(Struct, frozen=True, dict=True):
    """What each host costs, and how good it is without the leaves that are costs.

    Arrays run over ``hosts`` (H), ids that ``names`` follow. ``costs`` are in ``money.currency``, ``quality`` as totals
    are; NaN where there is none. ``ranked`` are the hosts that the ranking counts: only they move the medians, the
    quadrants and who is unbeaten.
    """

    hosts: tuple[str, ...]
    names: tuple[str, ...]
    money: Money
    costs: Floats
    quality: Floats
    ranked: Booleans
    left_out: tuple[str, ...]

    @cached_property
    def counted(self) -> Booleans:
        """The ranked hosts (H,) that have both a cost and a quality."""
        return np.asarray(self.ranked & np.isfinite(self.costs) & np.isfinite(self.quality))

    @cached_property
    def by_cost(self) -> tuple[int, ...]:
        """Indices of the hosts that have a cost, the cheapest first; equal costs in the study's order."""
        return tuple(h for h in np.argsort(self.costs, kind="stable").tolist() if np.isfinite(self.costs[h]))

    @property
    def median_cost(self) -> float:
        """The median cost of the counted hosts; NaN without any."""
        return _median(self.costs[self.counted])

    @property
    def median_quality(self) -> float:
        """The median quality of the counted hosts; NaN without any."""
        return _median(self.quality[self.counted])

    @cached_property
    def quadrants(self) -> tuple[Quadrant | None, ...]:
        """Where each host lies; one on a line counts with the better and the cheaper side, None where not counted."""
        better = self.quality >= self.median_quality - TIE
        cheaper = self.costs <= self.median_cost + TIE * max(abs(self.median_cost), 1.0)
        return tuple(
            _quadrant(bool(better[h]), bool(cheaper[h])) if self.counted[h] else None for h in range(len(self.hosts))
        )

    @cached_property
    def unbeaten(self) -> Booleans:
        """The counted hosts (H,) than which no other is both as cheap and as good, and cheaper or better."""
        cost, quality = self.costs, self.quality
        least = TIE * np.maximum(np.abs(cost), 1.0)
        as_cheap = cost[:, None] <= cost + least
        as_good = quality[:, None] >= quality - TIE
        ahead = (cost[:, None] < cost - least) | (quality[:, None] > quality + TIE)
        beats = as_cheap & as_good & ahead & self.counted[:, None]
        return np.asarray(self.counted & ~beats.any(axis=0))


def cost_beside_quality(results: Results) -> CostBesideQuality | None:
    """The hosts of ``results`` by cost and quality, in its view; None where the study has no table of costs.

    Quality is the total with the criteria marked as cost as if absent; where none is marked it is the total.
    """
    found = money(results.study, results.hosts)
    if found is None:
        return None
    totals = [np.nan if found.totals[host] is None else found.totals[host] for host in results.hosts]
    marked = marked_as_cost(results)
    return CostBesideQuality(
        hosts=results.hosts,
        names=tuple(results.names[host] for host in results.hosts),
        money=found,
        costs=np.array(totals, dtype=np.float64),
        quality=_quality(results, marked),
        ranked=np.array([reason is None for reason in results.failed], dtype=bool),
        left_out=marked,
    )


def _quality(results: Results, marked: Sequence[str]) -> Floats:
    if not marked:
        return results.totals
    return evaluate(without(results.study, marked), results.view, case=results.case).totals


def marked_as_cost(results: Results) -> tuple[str, ...]:
    """Ids of the counted criteria that are marked as cost, in the tree's order."""
    return tuple(node for node in results.tree.nodes[1:] if results.sources.criteria[node].cost)


def without(study: Study, criteria: Sequence[str]) -> Study:
    """The study with these criteria dormant."""
    gone = set(criteria)
    return replace(study, criteria=tuple(replace(c, active=False) if c.id in gone else c for c in study.criteria))


def _median(values: Floats) -> float:
    return float(np.median(values)) if values.size else float("nan")


def _quadrant(better: bool, cheaper: bool) -> Quadrant:
    if better:
        return "better cheaper" if cheaper else "better dearer"
    return "worse cheaper" if cheaper else "worse dearer"
