"""The live ranking's list: rank, name, bar with the band of its gaps, points; it moves when the order does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import isnan
from typing import NamedTuple

from PySide6 import QtWidgets  # QStyle is dear, and looked up there when something moves
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from decidr.gui.charts.canvas.hatching import hatch
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.models.ranking.ranking_model import RankedHost, RankingModel
from decidr.gui.panels.ranking.members_band import paint_members_band
from decidr.gui.theme import BODY, CAPTION, Theme, current, font, scaled
from decidr.number_text import points

MOVE_MS = 120
"""How long bars take to their new places."""

ROW, BELOW_ROW, LINE_ROOM = 25, 42, 14
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Place(NamedTuple):
    """Where a host is drawn: the top of its row, and its figures."""

    top: float
    total: float
    low: float
    high: float

    def towards(self, other: Place, share: float) -> Place:
        """A share of the way to another place."""
        return Place(*(a + (b - a) * share for a, b in zip(self, other, strict=True)))


class RankingList(QListView):
    """Hosts in order; ``host_chosen`` tells a click or Enter."""

    host_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._rows = QWidget()  # our own: asking Qt for its viewport would load every class of widgets (14 ms)
        self.setViewport(self._rows)
        self.setMouseTracking(True)
        self.shown = RankingModel(self)
        self.setModel(self.shown)
        self._bars = _Bars(self)
        self.setItemDelegate(self._bars)
        self._targets: dict[str, Place] = {}
        self._before: dict[str, Place] = {}
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOVE_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(lambda share: self._rows.update())
        self.clicked.connect(lambda index: self.host_chosen.emit(self.shown.hosts[index.row()].alternative))

    @property
    def selected(self) -> str | None:
        """The host that is shown as selected."""
        return self._bars.selected

    def show_hosts(self, hosts: tuple[RankedHost, ...], selected: str | None, *, moving: bool) -> None:
        """Show the ranking; ``moving``: bars go to their new places, instead of being there at once."""
        self._before = {host.id: self.place(host.id) for host in self.shown.hosts} if moving else {}
        self._motion.stop()
        self.shown.show_hosts(hosts)
        self._targets = _targets(hosts)
        self._bars.measure(hosts, selected)
        if self._before and self.isVisible() and self._may_move():
            self._motion.start()
        self.updateGeometry()
        self._rows.update()

    def wanted_height(self) -> int:
        """The height at which nothing needs scrolling."""
        return sum(row_height(host) for host in self.shown.hosts)

    def place(self, host: str) -> Place:
        """Where a host is drawn now, on the way if it is moving."""
        target = self._targets[host]
        if self._motion.state() == QVariantAnimation.State.Running and host in self._before:
            return self._before[host].towards(target, float(self._motion.currentValue() or 0.0))
        return target

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), self.wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), min(self.wanted_height(), scaled(ROW) * 5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.host_chosen.emit(self.shown.hosts[self.currentIndex().row()].alternative)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_bars"):
            self._targets = _targets(self.shown.hosts)
            self._bars.measure(self.shown.hosts, self._bars.selected)

    def _may_move(self) -> bool:
        """Whether the user's system wants motion at all."""
        return self.style().styleHint(QtWidgets.QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class _Bars(QStyledItemDelegate):
    """Draws one host."""

    def __init__(self, ranking: RankingList) -> None:
        super().__init__(ranking)
        self._list = ranking
        self.selected: str | None = None
        self._longest_name, self._longest_bar = 0.0, 1.0

    def measure(self, hosts: tuple[RankedHost, ...], selected: str | None) -> None:
        """Find the room that names and bars need."""
        self.selected = selected
        bold = measure(BODY, QFont.Weight.DemiBold)
        names = max((bold.horizontalAdvance(host.name) for host in hosts), default=0.0)
        self._longest_name = min(max(names, scaled(60)), scaled(122))
        figures = [host.high for host in hosts if not isnan(host.high)]
        self._longest_bar = max(figures, default=1.0) or 1.0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(scaled(120), row_height(index.data(Qt.ItemDataRole.UserRole)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        host: RankedHost = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)
        place = self._list.place(host.id)
        area.moveTop(place.top - self._list.verticalScrollBar().value())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if host.is_first_below:
            self._paint_line(painter, area)
            area.setTop(area.top() + scaled(LINE_ROOM))
        has_focus = self._list.hasFocus() and index == self._list.currentIndex()
        self._paint_ground(painter, host, area, has_focus)
        self._paint_host(painter, host, place, area)
        painter.restore()

    def _paint_line(self, painter: QPainter, area: QRectF) -> None:
        middle = area.top() + scaled(LINE_ROOM) / 2
        painter.fillRect(QRectF(area.left(), middle, area.width(), 1), QColor(current().line))

    def _paint_ground(self, painter: QPainter, host: RankedHost, area: QRectF, has_focus: bool) -> None:
        theme = current()
        if host.alternative == self.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.soft_accent))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 5, 5)
        if has_focus:
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 2, -1, -2), 5, 5)

    def _paint_host(self, painter: QPainter, host: RankedHost, place: Place, area: QRectF) -> None:
        theme, row = current(), QRectF(area.left(), area.top(), area.width(), scaled(ROW))
        weight = QFont.Weight.DemiBold if host.slot is not None else QFont.Weight.Normal
        name_left = row.left() + scaled(24)
        bar_left = name_left + self._longest_name + scaled(10)
        painter.setPen(QColor(theme.third_text))
        painter.setFont(font(CAPTION))
        painter.drawText(QRectF(row.left(), row.top(), scaled(16), row.height()), RIGHT, _rank(host))
        painter.setPen(QColor(theme.second_text if host.reason else theme.text))
        painter.setFont(font(BODY, weight))
        name = measure(BODY, weight).elidedText(host.name, Qt.TextElideMode.ElideRight, self._longest_name + 1)
        painter.drawText(QRectF(name_left, row.top(), self._longest_name + 2, row.height()), LEFT, name)
        painter.setFont(font(BODY, QFont.Weight.Medium))
        painter.drawText(row.adjusted(0, 0, -2, 0), RIGHT, points(host.total))
        room = row.right() - scaled(46) - bar_left
        self._paint_bar(painter, host, place, QRectF(bar_left, row.center().y() - 5, max(room, 8), 10))
        if host.reason:
            self._paint_reason(painter, host, QRectF(name_left, row.bottom() - 4, row.right() - name_left, 18))

    def _paint_reason(self, painter: QPainter, host: RankedHost, area: QRectF) -> None:
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(current().look_here))
        words = measure(CAPTION).elidedText(host.reason, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, LEFT, words)

    def _paint_bar(self, painter: QPainter, host: RankedHost, place: Place, room: QRectF) -> None:
        if isnan(place.total):
            return
        theme = current()
        colour = QColor(_colour(theme, host))
        low, high = (max(f, 0.0) / self._longest_bar * room.width() for f in (place.low, place.high))
        if host.members:
            mark = room.left() + max(place.total, 0.0) / self._longest_bar * room.width()
            band = QRectF(room.left() + low, room.top(), high - low, room.height())
            paint_members_band(painter, band, mark, colour, room.left())
            return
        if high - low > 0.5:
            hatch(painter, QRectF(room.left() + low, room.top(), high - low, room.height()), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(room.left(), room.top(), max(low, 1.5), room.height()), 2, 2)


def _targets(hosts: Sequence[RankedHost]) -> dict[str, Place]:
    """Where each host is drawn once nothing moves, by its id."""
    tops = accumulate(map(row_height, hosts), initial=0)
    return {host.id: Place(top, host.total, host.low, host.high) for host, top in zip(hosts, tops, strict=False)}


def row_height(host: RankedHost) -> int:
    """The height of a host's row: more where a reason, or the line above it, needs room."""
    height = scaled(BELOW_ROW if host.reason else ROW)
    return height + (scaled(LINE_ROOM) if host.is_first_below else 0)


def _rank(host: RankedHost) -> str:
    return str(host.rank) if host.rank else "–"


def _colour(theme: Theme, host: RankedHost) -> str:
    return theme.other_hosts if host.slot is None else theme.hosts_in_focus[host.slot]
