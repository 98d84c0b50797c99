"""Labels that say by their type how they look; the style sheet gives size, weight and colour."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

Type = Literal["body", "caption", "second", "strong", "section", "card_title", "page_title", "figure"]
Tone = Literal["", "second", "third", "agrees", "look_here", "error", "accent"]


def text_label(
    text: str = "",
    kind: Type = "body",
    tone: Tone = "",
    parent: QWidget | None = None,
    *,
    wraps: bool = True,
) -> QLabel:
    """A label of plain text; it wraps unless told otherwise.

    Its text cannot be selected: for that, Qt would make a whole text document of every label (a tenth of the start).
    """
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    label.setProperty("type", kind)
    label.setProperty("tone", tone)
    return label


def set_tone(label: QWidget, tone: Tone) -> None:
    """Change the colour of a label by what it means."""
    if (label.property("tone") or "") != tone:  # the first look-up of a style is dear
        label.setProperty("tone", tone)
        label.style().unpolish(label)
        label.style().polish(label)
