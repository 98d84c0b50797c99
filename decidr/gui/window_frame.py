"""What the frame of the window says: its title, what can be done now, and the names of undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from decidr.gui.actions import Actions, Now
from decidr.gui.document import Document, Part
from decidr.gui.menus import Menus
from decidr.gui.settings import WindowSettings
from decidr.language import _


class WindowFrame(QObject):
    """Keeps title, menus and actions in step with the document; ``show`` tells whether a study is open."""

    def __init__(
        self,
        window: QMainWindow,
        document: Document,
        settings: WindowSettings,
        actions: Actions,
        menus: Menus,
        open_study: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._settings = window, document, settings
        self._actions, self._menus, self._open_study = actions, menus, open_study
        self._has_study = self._has_recent = False
        document.changed.connect(self._on_changed)
        stack = document.undo_stack
        # Methods, not lambdas: these connections end with the window.
        for signal in (stack.canUndoChanged, stack.canRedoChanged):
            signal.connect(self._allow)
        for signal in (stack.undoTextChanged, stack.redoTextChanged):
            signal.connect(self._name_steps)
        stack.cleanChanged.connect(self._show_title)

    def show(self, *, has_study: bool) -> None:
        """Say all of it anew, with or without a study."""
        self._has_study = has_study
        self._show_recent()
        self._name_steps()
        self._show_title()

    def _on_changed(self, parts: Part) -> None:
        if parts & (Part.STUDY | Part.PATH):
            self._show_title()
        if parts & Part.PATH:
            self._show_recent()
        self._allow()

    def _show_recent(self) -> None:
        recent = self._settings.recent
        self._has_recent = bool(recent)
        self._menus.show_recent(recent, self._open_study)
        self._allow()

    def _allow(self) -> None:
        stack = self._document.undo_stack
        self._menus.allow(
            Now(
                has_study=self._has_study,
                can_undo=self._has_study and stack.canUndo(),
                can_redo=self._has_study and stack.canRedo(),
                is_trying=self._document.is_trying,
                is_supposing=self._document.case is not None,
                has_recent=self._has_recent,
                has_people=bool(self._document.study.participants),
            )
        )

    def _name_steps(self) -> None:
        """«Undo: IP over Backlash 1/4»."""
        stack = self._document.undo_stack
        for action, verb, step in (("undo", _("Undo"), stack.undoText()), ("redo", _("Redo"), stack.redoText())):
            self._actions[action].setText(f"{verb}: {step}".replace("&", "&&") if step else verb)

    def _show_title(self) -> None:
        path, name = self._document.path, self._document.name or _("New study")
        self._window.setWindowTitle(f"{name}[*] – decidr" if self._has_study else "decidr")
        self._window.setWindowModified(self._has_study and self._document.is_modified)
        self._window.setWindowFilePath(str(path) if path and self._has_study else "")
