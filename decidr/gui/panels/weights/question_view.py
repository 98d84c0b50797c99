"""One pair at a time: two things with the ends of their scales, a scale between them, and the next on Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QWidget

from decidr.core.analysis.results import Results
from decidr.gui.models.weights.judging import Judging
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair
from decidr.gui.models.weights.questions import (
    first_question,
    next_pair,
    next_question,
    open_questions,
    pair_before,
    progress_text,
    quick_progress_text,
    quick_question,
    unconnected,
)
from decidr.gui.panels.weights.digit_keys import digit_of
from decidr.gui.panels.weights.ends_card import EndsCard
from decidr.gui.panels.weights.key_hints import KeyHints
from decidr.gui.panels.weights.scale_card import ScaleCard
from decidr.gui.panels.widgets.check_box import CheckBox
from decidr.gui.panels.widgets.notice_line import NoticeLine
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SECTION, SPACE, font
from decidr.language import _


class QuestionView(PageScroll):
    """``asked`` tells which pair comes next (ids), ``done`` that none does, ``reveal`` that the ranking is wanted.

    ``turned`` tells that the quick path was taken or left.
    """

    asked = Signal(str, str)
    done = Signal()
    reveal = Signal()
    turned = Signal()

    def __init__(self, judging: Judging, parent: QWidget | None = None) -> None:
        super().__init__("question_view", parent)
        self._judging = judging
        self._shown: NodeJudgments | None = None
        self._pair: Pair = ("", "")
        self._visited: list[Pair] = []
        self._skipped: set[Pair] = set()
        self._is_review = False
        self.progress = QProgressBar()
        self.quick = CheckBox("quick_path", _("Quick path"), _("First the fewest pairs that connect everything"))
        self.question = text_label("", "body", "second")
        self.left, self.right = EndsCard("left_side"), EndsCard("right_side")
        self.scale_card = ScaleCard()
        self.reason = QLineEdit()
        self.back, self.skip = QPushButton(_("Back")), QPushButton(_("Skip"))
        self.add_reason, self.next = QPushButton(_("Add a reason")), QPushButton(_("Next question"))
        self.hidden_line = NoticeLine("hidden_ranking")
        self._lay_out()
        self._connect()

    @property
    def pair(self) -> Pair:
        """The pair that is asked."""
        return self._pair

    def begin(self, shown: NodeJudgments) -> None:
        """Start with a node: with its open questions, or to look through those that are answered."""
        self._visited.clear()
        self._skipped.clear()
        self._is_review = not open_questions(shown)

    def first(self, shown: NodeJudgments, wanted: Pair) -> Pair:
        """Where the questions of a node begin; at the wanted pair if that is open."""
        quick = quick_question(shown) if self.quick.isChecked() else None
        return quick or first_question(shown, wanted)

    def is_done(self, shown: NodeJudgments) -> bool:
        """Whether a node is answered: each pair, or on the quick path what connects them."""
        return shown.is_complete or (self.quick.isChecked() and not unconnected(shown))

    def show_question(self, results: Results, shown: NodeJudgments, pair: Pair, is_ranking_hidden: bool) -> None:
        """Ask a pair (ids, as the upper half has it)."""
        is_new = (shown.node.id, pair) != (self._shown.node.id if self._shown else "", self._pair)
        self._shown, self._pair = shown, pair
        self._show_progress(shown)
        self.left.show_item(results, pair[0])
        self.right.show_item(results, pair[1])
        self.scale_card.show_pair(shown, pair)
        self._show_reason(shown, is_new)
        self._show_buttons(shown)
        line = _("The ranking stays hidden until this node is done, so that nobody judges to win.")
        self.hidden_line.say(line if is_ranking_hidden else "", _("Show anyway"), self.reveal.emit)

    def take_focus(self) -> None:
        """Put the keyboard on the scale."""
        self.scale_card.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def progress_text(self) -> str:
        """Where one stands, and how long the rest takes."""
        if self._shown is None:
            return ""
        return quick_progress_text(self._shown) if self.quick.isChecked() else progress_text(self._shown, self._pair)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused.click() if isinstance(focused, QAbstractButton) else self._go_on()
        elif digit_of(event) and not isinstance(focused, QLineEdit):
            self.take_focus()
            self.scale_card.scale.keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.scale_card.give_up()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """To the next question, or to the end."""
        if self._shown is None or not self._finish_entry():
            return
        following = self._following(self._shown)
        if following is None:
            self.done.emit()
        else:
            self._go(following)

    def _go_back(self) -> None:
        if self._shown is None or not self._finish_entry():
            return
        before = self._visited.pop() if self._visited else pair_before(self._shown, self._pair)
        if before:
            self.asked.emit(*before)
            self.take_focus()

    def _go(self, pair: Pair) -> None:
        self._visited.append(self._pair)
        self.asked.emit(*pair)
        self.take_focus()

    def _following(self, shown: NodeJudgments) -> Pair | None:
        if self._is_review:
            return next_pair(shown, self._pair)
        if self.quick.isChecked():
            return quick_question(shown, {*self._skipped, self._pair})
        return next_question(shown, self._pair)

    def _skip(self) -> None:
        self.scale_card.give_up()
        self._skipped.add(self._pair)
        self._go_on()

    def _finish_entry(self) -> bool:
        """Take what is still being typed or moved; whether it could be: what could not waits to be mended."""
        self._keep_reason()
        is_taken = self.scale_card.settle()
        if not is_taken:
            self.scale_card.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return is_taken

    def _judge(self, ratio: float) -> None:
        if self._shown:
            self._judging.judge(self._shown, *self._pair, ratio)

    def _clear(self) -> None:
        if self._shown:
            self._judging.clear(self._shown, [self._pair])

    def _take_text(self, text: str) -> None:
        """Take a typed ratio, or say why not."""
        ratio, trouble = self._judging.read(text)
        self.scale_card.say_trouble(trouble)
        if trouble:
            return
        if ratio is None:
            self._clear()
        else:
            self._judge(ratio)

    def _keep_reason(self) -> None:
        if self._shown and not self.reason.isHidden():
            self._judging.say_why(self._shown, *self._pair, self.reason.text().strip())

    def _ask_reason(self) -> None:
        self.reason.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_reason(self) -> None:
        self._keep_reason()
        self.take_focus()

    def _show_progress(self, shown: NodeJudgments) -> None:
        self.progress.setRange(0, len(shown.pairs))
        self.progress.setValue(len(shown.pairs) - len(open_questions(shown)))
        hosts = _("Which is better on {name}, and by how much?").format(name=shown.node.name)
        swings = _("Which change would matter more, and by how much?")
        self.question.setText(hosts if shown.compares_hosts else swings)

    def _show_reason(self, shown: NodeJudgments, is_new: bool) -> None:
        judgment = shown.judgment(*self._pair)
        note = judgment.note if judgment else ""
        if is_new or not self.reason.hasFocus():
            self.reason.setText(note)
        if is_new:
            self.reason.setVisible(bool(note))
        self.reason.setEnabled(shown.is_editable)
        self.add_reason.setEnabled(shown.is_editable)
        self.add_reason.setText(_("Change the reason") if note else _("Add a reason"))

    def _show_buttons(self, shown: NodeJudgments) -> None:
        following = self._following(shown)
        self.next.setText(_("See the matrix") if following is None else _("Next question"))
        self.skip.setEnabled(following is not None)
        self.back.setEnabled(bool(self._visited) or pair_before(shown, self._pair) is not None)

    def _lay_out(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Pairs judged"))
        self.question.setFont(font(SECTION))
        self.question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sides = QHBoxLayout()
        sides.setSpacing(SPACE[3])
        sides.addWidget(self.left, 1)
        sides.addWidget(self.right, 1)
        way = QHBoxLayout()
        way.setSpacing(SPACE[3])
        way.addWidget(self.progress, 1, Qt.AlignmentFlag.AlignVCenter)
        way.addWidget(self.quick)
        self.column.addLayout(way)
        self.add(self.question)
        self.column.addLayout(sides)
        self.add(self.scale_card)
        self.column.addLayout(self._button_row())
        self.add(self.reason)
        self.add(self.hidden_line)
        self.column.addStretch(1)

    def _button_row(self) -> QHBoxLayout:
        names = {"question_back": self.back, "question_skip": self.skip, "question_reason": self.add_reason}
        names["question_next"] = self.next
        for name, button in names.items():
            button.setObjectName(name)
        self.next.setProperty("kind", "primary")
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setPlaceholderText(_("Why so? The reason is kept beside the judgment."))
        hints = [
            (("←", "→"), _("move")),
            (("1–9",), _("set")),
            (("Enter",), _("next")),
            (("⇧", "1–9"), _("other side")),
        ]
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        for button in (self.back, self.skip, self.add_reason):
            row.addWidget(button)
        row.addWidget(KeyHints(hints), 1)
        row.addWidget(self.next)
        return row

    def _connect(self) -> None:
        self.scale_card.judged.connect(self._judge)
        self.scale_card.cleared.connect(self._clear)
        self.scale_card.entered.connect(self._take_text)
        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self._skip)
        self.quick.clicked.connect(self.turned)
        self.next.clicked.connect(self._go_on)
        self.add_reason.clicked.connect(self._ask_reason)
        self.reason.returnPressed.connect(self._end_reason)
        self.reason.editingFinished.connect(self._keep_reason)
