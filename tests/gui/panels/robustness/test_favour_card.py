from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.panels.robustness.favour_card import FavourCard
from tests.gui.charts.simulations import THIN, ids, three_hosts
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def shown() -> Simulated:
    return three_hosts()


@pytest.fixture
def card(qtbot: QtBot, messages: RecordingMessages, shown: Simulated) -> FavourCard:
    made = FavourCard(messages)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_host(shown, (), ids(shown.results)["Canada"], is_outdated=False)
    return made


def test_hosts_can_be_chosen_with_how_often_they_are_first(card: FavourCard, shown: Simulated, qtbot: QtBot) -> None:
    texts = [card.hosts.itemText(i) for i in range(card.hosts.count())]
    assert texts == [f"Spain, first in 60{THIN}%", f"Canada, first in 40{THIN}%", "Thailand, never first"]
    assert card.hosts.currentIndex() == 1
    card.hosts.setCurrentIndex(0)
    with qtbot.waitSignal(card.host_chosen) as told:
        card.hosts.activated.emit(0)
    assert told.args == [ids(shown.results)["Spain"]]


def test_the_leaves_of_a_criterion_can_be_seen(card: FavourCard, shown: Simulated, qtbot: QtBot) -> None:
    named = ids(shown.results)
    card.nodes.setCurrentIndex(card.nodes.findData(named["Cost"]))
    with qtbot.waitSignal(card.node_chosen):
        card.nodes.activated.emit(card.nodes.currentIndex())
    card.show_host(shown, (), named["Canada"], is_outdated=False)
    assert [favour.name for favour in card.chart.favours] == ["Labour cost", "Energy price"]


def test_confidence_is_said_where_it_is_known(card: FavourCard, shown: Simulated) -> None:
    assert "confidence factor" in card.confidence.text()
    card.show_host(shown, (), ids(shown.results)["Thailand"], is_outdated=False)
    assert card.confidence.isHidden()
