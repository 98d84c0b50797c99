"""Smallest flips in words: the least that has to happen to the weights, or who keeps a host behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.core.study.criteria import GOAL
from decidr.language import _, ngettext
from decidr.number_text import listed, per_cent, points

if TYPE_CHECKING:
    from decidr.core.analysis.sensitivity.smallest_flip import Flip  # loads scipy

MOST_TOLD = 3
"""So many weights or leaves are named where there are more."""


def flip_said(results: Results, flip: Flip) -> str:
    """The least that has to happen to the weights for a host to win, or why no weights make it win."""
    host = results.names[flip.host]
    if not flip.may_lead:
        return _outside_said(results, flip.host)
    if flip.weights is None:
        return _never_said(results, flip)
    changes = listed([*_weights_said(results, flip.weights)])
    if not changes:
        return _("{host} shares the first place already.").format(host=host)
    return _("{host} would win if {changes}.").format(host=host, changes=changes)


def flips_answer(results: Results, flips: Sequence[Flip]) -> str:
    """What it takes for the host that takes least, as a heading."""
    if results.leader is None:
        return _("No host leads, so none can be passed")
    possible = [flip for flip in flips if flip.moved is not None]
    if not possible:
        return _("No weights put another host first")
    return flip_said(results, min(possible, key=lambda flip: flip.moved or 0.0)).rstrip(".")


def _outside_said(results: Results, host: str) -> str:
    h = results.hosts.index(host)
    name = results.names[host]
    if results.failed[h]:
        text = _("No weights make {host} win: it does not meet {must}.")
        return text.format(host=name, must=results.failed[h])
    share = per_cent(float(results.lacking[h]), 0)
    text = _("No weights make {host} win: it lacks {share} of the weight, and over a quarter nobody can lead.")
    return text.format(host=name, share=share)


def _never_said(results: Results, flip: Flip) -> str:
    text = _("No weights make {host} win")
    if flip.level == GOAL:
        text = _("No weights of the main criteria make {host} win")
    elif flip.level in results.tree.children:
        text = _("No weights under {node} make {host} win")
    node = results.study.name_of(flip.level) if flip.level in results.tree.children else ""
    said = text.format(host=results.names[flip.host], node=node)
    by = [results.names[host] for host in flip.kept_behind_by]
    on = [results.study.name_of(leaf) for leaf in flip.kept_behind_on[:MOST_TOLD]]
    if not (by and on):
        return _("{said}.").format(said=said)
    text = ngettext(
        "{said}: {hosts} keeps it behind on {leaves}.", "{said}: {hosts} keep it behind on {leaves}.", len(by)
    )
    return text.format(said=said, hosts=listed(by), leaves=listed(on))


def _weights_said(results: Results, weights: Mapping[str, float]) -> Iterator[str]:
    """The weights that change most, the first with what it is today; then how much the rest changes."""
    is_local = set(weights) != set(results.leaves)
    now = results.local if is_local else results.global_
    changes = {node: weight - now[node] for node, weight in weights.items() if abs(weight - now[node]) > TIE}
    order = sorted(changes, key=lambda node: -abs(changes[node]))
    for place, node in enumerate(sorted(order[:MOST_TOLD], key=lambda node: changes[node] < 0)):
        rose, fell = _("{criterion} rose to {new}"), _("{criterion} fell to {new}")
        if place == 0:
            rose, fell = _("{criterion} rose from {old} to {new}"), _("{criterion} fell from {old} to {new}")
        old, new = _two_weights(now[node], weights[node])
        yield (rose if changes[node] > 0 else fell).format(criterion=results.study.name_of(node), old=old, new=new)
    rest = order[MOST_TOLD:]
    if rest:
        text = ngettext(
            "{count} other moved by {points} points", "{count} others moved by {points} points in all", len(rest)
        )
        yield text.format(count=len(rest), points=points(sum(abs(changes[node]) for node in rest)))


def _two_weights(old: float, new: float) -> tuple[str, str]:
    """Two weights with as few decimals as tell them apart."""
    told = ((per_cent(old, decimals), per_cent(new, decimals)) for decimals in range(4))
    return next((pair for pair in told if pair[0] != pair[1]), (per_cent(old, 4), per_cent(new, 4)))
