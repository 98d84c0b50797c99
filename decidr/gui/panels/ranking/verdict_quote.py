"""The verdict in words, as a quotation: an accent line, the first words bold, more on demand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.surface import fill
from decidr.gui.theme import current
from decidr.language import _

SHOWN_FOLDED = 3
"""Sentences that stand there before «More» is pressed."""


class VerdictQuote(QWidget):
    """Shows sentences, the most important first; ``why`` asks for the page that explains them."""

    why = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self._is_unfolded = False
        self.words = QLabel()
        self.words.setObjectName("verdict")
        self.words.setWordWrap(True)
        self.words.setContentsMargins(4, 0, 0, 0)  # as the links below, whose focus frame needs it
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = link_button("", "verdict_more", self._turn)
        why = link_button(_("Why ›"), "verdict_why", self.why.emit)
        links = QHBoxLayout()
        links.setSpacing(8)
        for link in (why, self._more):
            links.addWidget(link)
        links.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 1, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addLayout(links)

    @property
    def more(self) -> QPushButton:
        """Shows the rest of the sentences, or puts them away."""
        return self._more

    def say(self, sentences: Sequence[str]) -> None:
        """Show these sentences."""
        if tuple(sentences) != self._sentences:
            self._sentences = tuple(sentences)
            self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, QRect(0, 0, 3, self.height()), current().accent)

    def _turn(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show()

    def _show(self) -> None:
        count = len(self._sentences) if self._is_unfolded else SHOWN_FOLDED
        self.words.setText(_as_html(self._sentences[:count]))
        self.words.setAccessibleName(" ".join(self._sentences))
        self._more.setVisible(len(self._sentences) > SHOWN_FOLDED)
        self._more.setText(_("Less") if self._is_unfolded else _("More"))


def escape(text: str) -> str:
    """Text as it stands in rich text: names are the user's, also ``<b>``."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _as_html(sentences: Sequence[str]) -> str:
    """The sentences as rich text; the first words, up to the first stop or colon, are bold. Names stay text."""
    if not sentences:
        return ""
    bold, rest = _first_words(sentences[0])
    parts = [f"<b style='font-weight:600'>{escape(bold)}</b>", escape(rest)]
    text = " ".join(part for part in (*parts, *(escape(s) for s in sentences[1:])) if part)
    return f"<span style='white-space:pre-wrap'>{text}</span>"  # else the thin space before % becomes one that breaks


def _first_words(sentence: str) -> tuple[str, str]:
    """«Likely:» or «Spain is first.», and what follows."""
    ends = [end + 1 for stop in (". ", ": ") if (end := sentence.find(stop)) >= 0]
    end = min(ends, default=len(sentence))
    return sentence[:end], sentence[end:].lstrip()
