"""Fields side by side, in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from decidr.gui.theme import SPACE, scaled


class FieldGrid(QWidget):
    """Widgets row by row; one that is left out gives its place to the next."""

    def __init__(self, narrowest: int = 150, most: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowest, self._most = narrowest, most
        self._fields: list[tuple[QWidget, int]] = []
        self._left_out: tuple[QWidget, ...] = ()
        self._placed: list[tuple[QWidget, int, int, int]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE[2])
        self._grid.setVerticalSpacing(SPACE[1])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @property
    def columns(self) -> int:
        """How many columns there is room for."""
        return max(1, min(self._most, (self.width() + SPACE[2]) // (scaled(self._narrowest) + SPACE[2])))

    def add(self, field: QWidget, span: int = 1) -> None:
        """Put a field after those that are there; ``span`` says over how many columns, at most."""
        field.setParent(self)
        self._fields.append((field, span))

    def leave_out(self, *fields: QWidget) -> None:
        """Show all but these."""
        self._left_out = fields
        for field, _span in self._fields:
            field.setVisible(field not in fields)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        placed, row, column, columns = [], 0, 0, self.columns
        for field, wanted in self._fields:
            if field in self._left_out:
                continue
            span = min(wanted, columns)
            if column + span > columns:
                row, column = row + 1, 0
            placed.append((field, row, column, span))
            column += span
        if placed != self._placed:
            self._place(placed, columns)

    def _place(self, placed: list[tuple[QWidget, int, int, int]], columns: int) -> None:
        for field, *_where in self._placed:
            self._grid.removeWidget(field)
        for field, row, column, span in placed:
            self._grid.addWidget(field, row, column, 1, span)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._placed = placed
        self.updateGeometry()
