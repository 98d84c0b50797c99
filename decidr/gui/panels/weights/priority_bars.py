"""The priorities that follow from a matrix, one bar beside each of its rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QToolTip, QWidget

from decidr.gui.theme import BODY, CAPTION, current, font, scaled
from decidr.language import _
from decidr.number_text import per_cent

WIDEST_BAR, NARROWEST_BAR = 64, 36


class PriorityBars(QWidget):
    """Drawn in line with the rows of ``table``, also while it scrolls."""

    def __init__(self, table: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("priorities")
        self._table = table
        self.shares: tuple[float, ...] = ()
        self._names: Sequence[str] = ()
        self._bar = WIDEST_BAR
        table.verticalScrollBar().valueChanged.connect(self.update)

    def show_shares(self, names: Sequence[str], shares: Sequence[float]) -> None:
        """Show the priorities of these items; without any it takes no room."""
        self.shares, self._names = tuple(shares), names
        self.setVisible(bool(self.shares))
        told = (f"{names[row]} {per_cent(share)}" for row, share in enumerate(self.shares))
        self.setAccessibleName(_("Priorities: {shares}").format(shares=", ".join(told)))
        self.update()

    def be_narrow(self, is_narrow: bool) -> None:
        """Take less room."""
        self._bar = NARROWEST_BAR if is_narrow else WIDEST_BAR
        self.setFixedWidth(self.wanted_width(is_narrow))

    def wanted_width(self, is_narrow: bool = False) -> int:
        """How wide it is."""
        bar = NARROWEST_BAR if is_narrow else WIDEST_BAR
        return scaled(12) + scaled(bar) + scaled(8) + QFontMetrics(font(BODY)).horizontalAdvance(per_cent(1.0))

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), scaled(80))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.exact_at(event.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._table.horizontalHeader().height()
        painter.setFont(font(CAPTION, 500))
        painter.setPen(QColor(theme.second_text))
        head = QRectF(scaled(12), 0, self.width() - scaled(12), top - scaled(6))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, _("Priority"))
        painter.setClipRect(QRectF(0, top, self.width(), self._table.viewport().height()))
        largest = max(self.shares, default=1.0) or 1.0
        for row, share in enumerate(self.shares):
            self._paint_share(painter, self._row(row), share, share / largest)

    def _paint_share(self, painter: QPainter, row: QRectF, share: float, length: float) -> None:
        theme, height = current(), scaled(8)
        bar = QRectF(row.left() + scaled(12), row.center().y() - height / 2, scaled(self._bar) * length, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setFont(font(BODY))
        painter.setPen(QColor(theme.text))
        painter.drawText(
            row.adjusted(scaled(12 + self._bar + 8), 0, 0, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            per_cent(share),
        )

    def _row(self, row: int) -> QRectF:
        top = self._table.horizontalHeader().height() + self._table.rowViewportPosition(row)
        return QRectF(0, top, self.width(), self._table.rowHeight(row))

    def exact_at(self, y: int) -> str:
        """The share of the row at this height, with all its digits."""
        rows = (row for row in range(len(self.shares)) if self._row(row).contains(1, y))
        return next((f"{self._names[row]}: {self.shares[row]:.10f}" for row in rows), "")
