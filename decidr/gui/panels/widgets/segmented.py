"""Segmented buttons: one of a few ways to see a page."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QPushButton, QSizePolicy, QWidget

BORDER = 1


class SegmentedButtons(QWidget):
    """An exclusive choice among ``(id, text)`` pairs; arrow keys move it; ``chosen`` tells the user's."""

    chosen = Signal(str)
    kind = "segment"

    def __init__(self, choices: Sequence[tuple[str, str]], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = self.make_row()
        row.setContentsMargins(0, 0, 0, 0)
        for place, (key, text) in enumerate(choices):
            button = self.make_button(key, text)
            button.setProperty("end", _end(place, len(choices)))
            row.addWidget(button)
        self.choose(choices[0][0])

    def make_row(self) -> QLayout:
        """The layout in which the buttons stand."""
        row = QHBoxLayout(self)
        row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        return row

    @property
    def choices(self) -> list[str]:
        """The ids of all."""
        return [*self._buttons]

    @property
    def choice(self) -> str:
        """The id of the chosen one."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose by id; ``chosen`` is not emitted."""
        self._buttons[key].setChecked(True)
        self._told = key

    def button(self, key: str) -> QPushButton:
        """The button of an id, as for a tooltip."""
        return self._buttons[key]

    def offer(self, keys: Collection[str]) -> None:
        """Show only these of the choices."""
        shown = [key for key in self._buttons if key in keys]
        for key, button in self._buttons.items():
            button.setVisible(key in shown)
            end = _end(shown.index(key), len(shown)) if key in shown else ""
            if end and button.property("end") != end:
                button.setProperty("end", end)
                button.style().unpolish(button)
                button.style().polish(button)

    def make_button(self, key: str, text: str) -> QPushButton:
        """The button of one choice."""
        button = _Segment(text, self)
        button.setObjectName(f"{self.kind}_{key}")
        button.setCheckable(True)
        button.setProperty("kind", self.kind)
        self._buttons[key] = button
        self._group.addButton(button)
        button.clicked.connect(lambda: self._tell(key))
        return button

    def _tell(self, key: str) -> None:
        if key != self._told:
            self._told = key
            self.chosen.emit(key)


class _Segment(QPushButton):
    """As wide as its text is when it is chosen: in heavier type, which the style sheet sets but does not measure."""

    def sizeHint(self) -> QSize:
        heavy = QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(heavy).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more) + 2 * BORDER, 0)  # also where a neighbour draws the border


def _end(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if place == 0 else "last" if place == count - 1 else "middle"
