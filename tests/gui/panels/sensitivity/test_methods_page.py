"""«Do the methods agree?»"""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.formats.templates import load_template
from decidr.gui.panels.sensitivity.methods_page import MethodsPage
from tests.building import data_study

EV = evaluate(load_template("ev-plant"))


@pytest.fixture
def page(qtbot: QtBot, qapp) -> MethodsPage:
    made = MethodsPage()
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    return made


def test_rank_reversal_is_shown_and_said(qtbot: QtBot, page: MethodsPage) -> None:
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(EV)
    assert page.said.text() == "The methods disagree: Canada leads by distributive synthesis and ideal synthesis."
    assert page.ways.table.rowCount() == len(page.agreement.ways)
    assert page.ratios.table.rowCount() == len(page.agreement.ratios)


def test_a_ratio_leads_to_its_judgments(qtbot: QtBot, page: MethodsPage) -> None:
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(EV)
    with qtbot.waitSignal(page.go_to) as told:
        page.ratios.activated.emit(page.ratios.model().index(0, 0))
    assert told.args[0].startswith("weights:")


def test_without_judgments_there_is_no_table_of_ratios(qtbot: QtBot, page: MethodsPage) -> None:
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(evaluate(data_study({"A": 1.0}, {"A": [0.9, 0.1]}, ["X", "Y"])))
    assert (page.ratios.isVisible(), page.ways.isVisible()) == (False, True)
