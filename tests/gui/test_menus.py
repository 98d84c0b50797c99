"""The menus, made from the table of actions."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from decidr.gui.actions import APPEARANCE, CASES, RECENT, VIEWS, Actions, Now, table
from decidr.gui.menus import SUBMENUS, Menus
from decidr.gui.settings import Recent


def _menus(qtbot: QtBot) -> tuple[QMenuBar, Menus]:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    rows = [row.id for row in table() if row.id and row.id not in SUBMENUS]
    parent = QObject(bar)
    return bar, Menus(bar, Actions({row: lambda: None for row in rows}, parent))


def test_the_menus_stand_in_their_order(qtbot: QtBot) -> None:
    bar, menus = _menus(qtbot)
    names = [action.text().replace("&", "") for action in bar.actions()]
    assert names == ["File", "Edit", "Study", "View", "Help"]
    assert set(menus.hanging) == {RECENT, VIEWS, CASES, APPEARANCE}


def test_what_cannot_be_done_is_off(qtbot: QtBot) -> None:
    _bar, menus = _menus(qtbot)
    menus.allow(Now())
    assert not menus.hanging[RECENT].menuAction().isEnabled()
    menus.allow(Now(has_study=True, has_recent=True))
    assert menus.hanging[RECENT].menuAction().isEnabled()


def test_a_recent_study_is_opened_from_the_menu(qtbot: QtBot) -> None:
    _bar, menus = _menus(qtbot)
    opened: list[Path] = []
    menus.show_recent([Recent(Path("a & b.decidr"), "", "2026-11-24")], opened.append)
    action = menus.hanging[RECENT].actions()[0]
    assert action.text() == "a && b  (a & b.decidr)"
    action.trigger()
    assert opened == [Path("a & b.decidr")]


def test_the_appearance_of_now_is_ticked_and_another_can_be_chosen(qtbot: QtBot) -> None:
    _bar, menus = _menus(qtbot)
    chosen: list[str] = []
    menus.show_appearance("light", chosen.append)
    actions = {action.objectName(): action for action in menus.hanging[APPEARANCE].actions()}
    assert actions["appearance_light"].isChecked()
    actions["appearance_dark"].trigger()
    assert chosen == ["dark"]
