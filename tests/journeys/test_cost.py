"""A consultant pastes what the plant costs, states a rate, reads the chart, and keeps the frame as a template."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_fields
from decidr.formats.study_file import load_study
from decidr.formats.templates import templates
from decidr.gui.panels.results.page import ResultsPanel
from tests.gui.open_windows import OpenWindow
from tests.gui.recording_messages import RecordingMessages
from tests.journeys.conftest import Click

BIDS = (
    "Host\tItem\tAmount\tCurrency\tYear\n"
    "Canada\tPlant\t3 950 000 000\tCAD\t2025\n"
    "Spain\tPlant\t2 210 000 000\tEUR\t2025\n"
    "Türkiye\tPlant\t1 640 000 000\tEUR\t2025\n"
)


def test_costs_are_pasted_a_rate_is_stated_and_the_frame_becomes_a_template(
    qtbot: QtBot, open_window: OpenWindow, click: Click, messages: RecordingMessages, plant: Path
) -> None:
    study = set_fields(load_study(plant), currency="CAD")
    window = open_window(study, plant, with_parts=True)
    window.go_to("results:cost")
    panel = window.pages.panel("results")
    assert isinstance(panel, ResultsPanel)

    # The bids come from a spreadsheet; two of them are in euros.
    QGuiApplication.clipboard().setText(BIDS)
    click(window, "paste_costs")
    assert messages.told[-1] == "Pasted 3 rows."
    assert panel.header.subtitle.startswith("Only Canada has a cost yet")
    assert any("EUR" in str(problem.values) for problem in window.document.results.problems)

    # She states what a dollar buys, and the chart answers.
    rates = panel.cost.rates.table
    assert rates.setData(rates.index(0, 1), "0,64")
    assert panel.header.subtitle == "No host is both cheaper and better than Türkiye and Spain"
    assert "1 CAD buys 0.64 EUR" in panel.cost.chart.heading
    window.document.undo_stack.undo()
    assert panel.header.subtitle.startswith("Only Canada")
    window.document.undo_stack.redo()

    # The next client gets the frame, without what this one said.
    window.files.templates.offer()
    messages.offers[-1].do()
    made = next(template for template in templates() if template.is_own)
    kept = load_study(made.path)
    assert (kept.comparisons, kept.cells, kept.costs) == ((), (), ())
    assert kept.criteria == study.criteria
