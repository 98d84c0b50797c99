"""Who agrees with whom: a square of people by people, those who agree set side by side."""

from __future__ import annotations

from math import isnan

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from decidr.core.ahp.consensus import consensus_word
from decidr.core.analysis.matrices import Floats
from decidr.gui.charts.canvas.hatching import hatch
from decidr.gui.theme import CAPTION, current, font, scaled
from decidr.language import _
from decidr.number_text import per_cent

LARGEST_CELL, SMALLEST_NAMED, GAP = 34, 15, 1.5
NAMES, LARGEST_SIDE = 170, 560
LIGHTEST, DARKEST = 0.04, 0.9
"""How much of the accent is in the colour of none and of full agreement."""


class AgreementPicture(QWidget):
    """Darker is closer; a hatched square is of two who judged nothing in common. Hover tells names and figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreement_picture")
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._names: tuple[str, ...] = ()
        self._shares: Floats = np.empty((0, 0))

    def show_people(self, names: tuple[str, ...], shares: Floats) -> None:
        """Show p people in this order, with how far each two agree (p, p), NaN where nothing is known."""
        self._names, self._shares = names, shares
        self.setAccessibleName(_("Who agrees with whom: {people}").format(people=", ".join(names)))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(len(self._names) * self._cell(width)) + self._head() + 4

    def sizeHint(self) -> QSize:
        return QSize(scaled(640), self.heightForWidth(scaled(640)))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(260), self.heightForWidth(scaled(260)))

    def told_at(self, place: QPointF) -> str:
        """Who and how far at a place, in words; empty beside the square."""
        cell = self._cell(self.width())
        column, row = (int(v // cell) for v in (place.x() - self._left(self.width()), place.y() - self._head()))
        if not (0 <= row < len(self._names) and 0 <= column < len(self._names)) or row == column:
            return ""
        share = float(self._shares[row, column])
        names = {"one": self._names[row], "other": self._names[column]}
        if isnan(share):
            return _("{one} and {other} have judged nothing in common").format(**names)
        said = {"share": per_cent(share, 0), "word": consensus_word(share)}
        return _("{one} and {other}: {share}, {word}").format(**names, **said)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        cell, side = self._cell(self.width()), len(self._names) * self._cell(self.width())
        if not self._is_named(self.width()):
            painter.drawImage(QRectF(0, self._head(), side, side), _image(self._shares))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(len(self._names)):
            self._paint_name(painter, row, cell)
            for column in range(len(self._names)):
                self._paint_cell(painter, row, column, cell)

    def _paint_cell(self, painter: QPainter, row: int, column: int, cell: float) -> None:
        area = QRectF(self._left(self.width()) + column * cell, self._head() + row * cell, cell - GAP, cell - GAP)
        share, theme = float(self._shares[row, column]), current()
        painter.setPen(Qt.PenStyle.NoPen)
        if row == column:
            painter.setBrush(QColor(theme.sunken))
            painter.drawRect(area)
        elif isnan(share):
            hatch(painter, area, QColor(theme.line))
        else:
            ground = _ground(share)
            painter.setBrush(ground)
            painter.drawRoundedRect(area, 3, 3)
            _paint_figure(painter, area, share, ground)

    def _paint_name(self, painter: QPainter, row: int, cell: float) -> None:
        theme = current()
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(theme.text))
        number = QRectF(0, self._head() + row * cell, scaled(22), cell)
        name = number.adjusted(scaled(28), 0, self._left(self.width()) - scaled(30), 0)
        shown = QFontMetricsF(painter.font()).elidedText(
            self._names[row], Qt.TextElideMode.ElideRight, self._left(self.width()) - scaled(36)
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QColor(theme.third_text))
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row + 1))
        above = QRectF(self._left(self.width()) + row * cell, 0, cell, self._head() - 3)
        painter.drawText(above, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, str(row + 1))

    def _cell(self, width: int) -> float:
        """The side of a square, in pixels."""
        room = min(width - self._left(width), scaled(LARGEST_SIDE)) / max(len(self._names), 1)
        return min(scaled(LARGEST_CELL), room)

    def _is_named(self, width: int) -> bool:
        """Whether there is room for names beside the squares."""
        return (width - scaled(NAMES)) / max(len(self._names), 1) >= SMALLEST_NAMED

    def _head(self) -> int:
        return scaled(20)

    def _left(self, width: int) -> int:
        return scaled(NAMES) if self._is_named(width) else 0


def _paint_figure(painter: QPainter, area: QRectF, share: float, ground: QColor) -> None:
    """The share in the square, where there is room, in the ink that reads best there."""
    if area.width() >= scaled(26):
        theme = current()
        inks = [QColor(theme.text), QColor(theme.on_accent)]
        painter.setFont(font(CAPTION, QFont.Weight.Medium))
        painter.setPen(max(inks, key=lambda ink: abs(_brightness(ink) - _brightness(ground))))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{share * 100:.0f}")


def _ground(share: float) -> QColor:
    """The colour of so much agreement."""
    return _mixed(current().card, current().accent, LIGHTEST + (DARKEST - LIGHTEST) * share)


def _image(shares: Floats) -> QImage:
    """The square (p, p) with one pixel for every two people, for groups too large for names."""
    count, theme = len(shares), current()
    image = QImage(count, count, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.sunken))
    for row, column in np.argwhere(~np.isnan(shares)).tolist():
        if row != column:
            image.setPixelColor(column, row, _ground(float(shares[row, column])))
    return image


def _mixed(one: str, other: str, share: float) -> QColor:
    """A share of the other colour in the one."""
    a, b = QColor(one), QColor(other)
    parts = ((a.redF(), b.redF()), (a.greenF(), b.greenF()), (a.blueF(), b.blueF()))
    return QColor.fromRgbF(*(x + share * (y - x) for x, y in parts))


def _brightness(colour: QColor) -> float:
    """Perceived brightness, so that equal steps look equal (the lightness L* of CIELAB, from the luminance)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return float(np.cbrt(np.dot(linear, (0.2126, 0.7152, 0.0722))))
