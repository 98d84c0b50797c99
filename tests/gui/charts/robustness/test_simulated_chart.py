from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from decidr.gui.charts.canvas.colours import contrast
from decidr.gui.charts.robustness.pair_wins import PairWinsChart
from decidr.gui.charts.robustness.rank_shares import RankSharesChart
from decidr.gui.charts.robustness.score_boxes import ScoreBoxesChart
from decidr.gui.charts.robustness.simulated_chart import SimulatedChart, ink_on
from decidr.gui.theme import DARK, LIGHT, Theme
from tests.gui.charts.simulations import three_hosts

CHARTS = (RankSharesChart, ScoreBoxesChart, PairWinsChart)


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_fades_when_the_study_has_moved_on(qtbot: QtBot, kind: type[SimulatedChart]) -> None:
    chart, shown = kind(), three_hosts()
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show_simulated(shown, shown.hosts)
    now = chart.grab().toImage()
    chart.show_simulated(shown, shown.hosts, is_outdated=True)
    faded = chart.grab().toImage()
    assert faded.size() == now.size()
    assert faded != now
    chart.show_simulated(shown, shown.hosts)
    assert chart.grab().toImage() == now


@pytest.mark.parametrize("kind", CHARTS)
def test_every_host_can_be_walked_to_and_tells_something(qtbot: QtBot, kind: type[SimulatedChart]) -> None:
    chart, shown = kind(), three_hosts()
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show_simulated(shown, ())
    assert {row[0].host for row in chart.marks} == set(shown.hosts)
    assert all(chart.tip(mark) for row in chart.marks for mark in row)
    assert "Spain" in chart.accessibleDescription()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_letters_on_a_bar_can_be_read_whatever_its_colour(theme: Theme) -> None:
    grounds = (*theme.hosts_in_focus, theme.other_hosts, theme.card, theme.accent)
    assert all(contrast(ink_on(ground), ground) >= 4.5 for ground in grounds)


@pytest.mark.parametrize("kind", CHARTS)
def test_an_empty_chart_draws_nothing_and_has_no_marks(qtbot: QtBot, kind: type[SimulatedChart]) -> None:
    chart = kind()
    qtbot.addWidget(chart)
    chart.grab()
    assert list(chart.marks) == []


@pytest.mark.parametrize(("width", "begins"), [(300.0, 100.0), (120.0, 0.0)])
def test_a_key_begins_at_the_edge_where_its_place_is_too_narrow(qtbot: QtBot, width: float, begins: float) -> None:
    chart = ScoreBoxesChart()
    qtbot.addWidget(chart)
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert chart.draw_key(painter, "box: half, line: nine in ten", QRectF(100, 0, width, 20), 10) == begins
    painter.end()
