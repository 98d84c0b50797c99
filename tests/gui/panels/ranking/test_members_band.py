"""The band of a group's members."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from decidr.gui.panels.ranking.members_band import paint_members_band


def test_the_figure_is_marked_on_a_softer_band_that_a_line_leads_to() -> None:
    image = QImage(100, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_members_band(painter, QRectF(40, 5, 40, 10), 60.0, QColor("#000000"), 0.0)
    painter.end()
    mark, band = image.pixelColor(58, 7).lightness(), image.pixelColor(70, 7).lightness()
    assert mark == 0
    assert 0 < band < 255
    assert image.pixelColor(20, 10).lightness() == band
    assert image.pixelColor(20, 6).lightness() == image.pixelColor(90, 10).lightness() == 255
