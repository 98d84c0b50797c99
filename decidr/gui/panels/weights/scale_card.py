"""The card on which a question is answered: scale, sentence, and a field for any other ratio."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.formats.ratios import ratio_text
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair
from decidr.gui.panels.weights.judgment_scale import WordedScale
from decidr.gui.panels.weights.judgment_words import sentence, without_markup
from decidr.gui.panels.weights.ratio_field import RatioField
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SECTION, SPACE, current, font
from decidr.language import _


class ScaleCard(Card):
    """``judged`` tells how many times the left matters as much as the right, ``entered`` what was typed for it."""

    judged = Signal(float)
    cleared = Signal()
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("scale_card")
        self.scale = WordedScale(first_at="left")
        self.scale.setObjectName("question_scale")
        self.words = text_label("", "body", "second")
        self.words.setObjectName("question_words")
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setFont(font(SECTION))
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field = RatioField()
        self.trouble = text_label("", "body", "error")
        self.trouble.setObjectName("question_trouble")
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.trouble.hide()
        self._shown: NodeJudgments | None = None
        self._pair: Pair = ("", "")
        self._text = ""
        self._lay_out()
        self._connect()

    def show_pair(self, shown: NodeJudgments, pair: Pair) -> None:
        """Show the judgment of a pair (ids, left and right)."""
        if pair != self._pair:
            self.say_trouble("")
        self._shown, self._pair = shown, pair
        value = shown.value(*pair)
        self.scale.setEnabled(shown.is_editable)
        self.field.setEnabled(shown.is_editable)
        self.scale.setAccessibleName(
            _("{first} against {second}").format(first=shown.name(pair[0]), second=shown.name(pair[1]))
        )
        self.scale.show_ratio(value)
        self._text = "" if value is None else ratio_text(value)
        if not self.field.hasFocus() and not self.is_refused:
            self.field.setText(self._text)
        self._say(self.scale.ratio)

    @property
    def is_refused(self) -> bool:
        """Whether the field holds what is no ratio."""
        return not self.trouble.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say(self.scale.ratio)

    def say_trouble(self, text: str) -> None:
        """Say why what was typed is no ratio; empty once it is."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def settle(self) -> bool:
        """Tell what the arrow keys and the field still hold; whether it could be taken."""
        self.scale.settle()
        self._leave_field()
        return not self.is_refused

    def give_up(self) -> None:
        """Forget what was typed, and go back to the scale."""
        self._forget_text()
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, ratio: float | None) -> None:
        if self._shown is None:
            return
        first, second = (self._shown.name(item) for item in self._pair)
        text = sentence(first, second, ratio, self._shown.compares_hosts)
        self.scale.setAccessibleDescription(without_markup(text))
        self.words.setText(
            self._on_lines(text).replace("<b>", f'<b style="color: {current().text}; font-weight: 600">')
        )

    def _on_lines(self, text: str) -> str:
        """The strength on a line of its own where all does not fit on one."""
        bold = QFontMetrics(font(SECTION, 600))
        said, _colon, strength = text.rpartition(": ")
        if not said or bold.horizontalAdvance(without_markup(text)) <= self.words.width():
            return text
        return f"{said}:<br>{strength}"

    def _enter(self) -> None:
        """Enter in the field: take it, and go back to the scale if it can be taken."""
        self.entered.emit(self.field.text())
        if not self.is_refused:
            self.field.setText(self._text)
            self.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_field(self) -> None:
        if self.field.text().strip() != self._text:
            self.entered.emit(self.field.text())
        if not self.is_refused:
            self.field.setText(self._text)

    def _forget_text(self) -> None:
        self.field.setText(self._text)
        self.say_trouble("")

    def _lay_out(self) -> None:
        self.body.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        row.addSpacing(self.field.width())
        row.addWidget(self.words, 1)
        row.addWidget(self.field)
        self.add(self.scale)
        self.body.addLayout(row)
        self.add(self.trouble)

    def _connect(self) -> None:
        for answered in (self.scale.judged, self.scale.cleared):
            answered.connect(self._forget_text)
        self.scale.judged.connect(self.judged)
        self.scale.moved.connect(self._say)
        self.scale.cleared.connect(self.cleared)
        self.scale.typing.connect(self.field.begin)
        self.field.entered.connect(self._enter)
        self.field.given_up.connect(self.give_up)
        self.field.editingFinished.connect(self._leave_field)
