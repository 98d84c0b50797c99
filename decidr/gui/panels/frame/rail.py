"""The rail at the left: every step of a study with its state; any can be opened at any time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from decidr.gui.document import DRAWN, Document, Part
from decidr.gui.icons import paint_icon
from decidr.gui.panels.frame.steps import State, Step, states, steps
from decidr.gui.panels.widgets.enter_key import pressed_by_enter
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.surface import paint_surface
from decidr.gui.theme import BODY, CAPTION, RAIL_WIDTH, ROW_HEIGHT, SPACE, Theme, current, font, scaled
from decidr.language import _

MOVES: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
VCENTER = Qt.AlignmentFlag.AlignVCenter
NAME_LEFT, STATE_ROOM = 36, 16
"""Pixels before the name, and around the state at the right."""


class Rail(Panel):
    """Buttons for the steps; ``chosen`` tells which page the user wants."""

    parts = Part.everything() & ~(Part.FOCUS | Part.PATH | Part.SECOND_OPINION | DRAWN)

    chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("rail")
        self.setAccessibleName(_("Steps of the study"))
        self.setFixedWidth(max(scaled(RAIL_WIDTH), _needed_width()))
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[1], SPACE[2], SPACE[1] + 1, SPACE[2])
        column.setSpacing(2)
        group = 0
        for step in steps():
            if step.group != group:
                group = step.group
                column.addWidget(_line())
            column.addWidget(self._button(step))
        column.addStretch()

    def refresh(self) -> None:
        shown = states(self.document.results)
        for step, button in self._buttons.items():
            button.show_state(shown.get(step, State()))

    def choose(self, step: str) -> None:
        """Show which page is open; ``chosen`` is not emitted."""
        for name, button in self._buttons.items():
            button.setChecked(name == step)

    def button(self, step: str) -> RailButton:
        """The button of a step."""
        return self._buttons[step]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        move = MOVES.get(event.key())
        buttons = list(self._buttons.values())
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if move is None or here is None:
            super().keyPressEvent(event)
            return
        buttons[(here + move) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(self, "right")

    def _button(self, step: Step) -> RailButton:
        button = RailButton(step, self)
        button.clicked.connect(lambda: self.chosen.emit(step.id))
        self._buttons[step.id] = button
        return button


class RailButton(QAbstractButton):
    """One step: icon, name, state."""

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step, self.state = step, State()
        self._shows_focus = False
        self.setText(step.name)
        self.setObjectName(f"rail_{step.id}")
        self.setAccessibleName(step.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_state(self, state: State) -> None:
        """Show how far the step is."""
        if state != self.state:
            self.state = state
            self.setAccessibleDescription(state.told)
            self.setToolTip(state.told)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(ROW_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down are the rail's."""
        if event.key() in MOVES:
            event.ignore()
        elif not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame of the focus is for those who come by keys; a click shows itself."""
        self._shows_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, theme)
        ink = theme.accent if self.isChecked() else theme.second_text
        size = scaled(16)
        paint_icon(painter, QRectF(scaled(10), (area.height() - size) / 2, size, size), self.step.id, ink)
        left, room = scaled(NAME_LEFT), self._paint_state(painter, theme)
        painter.setFont(font(BODY, QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal))
        painter.setPen(QColor(ink))
        name = QFontMetricsF(painter.font()).elidedText(
            self.step.name, Qt.TextElideMode.ElideRight, area.width() - left - room
        )
        painter.drawText(area.adjusted(left, 0, 0, 0), VCENTER, name)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(theme.soft_accent if self.isChecked() else theme.sunken))
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus() and self._shows_focus:
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 6, 6)

    def _paint_state(self, painter: QPainter, theme: Theme) -> float:
        """Draw the state at the right; the room it takes."""
        colours = {"quiet": theme.third_text, "agrees": theme.agrees}
        colours |= {"look_here": theme.look_here, "error": theme.error}
        weight = QFont.Weight.Medium if self.state.tone != "quiet" else QFont.Weight.Normal
        painter.setFont(font(CAPTION, weight))
        painter.setPen(QColor(colours[self.state.tone]))
        area = QRectF(self.rect()).adjusted(0, 0, -scaled(10), 0)
        painter.drawText(area, VCENTER | Qt.AlignmentFlag.AlignRight, self.state.text)
        return QFontMetricsF(painter.font()).horizontalAdvance(self.state.text) + scaled(STATE_ROOM)


def _needed_width() -> int:
    """The width at which no step's name is cut, in the heavier type of the one that is open, beside a short state."""
    heavy = QFontMetrics(font(BODY, QFont.Weight.DemiBold))
    longest = max(heavy.horizontalAdvance(step.name) for step in steps())
    state = QFontMetrics(font(CAPTION)).horizontalAdvance("88")
    return scaled(NAME_LEFT) + longest + state + scaled(STATE_ROOM) + 2 * SPACE[1] + 2


def _line() -> QWidget:
    holder = QWidget()
    line = QFrame(holder)
    line.setProperty("kind", "line")
    column = QVBoxLayout(holder)
    column.setContentsMargins(10, 9, 10, 9)
    column.addWidget(line)
    return holder
