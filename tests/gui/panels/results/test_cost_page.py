"""Results, the page of costs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import remove_costs, set_fields
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.panels.results.page import ResultsPanel
from tests.gui.costed_study import with_costs
from tests.gui.example_study import example_study
from tests.gui.recording_messages import RecordingMessages


def shown(qtbot: QtBot, messages: RecordingMessages, study: Study) -> ResultsPanel:
    document = Document(study)
    panel = ResultsPanel(document, messages)
    qtbot.addWidget(panel, before_close_func=lambda _panel: document.undo_stack.clear())
    panel.resize(760, 900)
    panel.show_place("results:cost")
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def empty(qtbot: QtBot, qapp: object, messages: RecordingMessages) -> ResultsPanel:
    return shown(qtbot, messages, example_study())


@pytest.fixture
def full(qtbot: QtBot, qapp: object, messages: RecordingMessages) -> ResultsPanel:
    return shown(qtbot, messages, with_costs(example_study()))


def test_without_a_table_an_invitation_stands_in_place_of_the_chart(empty: ResultsPanel) -> None:
    page = empty.cost
    assert page.invitation.isVisible()
    assert not page.chart_card.isVisible()
    assert not page.rates_card.isVisible()
    assert page.costs.isVisible()


def test_the_subtitle_answers_and_the_card_tells_the_terms(full: ResultsPanel) -> None:
    assert full.header.subtitle.startswith("No host is both cheaper and better than ")
    assert full.cost.chart_card.title == "CAD at prices and rates of 2025; 1 CAD buys 0.64 EUR and 0.72 USD"
    assert full.cost.chart.isVisible()
    assert not full.cost.invitation.isVisible()


def test_a_pasted_block_makes_the_chart_and_undo_takes_it_back(
    empty: ResultsPanel, messages: RecordingMessages, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("Host\tAmount\nSpain\t5 000\nCanada\t4 000")
    button = empty.findChild(QPushButton, "paste_costs")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert messages.told == ["Pasted 2 rows."]
    assert empty.cost.chart_card.isVisible()
    assert len(empty.cost.chart.marks[0]) == 2
    messages.offers[0].do()
    assert empty.cost.invitation.isVisible()


def test_with_an_empty_clipboard_the_user_is_told_what_to_copy(
    empty: ResultsPanel, messages: RecordingMessages
) -> None:
    QGuiApplication.clipboard().setText(" ")
    button = empty.findChild(QPushButton, "paste_costs")
    assert button is not None
    button.click()
    assert "host, item, amount" in messages.told[0]


def test_the_first_cost_is_typed_where_the_button_leads(empty: ResultsPanel, qtbot: QtBot) -> None:
    empty.activateWindow()
    qtbot.waitUntil(empty.isActiveWindow)
    button = empty.findChild(QPushButton, "type_costs")
    assert button is not None
    button.click()
    assert empty.cost.costs.hasFocus()
    assert (empty.cost.costs.currentIndex().row(), empty.cost.costs.currentIndex().column()) == (0, 0)


def test_rates_appear_with_the_first_foreign_currency(empty: ResultsPanel) -> None:
    document = empty.document
    document.apply("currency", set_fields(document.study, currency="CAD"))
    table = empty.cost.costs.table
    table.paste("Spain\tPlant\t5\tEUR", 0, 0)
    assert empty.cost.rates_card.isVisible()
    assert not empty.cost.chart_card.isVisible()
    assert [p.code for p in document.results.problems if p.code.startswith("costs")] == ["costs.no_rate"]
    assert empty.cost.rates.table.setData(empty.cost.rates.table.index(0, 1), "0.64")
    assert empty.cost.chart_card.isVisible()


def test_rows_are_removed_with_an_offer_to_undo(full: ResultsPanel, messages: RecordingMessages) -> None:
    full.cost.costs.selectRow(0)
    full.cost.costs.removal_wanted.emit()
    assert messages.told == ["Removed 1 row."]
    assert len(full.document.study.costs) == 9
    messages.offers[0].do()
    assert len(full.document.study.costs) == 10


def test_what_is_refused_is_told(full: ResultsPanel, messages: RecordingMessages) -> None:
    full.cost.costs.table.setData(full.cost.costs.table.index(0, 2), "much")
    assert "much" in messages.warned[0]


def test_a_click_on_a_dot_puts_its_host_in_focus(full: ResultsPanel, qtbot: QtBot) -> None:
    chart = full.cost.chart
    area = chart.mark("host", "h9").area
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert full.document.selected_host == "h9"


def test_the_link_leads_to_the_currency_of_the_study(full: ResultsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(full.go_to) as told:
        full.cost.currency.click()
    assert told.args == ["study:currency"]


def test_a_change_elsewhere_moves_the_chart(full: ResultsPanel) -> None:
    before = full.cost.chart.accessibleDescription()
    full.document.apply("remove", remove_costs(full.document.study, [3]))
    assert full.cost.chart.accessibleDescription() != before
    full.document.apply("all", replace(full.document.study, costs=()))
    assert full.cost.invitation.isVisible()
