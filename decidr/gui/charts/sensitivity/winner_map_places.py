"""Where a map of winners stands: its regions, axes, today's point, the border, and a point that is tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPolygonF

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.winner_maps import WinnerMap
from decidr.core.analysis.sensitivity.winner_regions import CORNERS, Point
from decidr.core.analysis.synthesis import TIE
from decidr.gui.charts.canvas.label_places import best_place
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.sensitivity.plane import centroid, distance, nearest_on_edge, turn
from decidr.gui.theme import BODY, CAPTION
from decidr.language import _
from decidr.number_text import per_cent, points

SPILL = 0.35
"""A name may reach beyond its region with the letters that lie further than this from its middle (of its width)."""
_FILL = Qt.FillRule.OddEvenFill
GRAB = 12.0
"""Pixels around a point within which it can be taken."""


@dataclass(frozen=True, slots=True)
class PlacedRegion:
    """The ``outline`` in pixels in which ``hosts`` (ids) lead; their ``name`` stands in ``label`` if there is room."""

    hosts: tuple[str, ...]
    outline: QPolygonF
    name: str
    label: QRectF


class WinnerMapPlaces:
    """The geometry of a map in pixels; ``tried`` is a point that is tried, ``pointed`` a host that stands out."""

    def __init__(self) -> None:
        self.map: WinnerMap | None = None
        self.focus: Focus = ()
        self.names: tuple[str, ...] = ()
        self.tried: Point | None = None
        self.pointed = ""
        self.area = QRectF()
        self.axis_room = self.whole_width = 0.0
        self.per_weight = 1.0
        self.regions: tuple[PlacedRegion, ...] = ()
        self.border_words = ""
        self.border_label = QRectF()
        self._host_names: dict[str, str] = {}

    @property
    def is_triangle(self) -> bool:
        """Whether three weights share what they have, and not two move across and up."""
        return self.map is not None and len(self.map.criteria) == 3

    @property
    def has_regions(self) -> bool:
        """Whether there is anything to see and to move."""
        return self.map is not None and bool(self.map.regions)

    @property
    def point(self) -> Point:
        """The point that is tried, else today's."""
        return self.tried or (self.map.now if self.map else (0.0, 0.0, 1.0))

    def take(self, results: Results, winner_map: WinnerMap, focus: Focus) -> None:
        """Place this map from now on."""
        self.map, self.focus, self.tried = winner_map, focus, None
        self.names = tuple(results.study.name_of(criterion) for criterion in winner_map.criteria)
        self._host_names = {host: results.names[host] for host in results.hosts}

    def lay_out(self, whole: QRectF) -> None:
        """Find every place within ``whole``; across and up have the same scale."""
        if self.map is None:
            return
        left = 4.0 if self.is_triangle else measure(CAPTION).horizontalAdvance(per_cent(1.0, 0)) + 12
        line = measure(CAPTION).height()
        room = whole.adjusted(left, line + 12, -8, -(2 * line + 16))
        corners = self.map.corners if self.map.share > 0 else np.ones((3, 2))
        wide, high = (float(side) for side in np.ptp(corners, axis=0))
        self.per_weight = max(min(room.width() / (wide or 1.0), room.height() / (high or 1.0)), 1.0)
        size = QSizeF(wide * self.per_weight, high * self.per_weight)
        self.area = QRectF(QPointF(room.left() + (room.width() - size.width()) / 2, room.top()), size)
        self.axis_room, self.whole_width = left, whole.width()
        self.border_words = self._border_said()
        self.regions = tuple(self._placed_regions())
        self.border_label = self._place_border_label()

    # between points and pixels

    def pixel(self, point: Sequence[float]) -> QPointF:
        """The pixel of a point (shares of the corners)."""
        corners = self.map.corners if self.map else np.zeros((3, 2))
        x, y = (np.asarray(point) @ corners).tolist()
        return QPointF(self.area.left() + x * self.per_weight, self.area.bottom() - y * self.per_weight)

    def point_at(self, place: QPointF, decimals: int = 3) -> Point:
        """The point of the map that is nearest to a pixel, its shares rounded, to a tenth of a per cent by default."""
        shares = self._shares(place)
        if min(shares) < 0:
            shares = self._shares(self._on_edge(place))
        a, b = (min(max(round(share, decimals), 0.0), 1.0) for share in shares[:2])
        b = min(b, round(1 - a, decimals))
        return a, b, max(1 - a - b, 0.0)

    def moved(self, right: float, up: float) -> Point:
        """The point that lies so much weight to the right and up of the one that is shown, kept on the map."""
        if self.map is None:
            return self.point
        step = QPointF(right, -up) * self.per_weight * (self.map.share if self.is_triangle else 1.0)
        return self.point_at(self.pixel(self.point) + step, decimals=6)

    def _shares(self, place: QPointF) -> tuple[float, float, float]:
        """Shares of the corners, below 0 outside the map."""
        a, b, c = (self.pixel(corner) for corner in CORNERS)
        whole = turn(a, b, c) or 1.0
        first, second = turn(place, b, c) / whole, turn(a, place, c) / whole
        return first, second, 1 - first - second

    def _on_edge(self, place: QPointF) -> QPointF:
        corners = [self.pixel(corner) for corner in CORNERS]
        on_edges = [nearest_on_edge(corners[i], corners[i - 1], place) for i in range(3)]
        return min(on_edges, key=lambda at: distance(at, place))

    def is_on_point(self, place: QPointF) -> bool:
        """Whether the point can be taken there."""
        return self.has_regions and distance(self.pixel(self.point), place) <= GRAB

    def is_on_map(self, place: QPointF) -> bool:
        """Whether a place lies in the map."""
        return self.has_regions and min(self._shares(place)) >= 0

    def region_at(self, place: QPointF) -> PlacedRegion | None:
        """The region at a place."""
        return next((r for r in self.regions if r.outline.containsPoint(place, _FILL)), None)

    def weights(self, point: Point) -> dict[str, float]:
        """The local weights of the map's criteria at a point."""
        if self.map is None:
            return {}
        return {node: self.map.share * part for node, part in zip(self.map.criteria, point, strict=False)}

    def weights_said(self, point: Point, decimals: int = 1) -> str:
        """The same in words: «Stability 28.9 %, Incentives 15.9 %»."""
        values = self.weights(point).values()
        return ", ".join(f"{name} {per_cent(w, decimals)}" for name, w in zip(self.names, values, strict=True))

    # words and names

    def _border_said(self) -> str:
        """How far the border is, and where there is room for it who draws level there; nothing of a point on it."""
        border = self.map.border if self.map else None
        if border is None or border.distance <= TIE:
            return ""
        far = points(border.distance)
        whole = _("{distance} points to where {host} draws level")
        said = whole.format(distance=far, host=self._host_names[border.rival])
        is_short = measure(CAPTION, QFont.Weight.DemiBold).horizontalAdvance(said) < 0.7 * self.area.width()
        return said if is_short else _("{distance} points").format(distance=far)

    def _placed_regions(self) -> list[PlacedRegion]:
        letters, taken = (
            measure(BODY, QFont.Weight.DemiBold),
            [self._around(self.pixel(self.map.now))] if self.map else [],
        )
        found: list[PlacedRegion] = []
        for region in self.map.regions if self.map else ():
            outline = QPolygonF([self.pixel(point) for point in region.outline.tolist()])
            name = " = ".join(self._host_names[host] for host in region.hosts)
            size = QSizeF(letters.horizontalAdvance(name) + 4, letters.height())
            label = _label(outline, size, taken)
            taken.append(label)
            found.append(PlacedRegion(region.hosts, outline, name, label))
        return found

    def _around(self, at: QPointF) -> QRectF:
        return QRectF(at.x() - GRAB, at.y() - GRAB, 2 * GRAB, 2 * GRAB)

    def _place_border_label(self) -> QRectF:
        """Beside the border's point, off the names and today's point."""
        if self.map is None or self.map.border is None or not self.border_words:
            return QRectF()
        letters = measure(CAPTION, QFont.Weight.DemiBold)
        size = QSizeF(letters.horizontalAdvance(self.border_words) + 10, letters.height() + 4)
        taken = [region.label for region in self.regions if not region.label.isEmpty()]
        now = self.pixel(self.map.now)
        inside = QRectF(self.area.left(), self.area.top(), max(self.area.width(), size.width()), self.area.height())
        lines = np.array([[now.x(), now.y()]])
        return best_place(self.pixel(self.map.border.at), size, inside, lines, [*taken, self._around(now)])


def _label(outline: QPolygonF, size: QSizeF, taken: Sequence[QRectF]) -> QRectF:
    """Where a name stands in a region: around its middle, off what is taken; nowhere where it has no room."""
    middle, line = centroid(outline), size.height()
    frame = outline.boundingRect()
    for up in (0.0, -1.4, 1.4, -2.8, 2.8):
        centre = middle + QPointF(0, up * line)
        area = QRectF(centre.x() - size.width() / 2, centre.y() - line / 2, size.width(), line)
        ends = (QPointF(centre.x() + side * SPILL * size.width(), centre.y()) for side in (-1, 1))
        fits = frame.height() > line and all(outline.containsPoint(end, _FILL) for end in ends)
        if fits and not any(area.intersects(other) for other in taken):
            return area
    return QRectF()
