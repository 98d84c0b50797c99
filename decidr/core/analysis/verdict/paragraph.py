"""The answer in plain words, as far as its parts exist (method: Evidence and the verdict)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from decidr.core.analysis.evidence import is_placeholder
from decidr.core.analysis.hosts.level_results import at_level
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.agreement_words import agreement_said
from decidr.core.analysis.sensitivity.critical_words import cells_can_decide, nearest_cell_said
from decidr.core.analysis.sensitivity.level_changes import level_changes
from decidr.core.analysis.sensitivity.one_way import LeaderChange, every_one_way, leader_changes
from decidr.core.analysis.verdict.certainty import VerdictClass, class_said, is_held_back, verdict_class
from decidr.core.analysis.verdict.grounds import UNKNOWN, Grounds
from decidr.core.study.criteria import GOAL
from decidr.language import _, ngettext
from decidr.number_text import lead_points, listed, per_cent, signed_points

if TYPE_CHECKING:
    from decidr.core.analysis.robustness.outcome import Robustness
    from decidr.core.analysis.sensitivity.critical_cells import CriticalCell


class Verdict(Struct, frozen=True):
    """``class_`` tells how sure the first place is, None without a simulation; ``lead`` is a share of 1.

    ``leader`` is a host id, None where no host is eligible. ``sentences`` come with the most important first.
    """

    class_: VerdictClass | None
    leader: str | None
    lead: float | None
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return " ".join(self.sentences)


def verdict(
    results: Results,
    others: Mapping[str, Results],
    grounds: Grounds = UNKNOWN,
    *,
    level: int | None = None,
) -> Verdict:
    """The verdict on one view; ``others`` are the results of the study's views by id, this one may be among them.

    Nothing is said of ``grounds`` that are not worked out; without the simulation the verdict has no class. At a
    ``level`` of host groups (0 the outermost) the verdict is about their figures; the grounds speak of each host for
    itself, and stay out.
    """
    seen = at_level(results, level)
    if seen.leader is None:
        return Verdict(None, None, None, (_no_leader(seen),))
    simulated, cells, agreement, _obstacles = grounds if level is None else UNKNOWN
    sentences = (
        *_lead_said(seen, simulated),
        *_carried_by(seen),
        _nearest_weight(results, level),
        *_nearest_cell(results, cells),
        *_gaps(results),
        *_rests_on(results, simulated),
        *([agreement_said(results, agreement)] if agreement else []),
        *_other_views(seen, {view: at_level(other, level) for view, other in others.items()}),
    )
    class_ = verdict_class(results, simulated) if simulated else None
    return Verdict(class_, seen.hosts[seen.leader], lead(seen), sentences)


def lead(results: Results) -> float | None:
    """The difference of the first two eligible totals; None with fewer than two eligible hosts."""
    if len(results.eligible_order) < 2:
        return None
    first, second = results.eligible_order[:2]
    return float(results.totals[first] - results.totals[second])


def nearest_change(results: Results, level: int | None = None) -> tuple[LeaderChange, float] | None:
    """The smallest change of one main weight that unseats the leader, and the weight today; None where none does.

    At a ``level`` of host groups the leader is the group that leads there.
    """
    sweeps = every_one_way(results, results.tree.children.get(GOAL, ()))
    found = [
        (change, sweep.weight_now)
        for sweep in sweeps
        for change in (leader_changes(results, sweep) if level is None else level_changes(results, sweep, level))[:1]
    ]
    return min(found, key=lambda one: one[0].distance(one[1]), default=None)


def _no_leader(results: Results) -> str:
    if not results.hosts:
        return _("There are no hosts to rank.")
    if np.isnan(results.totals).any():
        return _("There is no ranking yet: some weights or scores are missing.")
    return _("No host can lead: each fails a must or lacks over a quarter of the weight.")


def _lead_said(results: Results, robustness: Robustness | None) -> Iterator[str]:
    first = results.eligible_order[0]
    higher = [h for h in results.order if results.ranks[h] < results.ranks[first]]
    if robustness:
        names = [results.names[results.hosts[h]] for h in results.eligible_order]
        yield class_said(results, robustness, names, are_higher=bool(higher))
    else:
        yield _today_said(results, are_higher=bool(higher))
    yield from _standing_higher(results, higher)


def _today_said(results: Results, *, are_higher: bool) -> str:
    """Who is first, and by how much, without a word on how sure that is."""
    first, *rest = results.eligible_order
    if len(results.sharing_first) > 1:
        text = _("{hosts} share the first place.")
        if are_higher:
            text = _("{hosts} share the first place of those that can lead.")
        return text.format(hosts=listed([results.names[results.hosts[h]] for h in results.sharing_first]))
    if not rest:
        return _("{leader} is first; no other host can lead.").format(leader=results.names[results.hosts[first]])
    text = _("{leader} is first. It leads {second} by {lead} points.")
    if are_higher:
        text = _("{leader} is first of those that can lead. It leads {second} by {lead} points.")
    said = {"leader": results.names[results.hosts[first]], "second": results.names[results.hosts[rest[0]]]}
    return text.format(**said, lead=lead_points(lead(results) or 0.0))


def _standing_higher(results: Results, higher: Sequence[int]) -> Iterator[str]:
    """Hosts before the leader, which lack too much to lead."""
    text = ngettext(
        "{hosts} stands higher, but lacks over a quarter of the weight.",
        "{hosts} stand higher, but lack over a quarter of the weight.",
        len(higher),
    )
    if higher:
        yield text.format(hosts=listed([results.names[results.hosts[h]] for h in higher]))


def _carried_by(results: Results) -> Iterator[str]:
    """The three leaves on which the leader gains most over the second."""
    if len(results.eligible_order) < 2:
        return
    first, second = results.eligible_order[:2]
    gains = results.contributions[:, first] - results.contributions[:, second]
    best = [leaf for leaf in np.argsort(-gains, kind="stable")[:3].tolist() if gains[leaf] > 0]
    said = [f"{results.study.name_of(results.leaves[leaf])} ({signed_points(gains[leaf])})" for leaf in best]
    if said:
        yield _("The lead rests most on {leaves}.").format(leaves=listed(said))


def _nearest_weight(results: Results, level: int | None) -> str:
    found = nearest_change(results, level)
    if found is None:
        return _("No weight of a main criterion alone changes the leader.")
    change, now = found
    text = _("{host} leads once {criterion} passes {weight} (now {now}).")
    if not change.is_above:
        text = _("{host} leads once {criterion} falls below {weight} (now {now}).")
    host, criterion = (
        results.names[change.host],
        results.study.name_of(change.criterion),
    )
    return text.format(host=host, criterion=criterion, weight=per_cent(change.weight), now=per_cent(now))


def _nearest_cell(results: Results, cells: Sequence[CriticalCell] | None) -> Iterator[str]:
    """The cell that takes least; nothing where two share the first place, or where every leaf is compared in pairs."""
    if cells is not None and cells_can_decide(results):
        yield nearest_cell_said(results, cells)


def put_first_by_gaps(results: Results) -> tuple[int, ...]:
    """Hosts behind the leader that their own gaps, filled, could put first, by rank.

    One that cannot lead because too much is missing is among them: what fills its gaps lets it lead as well.
    """
    if results.leader is None:
        return ()
    first = results.ranks[results.leader]
    behind = (
        h
        for h in range(len(results.hosts))
        if results.ranks[h] > first or (results.ranks[h] > 0 and h not in results.eligible_order)
    )
    found = (h for h in behind if results.best_rank[h] == 1 and results.missing[:, h].any())
    return tuple(sorted(found, key=lambda h: (results.ranks[h], h)))


def _gaps(results: Results) -> Iterator[str]:
    count = int(results.missing[:, results.ranks > 0].sum())
    if not count:
        return
    text = ngettext("{count} cell is missing", "{count} cells are missing", count).format(count=count)
    if found := put_first_by_gaps(results):
        hosts = listed([results.names[results.hosts[h]] for h in found])
        yield _("{text}; what is missing could put {hosts} first.").format(text=text, hosts=hosts)
    else:
        yield _("{text}; even at their best they put nobody else first.").format(text=text)


def _rests_on(results: Results, robustness: Robustness | None) -> Iterator[str]:
    share = results.evidence["placeholder"]
    if share > 0:
        text = _("{share} of the weight rests on placeholder values.")
        if robustness and is_held_back(results, robustness):
            text = _("{share} of the weight rests on placeholder values, so nothing is better than likely yet.")
        yield text.format(share=per_cent(share, 0))
    yield from _rest_said(results)
    parents = [node for node, children in results.tree.children.items() if len(children) > 1]
    placeholders = [node for node in results.tree.parents if node in parents and is_placeholder(results.nodes[node])]
    if placeholders and len(placeholders) == len(parents):
        yield _("The weights themselves are placeholder judgments.")
    elif placeholders:
        names = listed([results.study.name_of(node) for node in placeholders])
        yield _("The weights under {nodes} are placeholder judgments.").format(nodes=names)


def _rest_said(results: Results) -> Iterator[str]:
    """What the weight rests on beside placeholders."""
    shares = (
        (results.evidence["measured"], _("{share} is measured")),
        (results.evidence["proxy"], _("{share} rests on proxies")),
        (results.evidence["judged"], _("{share} is judged")),
        (results.evidence["missing"], _("{share} is missing")),
    )
    text = _("Besides, {shares}.") if results.evidence["placeholder"] > 0 else _("Of the weight, {shares}.")
    said = [words.format(share=per_cent(share, 0)) for share, words in shares if share > 0]
    if said:
        yield text.format(shares=listed(said))


def _other_views(results: Results, others: Mapping[str, Results]) -> Iterator[str]:
    names = {view.id: view.name for view in results.study.views}
    for view, other in others.items():
        if view != results.view and other.leader is not None and results.leader is not None:
            yield _view_said(names[view], results, other)


def _view_said(view: str, results: Results, other: Results) -> str:
    """Who leads there, and where this view's leader and second come."""
    told = [results.hosts[h] for h in results.eligible_order[:2]]
    first = other.hosts[other.leader or 0]
    ranks = [
        _("{host} has rank {rank}").format(host=other.names[host], rank=other.ranks[other.hosts.index(host)])
        for host in told
        if host != first and host in other.hosts
    ]
    leads = _("{host} leads as well") if first == told[0] else _("{host} leads")
    said = listed([leads.format(host=other.names[first]), *ranks])
    return _("In the view «{view}», {said}.").format(view=view, said=said)
