"""A consultant with 200 places and 60 figures of each: the window stays as light as with a few."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.charts.results.contributions import ContributionsChart
from decidr.gui.panels.frame.steps import steps
from tests.gui.large_study import large_study
from tests.gui.open_windows import OpenWindow


def test_no_page_has_more_widgets_for_more_hosts(open_window: OpenWindow, qtbot: QtBot) -> None:
    counts = []
    for hosts in (20, 200):
        window = open_window(large_study(hosts), with_parts=True)
        for step in steps():
            window.open_page(step.id)
            qtbot.waitUntil(window.pages.panel(step.id).isVisible)
        window.document.select_host("h3")
        counts.append({step.id: len(window.pages.panel(step.id).findChildren(QWidget)) for step in steps()})
    assert counts[0] == counts[1]


def test_of_a_long_chart_only_what_is_seen_is_drawn(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    monkeypatch.setattr(ContributionsChart, "_draw_name", lambda self, painter, row: drawn.append(row))
    window = open_window(large_study(), with_parts=True)
    window.open_page("results")
    qtbot.waitUntil(lambda: bool(drawn))
    assert max(drawn) < 60
