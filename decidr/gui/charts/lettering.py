"""The interface font at the theme's sizes, with figures of equal width."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from decidr.gui.theme import BODY


def lettering(size: int, weight: int = QFont.Weight.Normal) -> QFont:
    """The application's font at one of the theme's sizes, grown as the system's text size has grown."""
    return QFont(_lettering(QApplication.font().toString(), size, weight))


def metrics(font: QFont) -> QFontMetricsF:
    """Measures of ``font``."""
    return QFontMetricsF(font)


@lru_cache(maxsize=64)
def _lettering(base: str, size: int, weight: int) -> QFont:
    font = QFont()
    font.fromString(base)
    body = QFontMetricsF(font).height()
    reference = QFont(font)
    reference.setPixelSize(BODY)
    normal = QFontMetricsF(reference).height()
    font.setPixelSize(max(1, round(size * body / normal)))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
