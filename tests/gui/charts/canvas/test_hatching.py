from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from decidr.gui.charts.canvas.hatching import hatch, hatch_lines


def test_hatching_stays_inside_its_area() -> None:
    area = QRectF(3, 5, 20, 8)
    lines = hatch_lines(area)
    assert lines
    assert all(
        area.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(end) for line in lines for end in (line.p1(), line.p2())
    )


def test_an_area_without_width_has_no_hatching() -> None:
    assert hatch_lines(QRectF(3, 5, 0, 8)) == []


def test_hatching_leaves_gaps() -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    hatch(painter, QRectF(0, 0, 40, 40), QColor("black"))
    painter.end()
    seen = {image.pixelColor(x, 20).lightness() for x in range(40)}
    assert min(seen) < 60
    assert max(seen) > 240
