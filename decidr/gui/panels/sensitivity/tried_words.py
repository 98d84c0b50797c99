"""Words for weights that are tried: what follows, what a scenario of them is called, and what none can say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from decidr.core.analysis.results import Results
from decidr.core.study.study import Study
from decidr.core.study.tree import Tree
from decidr.language import _, ngettext
from decidr.number_text import lead_points, listed, per_cent

MOST_NAMES = 3
"""Weights that the name of a scenario tells one by one."""


def consequence(results: Results, tried: Mapping[str, float]) -> str:
    """What follows, then from what: «Canada leads by 1.8 points with Stability 40.0 % and Market access 12.0 %»."""
    weights = listed([f"{results.study.name_of(node)} {per_cent(weight)}" for node, weight in tried.items()])
    if results.leader is None:
        return _("No host can lead with {weights}").format(weights=weights)
    names = [results.names[results.hosts[h]] for h in results.eligible_order]
    leader, shared = names[0], len(results.sharing_first)
    if shared > 1:
        return _("{hosts} share the first place with {weights}").format(hosts=listed(names[:shared]), weights=weights)
    if len(results.eligible_order) < 2:
        return _("{leader} leads with {weights}").format(leader=leader, weights=weights)
    first, second = results.eligible_order[:2]
    lead = lead_points(float(results.totals[first] - results.totals[second]))
    return _("{leader} leads by {points} points with {weights}").format(leader=leader, points=lead, weights=weights)


def scenario_name(study: Study, tried: Mapping[str, float]) -> str:
    """The weights, as «Stability 34 %, Incentives 20 %»; beyond three only how many more."""
    told = [f"{study.name_of(node)} {weight * 100:.0f} %" for node, weight in tried.items()]
    more = len(told) - MOST_NAMES
    rest = [ngettext("{count} more", "{count} more", more).format(count=more)] if more > 0 else []
    return ", ".join(told[:MOST_NAMES] + rest)


def families(tree: Tree, criteria: Iterable[str]) -> tuple[str, ...]:
    """All children of the parents of some criteria (ids)."""
    parents = dict.fromkeys(tree.parent[criterion] for criterion in criteria)
    return tuple(child for parent in parents for child in tree.children[parent])


def risen_from_nothing(was: Results, now: Results) -> list[str]:
    """Names of the criteria that weigh something now and weighed nothing."""
    risen = [node for node, weight in was.local.items() if weight == 0 and now.local.get(node, 0) > 0]
    return [now.study.name_of(node) for node in risen]
