"""The pair where the cursor stands: its judgment on a small slider, and in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.gui.models.weights.judging import short_name
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair
from decidr.gui.panels.weights.judgment_scale import JudgmentScale
from decidr.gui.panels.weights.judgment_words import short_sentence
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _


class EditingCard(Card):
    """``judged`` tells how many times the row is preferred to the column, ``cleared`` that it is taken back."""

    judged = Signal(float)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("editing_card")
        self.scale = JudgmentScale(first_at="right")
        self.scale.setObjectName("editing_scale")
        self.words = text_label("", "body", "second")
        self.words.setObjectName("editing_words")
        self.reason = text_label("", "caption")
        self.reason.setObjectName("editing_reason")
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        less, more = text_label(_("less"), "body", "second"), text_label(_("more"), "body", "second")
        for label in (less, more):
            label.setWordWrap(False)
        row.addWidget(less)
        row.addWidget(self.scale, 1)
        row.addWidget(more)
        self.body.addLayout(row)
        self.add(self.words)
        self.add(self.reason)
        self.body.addStretch(1)
        self._names = ("", "")
        self._compares_hosts = False
        self.scale.judged.connect(self.judged)
        self.scale.cleared.connect(self.cleared)
        self.scale.moved.connect(self._say)

    def show_pair(self, shown: NodeJudgments, pair: Pair) -> None:
        """Show the judgment of row and column (ids)."""
        self._names = shown.name(pair[0]), shown.name(pair[1])
        self._compares_hosts = shown.compares_hosts
        title = _("Editing {first} against {second}") if shown.is_editable else _("{first} against {second}")
        whole = title.format(first=self._names[0], second=self._names[1])
        self.set_title(title.format(first=short_name(self._names[0]), second=short_name(self._names[1])))
        self.setToolTip(whole if whole != self.title else "")
        value, judgment = shown.value(*pair), shown.judgment(*pair)
        self.scale.setEnabled(shown.is_editable)
        self.scale.setAccessibleName(whole)
        self.scale.show_ratio(value)
        self._say(value)
        self.reason.setText(f"«{judgment.note}»" if judgment and judgment.note else "")
        self.reason.setVisible(bool(self.reason.text()))

    def _say(self, value: float | None) -> None:
        text = short_sentence(*self._names, value, self._compares_hosts)
        self.words.setText(text)
        self.scale.setAccessibleDescription(text)
