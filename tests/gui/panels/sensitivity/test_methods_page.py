"""«Do the methods agree?»"""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from decidr.formats.templates import load_template
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.methods_page import MethodsPage
from tests.building import data_study
from tests.gui.recording_messages import RecordingMessages

EV = load_template("ev-plant")


def worked_out(qtbot: QtBot, study) -> MethodsPage:
    """The page on a study, once it knows."""
    made = MethodsPage(Document(study), RecordingMessages())
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    with qtbot.waitSignal(made.changed, timeout=20_000):
        assert made.refresh() == "Solving the study by every other method…"
    return made


def test_rank_reversal_is_shown_and_said(qtbot: QtBot, qapp) -> None:
    page = worked_out(qtbot, EV)
    assert page.refresh() == "The methods disagree: Canada leads by distributive synthesis and ideal synthesis"
    assert page.ways.table.rowCount() == len(page.agreement.ways)
    assert page.ratios.table.rowCount() == len(page.agreement.ratios)


def test_a_ratio_leads_to_its_judgments(qtbot: QtBot, qapp) -> None:
    page = worked_out(qtbot, EV)
    with qtbot.waitSignal(page.go_to) as told:
        page.ratios.activated.emit(page.ratios.model().index(0, 0))
    assert told.args[0].startswith("weights:")


def test_without_judgments_there_is_no_table_of_ratios(qtbot: QtBot, qapp) -> None:
    page = worked_out(qtbot, data_study({"A": 1.0}, {"A": [0.9, 0.1]}, ["X", "Y"]))
    assert (page.ratios.isVisible(), page.ways.isVisible()) == (False, True)
