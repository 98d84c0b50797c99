"""The page of the matrix: the sheet, what was wrong with an entry, and the cards below."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from decidr.core.study.study import Settings
from decidr.gui.models.weights.judging import Judging
from decidr.gui.models.weights.judgment_matrix import JudgmentMatrix
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair
from decidr.gui.panels.weights.matrix_cards import MatrixCards
from decidr.gui.panels.weights.matrix_sheet import MatrixSheet
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import scaled

PEEK = 150
"""Of what lies below a large matrix so much stays in view, to tell that there is something."""


class MatrixPage(PageScroll):
    """``pair_chosen`` tells the ids of row and column where the cursor stands."""

    pair_chosen = Signal(str, str)

    def __init__(self, judging: Judging, parent: QWidget | None = None) -> None:
        super().__init__("matrix_page", parent)
        self._judging = judging
        self._shown: NodeJudgments | None = None
        self._pair: Pair = ("", "")
        self.model = JudgmentMatrix(judging, self)
        self.sheet = MatrixSheet(self.model)
        self.trouble = text_label("", "body", "error")
        self.trouble.setObjectName("matrix_trouble")
        self.trouble.hide()
        self.cards = MatrixCards()
        self._lay_out()
        self._connect()

    def show_judgments(self, shown: NodeJudgments, pair: Pair, settings: Settings, opinion: str) -> None:
        """Show the judgments at a node with the cursor on ``pair`` (ids of row and column)."""
        if self._shown is None or not _same_judgments(self._shown, shown):
            self._say_trouble("")
        self._shown, self._pair = shown, pair
        self.model.show_judgments(shown)
        self.sheet.show_judgments(shown)
        self.sheet.view.choose(pair)
        self.cards.show_judgments(shown, pair, settings, opinion)

    def take_focus(self) -> None:
        """Put the keyboard on the matrix."""
        self.sheet.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sheet.set_room(self.viewport().height() - scaled(PEEK))

    def _judge(self, value: float) -> None:
        self._take(*self._pair, value)

    def _take(self, first: str, second: str, value: float) -> None:
        if self._shown:
            self._say_trouble("")
            self._judging.judge(self._shown, first, second, value)

    def _clear(self) -> None:
        if self._shown:
            self._judging.clear(self._shown, [self._pair])

    def _say_trouble(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _lay_out(self) -> None:
        card = Card()
        card.setObjectName("matrix_card")
        card.add(self.sheet, 1)
        card.add(self.trouble)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.add(card, 1)
        self.add(self.cards)
        self.column.addStretch(0)

    def _connect(self) -> None:
        self.model.refused.connect(self._say_trouble)
        self.sheet.view.pair_chosen.connect(self.pair_chosen)
        self.sheet.view.given_up.connect(lambda: self._say_trouble(""))
        self.cards.editing.judged.connect(self._judge)
        self.cards.editing.cleared.connect(self._clear)
        self.cards.standing_out.applied.connect(self._take)
        self.cards.standing_out.looked_at.connect(self.pair_chosen)


def _same_judgments(before: NodeJudgments, now: NodeJudgments) -> bool:
    """Whether what is shown is what was shown: then what was wrong with an entry still is."""
    return before.node.id == now.node.id and np.array_equal(before.judgments, now.judgments, equal_nan=True)
