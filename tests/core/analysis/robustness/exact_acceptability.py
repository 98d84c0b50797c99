"""Rank acceptability of free weights without any drawing: the volumes in which hosts stand in each order."""

from itertools import pairwise, permutations

import numpy as np
from scipy.optimize import linprog
from scipy.spatial import ConvexHull, HalfspaceIntersection


def acceptability(scores):
    """Shares (H, H) of the simplex of weights in which each host has each rank, by scores (L, H) without ties."""
    hosts = scores.shape[1]
    found = np.zeros((hosts, hosts))
    for order in permutations(range(hosts)):
        found[order, range(hosts)] += volume(scores, order)
    return found / found.sum(axis=0)


def volume(scores, order) -> float:
    """The volume of the weights under which the hosts stand in this order, in the first L - 1 weights."""
    differences = np.array([scores[:, worse] - scores[:, better] for better, worse in pairwise(order)])
    last = differences[:, -1:]
    rows = np.hstack([differences[:, :-1] - last, last])
    free = len(scores) - 1
    simplex = np.vstack([np.hstack([-np.eye(free), np.zeros((free, 1))]), [*np.ones(free), -1.0]])
    halfspaces = np.vstack([rows, simplex])
    centre, radius = _widest_ball(halfspaces)
    if radius < 1e-9:
        return 0.0
    return float(ConvexHull(HalfspaceIntersection(halfspaces, centre).intersections).volume)


def _widest_ball(halfspaces):
    """Centre and radius of the largest ball within: how ``HalfspaceIntersection`` wants a point inside."""
    norms = np.linalg.norm(halfspaces[:, :-1], axis=1, keepdims=True)
    goal = np.zeros(halfspaces.shape[1])
    goal[-1] = -1.0
    found = linprog(goal, A_ub=np.hstack([halfspaces[:, :-1], norms]), b_ub=-halfspaces[:, -1], bounds=(None, None))
    return (found.x[:-1], found.x[-1]) if found.success else (None, 0.0)
