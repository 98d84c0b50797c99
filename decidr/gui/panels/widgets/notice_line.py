"""A line that says something about the page, with a link that changes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE


class NoticeLine(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = text_label("", "body", "second")
        self.words.setObjectName(f"{name}_words")
        self.button: QPushButton = link_button("", f"{name}_button", self._do)
        self._action: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[3], SPACE[2] - 2, SPACE[2], SPACE[2] - 2)
        row.setSpacing(SPACE[3])
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, text: str, offer: str = "", do: Callable[[], object] | None = None) -> None:
        """Say something, with a link that does something about it; an empty text hides the line."""
        self.words.setText(text)
        self.button.setText(offer.replace("&", "&&"))  # a sign, not a shortcut
        self.button.setVisible(bool(offer))
        self._action = do
        self.setVisible(bool(text))

    def _do(self) -> None:
        if self._action:
            self._action()
