"""What a scenario rests on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.gui.document import Document
from decidr.gui.models.scenarios.scenarioing import Scenarioing, facts_of
from decidr.gui.panels.scenarios.facts_card import FactsCard
from tests.gui.scenario_study import FACT, scenario_study


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.document = Document(scenario_study())
        self.hand = Scenarioing(self.document)
        self.card = FactsCard(self.hand)
        qtbot.addWidget(self.card, before_close_func=lambda card: self.document.undo_stack.clear())
        self.card.show()
        self.card.activateWindow()
        self.show("Strike")

    def show(self, name: str) -> None:
        self.card.show_case(self.hand.case(name))

    @property
    def said(self) -> list[str]:
        return [label.text() for label in self.card.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_each_fact_is_a_paragraph_with_its_date_and_source(desk: Desk) -> None:
    assert FACT in desk.said
    assert not desk.card.field.isVisible()


def test_facts_are_written_one_a_line(desk: Desk, qtbot: QtBot) -> None:
    desk.card.edit.click()
    edit = desk.card.field.edit
    qtbot.waitUntil(edit.hasFocus)
    edit.setPlainText(f"{FACT}\n2026-02-05: a strategy (press.example).")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert facts_of(desk.hand.case("Strike")) == [FACT, "2026-02-05: a strategy (press.example)."]
    assert not desk.card.field.isVisible()


def test_a_scenario_without_facts_asks_for_them_and_a_set_shows_those_of_its_scenarios(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.show("Boom")
    qtbot.waitUntil(lambda: any("Nothing is written yet" in text for text in desk.said))
    desk.show("Strike in a boom")
    qtbot.waitUntil(lambda: FACT in desk.said)
    assert not desk.card.edit.isVisible()


def test_editing_ends_with_another_scenario(desk: Desk) -> None:
    desk.card.edit.click()
    desk.show("Boom")
    assert not desk.card.field.isVisible()
    assert desk.document.undo_stack.count() == 0
