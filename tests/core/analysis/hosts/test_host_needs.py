"""What a host still needs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.host_needs import Need, still_needed
from decidr.core.study import edits
from decidr.core.study.study import Study
from tests.building import data_study
from tests.gui.structure_study import HOSTS, structure_study


def with_brazil() -> tuple[Study, str]:
    study = edits.add_host(structure_study(), "Brazil", "BRA")
    return study, study.hosts[-1].id


def test_a_new_host_needs_every_cell_and_every_pair_in_the_trees_order() -> None:
    study, brazil = with_brazil()
    assert still_needed(study, brazil) == (
        Need("Sales"),
        Need("Exports"),
        Need("Rule"),
        Need("Support"),
        *(Need("Culture", other) for other in HOSTS),
        Need("Jobs"),
    )


def test_what_is_filled_is_no_longer_needed() -> None:
    study, brazil = with_brazil()
    study = edits.give_values(study, {("Rule", brazil, "data"): 55.0, ("Jobs", brazil, "direct"): 0.5}, "2026-11-27")
    pair = {"under": "Culture", "view": "neutral", "first": "Spain", "second": brazil}
    study = edits.set_judgment(study, **pair, value=2.0)
    left = still_needed(study, brazil)
    assert Need("Culture", "Spain") not in left
    assert [need.leaf for need in left if need.other is None] == ["Sales", "Exports", "Support"]


def test_gaps_of_an_old_host_are_needed_and_closed_cells_are_not() -> None:
    assert still_needed(structure_study(), "Morocco") == (Need("Sales"), Need("Support"))
    assert still_needed(structure_study(), "Spain") == ()


def test_a_leaf_that_the_view_leaves_out_needs_nothing() -> None:
    study, brazil = with_brazil()
    assert Need("Exports") not in still_needed(study, brazil, "government")


def test_a_value_of_a_way_that_does_not_count_fills_no_gap() -> None:
    study, brazil = with_brazil()
    study = edits.give_values(study, {("Rule", brazil, "direct"): 0.5}, "2026-11-27")
    assert Need("Rule") in still_needed(study, brazil)


def test_pairs_are_those_of_the_entries_that_count_in_the_view() -> None:
    study, brazil = with_brazil()
    study = edits.own_judgments_for_view(study, "Culture", "government")
    pair = {"under": "Culture", "view": "government", "first": brazil, "second": "Canada"}
    study = edits.set_judgment(study, **pair, value=1.0)
    assert Need("Culture", "Canada") in still_needed(study, brazil)
    assert Need("Culture", "Canada") not in still_needed(study, brazil, "government")


def test_a_group_needs_nothing_and_a_dormant_host_what_it_would_need() -> None:
    study, brazil = with_brazil()
    asleep = edits.set_host(study, brazil, active=False)
    assert still_needed(asleep, brazil) == still_needed(study, brazil)
    grouped = edits.set_host(study, "Canada", group=brazil)
    assert still_needed(grouped, brazil) == ()


shares = st.floats(0, 1)


@given(st.lists(st.tuples(shares, shares), min_size=1, max_size=6), st.tuples(shares, shares))
@settings(max_examples=60, deadline=None)
def test_a_host_added_and_filled_moves_no_other_total_in_absolute_mode_with_fixed_ends(
    rows: list[tuple[float, float]], new: tuple[float, float]
) -> None:
    names = [f"h{i}" for i in range(len(rows))]
    before = data_study({"x": 0.3, "y": 0.7}, {"x": [r[0] for r in rows], "y": [r[1] for r in rows]}, names)
    study = edits.add_host(before, "new")
    host = study.hosts[-1].id
    assert evaluate(study).totals[:-1].tolist() == evaluate(before).totals.tolist()
    for need, value in zip(still_needed(study, host), new, strict=True):
        study = edits.give_values(study, {(need.leaf, host, "data"): value}, "2026-11-27")
        assert evaluate(study).totals[:-1].tolist() == evaluate(before).totals.tolist()
    assert still_needed(study, host) == ()


@given(st.lists(st.tuples(shares, shares, shares), min_size=2, max_size=7))
@settings(max_examples=60, deadline=None)
def test_leaving_any_host_out_reorders_nobody_in_absolute_mode_with_fixed_ends(
    rows: list[tuple[float, float, float]],
) -> None:
    """Trap M7: whole results without each host in turn."""
    names = [f"h{i}" for i in range(len(rows))]
    values = {leaf: [row[k] for row in rows] for k, leaf in enumerate("xyz")}
    study = data_study({"x": 0.5, "y": 0.3, "z": 0.2}, values, names)
    every = evaluate(study).totals
    for gone, name in enumerate(names):
        for without in (edits.remove_host(study, name), edits.set_host(study, name, active=False)):
            results = evaluate(without)
            assert results.totals.tolist() == np.delete(every, gone).tolist()
            kept = [h for h in evaluate(study).order if h != gone]
            assert [results.hosts[h] for h in results.order] == [names[h] for h in kept]


def test_ends_taken_from_the_hosts_present_can_reverse_the_rest() -> None:
    """Trap M7, the other half: what fixed ends guard against does happen where there are none."""
    values = {"x": [0.5, 0.4, 1.0], "y": [0.0, 0.3, 1.0]}
    study = data_study({"x": 0.6, "y": 0.4}, values, ("A", "B", "C"), synthesis="distributive")
    for leaf in "xy":
        study = edits.set_criterion(study, leaf, worst=None, best=None, better="higher")
    with_c, without = evaluate(study), evaluate(edits.remove_host(study, "C"))
    assert np.sign(with_c.totals[0] - with_c.totals[1]) != pytest.approx(np.sign(without.totals[0] - without.totals[1]))
