"""A choice among the hosts."""

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.gui.panels.widgets.host_choice import fill_with_hosts
from tests.gui.example_study import example_study


def test_hosts_are_listed_in_the_studys_order_and_one_is_chosen(qtbot: QtBot) -> None:
    choice = QComboBox()
    qtbot.addWidget(choice)
    fill_with_hosts(choice, evaluate(example_study(4)), "h3")
    assert [choice.itemText(i) for i in range(choice.count())] == ["Spain", "Canada", "Thailand", "Hungary"]
    assert (choice.currentData(), choice.toolTip()) == ("h3", "Thailand")
    fill_with_hosts(choice, evaluate(example_study(2)), "h1")
    assert (choice.count(), choice.currentText()) == (2, "Spain")
