"""«What would it take?»"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.smallest_flip import LEAVES
from decidr.formats.templates import load_template
from decidr.gui.panels.sensitivity.flips_page import FlipsPage
from tests.building import data_study

EV = evaluate(load_template("ev-plant"))


@pytest.fixture
def page(qtbot: QtBot, qapp) -> FlipsPage:
    made = FlipsPage()
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    return made


def shown(qtbot: QtBot, page: FlipsPage, results=EV) -> FlipsPage:
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(results)
    return page


def sentences(page: FlipsPage) -> list[str]:
    return [row.findChildren(QLabel)[0].text() for row in page.flips.rows]


def test_every_other_host_has_a_sentence_that_takes_least_first(qtbot: QtBot, page: FlipsPage) -> None:
    said = sentences(shown(qtbot, page))
    assert len(said) == len(EV.hosts) - 1
    assert said[0].startswith("Canada would win if ")
    assert said[-1].startswith("No weights of the main criteria make ")


def test_other_weights_may_be_asked_for(qtbot: QtBot, page: FlipsPage) -> None:
    shown(qtbot, page)
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.level.setCurrentIndex(page.level.findData(LEAVES))
        page.level.activated.emit(page.level.currentIndex())
    assert {flip.level for flip in page.takes.flips} == {LEAVES}
    assert not any(row.findChildren(QPushButton) for row in page.flips.rows)


def test_weights_of_a_flip_can_be_tried(qtbot: QtBot, page: FlipsPage) -> None:
    shown(qtbot, page)
    canada = next(flip for flip in page.takes.flips if flip.moved and EV.sources.names[flip.host] == "Canada")
    with qtbot.waitSignal(page.try_wanted) as tried:
        page.findChild(QPushButton, f"try_flip_{canada.host}").click()
    assert tried.args == [canada.weights]


def test_a_critical_cell_leads_to_the_data(qtbot: QtBot, page: FlipsPage) -> None:
    shown(qtbot, page)
    with qtbot.waitSignal(page.go_to) as told:
        page.cells.activated.emit(page.cells.model().index(0, 0))
    assert told.args == [f"data:{page.takes.cells[0].criterion}:{page.takes.cells[0].host}"]


def test_where_no_cell_does_it_that_is_said(qtbot: QtBot, page: FlipsPage) -> None:
    rows = {"A": [0.9, 0.1], "B": [0.9, 0.1]}
    shown(qtbot, page, evaluate(data_study({"A": 0.5, "B": 0.5}, rows, ["X", "Y"])))
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert ("No cell alone changes the leader." in texts) == (page.takes.cells == ())
