"""What became of the answer between two states of a study: leaders, ranks and totals before and after."""

from collections.abc import Mapping

from msgspec import Struct

from decidr.core.analysis.results import Results
from decidr.core.analysis.verdict.paragraph import lead


class Standing(Struct, frozen=True):
    """A host's rank (0: outside the ranks) and total (NaN where weights are lacking)."""

    rank: int
    total: float


class HostMovement(Struct, frozen=True):
    """A host before and after; None where it was not scored. ``name`` is the one it has now, or had last."""

    host: str
    name: str
    before: Standing | None
    after: Standing | None

    @property
    def has_moved(self) -> bool:
        """Whether its rank is another one, or it came or went."""
        if self.before is None or self.after is None:
            return True
        return self.before.rank != self.after.rank

    @property
    def gain(self) -> float | None:
        """How much its total grew; None where it has only one."""
        return self.after.total - self.before.total if self.before and self.after else None


class Movement(Struct, frozen=True):
    """Leaders (ids, None where no host is eligible), leads as shares of 1, and every host, best of now first.

    ``is_comparable``: totals were made by the same synthesis, so their differences mean something.
    """

    leader_before: str | None
    leader_after: str | None
    lead_before: float | None
    lead_after: float | None
    hosts: tuple[HostMovement, ...]
    is_comparable: bool


def answer_moved(before: Results, after: Results) -> Movement:
    """What became of each host from ``before`` to ``after``, both seen in a view of the user's choice."""
    old, new = _standings(before), _standings(after)
    names = {h.id: h.name for results in (before, after) for h in results.study.hosts}
    order = [*new, *(host for host in old if host not in new)]
    return Movement(
        leader_before=_leader(before),
        leader_after=_leader(after),
        lead_before=lead(before),
        lead_after=lead(after),
        hosts=tuple(HostMovement(host, names[host], old.get(host), new.get(host)) for host in order),
        is_comparable=before.synthesis == after.synthesis,
    )


def _standings(results: Results) -> Mapping[str, Standing]:
    """By host, in the order of the ranks, those outside them last."""
    outside = [h for h in range(len(results.hosts)) if not results.ranks[h]]
    return {
        results.hosts[h]: Standing(int(results.ranks[h]), float(results.totals[h])) for h in (*results.order, *outside)
    }


def _leader(results: Results) -> str | None:
    return None if results.leader is None else results.hosts[results.leader]
