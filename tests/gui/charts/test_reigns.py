from __future__ import annotations

import numpy as np
import pytest

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay, one_way
from decidr.gui.charts.reigns import reigns


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


def test_nobody_reigns_where_the_weight_cannot_move(results: Results) -> None:
    assert reigns(results, OneWay("c1", 1.0, 1.0, reason="an only child")) == ()
