"""What becomes of the leader under a case, what does it, and the button that lets the whole window suppose it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from decidr.core.analysis.scenarios.across import AcrossCases, MoveEffect
from decidr.core.analysis.scenarios.words import case_sentences, sides_said
from decidr.core.analysis.synthesis import TIE
from decidr.gui.document import Document
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _

WIDE = 560
"""From this width on the button stands beside the words."""
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class VerdictCard(Card):
    """Sentences, the first one stronger; the button is pressed again to go back to the baseline."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("case_verdict")
        self._document = document
        self._case = ""
        self.first, self.rest, self.sides = text_label("", "section"), text_label("", "body"), text_label("", "second")
        self.sides.setObjectName("case_sides")
        self.suppose = QPushButton()
        self.suppose.setObjectName("suppose")
        self.suppose.setAutoDefault(True)  # Enter presses it
        self.suppose.clicked.connect(self._suppose)
        words = QVBoxLayout()
        words.setSpacing(SPACE[1] - 2)
        for label in (self.first, self.rest, self.sides):
            words.addWidget(label)
        self._sides = QBoxLayout(BESIDE)
        self._sides.setSpacing(SPACE[3])
        self._sides.addLayout(words, 1)
        self._sides.addWidget(self.suppose, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._sides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sides.setDirection(BESIDE if self.width() >= scaled(WIDE) else BELOW)

    def show_case(self, across: AcrossCases, place: int, effects: Sequence[MoveEffect]) -> None:
        """Say what follows from the case at ``place`` in the view that is seen."""
        case = across.cases[place]
        self._case = case.name if case else ""
        first, *rest = case_sentences(across, place, effects)
        self.first.setText(first)
        self.rest.setText("\n".join(rest))
        self.rest.setVisible(bool(rest))
        is_on = self._document.case is not None and self._document.case.name == self._case
        self.suppose.setText(_("Back to the baseline") if is_on else _("Suppose it in the whole window"))
        self.suppose.setProperty("kind", None if is_on else "primary")
        self.suppose.style().unpolish(self.suppose)
        self.suppose.style().polish(self.suppose)

    def show_sides(self, across: AcrossCases, place: int, everywhere: Mapping[str, AcrossCases]) -> None:
        """Say what it does in every view, as soon as those are known."""
        sides = _sides(across, place, everywhere)
        self.sides.setText(sides)
        self.sides.setVisible(bool(sides))

    def _suppose(self) -> None:
        case = self._document.case
        self._document.choose_scenario(None if case and case.name == self._case else self._case)


def _sides(across: AcrossCases, place: int, everywhere: Mapping[str, AcrossCases]) -> str:
    """What the case does in each view to the host that it moves most; empty where it moves none, or in one view."""
    change = np.abs(across.totals[place] - across.totals[0])
    if len(everywhere) < 2 or np.isnan(change).any() or not len(change) or change.max() <= TIE:
        return ""
    host = across.hosts[int(change.argmax())]
    name = across.baseline.names[host]
    return _("{host}, by view: {sides} points.").format(host=name, sides=sides_said(everywhere, place, host))
