"""Where the gradient's parts stand: the plot, the names at the lines' ends, rings, and the weight's line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Floats
from decidr.gui.charts.canvas.label_places import best_place
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.canvas.scale import decimals_of, round_range
from decidr.gui.charts.canvas.spread import fitting, spread
from decidr.gui.charts.sensitivity.sweep import NO_SWEEP, Sweep, change_in_words
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.language import _
from decidr.number_text import per_cent

GRAB = 8.0
"""Pixels beside the weight's line within which it can be taken."""
NAME_GAP = 10
SAMPLES = 120
"""Points along each line that a label tries not to cover."""


@dataclass(frozen=True, slots=True)
class EndName:
    """A host's name at the right end of its line: ``area`` is where it stands, ``line_y`` where the line ends."""

    host: str
    name: str
    area: QRectF
    line_y: float


@dataclass(frozen=True, slots=True)
class Change:
    """Where the leader changes, at the local ``weight``: a ring at ``point``, the words in ``area``."""

    point: QPointF
    area: QRectF
    words: str
    weight: float

    def is_at(self, place: QPointF) -> bool:
        """Whether the ring or the words are there."""
        return self.area.contains(place) or (self.point - place).manhattanLength() <= GRAB


class GradientPlaces:
    """The geometry of a sweep in pixels; ``weight`` is where the line stands, ``pointed`` a host that stands out."""

    def __init__(self) -> None:
        self.sweep = NO_SWEEP
        self.focus: Focus = ()
        self.weight = 0.0
        self.pointed = ""
        self.area = QRectF()
        self.low, self.high, self.step = 0.0, 1.0, 0.25
        self.names: tuple[EndName, ...] = ()
        self.changes: tuple[Change, ...] = ()

    @property
    def is_tried(self) -> bool:
        """Whether the line stands elsewhere than at today's weight."""
        return self.weight != self.sweep.now

    def take(self, sweep: Sweep, focus: Focus) -> None:
        """Place this sweep from now on, its line at today's weight."""
        self.sweep, self.focus, self.weight = sweep, focus, sweep.now
        self.pointed = self.pointed if self.pointed in sweep.hosts else ""
        if sweep.totals.size:
            self.low, self.high, self.step = round_range(float(sweep.totals.min()), float(sweep.totals.max()))

    def lay_out(self, whole: QRectF) -> None:
        """Find every place within ``whole``."""
        letters = measure(BODY, QFont.Weight.DemiBold)
        widest = max((letters.horizontalAdvance(name) for name in self.sweep.names), default=0.0)
        left = measure(CAPTION).horizontalAdvance(self.tick_text(self.high)) + 14
        right = min(widest + 2 * NAME_GAP + 2, 0.28 * whole.width())
        below = self.tick_room + self.pill_room
        self.whole_width = whole.width()
        self.area = whole.adjusted(left, self.caption_room, -right, -below).toAlignedRect().toRectF()
        self.names = tuple(self._place_names(whole.right() - self.area.right() - NAME_GAP))
        self.changes = tuple(self._place_changes())

    # rooms around the plot

    @property
    def caption_room(self) -> int:
        """Height above the plot."""
        return scaled(32)

    @property
    def tick_room(self) -> int:
        """Height of the weights' ticks."""
        return scaled(24)

    @property
    def pill_room(self) -> int:
        """Height for the pill below the ticks."""
        return scaled(30)

    def pill(self) -> QRectF:
        """The pill at the lower end of the weight's line."""
        wide = measure(CAPTION, QFont.Weight.DemiBold).horizontalAdvance(self.pill_text()) + 14
        top = self.area.bottom() + self.tick_room + 4
        return QRectF(self.x(self.weight) - wide / 2, top, wide, self.pill_room - 9)

    def moving_areas(self) -> tuple[QRectF, ...]:
        """What looks different when the weight's line moves: the line, and the row of the pill."""
        x, top, bottom = self.x(self.weight), self.area.top(), self.area.bottom()
        below = bottom + self.tick_room
        return QRectF(x - 3, top, 6, bottom - top), QRectF(0, below, self.area.right() + 200, self.pill_room)

    def pill_text(self) -> str:
        """«now 17», «try 34.1 %»."""
        if self.is_tried:
            return _("try {weight}").format(weight=per_cent(self.weight))
        return _("now {weight}").format(weight=f"{self.weight * 100:.0f}")

    def tick_text(self, total: float) -> str:
        """A tick of the totals' axis, in points."""
        return f"{total * 100:.{decimals_of(self.step * 100)}f}"

    # between numbers and pixels

    def x(self, weight: float) -> float:
        """Pixels of a weight."""
        return self.area.left() + weight * self.area.width()

    def y(self, total: float) -> float:
        """Pixels of a total."""
        return self.area.bottom() - (total - self.low) / (self.high - self.low) * self.area.height()

    def weight_at(self, x: float) -> float:
        """The weight at a pixel, 0 to 1."""
        return min(max((x - self.area.left()) / max(self.area.width(), 1.0), 0.0), 1.0)

    def is_on_line(self, place: QPointF) -> bool:
        """Whether the weight's line, or the pill below it, can be taken there."""
        beside = abs(place.x() - self.x(self.weight)) <= GRAB
        on_line = beside and self.area.top() <= place.y() <= self.area.bottom() + self.tick_room
        return bool(self.sweep.hosts) and (on_line or self.pill().contains(place))

    def host_named_at(self, place: QPointF) -> str:
        """The host whose name stands there, empty if none."""
        return next((name.host for name in self.names if name.area.contains(place)), "")

    def crossings(self) -> list[QPointF]:
        """Where the line of the host that is pointed at meets the others."""
        if not self.pointed:
            return []
        totals = self.sweep.totals_of(self.pointed)
        weights = [weight for weight, _host in self.sweep.crossed_by(self.pointed)]
        return [QPointF(self.x(w), self.y(float(np.interp(w, self.sweep.weights, totals)))) for w in weights]

    # names and rings

    def _place_names(self, room: float) -> Iterator[EndName]:
        if not self.sweep.hosts:
            return
        height = measure(BODY).height() * 0.95
        ends = [self.y(float(total)) for total in self.sweep.totals[-1]]
        first = [host in self.focus or host == self.pointed for host in self.sweep.hosts]
        chosen = fitting(ends, first, height, self.area.height() + height)
        top, bottom = self.area.top() - height / 2, self.area.bottom() + height / 2
        centres = spread([ends[i] for i in chosen], height, top, bottom)
        for i, centre in zip(chosen, centres, strict=True):
            area = QRectF(self.area.right() + NAME_GAP, centre - height / 2, room, height)
            yield EndName(self.sweep.hosts[i], self.sweep.names[i], area, ends[i])

    def _place_changes(self) -> Iterator[Change]:
        letters = measure(CAPTION, QFont.Weight.DemiBold)
        taken: list[QRectF] = []
        lines, names = self._samples(), self._shortened()
        for before, after in zip(self.sweep.reigns, self.sweep.reigns[1:], strict=False):
            total = float(np.interp(after.start, self.sweep.weights, self.sweep.totals_of(after.host)))
            point = QPointF(self.x(after.start), self.y(total))
            words = change_in_words(names[before.host], names[after.host], after.start, self.sweep.now)
            size = QSizeF(letters.horizontalAdvance(words) + 8, letters.height() + 2)
            change = Change(point, best_place(point, size, self.area, lines, taken), words, after.start)
            taken.append(change.area)
            yield change

    def _shortened(self) -> dict[str, str]:
        """Names short enough for a label that has two of them."""
        letters, most = measure(CAPTION, QFont.Weight.DemiBold), 0.26 * self.area.width()
        pairs = zip(self.sweep.hosts, self.sweep.names, strict=True)
        return {host: letters.elidedText(name, Qt.TextElideMode.ElideRight, most) for host, name in pairs}

    def _samples(self) -> Floats:
        """Points (N, 2) along all lines, in pixels; today's weight and hosts in focus count three times."""
        weights = np.linspace(0.0, 1.0, SAMPLES)
        x = self.area.left() + weights * self.area.width()
        y = np.linspace(self.area.top(), self.area.bottom(), SAMPLES)
        points = [np.column_stack([np.full(SAMPLES, self.x(self.sweep.now)), y])] * 3
        for i, host in enumerate(self.sweep.hosts):
            totals = np.interp(weights, self.sweep.weights, self.sweep.totals[:, i])
            y = self.area.bottom() - (totals - self.low) / (self.high - self.low) * self.area.height()
            points += [np.column_stack([x, y])] * (3 if host in self.focus else 1)
        return np.concatenate(points)
