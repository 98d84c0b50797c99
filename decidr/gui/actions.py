"""What the user can do, as a table: menus, shortcuts and the find field are all made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from decidr.language import _


class Now(NamedTuple):
    """What decides which actions can be taken."""

    has_study: bool = False
    can_undo: bool = False
    can_redo: bool = False
    is_trying: bool = False
    is_supposing: bool = False
    has_recent: bool = False
    has_people: bool = False


Predicate = Callable[[Now], bool]


def always(now: Now) -> bool:
    """At any time."""
    return True


def with_study(now: Now) -> bool:
    """While a study is open."""
    return now.has_study


def with_people(now: Now) -> bool:
    """While a study with participants is open."""
    return now.has_study and now.has_people


class Action(NamedTuple):
    """One thing to do; ``id`` is its objectName. An empty text stands for a line between groups of a menu."""

    id: str
    text: str
    menu: str
    shortcuts: tuple[str, ...] = ()
    when: Predicate = with_study
    checkable: bool = False


FILE, EDIT, STUDY, VIEW, HELP = "file", "edit", "study", "view", "help"
NEW, RECENT, VIEWS, CASES, APPEARANCE = "new", "recent", "views", "cases", "appearance"
"""Menus; the last five hang in the others and are filled while the program runs."""


def menu_names() -> dict[str, str]:
    """The menus of the menu bar, in their order."""
    return {FILE: _("File"), EDIT: _("Edit"), STUDY: _("Study"), VIEW: _("View"), HELP: _("Help")}


def table() -> tuple[Action, ...]:
    """Every action in the order of the menus."""
    return (*_file(), *_edit(), *_study(), *_view(), *_help())


def _file() -> tuple[Action, ...]:
    return (
        Action("start_page", _("New study…"), FILE, ("Ctrl+N",), always),
        Action("open", _("Open…"), FILE, ("Ctrl+O",), always),
        Action(RECENT, _("Open recent"), FILE, when=lambda now: now.has_recent),
        _line(FILE),
        Action("save", _("Save"), FILE, ("Ctrl+S",)),
        Action("save_as", _("Save as…"), FILE, ("Ctrl+Shift+S",)),
        Action("save_template", _("Save as template…"), FILE),
        _line(FILE),
        Action("export_report", _("Save Excel report…"), FILE, ("Ctrl+E",)),
        Action("export_workbook", _("Save study workbook…"), FILE, ("Ctrl+Shift+E",)),
        _line(FILE),
        Action("import_data", _("Import data…"), FILE, ("Ctrl+I",)),
        _line(FILE),
        Action("write_questionnaires", _("Write questionnaires…"), FILE, when=with_people),
        Action("collect_answers", _("Collect answers…"), FILE, when=with_people),
        _line(FILE),
        Action("close", _("Close study"), FILE, ("Ctrl+W",)),
        Action("quit", _("Quit"), FILE, ("Ctrl+Q",), always),
    )


def _edit() -> tuple[Action, ...]:
    return (
        Action("undo", _("Undo"), EDIT, ("Ctrl+Z",), lambda now: now.can_undo),
        Action("redo", _("Redo"), EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), lambda now: now.can_redo),
        _line(EDIT),
        Action("find", _("Find or do…"), EDIT, ("Ctrl+K", "Ctrl+F"), always),
    )


def _study() -> tuple[Action, ...]:
    return (
        Action("page_study", _("Study"), STUDY, ("Ctrl+1",)),
        Action("page_criteria", _("Criteria"), STUDY, ("Ctrl+2",)),
        Action("page_hosts", _("Hosts"), STUDY, ("Ctrl+3",)),
        Action("page_data", _("Data"), STUDY, ("Ctrl+4",)),
        Action("page_people", _("People & views"), STUDY, ("Ctrl+5",)),
        Action("page_weights", _("Weights"), STUDY, ("Ctrl+6",)),
        _line(STUDY),
        Action("page_results", _("Results"), STUDY, ("Ctrl+7",)),
        Action("page_sensitivity", _("Sensitivity"), STUDY, ("Ctrl+8",)),
        Action("page_robustness", _("Robustness"), STUDY, ("Ctrl+Shift+8",)),
        Action("page_scenarios", _("Scenarios"), STUDY, ("Ctrl+Shift+9",)),
        _line(STUDY),
        Action("page_findings", _("Findings"), STUDY, ("Ctrl+9",)),
        Action("page_report", _("Report"), STUDY, ("Ctrl+0",)),
        _line(STUDY),
        Action("page_history", _("Snapshots and history"), STUDY, ("Ctrl+H",)),
        Action("take_snapshot", _("Take a snapshot…"), STUDY, ("Ctrl+Shift+H",)),
    )


def _view() -> tuple[Action, ...]:
    return (
        Action(VIEWS, _("See as"), VIEW),
        Action(CASES, _("Suppose"), VIEW),
        Action("stop_trying", _("End the what-if"), VIEW, ("Ctrl+Backspace",), lambda now: now.is_trying),
        Action("baseline", _("Back to the baseline"), VIEW, ("Ctrl+Shift+Backspace",), lambda now: now.is_supposing),
        _line(VIEW),
        Action("fold_ranking", _("Live ranking"), VIEW, ("Ctrl+R",), checkable=True),
        Action(APPEARANCE, _("Appearance"), VIEW, when=always),
        Action("full_screen", _("Full screen"), VIEW, ("F11",), always, checkable=True),
        _line(VIEW),
        Action("next_page", _("Next page"), VIEW, ("Ctrl+PgDown",)),
        Action("previous_page", _("Previous page"), VIEW, ("Ctrl+PgUp",)),
    )


def _help() -> tuple[Action, ...]:
    return (
        Action("shortcuts", _("Keyboard shortcuts"), HELP, ("F1",), always),
        Action("about", _("About decidr"), HELP, (), always),
    )


def _line(menu: str) -> Action:
    return Action("", "", menu)


class Actions(QObject):
    """The table come to life: a ``QAction`` for each row, done by ``handlers`` (by id)."""

    def __init__(self, handlers: Mapping[str, Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self.rows = table()
        self._made = {row.id: self._make(row, handlers[row.id]) for row in self.rows if row.id in handlers}

    def __getitem__(self, action: str) -> QAction:
        return self._made[action]

    def __contains__(self, action: str) -> bool:
        return action in self._made

    def allow(self, now: Now) -> None:
        """Enable what can be done now."""
        for row in self.rows:
            if row.id in self._made:
                self._made[row.id].setEnabled(row.when(now))

    def enabled(self) -> list[tuple[Action, QAction]]:
        """What can be done now, in the order of the menus."""
        found = [(row, self._made[row.id]) for row in self.rows if row.id in self._made]
        return [(row, action) for row, action in found if action.isEnabled()]

    def _make(self, row: Action, do: Callable[[], object]) -> QAction:
        action = QAction(self)
        action.setText(row.text)
        action.setObjectName(row.id)
        action.setCheckable(row.checkable)
        action.setShortcuts([QKeySequence(text) for text in row.shortcuts])
        if row.id == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        elif row.id == "about":
            action.setMenuRole(QAction.MenuRole.AboutRole)
        action.triggered.connect(lambda: do())  # noqa: PLW0108 - without the signal's «checked»
        return action
