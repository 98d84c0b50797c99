from __future__ import annotations

from math import isnan, sqrt

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.gui.charts.robustness.simulated import simulated
from decidr.gui.panels.robustness.host_rows import first_error, host_headings, host_rows
from tests.gui.charts.simulations import THIN, three_hosts


def test_a_row_tells_rank_share_error_and_confidence() -> None:
    rows = host_rows(three_hosts())
    assert len(host_headings()) == len(rows[0])
    assert [entry.text for entry in rows[1]] == ["Canada", "1.70", f"40.0{THIN}%", f"15.49{THIN}%", f"50.0{THIN}%"]
    assert float(rows[1][3].exact) == pytest.approx(sqrt(0.4 * 0.6 / 10))


def test_a_host_that_is_never_first_has_no_confidence() -> None:
    assert host_rows(three_hosts())[2][4].text == "–"


def test_confidence_is_awaited_until_all_draws_are_there() -> None:
    assert {row[4].text for row in host_rows(three_hosts(confidence=None))} == {"…"}


def test_the_error_of_scrambled_points_is_that_of_their_replicates() -> None:
    shown = three_hosts()
    tally = shown.robustness.tally
    shares = (0.5, 0.7, 0.6)
    replicates = []
    for share in shares:
        ranks = tally.ranks.copy()
        ranks[0, 0] = 10 * share
        replicates.append(tally._replace(ranks=ranks))
    found = replace(shown.robustness, replicates=tuple(replicates))
    expected = np.std(shares, ddof=1) / sqrt(len(shares))
    assert first_error(simulated(shown.results, found), 0) == pytest.approx(expected)
    alone = replace(shown.robustness, replicates=tuple(replicates[:1]))
    assert isnan(first_error(simulated(shown.results, alone), 0))


def test_rows_of_an_earlier_state_are_quiet() -> None:
    assert {entry.tone for row in host_rows(three_hosts(), is_outdated=True) for entry in row} == {"third"}
