"""A consultant drags weights beside her client: bars, a point over the border, and what is worth keeping."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import cases_of
from decidr.formats.study_file import load_study
from decidr.gui.charts.canvas.chart import Chart
from decidr.gui.charts.sensitivity.dynamic import DynamicChart
from decidr.gui.main_window import MainWindow
from decidr.gui.panels.sensitivity.dynamic_page import DynamicPage
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from decidr.gui.panels.sensitivity.two_weights_page import TwoWeightsPage
from tests.gui.open_windows import OpenWindow
from tests.gui.recording_messages import RecordingMessages
from tests.journeys.conftest import Click

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot, open_window: OpenWindow, plant: Path) -> MainWindow:
    """The window on the EV-plant study, at Sensitivity."""
    made = open_window(load_study(plant), plant, with_parts=True)
    made.go_to("sensitivity")
    return made


@pytest.fixture
def panel(window: MainWindow) -> SensitivityPanel:
    """The page."""
    found = window.pages.panel("sensitivity")
    assert isinstance(found, SensitivityPanel)
    return found


def drag(qtbot: QtBot, chart: Chart, start: QPointF, end: QPointF) -> None:
    """Take what is at one place of a chart and let it go at another, in steps as a hand makes them."""
    qtbot.mousePress(chart.viewport(), LEFT, pos=start.toPoint())
    for step in range(1, 6):
        at = start + (end - start) * (step / 5)
        moved = QMouseEvent(QEvent.Type.MouseMove, at, chart.mapToGlobal(at), LEFT, LEFT, NONE)
        chart.mouseMoveEvent(moved)
    qtbot.mouseRelease(chart.viewport(), LEFT, pos=end.toPoint())


def drag_bar(qtbot: QtBot, chart: DynamicChart, name: str, weight: float) -> None:
    """Drag the bar of a criterion to a weight."""
    places = chart.places
    row = next(i for i, found in enumerate(places.weights) if found.name == name)
    y = places.track(row).center().y()
    drag(qtbot, chart, QPointF(places.weight_x(places.weights[row].weight), y), QPointF(places.weight_x(weight), y))


def first(window: MainWindow) -> str:
    """Who stands first in the live ranking."""
    return str(window.ranking.list.model().index(0, 0).data())


def test_bars_are_dragged_reset_and_two_are_kept_as_a_scenario_that_undo_takes_back(
    qtbot: QtBot, window: MainWindow, panel: SensitivityPanel, click: Click, messages: RecordingMessages
) -> None:
    click(window, "tab_dynamic")
    assert isinstance(panel.page, DynamicPage)
    chart, document = panel.page.chart, window.document
    own = document.results
    assert "Spain" in first(window)

    # One bar: the ranking follows, the study does not change.
    drag_bar(qtbot, chart, "Stability", 0.5)
    assert "Canada" in first(window)
    assert panel.tried.words.whole.startswith("Canada leads by")
    assert not document.is_modified
    click(window, "reset_weight")
    assert "Spain" in first(window)
    assert document.results is own

    # Two bars: each stays where it was put, and what comes of them is worth keeping.
    drag_bar(qtbot, chart, "Stability", 0.4)
    drag_bar(qtbot, chart, "Incentives", 0.3)
    local = {document.study.name_of(node): weight for node, weight in document.results.local.items()}
    assert (local["Stability"], local["Incentives"]) == pytest.approx((0.4, 0.3), abs=0.01)
    tried = document.results.totals.tolist()
    click(window, "keep_as_scenario")
    assert document.undo_stack.undoText() == "Keep weights as a scenario"
    scenario = document.study.scenarios[-1]
    assert scenario.name.startswith("Stability 40 %, Incentives 30 %")
    case = next(case for case in cases_of(document.study) if case.name == scenario.name)
    assert evaluate(document.study, document.view, case=case).totals.tolist() == pytest.approx(tried)

    # The study's own weights are as they were, and one step takes the scenario back.
    assert document.results.local == own.local
    assert "Spain" in first(window)
    assert messages.told[-1].startswith(f"Kept as the scenario «{scenario.name}»")
    document.undo_stack.undo()
    assert scenario not in document.study.scenarios
    assert not document.is_modified


def test_a_point_dragged_over_the_border_changes_the_leader_and_the_sentence_says_so(
    qtbot: QtBot, window: MainWindow, panel: SensitivityPanel, click: Click
) -> None:
    click(window, "tab_two_weights")
    assert isinstance(panel.page, TwoWeightsPage)
    chart = panel.page.chart
    places = chart.places
    assert panel.header.subtitle.startswith("Canada draws level at Stability 28.9")
    assert places.map is not None
    assert places.map.border is not None
    now, border = places.pixel(places.map.now), places.pixel(places.map.border.at)

    # Short of the border Spain still leads, a little beyond it Canada does.
    drag(qtbot, chart, now, now + (border - now) * 0.9)
    assert panel.tried.words.whole.startswith("Spain leads by")
    drag(qtbot, chart, now + (border - now) * 0.9, now + (border - now) * 1.1)
    assert panel.tried.words.whole.startswith("Canada leads by")
    assert "Canada" in first(window)
    assert "Canada leads." in chart.accessibleDescription()

    # What is tried here is tried on every tab, until Esc.
    click(window, "tab_dynamic")
    assert isinstance(panel.page, DynamicPage)
    assert [row.name for row in panel.page.chart.places.weights if row.is_held] == ["Stability", "Incentives"]
    tab = panel.findChild(QPushButton, "tab_dynamic")
    assert tab is not None
    qtbot.keyClick(tab, Qt.Key.Key_Escape)
    assert "Spain" in first(window)
