"""Words for weights that are tried: what follows, and what a scenario of them is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from decidr.core.analysis.results import Results
from decidr.core.study.study import Study
from decidr.core.study.tree import Tree
from decidr.language import _, ngettext
from decidr.number_text import points

MOST_NAMES = 3
"""Weights that the name of a scenario tells one by one."""


def consequence(results: Results) -> str:
    """Who leads, and by how much: «With these weights Canada leads, 1.3 points ahead of Spain»."""
    if results.leader is None:
        return _("With these weights no host can lead.")
    names = {host.id: host.name for host in results.study.hosts}
    order = results.eligible_order
    leader = names[results.hosts[order[0]]]
    if len(order) < 2:
        return _("With these weights {leader} leads.").format(leader=leader)
    lead = float(results.totals[order[0]] - results.totals[order[1]])
    return _("With these weights {leader} leads, {points} points ahead of {second}.").format(
        leader=leader, points=points(lead), second=names[results.hosts[order[1]]]
    )


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
