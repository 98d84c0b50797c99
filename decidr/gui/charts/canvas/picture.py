"""A chart as a picture: to the clipboard, to PNG at twice the screen's resolution, to SVG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from decidr.gui.charts.canvas.chart import LEFT, Chart, colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.theme import SECTION, SPACE

SCALE = 2
MARGIN = SPACE[4]
KINDS = ("png", "svg")


def save_picture(chart: Chart, path: Path) -> None:
    """Write a chart to ``path``, PNG or SVG by its ending; OSError if that fails, ValueError for another ending."""
    kind = path.suffix.lower().lstrip(".")
    if kind not in KINDS:
        raise ValueError(kind)
    path.write_bytes(_svg(chart) if kind == "svg" else _png(chart))


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


def _png(chart: Chart) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setText("Description", chart.accessibleDescription())
    writer.write(image_of(chart))
    return bytes(buffer.data().data())


def _svg(chart: Chart) -> bytes:
    size = _whole(chart)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(0, 0), QSizeF(size)))
    generator.setResolution(round(chart.logicalDpiX()))
    generator.setTitle(chart.heading)
    generator.setDescription(chart.accessibleDescription())
    painter = QPainter(generator)
    _paint(chart, painter, QSizeF(size))
    painter.end()
    return bytes(buffer.data().data())


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
