"""«Find or do …»: one field that leads to actions, pages, criteria and hosts by any part of their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from decidr.gui.jobs import load
from decidr.gui.panels.frame.find_target import Target, matching
from decidr.gui.theme import CAPTION, current, font, scaled
from decidr.language import _

POPUP = "decidr.gui.panels.frame.find_popup"
"""The list is made when the user first types."""


class FindField(QLineEdit):
    """Shows what matches while the user types; Enter or a click goes there. ``targets`` are asked for each time."""

    def __init__(self, targets: Callable[[], Sequence[Target]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_field")
        self.setAccessibleName(_("Find or do"))
        self.setPlaceholderText(_("Find or do …"))
        self.setFixedWidth(scaled(280))
        self._targets = targets
        self._popup: Any = None
        self.found: list[Target] = []
        self.textEdited.connect(self._search)

    def start(self) -> None:
        """Begin to search."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to_first()
        elif event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text() and not self.hasFocus():
            self._paint_hint()

    def _paint_hint(self) -> None:
        """The shortcut that leads here, at the right."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(CAPTION - 1))
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance("Ctrl K") + 10
        key = QRectF(self.width() - width - 7, (self.height() - 17) / 2, width, 17)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(key, 3, 3)
        painter.setPen(QColor(theme.third_text))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, "Ctrl K")

    def _search(self, text: str) -> None:
        if self._popup is None:
            self._popup = load(POPUP).FindPopup(self)
            self._popup.taken.connect(lambda place: self._go(self.found[place]))
        self.found = matching(self._targets(), text)[: self._popup.maxVisibleItems()]
        if text.strip():
            self._popup.show_targets(self.found)
        else:
            self._popup.popup().hide()

    def _go_to_first(self) -> None:
        if self.text() and not self.found:
            self._search(self.text())
        if self.found:
            self._go(self.found[0])

    def _go(self, target: Target) -> None:
        self._end()
        target.go()

    def _end(self) -> None:
        self.found = []
        if self._popup is not None:
            self._popup.popup().hide()
        self.clear()
        self.clearFocus()
