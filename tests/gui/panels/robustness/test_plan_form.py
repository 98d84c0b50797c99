from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Settings
from decidr.gui.panels.robustness.plan_form import PlanForm
from decidr.gui.panels.widgets.choice_button import ChoiceButton


@pytest.fixture
def form(qtbot: QtBot) -> PlanForm:
    made = PlanForm()
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show_settings(Settings())
    made.show()
    return made


def choice(form: PlanForm, name: str) -> ChoiceButton:
    found = form.findChild(ChoiceButton, name)
    assert isinstance(found, ChoiceButton)
    return found


def number(form: PlanForm, name: str) -> QLineEdit:
    found = form.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def sentences(form: PlanForm) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel)]


def test_every_row_says_what_it_means(form: PlanForm) -> None:
    said = sentences(form)
    assert "Each judgment varies around what was said; so do direct weights." in said
    assert "The same seed draws the same numbers, on any computer." in said
    assert all(said)


def test_a_choice_is_told_with_its_field_and_the_name_of_the_step(form: PlanForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.changed) as told:
        choice(form, "plan_simulation_weights").chosen.emit("ordered")
    assert told.args == ["simulation_weights", "ordered", "Weights: Only their order"]


def test_data_may_be_left_to_decidr(form: PlanForm, qtbot: QtBot) -> None:
    form.show_settings(Settings(simulation_data="fixed"))
    with qtbot.waitSignal(form.changed) as told:
        choice(form, "plan_simulation_data").chosen.emit("")
    assert told.args == ["simulation_data", None, "Data: Automatic"]


def test_a_number_is_taken_at_enter(form: PlanForm, qtbot: QtBot) -> None:
    seed = number(form, "plan_seed")
    seed.setText("42")
    with qtbot.waitSignal(form.changed) as told:
        qtbot.keyClick(seed, Qt.Key.Key_Return)
    assert told.args == ["seed", 42, "Seed: 42"]


def test_a_wrong_number_is_refused_where_it_stands_and_changes_nothing(form: PlanForm, qtbot: QtBot) -> None:
    draws = number(form, "plan_samples")
    draws.setText("none")
    with qtbot.assertNotEmitted(form.changed):
        qtbot.keyClick(draws, Qt.Key.Key_Return)
    assert any("is not a figure" in text for text in sentences(form))
    form.show_settings(Settings())
    assert not any("is not a figure" in text for text in sentences(form))


def test_the_same_number_in_other_letters_is_no_step(form: PlanForm, qtbot: QtBot) -> None:
    draws = number(form, "plan_samples")
    draws.setText("1e5")
    with qtbot.assertNotEmitted(form.changed):
        qtbot.keyClick(draws, Qt.Key.Key_Return)
    assert draws.text() == "100\u202f000"


def test_the_spread_is_a_number_or_that_of_the_group(form: PlanForm, qtbot: QtBot) -> None:
    spread, field = choice(form, "plan_judgment_spread"), number(form, "plan_judgment_spread_number")
    with qtbot.assertNotEmitted(form.changed):
        spread.chosen.emit("number")
    with qtbot.waitSignal(form.changed) as told:
        spread.chosen.emit("group")
    assert told.args == ["judgment_spread", "group", "Spread: As people differ"]
    form.show_settings(Settings(judgment_spread="group"))
    assert field.isHidden()
    with qtbot.waitSignal(form.changed) as told:
        spread.chosen.emit("number")
    assert told.args == ["judgment_spread", 0.2, "Spread: The same for all"]
