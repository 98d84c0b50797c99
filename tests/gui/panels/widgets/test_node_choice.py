from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import add_criterion, remove_criterion, set_criterion
from decidr.core.study.study import Study
from decidr.gui.panels.widgets.node_choice import INDENT, fill_with_parents
from tests.gui.example_study import example_study


def test_the_nodes_with_criteria_under_them_are_offered_the_main_criteria_first(qtbot: QtBot) -> None:
    choice = QComboBox()
    qtbot.addWidget(choice)
    fill_with_parents(choice, evaluate(example_study()), GOAL)
    names = [choice.itemText(i) for i in range(choice.count())]
    assert names == ["Main criteria", "Stability", "Market access", "Cost"]


def test_deeper_nodes_are_set_in(qtbot: QtBot) -> None:
    study = add_criterion(example_study(), "Wages", under="c8")
    study = set_criterion(study, study.criteria[-1].id, scored_by="data", worst=0.0, best=1.0)
    choice = QComboBox()
    qtbot.addWidget(choice)
    fill_with_parents(choice, evaluate(study), "c8")
    assert choice.currentText() == f"{INDENT}Labour cost"


def test_a_node_that_is_gone_gives_way_to_the_goal(qtbot: QtBot) -> None:
    choice = QComboBox()
    qtbot.addWidget(choice)
    fill_with_parents(choice, evaluate(example_study()), "c1")
    fill_with_parents(choice, evaluate(remove_criterion(example_study(), "c1")), "c1")
    assert choice.currentData() == GOAL


def test_another_choice_can_stand_above_the_nodes_where_there_are_any(qtbot: QtBot) -> None:
    choice = QComboBox()
    qtbot.addWidget(choice)
    fill_with_parents(choice, evaluate(example_study()), "all", above=("All criteria", "all"))
    assert (choice.itemText(0), choice.currentData()) == ("All criteria", "all")
    assert choice.itemText(1) == "Main criteria"
    fill_with_parents(choice, evaluate(Study()), "all", above=("All criteria", "all"))
    assert choice.count() == 0
