"""The theme's fonts and their measures, made once for each size and weight: painting asks for hundreds a second."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from decidr.gui.theme import font, scaled


def lettering(size: int, weight: int = QFont.Weight.Normal) -> QFont:
    """The interface font at one of the theme's sizes; a copy that may be changed."""
    return font(size, weight)


def measure(size: int, weight: int = QFont.Weight.Normal) -> QFontMetricsF:
    """Measures of that font."""
    return _measures(size, weight, QGuiApplication.font().family(), scaled(100))


@lru_cache(maxsize=64)
def _measures(size: int, weight: int, family: str, scale: int) -> QFontMetricsF:
    return QFontMetricsF(font(size, weight))
