"""The top of the page of weights."""

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.gui.panels.weights.top import WeightsTop
from tests.gui.judging_study import judging_study, seen


@pytest.fixture
def top(qtbot: QtBot) -> WeightsTop:
    made = WeightsTop()
    qtbot.addWidget(made)
    study = judging_study()
    made.show_nodes([seen(study, node) for node in (GOAL, "Backlash", "Prices")], GOAL)
    return made


def test_the_chosen_node_is_marked(top: WeightsTop) -> None:
    assert top.chips.choice == GOAL
    assert not top.chips.isHidden()


@pytest.mark.parametrize(
    ("node", "tab", "asked"),
    [
        (GOAL, "matrix", "How much more does the swing from worst to best matter, row against column?"),
        ("Prices", "matrix", "How much better is the row than the column on Prices?"),
        (GOAL, "direct", "How much is the swing from worst to best of each worth?"),
        (GOAL, "questions", "Question 1 of 6"),
    ],
)
def test_each_way_puts_its_own_question(top: WeightsTop, node: str, tab: str, asked: str) -> None:
    top.tabs.choose(tab)
    top.show_node(seen(judging_study(), node), "Question 1 of 6")
    assert (top.header.title, top.header.subtitle) == (seen(judging_study(), node).node.name, asked)


def test_where_hosts_are_compared_the_matrix_takes_the_place_of_direct_weights(top: WeightsTop) -> None:
    top.tabs.choose("direct")
    top.allow_direct(False)
    assert top.tabs.choice == "matrix"
    assert not top.tabs.button("direct").isEnabled()


def test_with_nothing_to_weigh_criteria_are_offered(top: WeightsTop) -> None:
    asked = []
    top.show_nothing(lambda: asked.append("criteria"))
    assert top.chips.isHidden()
    top.notice.button.click()
    assert asked == ["criteria"]
