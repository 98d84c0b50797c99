"""A legend of criteria with their weights, wrapped onto as many lines as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from decidr.gui.charts.canvas.chart import LEFT, colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.theme import CAPTION, Theme
from decidr.number_text import per_cent

BOX, GAP, BETWEEN = 10, 6, 16
LEADING = 1.25


@dataclass(frozen=True, slots=True)
class Entry:
    """One criterion of a legend, in its colour, as drawn within ``area``."""

    criterion: str
    name: str
    weight: str
    colour: str
    area: QRectF


@dataclass(frozen=True, slots=True)
class Legend:
    """Entries in their places and the height that they take together."""

    entries: tuple[Entry, ...] = ()
    height: float = 0.0

    def draw(self, painter: QPainter, theme: Theme, pointed: str = "") -> None:
        """Paint all entries, the one that is pointed at underlined."""
        for entry in self.entries:
            _draw_entry(painter, theme, entry, underlined=entry.criterion == pointed)


def legend(
    criteria: Sequence[tuple[str, str, float]], colours: Sequence[str], width: float, beside: float = 0.0
) -> Legend:
    """Place criteria (id, name, weight) from left to right, wrapped at ``width``.

    ``beside`` is the height of a control at the right, whose middle the first line keeps.
    """
    letters = measure(CAPTION)
    line = round(letters.height() * LEADING)
    place = QPointF(0, max(round((beside - line) / 2), 0))
    entries = []
    for (criterion, name, weight), shade in zip(criteria, colours, strict=True):
        weight_text = per_cent(weight, 0)
        room = width - BOX - GAP * 2 - letters.horizontalAdvance(weight_text)
        shown = letters.elidedText(name, Qt.TextElideMode.ElideRight, room)
        wide = BOX + GAP * 2 + letters.horizontalAdvance(shown) + letters.horizontalAdvance(weight_text)
        if place.x() and place.x() + wide > width:
            place = QPointF(0, place.y() + line)
        entries.append(Entry(criterion, shown, weight_text, shade, QRectF(place.x(), place.y(), wide, line)))
        place = QPointF(place.x() + wide + BETWEEN, place.y())
    return Legend(tuple(entries), max(place.y() + line, beside) if entries else 0.0)


def _draw_entry(painter: QPainter, theme: Theme, entry: Entry, *, underlined: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(entry.colour))
    box = QRectF(entry.area.left(), entry.area.center().y() - BOX / 2, BOX, BOX)
    painter.drawRoundedRect(box, 2, 2)
    font = lettering(CAPTION)
    name_width = measure(CAPTION).horizontalAdvance(entry.name)
    font.setUnderline(underlined)
    painter.setFont(font)
    painter.setPen(colour(theme.second_text))
    text = entry.area.adjusted(BOX + GAP, 0, 4, 0)
    painter.drawText(text, LEFT, entry.name)
    font.setUnderline(False)
    painter.setFont(font)
    painter.setPen(colour(theme.third_text))
    painter.drawText(text.adjusted(name_width + GAP, 0, 0, 0), LEFT, entry.weight)
