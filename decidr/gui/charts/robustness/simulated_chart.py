"""What the charts of a simulation share: they grow as it runs, and fade when the study has moved on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.gui.charts.canvas.chart import LEFT, colour
from decidr.gui.charts.canvas.colours import contrast, host_colour, pointed_colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import MarkedChart
from decidr.gui.charts.canvas.rows import MANY, NAME_GAP, Rows, draw_name, fitted, name_width
from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.theme import CAPTION, ROW_HEIGHT, scaled

FADED = 0.45
"""The opacity of what is of an earlier state of the study."""


class SimulatedChart(MarkedChart):
    """A row for each host, the best expected rank first; subclasses draw on the one layer by ``draw_shown``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.shown: Simulated | None = None
        self.focus: Focus = ()
        self.is_outdated = False
        self.places = Rows(0, 0, 1, 1, 0, 1)
        self._names: tuple[str, ...] = ()
        self.add_layer(self._draw)

    def show_simulated(self, shown: Simulated, focus: Focus, *, is_outdated: bool = False) -> None:
        """Draw what a simulation tells by now."""
        self.shown, self.focus, self.is_outdated = shown, focus, is_outdated
        self.say(shown)
        self.show_anew()

    def say(self, shown: Simulated) -> None:
        """Set the heading, and tell in words what is drawn."""
        raise NotImplementedError

    def draw_shown(self, painter: QPainter, shown: Simulated) -> None:
        """Draw all of it."""
        raise NotImplementedError

    def _draw(self, painter: QPainter) -> None:
        if self.shown is not None:
            painter.setOpacity(FADED if self.is_outdated else 1.0)
            self.draw_shown(painter, self.shown)

    # what rows of hosts have in common

    def place_rows(self, shown: Simulated, top: float, right: float, thickness: int = 20) -> None:
        """Find the places of the rows below ``top``, their bars ending at ``right``; the chart gets no height yet."""
        names = [shown.names[host] for host in shown.hosts]
        left = name_width(names, self.width()) + NAME_GAP
        few = len(names) < MANY
        pitch = scaled(ROW_HEIGHT if few else 26)
        bar = scaled(thickness if few else min(thickness, 18))
        self.places = Rows(len(names), top, pitch, bar, left, max(right, left + 40))
        self._names = fitted(names, left - NAME_GAP)

    def draw_names(self, painter: QPainter, shown: Simulated) -> None:
        """The names at the left, those of hosts in focus in heavier type."""
        for row, host in enumerate(shown.hosts):
            weight = QFont.Weight.DemiBold if host in self.focus else QFont.Weight.Normal
            area = self.places.row(row, 0, self.places.left - NAME_GAP)
            draw_name(painter, area, self._names[row], colour(self.theme.text), weight)

    def draw_key(self, painter: QPainter, words: str, area: QRectF, sign_width: float) -> float:
        """Say how the chart is read, in ``area``, or from the edge where that is too narrow; the x of its sign."""
        letters = measure(CAPTION)
        if sign_width + letters.horizontalAdvance(words) > area.width():
            area = QRectF(0, area.top(), area.right(), area.height())
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.third_text))
        room = area.adjusted(sign_width, 0, 0, 0)
        painter.drawText(room, LEFT, letters.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))
        return area.left()

    def shade(self, host: str) -> str:
        """The host's colour, the one it would get while it is pointed at."""
        if self.pointed and self.pointed[1] == host:
            return pointed_colour(self.theme, self.focus, host)
        return host_colour(self.theme, self.focus, host)


def ink_on(ground: str) -> str:
    """White or black, whichever reads better on a colour: one of them always has a contrast of 4.5."""
    return max(("#FFFFFF", "#000000"), key=lambda ink: contrast(ink, ground))
