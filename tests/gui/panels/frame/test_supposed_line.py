"""The line that says what the window supposes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import remove_scenario, rename_scenario
from decidr.gui.document import Document
from decidr.gui.panels.frame.supposed_line import SupposedLine
from tests.gui.scenario_study import scenario_study


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(scenario_study())


@pytest.fixture
def line(qtbot: QtBot, document: Document) -> SupposedLine:
    made = SupposedLine(document)
    qtbot.addWidget(made, before_close_func=lambda line: document.undo_stack.clear())
    made.resize(900, 30)
    return made


def _press(qtbot: QtBot, line: SupposedLine, name: str) -> None:
    button = line.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_at_the_baseline_it_is_hidden_and_empty(line: SupposedLine) -> None:
    assert not line.isVisible()
    assert line.words is None


def test_it_names_the_scenario_and_says_that_edits_are_the_studys(line: SupposedLine, document: Document) -> None:
    document.choose_scenario("Strike")
    assert line.isVisible()
    assert line.words is not None
    assert line.words.whole.startswith("Supposing «Strike»")
    assert "Edits change the study itself" in line.words.whole
    document.apply("Name", rename_scenario(document.study, "s1", "Walkout"))
    assert "«Walkout»" in line.words.whole


def test_it_leads_back_to_the_baseline(qtbot: QtBot, line: SupposedLine, document: Document) -> None:
    document.choose_scenario("Strike")
    _press(qtbot, line, "to_baseline")
    assert document.scenario is None
    assert not line.isVisible()


def test_it_leads_to_the_moves(qtbot: QtBot, line: SupposedLine, document: Document) -> None:
    document.choose_scenario("Strike in a boom")
    with qtbot.waitSignal(line.go_to) as wanted:
        _press(qtbot, line, "to_moves")
    assert wanted.args == ["scenarios:Strike in a boom"]


def test_it_goes_with_the_scenario(line: SupposedLine, document: Document) -> None:
    document.choose_scenario("Strike")
    document.apply("Remove", remove_scenario(document.study, "s1"))
    assert not line.isVisible()


def test_another_study_is_opened_without_it(line: SupposedLine, document: Document) -> None:
    document.choose_scenario("Strike")
    document.open(scenario_study(4), None)
    assert not line.isVisible()
