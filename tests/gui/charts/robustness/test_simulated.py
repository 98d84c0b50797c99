from __future__ import annotations

import numpy as np
import pytest

from decidr.gui.charts.robustness.simulated import Simulated, simulated
from tests.gui.charts.simulations import three_hosts


def test_hosts_stand_by_their_expected_rank() -> None:
    shown = three_hosts()
    assert [shown.names[host] for host in shown.hosts] == ["Spain", "Canada", "Thailand"]
    assert shown.robustness.expected_rank == pytest.approx([1.4, 1.7, 2.9])


def test_it_says_of_how_many_draws_it_is() -> None:
    shown = three_hosts(samples=40)
    assert shown.draws == "10 draws"


def test_the_share_of_first_ranks_is_in_the_order_of_the_simulation() -> None:
    shown = three_hosts()
    assert shown.firsts == pytest.approx([0.6, 0.4, 0.0])
    assert [shown.row_of(host) for host in shown.robustness.hosts] == [0, 1, 2]


def test_boxes_are_made_of_the_kept_totals_unless_they_were_made_before() -> None:
    shown = three_hosts()
    assert shown.boxes[0] == pytest.approx([0.51, 0.55, 0.6, 0.65, 0.69])
    given = np.zeros((3, 5))
    assert simulated(shown.results, shown.robustness, given).boxes is given


def test_a_host_that_left_the_study_keeps_its_name() -> None:
    shown: Simulated = three_hosts()
    assert shown.name(2) == "Thailand"
