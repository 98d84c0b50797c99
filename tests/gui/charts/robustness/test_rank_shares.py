from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.charts.robustness.rank_shares import RankSharesChart
from decidr.gui.charts.robustness.simulated import Simulated
from tests.gui.charts.simulations import THIN, ids, three_hosts


@pytest.fixture
def shown() -> Simulated:
    return three_hosts()


@pytest.fixture
def chart(qtbot: QtBot, shown: Simulated) -> RankSharesChart:
    made = RankSharesChart()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_simulated(shown, shown.hosts[:2])
    return made


def test_segments_are_as_long_as_their_shares(chart: RankSharesChart, shown: Simulated) -> None:
    canada = ids(shown.results)["Canada"]
    widths = [chart.mark("rank", canada, str(rank)).area.width() for rank in (1, 2, 3)]
    assert widths[1] / widths[0] == pytest.approx(5 / 4, abs=0.02)
    assert widths[0] / widths[2] == pytest.approx(4, abs=0.1)


def test_a_rank_that_a_host_never_has_takes_no_room(chart: RankSharesChart, shown: Simulated) -> None:
    thailand = ids(shown.results)["Thailand"]
    row = next(row for row in chart.marks if row[0].host == thailand)
    assert [mark.criterion for mark in row[1:]] == ["2", "3"]


def test_a_tip_gives_the_share_in_full(chart: RankSharesChart, shown: Simulated) -> None:
    text = chart.tip(chart.mark("rank", ids(shown.results)["Canada"], "2"))
    assert f"rank 2 in 50.0000{THIN}% of 10 draws" in text


def test_the_words_tell_every_host(chart: RankSharesChart) -> None:
    told = chart.accessibleDescription()
    assert f"Spain: first in 60{THIN}%, expected rank 1.40." in told
    assert f"Thailand: first in 0{THIN}%, expected rank 2.90." in told


def test_a_click_tells_the_host(chart: RankSharesChart, shown: Simulated, qtbot: QtBot) -> None:
    mark = chart.mark("host", ids(shown.results)["Thailand"])
    with qtbot.waitSignal(chart.pressed) as told:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=mark.area.center().toPoint())
    assert told.args is not None
    assert told.args[0].host == mark.host
