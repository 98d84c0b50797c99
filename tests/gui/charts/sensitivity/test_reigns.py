from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay, one_way
from decidr.gui.charts.sensitivity.reigns import reigns
from tests.building import data_study


def test_canada_leads_once_stability_passes_34_per_cent(results: Results, ids: dict[str, str]) -> None:
    spain, canada = reigns(results, one_way(results, ids["Stability"]))
    assert (spain.host, canada.host) == (ids["Spain"], ids["Canada"])
    assert spain.end == canada.start == pytest.approx(0.341, abs=5e-4)


def test_one_host_reigns_where_no_weight_changes_the_leader(results: Results, ids: dict[str, str]) -> None:
    (only,) = reigns(results, one_way(results, ids["Security (low risk)"]))
    assert (only.host, only.start, only.end) == (ids["Spain"], 0.0, 1.0)


def test_reigns_cover_all_weights_and_each_is_the_best_there(results: Results, ids: dict[str, str]) -> None:
    for name in ("Stability", "Incentives", "Market access", "Home EV market"):
        sweep = one_way(results, ids[name])
        found = reigns(results, sweep)
        assert [found[0].start, found[-1].end] == [0.0, 1.0]
        for reign in found:
            middle = (reign.start + reign.end) / 2
            assert sweep.at_zero is not None
            assert sweep.at_one is not None
            totals = sweep.at_zero + middle * (sweep.at_one - sweep.at_zero)
            assert results.hosts[int(np.argmax(totals))] == reign.host


@given(st.integers(0, 10_000), st.integers(2, 30))
def test_reigns_are_those_between_all_crossovers(seed: int, hosts: int) -> None:
    draw = np.random.default_rng(seed)
    names = [f"h{i}" for i in range(hosts)]
    rows = {leaf: draw.integers(0, 6, hosts) / 5 for leaf in "xyz"}
    results = evaluate(data_study({"x": 0.5, "y": 0.3, "z": 0.2}, {k: v.tolist() for k, v in rows.items()}, names))
    sweep = one_way(results, "x")
    assert sweep.at_zero is not None
    assert sweep.at_one is not None
    edges = [0.0, *(c.weight for c in sweep.crossovers), 1.0]
    found = reigns(results, sweep)
    for left, right in pairwise(edges):
        middle = (left + right) / 2
        totals = sweep.at_zero + middle * (sweep.at_one - sweep.at_zero)
        (reign,) = [r for r in found if r.start <= middle <= r.end][:1]
        assert totals[results.hosts.index(reign.host)] >= totals.max() - 1e-9
    assert all(a.end == b.start for a, b in pairwise(found))
    assert all(a.host != b.host for a, b in pairwise(found))


def test_nobody_reigns_where_the_weight_cannot_move(results: Results) -> None:
    assert reigns(results, OneWay("c1", 1.0, 1.0, reason="an only child")) == ()
