"""A chart as a picture: to the clipboard, to PNG at twice the screen's resolution, to SVG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from decidr.gui.charts.chart import LEFT, Chart, colour
from decidr.gui.charts.lettering import lettering, measure
from decidr.gui.theme import SECTION, SPACE

SCALE = 2
MARGIN = SPACE[4]
KINDS = ("png", "svg")


def save_picture(chart: Chart, path: Path) -> None:
    """Write a chart to ``path``, PNG or SVG by its ending; OSError if that fails, ValueError for another ending."""
    kind = path.suffix.lower().lstrip(".")
    if kind not in KINDS:
        raise ValueError(kind)
    if kind == "svg":
        _save_svg(chart, path)
    elif not image_of(chart).save(str(path), b"PNG"):
        raise OSError(path)


def copy_picture(chart: Chart) -> None:
    """Put a chart on the clipboard."""
    QGuiApplication.clipboard().setImage(image_of(chart))


def image_of(chart: Chart) -> QImage:
    """The chart with its heading on the card's colour, at twice the screen's resolution."""
    size = _whole(chart)
    image = QImage(size * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SCALE)
    painter = QPainter(image)
    _paint(chart, painter, QSizeF(size))
    painter.end()
    return image


def _save_svg(chart: Chart, path: Path) -> None:
    size = _whole(chart)
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(0, 0), QSizeF(size)))
    generator.setResolution(round(chart.logicalDpiX()))
    generator.setTitle(chart.heading)
    generator.setDescription(chart.accessibleDescription())
    painter = QPainter(generator)
    if not painter.isActive():
        raise OSError(path)
    _paint(chart, painter, QSizeF(size))
    painter.end()


def _whole(chart: Chart) -> QSize:
    heading = _heading_height(chart)
    return chart.size() + QSize(2 * MARGIN, 2 * MARGIN + heading)


def _heading_height(chart: Chart) -> int:
    if not chart.heading:
        return 0
    letters = measure(SECTION, QFont.Weight.DemiBold)
    room = QRectF(0, 0, chart.width(), 10_000)
    return round(letters.boundingRect(room, Qt.TextFlag.TextWordWrap, chart.heading).height()) + SPACE[3]


def _paint(chart: Chart, painter: QPainter, size: QSizeF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(QPointF(0, 0), size), colour(chart.theme.card))
    inside = QRectF(QPointF(0, 0), size).marginsRemoved(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN))
    painter.setFont(lettering(SECTION, QFont.Weight.DemiBold))
    painter.setPen(colour(chart.theme.text))
    painter.drawText(inside, LEFT.AlignLeft | Qt.TextFlag.TextWordWrap, chart.heading)
    chart.draw_without_pointer(painter, inside.adjusted(0, _heading_height(chart), 0, 0))
