"""The tally: what a chunk of samples adds to the answer, and the sum of chunks."""

from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from decidr.core.analysis.matrices import Booleans, Floats
from decidr.core.analysis.robustness.products import product_over_samples
from decidr.core.analysis.robustness.ties import pair_wins, rank_counts, shared_ranks, shares_of_first
from decidr.core.analysis.synthesis import TIE


class Tally(NamedTuple):
    """Counts over ``samples`` of R ranked hosts and L leaves.

    ``ranks`` (R, R): how often each host has each rank. ``wins`` (R, R): how often it is before each other, a tie a
    half. ``weights`` (R, L): the sum of the leaf weights of the samples in which it is first. ``leads`` (R,): how often
    it is first of the hosts that can lead. A tie of k counts 1/k everywhere else.
    """

    samples: int
    ranks: Floats
    wins: Floats
    weights: Floats
    leads: Floats

    @classmethod
    def empty(cls, hosts: int, leaves: int) -> Self:
        """Before the first chunk."""
        square = np.zeros((hosts, hosts))
        return cls(0, square, square, np.zeros((hosts, leaves)), np.zeros(hosts))

    def and_(self, other: Self) -> Self:
        """Both together."""
        return type(self)(
            self.samples + other.samples,
            self.ranks + other.ranks,
            self.wins + other.wins,
            self.weights + other.weights,
            self.leads + other.leads,
        )


def tally(totals: Floats, weights: Floats, can_lead: Booleans) -> Tally:
    """The tally of totals (R, N) of the ranked hosts under leaf weights (L, N); ``can_lead`` (R,) are eligible.

    Nothing is sorted: a host's place is the number of hosts strictly before it, and those with the same place tie.
    Samples in which small gaps make a chain, so that its ends are farther apart than a tie, are sorted apart.
    """
    hosts, samples = totals.shape
    places, wins = _compared(totals)
    if int(wins.sum()) == samples * (hosts * (hosts - 1) // 2):
        ranks, firsts = _counted(places), (places == 0).astype(np.float64)
    else:
        ranks, firsts = _with_ties(totals, places, wins)
    leads = firsts.sum(axis=1) if can_lead.all() else _leads(totals, can_lead)
    return Tally(samples, ranks, wins, product_over_samples(firsts, weights), leads)


Places = NDArray[np.unsignedinteger]


class _Compared(NamedTuple):
    """How many hosts are strictly before each (R, N), and how often each host is strictly before each other (R, R)."""

    places: Places
    wins: Floats


def _compared(totals: Floats) -> _Compared:
    hosts = len(totals)
    places = np.zeros(totals.shape, dtype=np.uint8 if hosts < 256 else np.uint16)
    wins = np.zeros((hosts, hosts))
    raised = totals + TIE
    for host in range(hosts - 1):
        is_before = totals[host] > raised[host + 1 :]
        is_behind = raised[host] < totals[host + 1 :]
        places[host + 1 :] += is_before
        places[host] += np.add.reduce(is_behind, axis=0, dtype=places.dtype)
        wins[host, host + 1 :] = _counts(is_before)
        wins[host + 1 :, host] = _counts(is_behind)
    return _Compared(places, wins)


def _with_ties(totals: Floats, places: Places, wins: Floats) -> tuple[Floats, Floats]:
    """Counts of ranks (R, R) and shares of the first (R, N); ``wins`` get the halves of ties."""
    hosts, samples = totals.shape
    sizes = _sizes(places)
    ties = (hosts * (hosts - 1) - 2 * places.sum(axis=0, dtype=np.intp)) - (sizes.sum(axis=0, dtype=np.intp) - hosts)
    chained = np.flatnonzero(ties)
    shared = shared_ranks(totals[:, chained])
    wins -= _compared(totals[:, chained]).wins if len(chained) else 0.0
    wins += (samples - len(chained) - wins - wins.T) / 2 * (1.0 - np.eye(hosts))
    wins += pair_wins(shared)
    firsts = (places == 0).astype(np.float64)
    firsts /= sizes
    firsts[:, chained] = shares_of_first(shared)
    places[:, chained] = hosts
    return _counted_with_ties(places, sizes) + rank_counts(shared), firsts


def _sizes(places: Places) -> Places:
    """How many hosts have the same place as each (R, N), itself among them."""
    sizes = np.ones_like(places)
    for host in range(len(places) - 1):
        is_same = places[host] == places[host + 1 :]
        sizes[host + 1 :] += is_same
        sizes[host] += np.add.reduce(is_same, axis=0, dtype=places.dtype)
    return sizes


def _counted_with_ties(places: Places, sizes: Places) -> Floats:
    """How often each host has each rank (R, R), in parts where k share k ranks from their place on."""
    hosts = len(places)
    ranks = np.zeros((hosts, hosts))
    for size in np.flatnonzero(np.bincount(sizes.ravel())).tolist():
        counts = _counted(np.where(sizes == size, places, hosts)) / size
        for offset in range(size):
            ranks[:, offset:] += counts[:, : hosts - offset]
    return ranks


def _counted(places: Places) -> Floats:
    """How often each host has each place (R, R)."""
    return np.array([_counts(places == rank) for rank in range(len(places))], dtype=np.float64).T


def _counts(rows: Booleans) -> list[int]:
    """How many are true in each row; much faster than a sum."""
    return [int(np.count_nonzero(row)) for row in rows]


def _leads(totals: Floats, can_lead: Booleans) -> Floats:
    """How often each host (R,) is first of those that can lead."""
    leads = np.zeros(len(totals))
    if can_lead.any():
        leads[can_lead] = first_shares(totals[can_lead]).sum(axis=1)
    return leads


def first_shares(totals: Floats) -> Floats:
    """What each host has of the first rank (R, N) by totals (R, N): 1/k where k tie there."""
    shares: Floats = (totals >= totals.max(axis=0) - TIE).astype(np.float64)
    several = shares.sum(axis=0) > 1
    if several.any():
        shares[:, several] = shares_of_first(shared_ranks(totals[:, several]))
    return shares
