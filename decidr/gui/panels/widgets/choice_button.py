"""A button that shows which of a few choices holds, and offers the others as a menu.

Lighter than a combo box, whose hidden list is made at once: the first page has many of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from decidr.gui.icons import paint_icon
from decidr.gui.theme import current, scaled


class Choice(NamedTuple):
    """One value, as the user reads it, with one line that says what it means."""

    value: str
    name: str
    meaning: str = ""


class Setting(NamedTuple):
    """A field of ``Settings``, its name, and its choices; an empty value leaves it to decidr."""

    field: str
    name: str
    choices: tuple[Choice, ...]


class ChoiceButton(QPushButton):
    """Shows one choice; ``chosen`` tells the value that the user took from the menu."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = tuple(choices)
        self._name = name
        self._menu: QMenu | None = None
        self.setProperty("kind", "choice")
        self.setAutoDefault(True)  # Enter opens it
        self.clicked.connect(lambda: self.menu_of_choices().popup(self.mapToGlobal(QPoint(0, self.height()))))

    @property
    def choice(self) -> Choice:
        """The one that holds."""
        return next(choice for choice in self.choices if choice.name == self.text())

    def show_value(self, value: str) -> None:
        """Show the choice of this value; ``chosen`` is not emitted."""
        choice = next(choice for choice in self.choices if choice.value == value)
        self.setText(choice.name)
        self.setAccessibleName(f"{self._name}: {choice.name}")
        self.setAccessibleDescription(choice.meaning)

    def menu_of_choices(self) -> QMenu:
        """The menu, with what holds now ticked."""
        if self._menu is None:
            self._menu = QMenu(self)
            self._menu.setToolTipsVisible(True)
            for choice in self.choices:
                action = self._menu.addAction(choice.name)
                action.setObjectName(f"{self.objectName()}_{choice.value or 'automatic'}")
                action.setCheckable(True)
                action.setToolTip(choice.meaning)
                action.triggered.connect(lambda checked=False, value=choice.value: self.chosen.emit(value))
        for action, choice in zip(self._menu.actions(), self.choices, strict=True):
            action.setChecked(choice.name == self.text())
        return self._menu

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        longest = max(metrics.horizontalAdvance(choice.name) for choice in self.choices)
        return QSize(max(longest + scaled(46), scaled(170)), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the menu, as in a combo box."""
        if event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = scaled(12)
        painter = QPainter(self)
        place = QRectF(self.width() - size - scaled(9), (self.height() - size) / 2, size, size)
        paint_icon(painter, place, "chevron", current().third_text)
