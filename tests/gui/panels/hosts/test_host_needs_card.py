"""The card that leads through what a host still needs."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.host_needs import Need
from decidr.core.study.edits import give_values
from decidr.gui.panels.hosts.host_needs_card import HostNeedsCard
from tests.gui.structure_study import structure_study, with_host

STUDY = with_host(structure_study(), "Brazil")


@pytest.fixture
def card(qtbot: QtBot) -> HostNeedsCard:
    made = HostNeedsCard()
    qtbot.addWidget(made)
    made.resize(720, 300)
    made.show_host(evaluate(STUDY), "Brazil")
    return made


def test_a_click_wants_what_its_row_says(qtbot: QtBot, card: HostNeedsCard) -> None:
    for row, need in ((2, Need("Rule")), (5, Need("Culture", "Spain"))):
        place = card.table.visualRect(card.table.model().index(row, 0)).center()
        with qtbot.waitSignal(card.wanted) as told:
            qtbot.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert told.args == [need]


def test_the_way_through_begins_with_the_first(qtbot: QtBot, card: HostNeedsCard) -> None:
    with qtbot.waitSignal(card.wanted) as told:
        card.fill.click()
    assert told.args == [Need("Sales")]


def test_the_count_shrinks_as_it_is_filled(card: HostNeedsCard) -> None:
    assert card.heading.text() == "Brazil still needs 5 values and 3 judgments"
    card.show_host(evaluate(give_values(STUDY, {("Rule", "Brazil", "data"): 50.0})), "Brazil")
    assert card.heading.text() == "Brazil still needs 4 values and 3 judgments"
    assert card.table.table.rowCount() == 7


def test_a_host_that_has_all_and_no_host_show_nothing(card: HostNeedsCard) -> None:
    assert not card.isHidden()
    card.show_host(evaluate(STUDY), "")
    assert card.isHidden()
    card.show_host(evaluate(structure_study()), "Canada")
    assert card.isHidden()
