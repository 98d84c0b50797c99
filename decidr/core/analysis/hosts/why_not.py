"""«Why not this host?»: what it loses to the leader, what it wins, and which cell alone would put it first."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct

from decidr.core.analysis.data.cell_reach import at_best
from decidr.core.analysis.data.supposing import standings_if
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.language import _, ngettext
from decidr.number_text import listed, per_cent, points, signed_points

MOST_TOLD = 3
"""So many leaves are named where there are more."""


class Gap(Struct, frozen=True):
    """What a host has less (below 0) or more than the leader on a leaf (an id), as a share of 1."""

    leaf: str
    difference: float


class Lift(Struct, frozen=True):
    """A leaf (an id) whose cell, alone at its best, would put the host first of those that can lead.

    ``score`` is the cell's now; ``lead`` is how far the host would be ahead of the best other; 0: they share the place.
    """

    leaf: str
    score: float
    lead: float

    @property
    def is_shared(self) -> bool:
        """Whether the host would only share the first place."""
        return self.lead <= TIE


class WhyNot(Struct, frozen=True):
    """A ``host`` beside the ``leader`` (ids); ``behind`` as a share of 1, below 0 for one that stands higher.

    ``costs`` are the leaves on which it loses, the most first, ``wins`` those on which it is ahead, and ``lifts`` the
    single cells that would put it first, the largest lead first; there are none for the leader itself, nor for a group.
    """

    host: str
    leader: str
    rank: int
    behind: float
    costs: tuple[Gap, ...]
    wins: tuple[Gap, ...]
    lifts: tuple[Lift, ...]


def why_not(results: Results, host: str) -> WhyNot | None:
    """What keeps a host (an id) from the first place; None where nobody leads, or it leads itself."""
    if results.leader is None or results.hosts[results.leader] == host:
        return None
    h, first = results.hosts.index(host), results.leader
    gained = results.contributions[:, h] - results.contributions[:, first]
    order = np.argsort(gained, kind="stable").tolist()
    gaps = [Gap(results.leaves[leaf], float(gained[leaf])) for leaf in order]
    return WhyNot(
        host=host,
        leader=results.hosts[first],
        rank=int(results.ranks[h]),
        behind=float(results.totals[first] - results.totals[h]),
        costs=tuple(gap for gap in gaps if gap.difference < -TIE),
        wins=tuple(gap for gap in reversed(gaps) if gap.difference > TIE),
        lifts=() if results.members else tuple(_lifts(results, h)),
    )


def _lifts(results: Results, host: int) -> list[Lift]:
    """The cells that alone at their best put the host first, the largest lead first."""
    cases = [case for leaf in range(len(results.leaves)) if (case := at_best(results, leaf, host))]
    then = standings_if(results, cases)
    found = [
        Lift(results.leaves[case.leaf], float(results.raw_scores[case.leaf, host]), float(lead))
        for case, lead in zip(cases, then.margins(host), strict=True)
        if lead >= -TIE
    ]
    return sorted(found, key=lambda lift: -lift.lead)


# In words


def why_not_sentences(results: Results, host: str) -> tuple[str, ...]:
    """Why a host is not first, with the most important first; in one sentence where there is nothing to compare."""
    found = why_not(results, host)
    if found is None:
        return (_without_comparison(results, host),)
    return (
        _standing(results, found),
        *_leaves_said(results, found),
        *([] if results.members else [_lift_said(results, found)]),  # a cell is a host's own
    )


def _without_comparison(results: Results, host: str) -> str:
    if results.leader is None:
        return _("There is no leader to compare it with.")
    return _("{host} is first itself.").format(host=results.names[host])


def _standing(results: Results, found: WhyNot) -> str:
    said = {"host": results.names[found.host], "leader": results.names[found.leader], "rank": found.rank}
    h = results.hosts.index(found.host)
    if results.failed[h]:
        text = _("{host} stands outside the ranks: it does not meet {must}.")
        return text.format(**said, must=results.failed[h])
    if not results.eligible[h]:
        share = per_cent(float(results.lacking[h]), 0)
        return _("{host} lacks {share} of the weight, and over a quarter nobody can lead.").format(**said, share=share)
    if found.behind <= TIE:
        return _("{host} has as many points as {leader} and shares its place.").format(**said)
    text = _("{host} has rank {rank}, {behind} points behind {leader}.")
    return text.format(**said, behind=points(found.behind))


def _leaves_said(results: Results, found: WhyNot) -> Iterator[str]:
    if found.costs:
        text = _("It loses most on {leaves}.") if len(found.costs) > 1 else _("It loses on {leaves}.")
        yield text.format(leaves=_told(results, found.costs))
    else:
        yield _("It loses on no leaf.")
    if found.wins:
        text = _("It wins most on {leaves}.") if len(found.wins) > 1 else _("It wins on {leaves}.")
        yield text.format(leaves=_told(results, found.wins))
    else:
        yield _("It is ahead on no leaf.")


def _told(results: Results, gaps: Sequence[Gap]) -> str:
    """The largest differences, and how much the rest are together."""
    said = [f"{results.study.name_of(gap.leaf)} ({signed_points(gap.difference)})" for gap in gaps[:MOST_TOLD]]
    rest = gaps[MOST_TOLD:]
    if rest:
        text = ngettext("{count} other ({points})", "{count} others ({points})", len(rest))
        said.append(text.format(count=len(rest), points=signed_points(sum(gap.difference for gap in rest))))
    return listed(said)


def _lift_said(results: Results, found: WhyNot) -> str:
    if not found.lifts:
        return _("No single cell, even at its best, would put it first.")
    best = [lift for lift in found.lifts if not lift.is_shared] or list(found.lifts)
    names = [results.study.name_of(lift.leaf) for lift in best[:MOST_TOLD]]
    if best[0].is_shared:
        text = ngettext(
            "{leaves}, alone at its best, would let it share the first place.",
            "{leaves}, each alone at its best, would let it share the first place.",
            len(names),
        )
    else:
        text = ngettext(
            "{leaves}, alone at its best, would put it first.",
            "{leaves}, each alone at its best, would put it first.",
            len(names),
        )
    said = text.format(leaves=listed(names))
    rest = len(best) - len(names)
    more = ngettext("So would {count} other.", "So would {count} others.", rest).format(count=rest)
    return f"{said} {more}" if rest else said
