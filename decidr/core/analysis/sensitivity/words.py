"""Sensitivity in words, the same in the window, on the command line and in reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay, leader_changes
from decidr.core.analysis.synthesis import TIE
from decidr.core.study.criteria import GOAL
from decidr.language import _, ngettext
from decidr.number_text import figure, listed, per_cent, points, signed_points

if TYPE_CHECKING:
    from decidr.core.analysis.sensitivity.critical_cells import CriticalCell
    from decidr.core.analysis.sensitivity.critical_judgments import CriticalJudgment  # loads scipy
    from decidr.core.analysis.sensitivity.method_agreement import MethodAgreement, OtherWay, RatioByTable
    from decidr.core.analysis.sensitivity.smallest_flip import Flip  # loads scipy
    from decidr.core.analysis.sensitivity.tornado import Bar
    from decidr.core.analysis.sensitivity.winner_maps import WinnerMap

DIGITS = 4
"""Values at a tie are told with so many significant digits."""

MOST_TOLD = 3
"""So many weights, leaves or hosts are named where there are more."""


# One weight


def changes_said(results: Results, sweep: OneWay) -> str:
    """Above or below which weight of one criterion who leads; it needs no subject."""
    if sweep.reason:
        return sweep.reason
    if results.leader is None:
        return _("no host can lead")
    above, below = _("above {weight} {host} leads"), _("below {weight} {host} leads")
    said = [
        (above if change.is_above else below).format(weight=per_cent(change.weight), host=_host(results, change.host))
        for change in leader_changes(results, sweep)
    ]
    return listed(said) or _("no weight changes the leader")


# Tornado


def bar_named(results: Results, bar: Bar) -> str:
    """What moves: a criterion's weight, or a leaf at a host."""
    name = results.study.name_of(bar.criterion)
    return _("{leaf}, {host}").format(leaf=name, host=_host(results, bar.host)) if bar.host else name


def bar_said(results: Results, bar: Bar) -> str:
    """What the two ends of a bar do to the lead, and who would lead."""
    low, high = (_change_said(end.change) for end in (bar.low, bar.high))
    text = _("{name}: the lead changes by {low} or {high} points").format(
        name=bar_named(results, bar), low=low, high=high
    )
    leaders = [_host(results, h) for h in dict.fromkeys((bar.low.leader, bar.high.leader)) if h is not None]
    return _("{text}; {hosts} could lead").format(text=text, hosts=listed(leaders)) if leaders else text


def _change_said(change: float) -> str:
    return "–" if np.isnan(change) else signed_points(change)


# Two and three weights


def map_said(results: Results, winner_map: WinnerMap) -> str:
    """The nearest weights at which another host draws level with the leader."""
    names = [results.study.name_of(criterion) for criterion in winner_map.criteria]
    if winner_map.reason or results.leader is None:
        text = _("{criteria} cannot move together: {reason}.")
        return text.format(criteria=listed(names), reason=winner_map.reason)
    border = winner_map.border
    if border is None:
        text = _("{leader} leads at all weights of {criteria}.")
        return text.format(leader=_leader(results), criteria=listed(names))
    parts = zip(names, border.at, strict=False)
    weights = listed([f"{name} {per_cent(winner_map.share * part)}" for name, part in parts])
    if border.distance <= TIE:
        return _("{host} shares the first place at today's weights.").format(host=_host(results, border.rival))
    text = _("{host} draws level at {weights}, {distance} points from today's.")
    return text.format(host=_host(results, border.rival), weights=weights, distance=points(border.distance))


# Critical cells


