"""The table of actions: complete, without clashes, and alive."""

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from decidr.gui.actions import Actions, Now, menu_names, table

STUDY_OPEN = Now(has_study=True)


def test_no_two_actions_share_an_id_or_a_shortcut() -> None:
    rows = [row for row in table() if row.id]
    ids = Counter(row.id for row in rows)
    keys = Counter(key for row in rows for key in row.shortcuts)
    assert [thing for thing, count in (ids + keys).items() if count > 1] == []


def test_every_action_stands_in_a_menu() -> None:
    assert {row.menu for row in table()} == set(menu_names())


def test_without_a_study_one_can_open_one_and_not_save() -> None:
    rows = {row.id: row for row in table() if row.id}
    assert rows["open"].when(Now())
    assert not rows["save"].when(Now())
    assert rows["save"].when(STUDY_OPEN)


def test_an_action_does_what_its_handler_does(qapp: QApplication) -> None:
    done: list[str] = []
    parent = QObject()
    actions = Actions({"save": lambda: done.append("saved")}, parent)
    actions.allow(STUDY_OPEN)
    actions["save"].trigger()
    assert done == ["saved"]
    assert "save" in actions
    assert "open" not in actions


def test_an_action_that_cannot_be_taken_now_is_off(qapp: QApplication) -> None:
    parent = QObject()
    actions = Actions({"undo": lambda: None, "save": lambda: None}, parent)
    actions.allow(STUDY_OPEN)
    assert [row.id for row, _action in actions.enabled()] == ["save"]
    actions.allow(Now(has_study=True, can_undo=True))
    assert [row.id for row, _action in actions.enabled()] == ["save", "undo"]
