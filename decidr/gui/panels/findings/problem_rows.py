"""The problems about what is selected, as lines that can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.study.problems import Place, Problem, sentence
from decidr.core.study.study import Study
from decidr.gui.models.shared.addresses import address_of
from decidr.gui.panels.findings.finding_row import FindingRow
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _, ngettext
from decidr.number_text import listed

MOST = 6
"""Problems that are told before the rest is counted."""


class ProblemRows(QWidget):
    """``go_to`` asks for the place of a problem that was clicked."""

    go_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem_rows")
        self._shown: tuple[Problem, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_problems(self, problems: Sequence[Problem], study: Study, own_name: str) -> None:
        """Show these, the gravest first; ``own_name`` is the name that needs not be said."""
        if tuple(problems) == self._shown:
            return
        self._shown = tuple(problems)
        clear(self._column)
        groups = _grouped(problems)
        for number, group in enumerate(groups[:MOST]):
            row = FindingRow(group[0].severity, _said(group, own_name), f"problem_{number}")
            row.clicked.connect(partial(self._go, address_of(study, group[0])))
            self._column.addWidget(row)
        if (rest := len(groups) - MOST) > 0:
            more = ngettext("and {count} more on the Findings page", "and {count} more on the Findings page", rest)
            self._column.addWidget(text_label(more.format(count=rest), "caption", "third"))
        self.setVisible(bool(problems))

    def _go(self, address: str, checked: bool = False) -> None:
        self.go_to.emit(address)


def _grouped(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Problems that say the same together, the gravest first."""
    gravity = {"error": 0, "warning": 1, "notice": 2}
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in sorted(problems, key=lambda p: gravity[p.severity]):
        groups.setdefault((problem.severity, sentence(problem)), []).append(problem)
    return list(groups.values())


def _said(group: Sequence[Problem], own_name: str) -> str:
    places = [p.place.names for p in group if isinstance(p.place, Place)]
    others = listed([name for names in places for name in names if name != own_name])
    said = sentence(group[0])
    return _("{names}: {said}").format(names=others, said=said) if others else said[:1].upper() + said[1:]
