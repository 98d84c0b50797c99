"""A button that reads like a link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


def link_button(text: str, name: str, do: Callable[[], object], parent: QWidget | None = None) -> QPushButton:
    """A link that does something here; ``name`` is its objectName."""
    button = QPushButton(parent)
    button.setText(text)
    button.setObjectName(name)
    button.setProperty("kind", "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    button.setAutoDefault(True)  # Enter presses it
    button.clicked.connect(lambda: do())  # noqa: PLW0108 - without the signal's «checked»
    return button
