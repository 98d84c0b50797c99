"""Choices with a line that says what each means: beside it, or below where a column would be too narrow to read."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from decidr.gui.theme import scaled

NARROW = 640
"""Below this width of the page, in pixels, meanings stand below their choices."""


class _Row(NamedTuple):
    name: QWidget
    choice: QWidget
    meaning: QWidget


class Meanings:
    """Rows of a name, a choice and its meaning, in ``grid``."""

    def __init__(self, grid: QGridLayout) -> None:
        self._grid = grid
        self._rows: list[_Row] = []
        self.is_narrow = False
        self._grid.setColumnStretch(1, 0)
        self._grid.setColumnStretch(2, 1)

    def add(self, name: QWidget, choice: QWidget, meaning: QWidget) -> None:
        """Put a row below those that are there."""
        self._rows.append(_Row(name, choice, meaning))
        self._place(len(self._rows) - 1)

    def fit(self, width: int) -> None:
        """Suit a page of this width."""
        is_narrow = width < scaled(NARROW)
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            for row in self._rows:
                for widget in row:
                    self._grid.removeWidget(widget)
            for number in range(len(self._rows)):
                self._place(number)

    def _place(self, number: int) -> None:
        name, choice, meaning = self._rows[number]
        self._grid.addWidget(name, 2 * number, 0)
        if self.is_narrow:
            self._grid.addWidget(choice, 2 * number, 1, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(meaning, 2 * number + 1, 1, 1, 2)
        else:
            self._grid.addWidget(choice, 2 * number, 1)
            self._grid.addWidget(meaning, 2 * number, 2)
