"""One pair that contradicts the others: what would serve best, why, and a button that takes it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from decidr.core.ahp.consistency import WorstPair
from decidr.gui.models.weights.judging import short_ratio
from decidr.gui.models.weights.node_judgments import NodeJudgments
from decidr.gui.models.weights.standing_out import routes
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _


class ContradictionRow(QWidget):
    """``taken`` tells the ids of the pair and the value that would serve; ``looked_at`` the ids alone."""

    taken = Signal(str, str, float)
    looked_at = Signal(str, str)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"contradiction_{number}")
        self._pair = ("", "")
        self._value = 1.0
        self.words = text_label("", "body")
        self.why = text_label("", "caption")
        self.why.hide()
        self.apply_button = link_button(_("Apply"), f"apply_{number}", self._take, self)
        self.why_button = link_button(_("Show why"), f"show_why_{number}", self._turn_why, self)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE[2])
        buttons.addWidget(self.apply_button)
        buttons.addWidget(self.why_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.why)
        column.addLayout(buttons)

    def show_pair(self, shown: NodeJudgments, pair: WorstPair) -> None:
        """Show a pair of the matrix."""
        ids = shown.node.items[pair.i], shown.node.items[pair.j]
        if ids != self._pair:
            self._show_why(False)
        self._pair, self._value = ids, pair.suggested_on_scale
        names = {"first": shown.node.names[pair.i], "second": shown.node.names[pair.j]}
        then = _("no ratio") if pair.cr_then is None else f"{pair.cr_then + 0.0:.2f}"
        self.words.setText(
            _("{first} over {second} is {value}; {suggested} would give {ratio}.").format(
                **names, value=short_ratio(pair.value), suggested=short_ratio(pair.suggested_on_scale), ratio=then
            )
        )
        self.why.setText(_why(shown, pair))
        self.apply_button.setEnabled(shown.is_editable)
        for button in (self.apply_button, self.why_button):
            button.setAccessibleDescription(self.words.text())

    def _take(self) -> None:
        self.taken.emit(*self._pair, self._value)

    def _turn_why(self) -> None:
        self._show_why(self.why.isHidden())
        self.looked_at.emit(*self._pair)

    def _show_why(self, is_shown: bool) -> None:
        self.why.setVisible(is_shown)
        self.why_button.setText(_("Hide why") if is_shown else _("Show why"))


def _why(shown: NodeJudgments, pair: WorstPair) -> str:
    """What the other judgments say of the pair."""
    said = [
        _("by way of {name}, {one} × {other} = {product}").format(
            name=shown.node.names[route.by],
            one=short_ratio(route.first),
            other=short_ratio(route.second),
            product=short_ratio(route.product),
        )
        for route in routes(shown.judgments, pair.i, pair.j)
    ]
    best = _("With all others kept, {suggested} fits best.").format(suggested=f"{pair.suggested:.2f}")
    return (_("The others say: {routes}.").format(routes="; ".join(said)) + " " if said else "") + best
