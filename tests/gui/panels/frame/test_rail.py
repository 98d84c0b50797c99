"""The rail at the left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_cell, set_fields
from decidr.gui.document import Document
from decidr.gui.panels.frame.rail import Rail
from decidr.gui.panels.frame.steps import steps
from decidr.gui.theme import BODY, CAPTION, font, scaled


@pytest.fixture
def rail(qtbot: QtBot, document: Document) -> Rail:
    made = Rail(document)
    qtbot.addWidget(made)
    made.resize(made.width(), 700)
    made.show()
    return made


def test_the_steps_stand_in_the_order_of_the_work(rail: Rail) -> None:
    tops = [rail.button(step.id).y() for step in steps()]
    assert tops == sorted(tops)


def test_a_step_can_be_opened_at_any_time(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.mouseClick(rail.button("report"), Qt.MouseButton.LeftButton)
    assert told.args == ["report"]


def test_one_step_is_shown_as_open(rail: Rail) -> None:
    rail.choose("data")
    assert [step.id for step in steps() if rail.button(step.id).isChecked()] == ["data"]


def test_the_state_follows_the_study_and_is_told_in_words(rail: Rail, document: Document) -> None:
    assert rail.button("data").state.text == "2 gaps"
    study = set_cell(document.study, "c2", "h3", value=5.0)
    document.apply("fill", set_cell(study, "c6", "h5", value=5.0))
    assert rail.button("data").state.text == "✓"
    assert rail.button("data").accessibleDescription() == "done"


def test_arrow_keys_walk_along_the_rail_and_go_round(qtbot: QtBot, rail: Rail) -> None:
    rail.button("report").setFocus()
    qtbot.keyClick(rail.button("report"), Qt.Key.Key_Down)
    assert rail.focusWidget() is rail.button("study")
    qtbot.keyClick(rail.button("study"), Qt.Key.Key_Up)
    assert rail.focusWidget() is rail.button("report")


def test_space_opens_the_step_that_has_the_focus(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.keyClick(rail.button("hosts"), Qt.Key.Key_Space)
    assert told.args == ["hosts"]


def test_an_empty_title_is_still_to_do(rail: Rail, document: Document) -> None:
    document.apply("Clear", set_fields(document.study, title=""))
    assert rail.button("study").state.text == "●"


def test_no_name_of_a_step_is_cut_when_it_is_the_open_one(rail: Rail) -> None:
    heavy = QFontMetrics(font(BODY, QFont.Weight.DemiBold))
    for step in steps():
        button = rail.button(step.id)
        state = QFontMetrics(font(CAPTION)).horizontalAdvance("88")
        assert scaled(36) + heavy.horizontalAdvance(step.name) + state < button.width()
