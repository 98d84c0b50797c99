"""Our own icons, 16 by 16, drawn with one line and tinted by the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6 import QtGui  # QIcon is dear, and looked up there when a button wants one
from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from decidr.paths import resources


def paint_icon(painter: QPainter, area: QRectF, name: str, colour: str) -> None:
    """Draw an icon in a colour (``#RRGGBB``)."""
    _renderer(name, colour).render(painter, area)


@lru_cache(maxsize=256)
def icon_pixmap(
    name: str, colour: str, size: int = 16, device_pixel_ratio: float = 1.0, room_after: int = 0
) -> QPixmap:
    """An icon as pixels, sharp on screens of any density, with empty pixels after it."""
    pixmap = QPixmap(QSize(size + room_after, size) * device_pixel_ratio)
    pixmap.setDevicePixelRatio(device_pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_icon(painter, QRectF(0, 0, size, size), name, colour)
    painter.end()
    return pixmap


def icon(name: str, colour: str, size: int = 16, room_after: int = 0) -> QtGui.QIcon:
    """An icon for a button or an action, at the usual densities."""
    made = QtGui.QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(icon_pixmap(name, colour, size, ratio, room_after))
    return made


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawn = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawn.replace("currentColor", colour).encode()))
