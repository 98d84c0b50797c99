"""Rows below each other of which only the first are made and shown, with a link to more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.link_button import link_button
from decidr.language import ngettext

MakeRow = Callable[[int], QWidget]


class FoldedRows(QWidget):
    """``first`` rows at once, and ``step`` more at each press of the link.

    ``name`` is the objectName, and that of the link with ``_more`` behind it.
    """

    def __init__(self, name: str, first: int, step: int = 50, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._wanted, self._step = first, step
        self._count = 0
        self._make: MakeRow = _no_row
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.more = link_button("", f"{name}_more", self._unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._rows)
        column.addWidget(self.more)

    @property
    def rows(self) -> list[QWidget]:
        """The rows that are there now."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        return [widget for item in items if item and (widget := item.widget())]

    def show_rows(self, count: int, make: MakeRow) -> None:
        """Show ``count`` rows, as many of them as were unfolded; ``make`` makes one by its place."""
        clear(self._rows)
        self._count, self._make = count, make
        self._add_up_to(self._wanted)

    def _unfold(self) -> None:
        before = self._rows.count()
        self._wanted += self._step
        self._add_up_to(self._wanted)
        self.rows[before].setFocus(Qt.FocusReason.TabFocusReason)

    def _add_up_to(self, wanted: int) -> None:
        for place in range(self._rows.count(), min(wanted, self._count)):
            self._rows.addWidget(self._make(place))
        rest = self._count - self._rows.count()
        text = ngettext("Show {count} more", "Show {count} more", rest)
        self.more.setText(text.format(count=rest))
        self.more.setVisible(rest > 0)


def _no_row(place: int) -> QWidget:
    return QWidget()
