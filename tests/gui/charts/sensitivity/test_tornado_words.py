"""Words beside the tornado's bars, and its heading."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tornado import Tornado, tornado
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.gui.charts.sensitivity.tornado_words import end_named, end_said, tornado_answer


@pytest.fixture
def shown(results: Results) -> Tornado:
    found = tornado(results)
    assert found is not None
    return found


def test_the_heading_tells_the_widest_bar_where_none_unseats_the_leader(results: Results, shown: Tornado) -> None:
    said = tornado_answer(results, shown, shown.bars)
    least = (shown.margin + min(shown.bars[0].low.change, shown.bars[0].high.change)) * 100
    assert said == (
        f"No change here takes the lead from Spain; Stability moves it most, to {least:.1f} of now "
        f"{shown.margin * 100:.1f} points."
    )


def test_the_heading_counts_the_bars_that_unseat_the_leader(results: Results, ids: dict[str, str]) -> None:
    tried = with_local_weights(results, {ids["Stability"]: 0.4, ids["Market access"]: 0.12})
    found = tornado(tried)
    assert found is not None
    unseating = [bar for bar in found.bars if bar.low.leader or bar.high.leader]
    assert len(unseating) > 1
    said = tornado_answer(tried, found, found.bars)
    assert said.startswith(f"{len(unseating)} changes alone could take the lead from Canada, first of all Stability")
    assert tornado_answer(tried, found, unseating[:1]) == "Stability alone could take the lead from Canada."


def test_without_bars_nothing_can_move(results: Results, shown: Tornado) -> None:
    assert tornado_answer(results, shown, []).startswith("Nothing here can move")


def test_ends_are_named_by_weight_and_those_of_a_gap_by_worst_and_best(results: Results, shown: Tornado) -> None:
    weight = shown.bars[0]
    assert end_named(results, weight, is_high=True) == f"{weight.high.at * 100:.0f}\u202f%"
    gap = next(bar for bar in shown.bars if bar.host)
    assert [end_named(results, gap, is_high=is_high) for is_high in (False, True)] == ["worst", "best"]
    filled = replace(results, missing=results.missing & False)
    assert [end_named(filled, gap, is_high=is_high) for is_high in (False, True)] == ["Low", "High"]


def test_an_end_in_full_tells_the_lead_its_change_and_who_leads(results: Results, shown: Tornado) -> None:
    bar = shown.bars[0]
    said = end_said(results, shown, bar, is_high=True)
    assert said.startswith("More weight (27.1820")
    assert f"lead {(shown.margin + bar.high.change) * 100:.10g} points" in said
    other = replace(bar, high=replace(bar.high, leader=results.hosts[results.order[1]]))
    assert end_said(results, shown, other, is_high=True).endswith("Canada leads")
    unknown = replace(bar, high=replace(bar.high, change=float("nan")))
    assert end_said(results, shown, unknown, is_high=True).endswith("the lead cannot be told")
