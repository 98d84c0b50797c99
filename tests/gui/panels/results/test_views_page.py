from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.gui.panels.results.views_page import ViewsPage
from tests.gui.example_study import example_study
from tests.gui.recording_messages import RecordingMessages

STUDY = example_study()


@pytest.fixture
def page(qtbot: QtBot, messages: RecordingMessages) -> ViewsPage:
    made = ViewsPage(messages)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show_views({view.id: evaluate(STUDY, view.id) for view in STUDY.views}, "neutral", ())
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_click_on_a_view_asks_for_it(page: ViewsPage, qtbot: QtBot) -> None:
    area = page.chart.mark("view", "", "investor").area
    with qtbot.waitSignal(page.view_clicked) as told:
        qtbot.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert told.args == ["investor"]


def test_a_click_on_a_total_selects_its_host(page: ViewsPage, qtbot: QtBot) -> None:
    area = page.chart.mark("total", "h3", "investor").area
    with qtbot.waitSignal(page.host_clicked) as told:
        qtbot.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert told.args == ["h3"]
