"""Chips: the nodes of a tree in a row, each with how far it is done; further rows where the width ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.theme import CAPTION, current, font, scaled
from decidr.language import _

DONE, TO_DO = "✓", "○"

WEIGHT = 500
"""Of the type of every chip: colour shows the choice, so that no chip has to keep room for heavier letters."""

STEPS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
"""Where the arrow keys lead along the row."""


class Chip(NamedTuple):
    """One chip: what it stands for, its text, and its state: ``✓``, ``○``, or how far, as ``7/15``."""

    id: str
    text: str
    state: str = ""


class ChipRow(QWidget):
    """Chips of which one is chosen; a click, Enter or the arrow keys choose."""

    chosen = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._buttons: list[ChipButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def choice(self) -> str | None:
        """The id of the chosen chip."""
        return next((button.chip.id for button in self._buttons if button.isChecked()), None)

    @property
    def chips(self) -> tuple[Chip, ...]:
        """What is shown."""
        return tuple(button.chip for button in self._buttons)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these; the choice stays where its chip still is. Buttons are kept, and the focus."""
        before = self.choice
        while len(self._buttons) > len(chips):
            button = self._buttons.pop()
            self._flow.removeWidget(button)
            button.deleteLater()
        for place, chip in enumerate(chips):
            if place == len(self._buttons):
                self._add_button(chip)
            self._buttons[place].show_chip(chip)
        self.choose(before)

    def choose(self, chip: str | None) -> None:
        """Choose by id; ``chosen`` is not emitted."""
        for button in self._buttons:
            button.setChecked(button.chip.id == chip)
        self._set_tab_stop()

    def button(self, chip: str) -> ChipButton:
        """The button of an id."""
        return next(button for button in self._buttons if button.chip.id == chip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        focused = next((i for i, b in enumerate(self._buttons) if b.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        button = self._buttons[(focused + step) % len(self._buttons)]
        button.click()
        button.setFocus(Qt.FocusReason.OtherFocusReason)  # last: whoever is told may have taken the keyboard

    def _add_button(self, chip: Chip) -> None:
        button = ChipButton(chip, self)
        button.clicked.connect(lambda: self._take(button))
        self._buttons.append(button)
        self._flow.addWidget(button)
        button.show()

    def _take(self, button: ChipButton) -> None:
        self.choose(button.chip.id)
        self.chosen.emit(button.chip.id)

    def _set_tab_stop(self) -> None:
        """Tab reaches the chosen chip only; from there the arrow keys go on."""
        for button in self._buttons:
            stops = button.isChecked() or not self.choice
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)


class ChipButton(QAbstractButton):
    """One chip, drawn as a pill."""

    WIDEST = 220

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chip(self, chip: Chip) -> None:
        """Show another text or state."""
        self.chip = chip
        self.setObjectName(f"chip_{chip.id}")
        self.setAccessibleName(chip.text)
        self.setAccessibleDescription({DONE: _("done"), TO_DO: _("to do")}.get(chip.state, chip.state))
        self.setToolTip(chip.text if self._shown_text() != chip.text else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        letters = QFontMetrics(font(CAPTION, WEIGHT))
        state = letters.horizontalAdvance(" " + self.chip.state) if self.chip.state else 0
        return QSize(letters.horizontalAdvance(self._shown_text()) + state + scaled(22), scaled(25))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys are the row's: Qt's buttons would hand the focus on along the tab order."""
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter)
        words = font(CAPTION, WEIGHT)
        text, area = self._shown_text(), QRectF(self.rect())
        metrics = QFontMetrics(words)
        tail = " " + self.chip.state if self.chip.state else ""
        x = (self.width() - metrics.horizontalAdvance(text + tail)) / 2
        painter.setFont(words)
        painter.setPen(QColor(theme.accent if self.isChecked() else theme.second_text))
        painter.drawText(area.adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QColor(theme.agrees if self.chip.state == DONE else theme.second_text))
        painter.drawText(
            area.adjusted(x + metrics.horizontalAdvance(text), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, tail
        )

    def _paint_pill(self, painter: QPainter) -> None:
        theme = current()
        strong = self.isChecked() or self.hasFocus()
        width = 2 if self.hasFocus() else 1.2 if strong else 1
        painter.setPen(QPen(QColor(theme.accent if strong else theme.line), width))
        ground = theme.soft_accent if self.isChecked() else theme.sunken if self.underMouse() else theme.card
        painter.setBrush(QColor(ground))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)

    def _shown_text(self) -> str:
        metrics = QFontMetrics(font(CAPTION, 600))
        return metrics.elidedText(self.chip.text, Qt.TextElideMode.ElideRight, scaled(self.WIDEST))
