"""Findings as rows, filtered by gravity and by words."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QObject

from decidr.core.study.names import folded
from decidr.core.study.problems import Place, Problem, Severity, sentence
from decidr.gui.models.shared.roles import Index, Role

GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "notice": 2}


class FindingsModel(QAbstractListModel):
    """``Problem`` under ``UserRole``, the gravest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems: tuple[Problem, ...] = ()
        self._all: tuple[Problem, ...] = ()
        self._severity: Severity | None = None
        self._words: list[str] = []

    @property
    def everything(self) -> tuple[Problem, ...]:
        """What is there before the filter."""
        return self._all

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these, through the filter."""
        self._all = tuple(sorted(problems, key=lambda problem: GRAVITY[problem.severity]))
        self._choose()

    def filter_by(self, severity: Severity | None, words: str) -> None:
        """Show only this gravity (None: all), and only what holds all the words."""
        self._severity, self._words = severity, folded(words).split()
        self._choose()

    def first_of(self, code: str) -> int | None:
        """The first row of a code; None where there is none."""
        return next((row for row, problem in enumerate(self.problems) if problem.code == code), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.problems)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        problem = self.problems[index.row()]
        if role == Role.UserRole:
            return problem
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return f"{_where(problem)}: {sentence(problem)}"
        return None

    def _choose(self) -> None:
        chosen = tuple(problem for problem in self._all if self._passes(problem))
        if chosen != self.problems:
            self.beginResetModel()
            self.problems = chosen
            self.endResetModel()

    def _passes(self, problem: Problem) -> bool:
        if self._severity is not None and problem.severity != self._severity:
            return False
        text = folded(f"{_where(problem)} {sentence(problem)}")
        return all(word in text for word in self._words)


def _where(problem: Problem) -> str:
    return str(problem.place) if isinstance(problem.place, Place) else problem.place
