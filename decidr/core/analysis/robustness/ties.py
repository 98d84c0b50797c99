"""Hosts whose totals tie: k of them share k ranks, 1/k of each."""

from typing import NamedTuple

import numpy as np

from decidr.core.analysis.matrices import Floats, Integers
from decidr.core.analysis.synthesis import TIE


class SharedRanks(NamedTuple):
    """For each host and sample (R, N): the ``first`` of the ranks that it shares, from 0, and with how many in all."""

    first: Integers
    size: Integers


def shared_ranks(totals: Floats) -> SharedRanks:
    """By totals (R, N), as ``ranks`` has them: sorted, a gap above ``TIE`` starts a new rank."""
    order = np.argsort(-totals, axis=0, kind="stable")
    falling = np.take_along_axis(totals, order, axis=0)
    places = np.arange(len(totals))[:, None]
    gaps = falling[:-1] - falling[1:] > TIE
    edge = np.ones((1, totals.shape[1]), dtype=bool)
    first = np.maximum.accumulate(np.where(np.vstack([edge, gaps]), places, 0), axis=0)
    last = np.where(np.vstack([gaps, edge]), places, len(totals))
    last = np.minimum.accumulate(last[::-1], axis=0)[::-1]
    found = SharedRanks(np.empty_like(order), np.empty_like(order))
    np.put_along_axis(found.first, order, first, axis=0)
    np.put_along_axis(found.size, order, last - first + 1, axis=0)
    return found


def rank_counts(shared: SharedRanks) -> Floats:
    """How often each host has each rank (R, R), in parts where it shares it."""
    hosts = len(shared.first)
    counts = np.zeros(hosts * hosts)
    rows = np.arange(hosts)[:, None] * hosts
    for offset in range(int(shared.size.max(initial=0))):
        there = shared.size > offset
        places = (rows + shared.first + offset)[there]
        counts += np.bincount(places, 1.0 / shared.size[there], hosts * hosts)
    return counts.reshape(hosts, hosts)


def pair_wins(shared: SharedRanks) -> Floats:
    """How often each host is before each other (R, R), a tie a half; the diagonal is 0."""
    wins = np.stack([(row < shared.first).sum(axis=1) + (row == shared.first).sum(axis=1) / 2 for row in shared.first])
    np.fill_diagonal(wins, 0.0)
    return wins


def shares_of_first(shared: SharedRanks) -> Floats:
    """What each host has of the first rank (R, N)."""
    return np.where(shared.first == 0, 1.0 / shared.size, 0.0)
