"""Tabs of a page that has many: a quiet row that goes on below where the page is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy

from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.segmented import SegmentedButtons

GAP = 2
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class TabRow(SegmentedButtons):
    """As ``SegmentedButtons``, each by itself; arrow keys go on from the end of a line to the next."""

    kind = "tab"

    def make_row(self) -> QLayout:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        return FlowLayout(self, GAP)

    def make_button(self, key: str, text: str) -> QPushButton:
        button = super().make_button(key, text)
        button.installEventFilter(self)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys from a button: Qt would look for a neighbour on the same line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in STEPS:
            self._step(STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        keys = self.choices
        button = self.button(keys[(keys.index(self.choice) + by) % len(keys)])
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()