def cell_said(results: Results, cell: CriticalCell) -> str:
    """At which value of one cell who draws level with the leader or takes its place."""
    leaf = results.study.name_of(cell.criterion)
    is_own = cell.host == cell.leader
    said = {
        "host": _host(results, cell.host),
        "leader": _host(results, cell.leader),
        "leaf": leaf,
        "value": value_said(results, cell.criterion, cell.value_at_tie),
        "now": _now_said(cell),
    }
    if cell.by_must and not is_own:
        return _("{leader} leads once {leaf} of {host} is beyond {value} (now {now}) and {host} fails a must.").format(
            **said
        )
    if cell.by_must:
        return _("{leader} meets its musts and draws level once its {leaf} is {value} (now {now}).").format(**said)
    if cell.change is None:
        text = _("{leader} draws level if its {leaf} is {value} (now {now}).")
        other = _("{leader} draws level if {leaf} of {host} is {value} (now {now}).")
    elif cell.change > 0:
        text = _("{leader} draws level once its {leaf} rises to {value} (now {now}).")
        other = _("{leader} draws level once {leaf} of {host} rises to {value} (now {now}).")
    else:
        text = _("{leader} draws level once its {leaf} falls to {value} (now {now}).")
        other = _("{leader} draws level once {leaf} of {host} falls to {value} (now {now}).")
    return (text if is_own else other).format(**said)


def cells_can_decide(results: Results) -> bool:
    """Whether it can be asked which cell alone would change the leader: not without one, or where two share the place.

    Nor where every leaf is compared in pairs, so that there are no cells.
    """
    has_cells = any(way != "pairwise" for way in results.sources.ways_of_scoring.values())
    return has_cells and len(results.sharing_first) == 1


def no_cell_said(results: Results) -> str:
    """Why no cell is told: none alone changes the leader, or it cannot be asked."""
    if results.leader is None:
        return _("No host leads, so no cell can change the leader.")
    if len(results.sharing_first) > 1:
        hosts = listed([_host(results, results.hosts[h]) for h in results.sharing_first])
        return _("{hosts} share the first place, so any change of their cells decides.").format(hosts=hosts)
    if not cells_can_decide(results):
        return _("Every leaf compares the hosts in pairs, so there are no cells.")
    return _("No cell alone changes the leader.")


def nearest_cell_said(results: Results, cells: Sequence[CriticalCell]) -> str:
    """The cell that takes least; gaps, which have no value now, where nothing else does it."""
    return cell_said(results, cells[0]) if cells else _("No cell alone changes the leader.")


def value_said(results: Results, criterion: str, value: float | str) -> str:
    """A value with its unit, or the name of a level."""
    if isinstance(value, str):
        return value
    unit = results.sources.criteria[criterion].unit
    if unit[:1].isdigit():  # the scale itself, such as 1-9
        return _("{value} on {scale}").format(value=figure(value, DIGITS), scale=unit)
    return f"{figure(value, DIGITS)} {unit}".rstrip()


def _now_said(cell: CriticalCell) -> str:
    """What the cell is now, without its unit."""
    if cell.change is None:
        return _("missing")
    if cell.value_now is None:
        return _("a mean")
    return cell.value_now if isinstance(cell.value_now, str) else figure(cell.value_now, DIGITS)


def judgment_said(results: Results, judgment: CriticalJudgment) -> str:
    """At which judgment of two hosts who draws level with the leader; told the way round in which it is at least 1."""
    is_kept = judgment.value_at_tie >= 1
    first, second = (judgment.first, judgment.second) if is_kept else (judgment.second, judgment.first)
    value, now = (v if is_kept else 1 / v for v in (judgment.value_at_tie, judgment.value_now))
    text = _("{leader} draws level once {first} is preferred {value} times to {second} on {leaf} (now {now}).")
    return text.format(
        leader=_host(results, judgment.leader),
        first=_host(results, first),
        second=_host(results, second),
        leaf=results.study.name_of(judgment.criterion),
        value=figure(value, DIGITS),
        now=figure(now, DIGITS),
    )


# Smallest flip


def flip_said(results: Results, flip: Flip) -> str:
    """The least that has to happen to the weights for a host to win, or why no weights make it win."""
    host = _host(results, flip.host)
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
    name = _host(results, host)
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
    said = text.format(host=_host(results, flip.host), node=node)
    by = [_host(results, host) for host in flip.kept_behind_by]
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


# Other methods


