"""The menus, from the table of actions; those that hang in others are filled while the program runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from decidr.gui.actions import APPEARANCE, CASES, RECENT, VIEWS, Actions, Now, menu_names
from decidr.gui.settings import Recent
from decidr.gui.theme import Appearance
from decidr.language import _

SUBMENUS = (RECENT, VIEWS, CASES, APPEARANCE)


class Menus:
    """The menu bar's menus and, by id, those that hang in them."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._actions = actions
        self.hanging: Mapping[str, QMenu] = {}
        menus = {menu: _menu(bar, f"&{name}") for menu, name in menu_names().items()}
        found = {}
        for row in actions.rows:
            if not row.id:
                menus[row.menu].addSeparator()
            elif row.id in SUBMENUS:
                found[row.id] = _menu(menus[row.menu], row.text)
                found[row.id].setObjectName(row.id)
            else:
                menus[row.menu].addActions([actions[row.id]])
        self.hanging = found

    def allow(self, now: Now) -> None:
        """Enable what can be done now."""
        self._actions.allow(now)
        for row in self._actions.rows:
            if row.id in self.hanging:
                self.hanging[row.id].menuAction().setEnabled(row.when(now))

    def show_recent(self, studies: Sequence[Recent], open_study: Callable[[Path], object]) -> None:
        """Fill «Open recent»."""
        menu = self.hanging[RECENT]
        menu.clear()
        for place, recent in enumerate(studies):
            name = (recent.title or recent.path.stem).replace("&", "&&")
            action = QAction(menu)
            action.setText(f"{name}  ({recent.path.name})")
            action.setObjectName(f"open_recent_{place}")
            action.setToolTip(str(recent.path))
            action.triggered.connect(lambda checked=False, path=recent.path: open_study(path))
            menu.addActions([action])

    def show_appearance(self, now: Appearance, choose: Callable[[Appearance], object]) -> None:
        """Fill «Appearance»."""
        menu = self.hanging[APPEARANCE]
        group = QActionGroup(menu)
        names: dict[Appearance, str] = {"system": _("As the system"), "light": _("Light"), "dark": _("Dark")}
        for appearance, name in names.items():
            action = QAction(group)
            action.setText(name)
            action.setObjectName(f"appearance_{appearance}")
            action.setCheckable(True)
            action.setChecked(appearance == now)
            action.triggered.connect(lambda checked=False, wanted=appearance: choose(wanted))
            menu.addActions([action])


def _menu(parent: QMenu | QMenuBar, name: str) -> QMenu:
    """A menu in another; not by ``addMenu`` and ``addAction``, which load the names of all icons at the start."""
    menu = QMenu(parent)
    menu.setTitle(name)
    parent.addActions([menu.menuAction()])
    return menu
