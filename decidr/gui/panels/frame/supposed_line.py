"""The line above the page that says which scenario the window supposes, with the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from decidr.gui.document import Document, Part
from decidr.gui.panels.widgets.elided_label import ElidedLabel
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.surface import fill
from decidr.gui.theme import SPACE, current
from decidr.language import _

EDGE = 3
"""Pixels of the accent at the left."""


class SupposedLine(QWidget):
    """Hidden at the baseline, and empty until a scenario is supposed; ``go_to`` asks for a place in the window."""

    go_to = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("supposed")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._document = document
        self.words: ElidedLabel | None = None
        document.changed.connect(self._on_changed)
        self.hide()

    def show_case(self) -> None:
        """Say what is supposed, if anything."""
        case = self._document.case
        if case is not None:
            self.words = self.words or self._made()
            text = _("Supposing «{scenario}»: results are what would follow. Edits change the study itself.")
            self.words.show_text(text.format(scenario=case.name))
        self.setVisible(case is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = current(), self.rect()
        painter = QPainter(self)
        fill(painter, area, theme.soft_accent)
        fill(painter, area.adjusted(0, area.height() - 1, 0, 0), theme.line)
        area.setWidth(EDGE)
        fill(painter, area, theme.accent)

    def _on_changed(self, parts: Part) -> None:
        if parts & (Part.CASE | Part.SCENARIOS):
            self.show_case()

    def _made(self) -> ElidedLabel:
        words = ElidedLabel()
        words.setObjectName("supposed_words")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE[4], SPACE[1] - 2, SPACE[3], SPACE[1] - 2)
        row.setSpacing(SPACE[2])
        row.addWidget(words, 1)
        row.addWidget(link_button(_("Its moves ›"), "to_moves", self._go_to_moves))
        row.addWidget(link_button(_("Back to the baseline"), "to_baseline", self._return))
        return words

    def _go_to_moves(self) -> None:
        if case := self._document.case:
            self.go_to.emit(f"scenarios:{case.name}")

    def _return(self) -> None:
        self._document.choose_scenario(None)