def agreement_said(results: Results, agreement: MethodAgreement) -> str:
    """Whether the methods agree on the leader, and who leads where they do not."""
    if results.leader is None:
        return _("Without a leader there is nothing to agree on.")
    if not agreement.others:
        methods = [way for way in agreement.ways if way.choice != "without"]
        if len(methods) == len(agreement.ways):
            return _("The methods agree: {leader} leads by each of them.").format(leader=_leader(results))
        text = _("The methods agree: {leader} leads by each of them, whichever other host is left out.")
        return text.format(leader=_leader(results))
    return _("The methods disagree: {said}.").format(said="; ".join(_others_said(results, agreement.others)))


def _others_said(results: Results, ways: Iterable[OtherWay]) -> Iterator[str]:
    """Who leads by which methods, and without which hosts."""
    by_leader: dict[tuple[str | None, bool], list[str]] = {}
    for way in ways:
        by_leader.setdefault((way.leader, way.choice == "without"), []).append(way_named(results, way))
    for (leader, is_without), names in by_leader.items():
        if leader is None:
            yield _("nobody leads {ways}").format(ways=listed(names))
        elif is_without:
            yield _("{host} leads {ways}").format(host=_host(results, leader), ways=listed(names))
        else:
            yield _("{host} leads by {ways}").format(host=_host(results, leader), ways=listed(names))


def way_named(results: Results, way: OtherWay) -> str:
    """Another method, or the study without a host, in words."""
    if way.choice == "without":
        return _("without {host}").format(host=_host(results, way.method))
    return {
        "eigenvector": _("the eigenvector"),
        "geometric mean": _("the geometric mean"),
        "absolute": _("absolute synthesis"),
        "distributive": _("distributive synthesis"),
        "ideal": _("ideal synthesis"),
        "least squares": _("completion by least squares"),
        "smallest lambda-max": _("completion by the smallest λmax"),
    }[way.method]


def way_said(results: Results, way: OtherWay) -> str:
    """What another way says: who leads, and which hosts change places."""
    if not way.is_solved:
        return _("cannot be solved")
    leader = _("nobody leads")
    if way.leader is not None:
        is_heir = way.is_same and way.leader != results.hosts[results.leader or 0]
        text = _("{host} leads, second until then") if is_heir else _("{host} leads")
        leader = text.format(host=_host(results, way.leader))
    pairs = [
        _("{host} passes {other}").format(host=_host(results, b), other=_host(results, a)) for a, b in way.reversed
    ]
    rest = len(pairs) - MOST_TOLD
    more = [ngettext("{count} more", "{count} more", rest).format(count=rest)] if rest > 0 else []
    return "; ".join([leader, *([listed([*pairs[:MOST_TOLD], *more])] if pairs else [])])


def ratio_said(results: Results, ratio: RatioByTable) -> str:
    """By which tables the judgments of a node pass CR ≤ 0.10."""
    if all(cr is None for cr in ratio.ratios.values()):
        return _("CR is not defined")
    passing = [str(table) for table in ratio.passing]
    failing = [str(table) for table in ratio.ratios if table not in ratio.passing]
    if not failing:
        return _("CR ≤ 0.10 by all tables")
    if not passing:
        return _("CR above 0.10 by all tables")
    text = _("CR ≤ 0.10 by {passing}, above it by {failing}")
    return text.format(passing=listed(passing), failing=listed(failing))


def ratios_said(results: Results, agreement: MethodAgreement) -> str:
    """Whether it hangs on the table of random indices which judgments pass CR ≤ 0.10."""
    disputed = [ratio for ratio in agreement.ratios if not ratio.is_undisputed]
    if not disputed:
        return _("Which judgments pass CR ≤ 0.10 does not hang on the table of random indices.")
    names = listed([*dict.fromkeys(results.study.name_of(ratio.node) for ratio in disputed)])
    return _("Whether the judgments under {nodes} pass CR ≤ 0.10 hangs on the table of random indices.").format(
        nodes=names
    )


def _host(results: Results, host: str) -> str:
    return results.sources.names[host]


def _leader(results: Results) -> str:
    return _host(results, results.hosts[results.leader or 0])
