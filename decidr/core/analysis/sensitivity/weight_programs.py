"""Linear programs over weights that sum to 1: the nearest that put a host first, or who can always keep it from that.

Loads scipy, so nothing imports this module before a window's first paint.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linprog

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.synthesis import DUST

EXACT = 1e-10
"""The tightest tolerance that HiGHS takes: totals that are said to tie, tie to nine decimals."""


class Moved(NamedTuple):
    """Weights (C,), and how much weight has moved: half the sum of all changes."""

    weights: Floats
    distance: float


def nearest_weights(now: Floats, leads: Floats) -> Moved | None:
    """The weights nearest to ``now`` (C,) at which no lead is below 0; of those equally near, the most even change.

    ``leads`` (K, C) are how far a host is ahead of each of K others where one weight has everything; between they are
    linear. Nearest is the smallest distance ½ Σ|Δw|, then the smallest largest |Δw|. None where no weights do.
    """
    if (leads @ now >= -DUST).all():
        return Moved(now, 0.0)
    program = _program(now, leads)
    shortest = program.solved()
    if shortest is None:
        return None
    distance = float(program.costs @ shortest)
    evenest = _with_even_changes(program, distance).solved()
    found = shortest if evenest is None else evenest
    size = len(now)
    weights = np.clip(now + found[:size] - found[size : 2 * size], 0.0, 1.0)
    return Moved(weights / weights.sum(), distance)


class _Program(NamedTuple):
    """Least ``costs @ x`` with ``below @ x <= limits``, ``equal @ x == equals`` and ``x`` from 0 to ``most``."""

    costs: Floats
    below: Floats
    limits: Floats
    equal: Floats
    equals: Floats
    most: Floats

    def solved(self) -> Floats | None:
        """The best x; None where none meets all."""
        found = linprog(
            self.costs,
            self.below,
            self.limits,
            self.equal,
            self.equals,
            [(0.0, most) for most in self.most.tolist()],
            options={"primal_feasibility_tolerance": EXACT, "dual_feasibility_tolerance": EXACT},
        )
        return found.x if found.status == 0 else None


def _program(now: Floats, leads: Floats) -> _Program:
    """Least weight added, over what every weight gains and then what every weight loses (2 C)."""
    size = len(now)
    gains_less_losses = np.repeat((1.0, -1.0), size)[None]
    return _Program(
        costs=np.repeat((1.0, 0.0), size),
        below=np.hstack([-leads, leads]),
        limits=leads @ now,
        equal=gains_less_losses,
        equals=np.zeros(1),
        most=np.concatenate([1.0 - now, now]),
    )


def _with_even_changes(program: _Program, distance: float) -> _Program:
    """Least largest change, as one more unknown, among those that add no more weight than ``distance``."""
    size = len(program.most) // 2
    each = np.hstack([np.eye(size), np.eye(size), -np.ones((size, 1))])
    rows = np.vstack([program.below, program.costs])
    return _Program(
        costs=np.append(np.zeros(2 * size), 1.0),
        below=np.vstack([np.hstack([rows, np.zeros((len(rows), 1))]), each]),
        limits=np.concatenate([program.limits, [distance], np.zeros(size)]),
        equal=np.append(program.equal[0], 0.0)[None],
        equals=program.equals,
        most=np.append(program.most, 1.0),
    )


class Blockade(NamedTuple):
    """Who keeps a host from the first place at all weights: ``shares`` (K,) of the others, above 0 for these.

    The others' totals mixed in these shares are above the host's whatever the weights (Farkas' lemma).
    """

    shares: Floats

    @property
    def blockers(self) -> tuple[int, ...]:
        """Places of those who are in the mixture."""
        return tuple(np.flatnonzero(self.shares).tolist())


def blockade(leads: Floats) -> Blockade | None:
    """A smallest set of others that keeps a host behind; ``leads`` (K, C) as above, the others best first.

    One other if it is ahead of the host at all weights, the best such; else a set without any of whose members the host
    could be first. None where some weights put the host first.
    """
    alone = np.flatnonzero((leads < -DUST).all(axis=1))
    if alone.size:
        return Blockade(np.where(np.arange(len(leads)) == alone[0], 1.0, 0.0))
    shares = _mixture(leads, range(len(leads)))
    if shares is None:
        return None
    for other in reversed(np.flatnonzero(shares).tolist()):
        rest = [k for k in np.flatnonzero(shares).tolist() if k != other]
        without = _mixture(leads, rest)
        shares = shares if without is None else without
    return Blockade(shares)


def _mixture(leads: Floats, others: Sequence[int]) -> Floats | None:
    """Shares (K,) of these others in a mixture that is ahead of the host at all weights; None where there is none.

    They are the dual of the weights at which the host is least behind the best of the others.
    """
    if not others:
        return None
    size = leads.shape[1]
    least = linprog(
        np.repeat((0.0, -1.0), (size, 1)),
        np.hstack([-leads[list(others)], np.ones((len(others), 1))]),
        np.zeros(len(others)),
        np.repeat((1.0, 0.0), (size, 1))[None],
        np.ones(1),
        [*[(0.0, 1.0)] * size, (-np.inf, np.inf)],
        options={"primal_feasibility_tolerance": EXACT, "dual_feasibility_tolerance": EXACT},
    )
    if least.x is None or least.x[-1] >= -DUST:
        return None
    shares = np.zeros(len(leads))
    shares[list(others)] = np.maximum(-least.ineqlin.marginals, 0.0)
    return np.where(shares > DUST, shares, 0.0)
