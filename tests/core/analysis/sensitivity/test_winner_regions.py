"""Regions and borders in a triangle, beside points drawn at random."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.winner_maps import EQUILATERAL, SQUARE
from decidr.core.analysis.sensitivity.winner_regions import Region, nearest_border, regions
from tests.building import data_study

MIDDLE = (1 / 3, 1 / 3, 1 / 3)
seeds = st.integers(0, 2**32 - 1)


def three_corners(*rows: list[float]) -> tuple[Results, np.ndarray]:
    """Hosts whose totals at the three corners are these rows; each corner is a leaf, all of one weight."""
    hosts = [f"h{k}" for k in range(len(rows))]
    values = {leaf: [row[k] for row in rows] for k, leaf in enumerate("xyz")}
    results = evaluate(data_study(dict.fromkeys("xyz", 1 / 3), values, hosts))
    return results, np.array(rows).T


def inside(region: Region, point: np.ndarray, slack: float = 1e-9) -> bool:
    """Whether a point lies in the convex outline, whichever way round it goes."""
    corners = region.outline[:, :2]
    along, to = np.roll(corners, -1, axis=0) - corners, point[:2] - corners
    turns = along[:, 0] * to[:, 1] - along[:, 1] * to[:, 0]
    return bool((turns >= -slack).all() or (turns <= slack).all())


def area(region: Region) -> float:
    x, y = region.outline[:, 0], region.outline[:, 1]
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)


@given(seeds)
@settings(max_examples=60, deadline=None)
def test_regions_cover_the_triangle_and_the_best_host_of_each_point_has_it(seed):
    rng = np.random.default_rng(seed)
    results, totals = three_corners(*rng.random((int(rng.integers(2, 8)), 3)).tolist())
    found = regions(results, totals)
    assert sum(map(area, found)) == pytest.approx(0.5, abs=1e-9)
    for point in rng.dirichlet([1, 1, 1], 100):
        heights = point @ totals
        if np.diff(np.sort(heights))[-1] > 1e-6:
            assert [r.hosts for r in found if inside(r, point)] == [(f"h{heights.argmax()}",)]


@given(seeds)
@settings(max_examples=60, deadline=None)
def test_at_the_border_two_totals_tie_and_no_point_nearer_to_today_changes_the_leader(seed):
    rng = np.random.default_rng(seed)
    results, totals = three_corners(*rng.random((4, 3)).tolist())
    points = rng.dirichlet([1, 1, 1], 2000)
    for corners in (SQUARE, EQUILATERAL):
        border = nearest_border(results, totals, MIDDLE, corners)
        behind = points[(points @ totals).argmax(axis=1) != results.leader]
        if border is None:
            assert not len(behind)
            continue
        tied = np.array(border.at) @ totals
        assert tied[results.hosts.index(border.rival)] == pytest.approx(tied[results.leader], abs=1e-9)
        assert tied.max() == pytest.approx(tied[results.leader], abs=1e-9)
        away = np.linalg.norm((behind - MIDDLE) @ corners, axis=1)
        assert (away >= border.distance - 1e-9).all()
        assert border.distance == pytest.approx(np.linalg.norm((np.array(border.at) - MIDDLE) @ corners))


def test_a_host_that_is_nowhere_alone_first_has_no_region():
    results, totals = three_corners([1, 0, 0], [0, 1, 1], [0, 1, 0], [0.5, 0.5, 0.5])
    assert [region.hosts for region in regions(results, totals)] == [("h1",), ("h0",)]


def test_hosts_that_are_alike_everywhere_share_a_region():
    results, totals = three_corners([1, 0.2, 0], [0.1, 1, 1], [0.1, 1, 1])
    assert [region.hosts for region in regions(results, totals)] == [("h1", "h2"), ("h0",)]
    assert nearest_border(results, totals, MIDDLE, SQUARE).distance == 0


def test_a_leader_that_nobody_reaches_has_all_and_no_border():
    results, totals = three_corners([1, 1, 1], [0, 0.5, 0.9])
    (region,) = regions(results, totals)
    assert area(region) == pytest.approx(0.5)
    assert nearest_border(results, totals, MIDDLE, SQUARE) is None


def test_a_rival_that_draws_level_in_one_corner_alone_has_its_border_there():
    results, totals = three_corners([1, 1, 0.4], [0, 0.5, 0.4])
    border = nearest_border(results, totals, MIDDLE, SQUARE)
    assert border is not None
    assert border.at == (0, 0, 1)
    assert len(regions(results, totals)) == 1
