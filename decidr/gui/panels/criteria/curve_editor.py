"""The value curve of a criterion with what is to be said of it: data beyond its ends, and how to shape it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from decidr.core.study.criteria import Criterion
from decidr.gui.panels.criteria.value_curve import CurveDot, ValueCurve
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _, ngettext
from decidr.number_text import figure, listed

MOST_NAMED = 3
"""Hosts beyond the ends that are named before the rest is counted."""


class CurveEditor(QWidget):
    """``tried``, ``shaped`` and ``given_up`` as the curve tells them; widening the ends is a shape too."""

    tried = Signal(object)
    shaped = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curve = ValueCurve()
        self.beyond = text_label("", "caption", "look_here")
        self.beyond.setObjectName("beyond_ends")
        self.widen = link_button(_("Widen the ends"), "widen_ends", self._widen)
        self.hint = text_label(
            _("Drag a square; double-click adds one, Delete takes it away. With Shift in fine steps."),
            "caption",
            "third",
        )
        self._lay_out()
        self._make_actions()
        for signal, told in ((self.curve.tried, self.tried), (self.curve.shaped, self.shaped)):
            signal.connect(told)
        self.curve.given_up.connect(self.given_up)

    @property
    def is_drawable(self) -> bool:
        """Whether the criterion has a curve."""
        return self.curve.is_drawable

    @property
    def dots_beyond(self) -> tuple[CurveDot, ...]:
        """The hosts whose value lies beyond the ends."""
        shape = self.curve.shape
        if shape is None:
            return ()
        low, high = shape.knots[0].value, shape.knots[-1].value
        return tuple(dot for dot in self.curve.dots if not low <= dot.value <= high)

    def show_curve(self, criterion: Criterion, dots: Sequence[CurveDot]) -> None:
        """Show a criterion's curve with the hosts on it."""
        self.curve.show_curve(criterion, dots)
        beyond = self.dots_beyond
        self.beyond.setText(self._told(beyond))
        self.beyond.setVisible(bool(beyond))
        self.widen.setVisible(bool(beyond))

    def _told(self, dots: Sequence[CurveDot]) -> str:
        if not dots:
            return ""
        named = [f"{dot.name} ({figure(dot.value)})" for dot in dots[:MOST_NAMED]]
        if rest := len(dots) - MOST_NAMED:
            named += [_("{count} more").format(count=rest)] if rest > 0 else []
        return ngettext(
            "{hosts} lies beyond the ends and scores as the end does.",
            "{hosts} lie beyond the ends and score as the ends do.",
            len(dots),
        ).format(hosts=listed(named))

    def _widen(self) -> None:
        if self.curve.shape:
            self.shaped.emit(self.curve.shape.reaching(dot.value for dot in self.dots_beyond))

    def _make_actions(self) -> None:
        """The same by the context menu, for those who do not know the keys."""
        for name, text, key, do in (
            ("add_curve_point", _("Add a point"), Qt.Key.Key_Insert, self.curve.add_point),
            ("remove_curve_point", _("Remove the point"), Qt.Key.Key_Delete, self.curve.remove_point),
        ):
            action = QAction(
                f"{text}\t{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}", self.curve
            )
            action.setObjectName(name)
            action.triggered.connect(do)
            self.curve.addAction(action)
        self.curve.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        warning = QHBoxLayout()
        warning.addWidget(self.beyond, 1)
        warning.addWidget(self.widen, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.curve)
        column.addLayout(warning)
        column.addWidget(self.hint)
        column.addStretch(1)
