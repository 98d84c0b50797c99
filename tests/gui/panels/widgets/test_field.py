"""Fields of a form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.field import ChoiceField, Field, LongTextField, TextField

Key = Qt.Key


def shown(qtbot: QtBot, field: Field) -> list[str]:
    """Show a field; what it tells from now on."""
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    told: list[str] = []
    field.entered.connect(told.append)  # type: ignore[attr-defined]
    return told


def test_a_field_names_its_editor_for_tests_and_screen_readers(qtbot: QtBot) -> None:
    field = TextField("unit", "Unit", "as the criterion", "In which it is measured")
    shown(qtbot, field)
    assert (field.edit.objectName(), field.edit.accessibleName(), field.edit.toolTip()) == (
        "unit", "Unit", "In which it is measured",
    )  # fmt: skip
    assert field.edit.placeholderText() == "as the criterion"
    assert [label.buddy() for label in field.findChildren(QLabel) if label.text() == "Unit"] == [field.edit]


def test_a_text_is_told_at_enter_if_it_differs(qtbot: QtBot) -> None:
    field = TextField("unit", "Unit")
    told = shown(qtbot, field)
    field.show_text("cars")
    qtbot.keyClick(field.edit, Key.Key_Return)
    assert told == []
    qtbot.keyClicks(field.edit, "x")
    qtbot.keyClick(field.edit, Key.Key_Return)
    assert told in (["carsx"], ["xcars"])


def test_a_long_text_shows_its_beginning_and_all_of_it_as_a_tip(qtbot: QtBot) -> None:
    field = TextField("source", "Source", tip="Where from")
    shown(qtbot, field)
    field.show_text("a very long source")
    assert (field.edit.cursorPosition(), field.edit.toolTip()) == (0, "a very long source")
    field.show_text("")
    assert field.edit.toolTip() == "Where from"


def test_a_trouble_stands_below_until_another_value_is_shown(qtbot: QtBot) -> None:
    field = TextField("year", "Year")
    shown(qtbot, field)
    field.say("«x» is not a year.")
    trouble = field.findChild(QLabel, "year_trouble")
    assert trouble is not None
    assert trouble.isVisible()
    assert field.edit.accessibleDescription() == "«x» is not a year."
    field.show_text("2024")
    assert field.trouble == ""
    assert not trouble.isVisible()


@pytest.mark.parametrize("leave", [True, False])
def test_several_lines_are_told_when_the_field_is_left_or_at_ctrl_enter(qtbot: QtBot, leave: bool) -> None:
    field = LongTextField("note", "Note")
    told = shown(qtbot, field)
    field.show_text("one")
    field.edit.setFocus()
    field.edit.setPlainText("one\ntwo ")
    qtbot.keyClick(field.edit, Key.Key_Return)
    assert told == []
    if leave:
        other = QWidget(field)
        other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        other.show()
        other.setFocus()
    else:
        qtbot.keyClick(field.edit, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [text.split() for text in told] == [["one", "two"]]


def test_a_choice_tells_the_value_behind_the_words(qtbot: QtBot) -> None:
    field = ChoiceField("better", "Better", [("", "as the ends say"), ("lower", "lower is better")])
    told = shown(qtbot, field)
    field.show_value("lower")
    assert field.box.currentText() == "lower is better"
    qtbot.keyClick(field.box, Key.Key_Up)
    assert told == [""]


def test_a_value_that_is_not_offered_is_shown_as_it_is(qtbot: QtBot) -> None:
    field = ChoiceField("level", "Level", [("good", "good")])
    shown(qtbot, field)
    field.show_value("splendid")
    assert field.box.currentText() == "splendid"


def test_the_same_choices_again_keep_the_list(qtbot: QtBot) -> None:
    field = ChoiceField("level", "Level", [("good", "good"), ("poor", "poor")])
    shown(qtbot, field)
    field.show_value("poor")
    field.set_choices([("good", "good"), ("poor", "poor")])
    assert field.box.currentData() == "poor"
    field.set_choices([("yes", "yes")])
    assert [field.box.itemText(i) for i in range(field.box.count())] == ["yes"]
