from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from decidr.gui.charts.simulated import Simulated, chance, share_told, simulated, who_is_first
from tests.gui.charts.simulations import THIN, three_hosts


def test_hosts_stand_by_their_expected_rank() -> None:
    shown = three_hosts()
    assert [shown.names[host] for host in shown.hosts] == ["Spain", "Canada", "Thailand"]
    assert shown.robustness.expected_rank == pytest.approx([1.4, 1.7, 2.9])


def test_the_answer_names_who_is_first_and_in_how_many_draws() -> None:
    assert who_is_first(three_hosts()) == f"Spain is first in 60{THIN}% of 10 draws; Canada in 40{THIN}%."


def test_a_host_that_is_always_first_stands_alone() -> None:
    shown = three_hosts()
    ranks = np.eye(3) * 10
    always = replace(shown.robustness, tally=shown.robustness.tally._replace(ranks=ranks))
    assert who_is_first(simulated(shown.results, always)) == f"Spain is first in 100{THIN}% of 10 draws."
    assert chance(simulated(shown.results, always)) == "Every draw gives the same ranking."


@pytest.mark.parametrize(
    ("share", "decimals", "told"),
    [
        (0.0, 0, f"0{THIN}%"),
        (0.004, 0, f"under 1{THIN}%"),
        (0.005, 0, f"under 1{THIN}%"),
        (0.006, 0, f"1{THIN}%"),
        (0.0004, 1, f"under 0.1{THIN}%"),
        (0.426, 0, f"43{THIN}%"),
        (0.426, 1, f"42.6{THIN}%"),
        (0.9949, 0, f"99{THIN}%"),
        (0.995, 0, f"over 99{THIN}%"),
        (1.0, 0, f"100{THIN}%"),
        (float("nan"), 0, "–"),
    ],
)
def test_only_none_and_all_are_called_so(share: float, decimals: int, told: str) -> None:
    assert share_told(share, decimals) == told


def test_chance_is_told_as_the_largest_standard_error() -> None:
    assert chance(three_hosts()) == "Off by chance: at most 16 percentage points (standard error)."  # √(0.5 · 0.5 / 10)


def test_boxes_are_made_of_the_kept_totals_unless_they_were_made_before() -> None:
    shown = three_hosts()
    assert shown.boxes[0] == pytest.approx([0.51, 0.55, 0.6, 0.65, 0.69])
    given = np.zeros((3, 5))
    assert simulated(shown.results, shown.robustness, given).boxes is given


def test_a_host_that_left_the_study_keeps_its_name() -> None:
    shown: Simulated = three_hosts()
    assert shown.name(2) == "Thailand"
