"""The tornado tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.sensitivity.tornado import tornado
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from decidr.gui.panels.sensitivity.tornado_page import FEW, TornadoPage
from tests.gui.example_study import example_study
from tests.gui.panels.sensitivity.conftest import Named


@pytest.fixture
def page(panel: SensitivityPanel) -> TornadoPage:
    panel.show_place("sensitivity:tornado")
    assert isinstance(panel.page, TornadoPage)
    return panel.page


def hosts(page: TornadoPage) -> list[str]:
    return [bar.host for bar in page.chart.places.bars]


def test_weights_and_figures_stand_together_or_apart(page: TornadoPage, document: Document, qtbot: QtBot) -> None:
    found = tornado(document.results)
    assert found is not None
    qtbot.mouseClick(page.kinds.button("cells"), Qt.MouseButton.LeftButton)
    assert all(hosts(page))
    assert len(hosts(page)) == sum(1 for bar in found.bars if bar.host)
    qtbot.mouseClick(page.kinds.button("weights"), Qt.MouseButton.LeftButton)
    assert not any(hosts(page))


def test_the_widest_come_first_and_the_rest_on_demand(page: TornadoPage, document: Document, qtbot: QtBot) -> None:
    found = tornado(document.results)
    assert found is not None
    assert len(hosts(page)) == FEW
    assert page.more.text() == f"{len(found.bars) - FEW} more ›"
    qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
    assert len(hosts(page)) == len(found.bars)
    assert not page.more.isVisible()


def test_the_tornado_is_that_of_the_weights_that_are_tried(
    page: TornadoPage, panel: SensitivityPanel, document: Document, named: Named
) -> None:
    document.try_weight(named("Stability"), 0.6)
    assert "Canada" in panel.header.subtitle
    assert page.chart.places.leader == "Canada"


def test_a_bar_leads_to_its_gradient_or_to_its_cell(
    page: TornadoPage, panel: SensitivityPanel, named: Named, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.go_to) as told:
        page.chart.pressed.emit(page.chart.mark("bar", "", named("Stability")))
    assert told.args == [f"sensitivity:{named('Stability')}"]
    leaf, host = named("Supplier base and skills"), named("Hungary")
    with qtbot.waitSignal(panel.go_to) as told:
        page.chart.pressed.emit(page.chart.mark("bar", host, leaf))
    assert told.args == [f"data:{leaf}:{host}"]


def test_one_host_has_no_lead_to_change(page: TornadoPage, panel: SensitivityPanel, document: Document) -> None:
    document.open(example_study(hosts=1), None)
    assert panel.header.subtitle.startswith("It takes two hosts that can lead")
    assert not page.chart.isVisible()
