"""A table with the card of what is selected: at its right where there is room, else below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from decidr.gui.theme import SPACE, current, scaled

WIDE = 1080
"""From this width on the card stands at the right."""

CARD_WIDTH, CARD_SHARE = 356, 0.38


class DetailSplit(QSplitter):
    """Turns by itself; the line between can be moved. ``share`` of the height is the card's where it stands below."""

    def __init__(
        self, main: QWidget, detail: QWidget, name: str, *, share: float = CARD_SHARE, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName(name)
        self._detail, self._share = detail, share
        self.setChildrenCollapsible(False)
        self.setHandleWidth(SPACE[2])
        self.addWidget(main)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self._is_fitted = False

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - as Qt has it
        return _Handle(self.orientation(), self)

    def show_detail(self, is_there: bool) -> None:
        """Whether there is something to show in the card; else the table has all the room."""
        if is_there == self._detail.isHidden():
            self._detail.setVisible(is_there)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        wanted = Qt.Orientation.Horizontal if self.width() >= scaled(WIDE) else Qt.Orientation.Vertical
        if wanted != self.orientation() or not self._is_fitted:
            self.setOrientation(wanted)
            self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """The card's usual share of the room."""
        self._is_fitted = True
        if self.orientation() == Qt.Orientation.Horizontal:
            self.setSizes([self.width() - scaled(CARD_WIDTH), scaled(CARD_WIDTH)])
        else:
            card = round(self.height() * self._share)
            self.setSizes([self.height() - card, card])


class _Handle(QSplitterHandle):
    """A short bar that shows where to take hold."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, long, thick = current(), scaled(36), scaled(4)
        is_upright = self.orientation() == Qt.Orientation.Horizontal
        width, height = (thick, long) if is_upright else (long, thick)
        centre = QRectF(self.rect()).center()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.other_hosts if self.underMouse() else theme.line))
        painter.drawRoundedRect(QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height), 2, 2)

    def enterEvent(self, event: QEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
