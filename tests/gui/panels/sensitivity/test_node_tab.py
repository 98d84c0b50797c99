"""A tab about the criteria under one node, whatever it draws of them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.node_tab import NodeTab
from tests.gui.recording_messages import RecordingMessages


class Bare(NodeTab):
    """A tab that draws nothing."""

    def refresh(self) -> str:
        self.offer_nodes(self.own)
        return self.node


@pytest.fixture
def tab(document: Document, messages: RecordingMessages, qtbot: QtBot) -> Bare:
    made = Bare("bare_tab", ("bare_under", "Criteria under"), document, messages)
    made.add(made.node_card(QWidget()))
    qtbot.addWidget(made)
    made.refresh()
    return made


def test_it_begins_at_the_goal_and_offers_every_node_with_criteria_under_it(tab: Bare) -> None:
    assert tab.node == GOAL
    assert [tab.choice.itemData(i) for i in range(tab.choice.count())] == [*tab.own.tree.parents]


def test_another_node_asks_to_be_shown_once(tab: Bare, qtbot: QtBot) -> None:
    other = tab.own.tree.parents[1]
    with qtbot.waitSignal(tab.changed):
        tab.choose_node(other)
    with qtbot.assertNotEmitted(tab.changed):
        tab.choose_node(other)
    assert tab.refresh() == tab.choice.currentData() == other


def test_a_leafs_place_shows_its_siblings_and_a_nodes_what_is_under_it(tab: Bare) -> None:
    leaf = tab.own.leaves[0]
    tab.show_place(leaf)
    assert tab.node == tab.own.tree.parent[leaf]
    tab.show_place(GOAL)
    assert tab.node == GOAL


def test_a_node_that_is_gone_gives_way_to_the_first(tab: Bare) -> None:
    tab.node = "gone"
    assert tab.refresh() == GOAL
