"""Work that a page waits for: done off the UI thread, superseded by a later question, ended when the page is hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from decidr.gui.jobs import Jobs, Progress


class LateWork(QObject):
    """Belongs to the page that asks; the same question again is no question (texts by value, all else by identity)."""

    def __init__(self, page: QWidget, name: str) -> None:
        super().__init__(page)
        self._name = name
        self._jobs: Jobs | None = None
        self._question: tuple[object, ...] = ()
        page.installEventFilter(self)

    def ask(self, question: tuple[object, ...], work: Callable[[Progress], Any], done: Callable[[Any], object]) -> None:
        """Do ``work`` and give ``done`` its result, unless another question is asked meanwhile."""
        if len(question) == len(self._question) and all(map(_is_same, question, self._question)):
            return
        self._question = question
        self._jobs = self._jobs or Jobs()
        self._jobs.run(self._name, work, done)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hidden, the page waits for nothing, and asks anew when it is shown."""
        if event.type() == QEvent.Type.Hide and self._jobs:
            self._jobs.close()
            self._jobs, self._question = None, ()
        return False


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str) and one == other)
