"""Where weights and totals stand in the dynamic chart: beside each other, or below where the chart is narrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.canvas.rows import MANY, NAME_GAP, Rows, fitted, name_width
from decidr.gui.charts.canvas.scale import round_up
from decidr.gui.charts.canvas.stacks import rows_in_order
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.number_text import per_cent, points, signed_points

BESIDE = 660
"""Pixels from which totals stand beside the weights."""
BETWEEN = 40
KNOB = 6.5
FOR_NAMES = 1.4
"""Names get more of the width than in charts that are as wide as the page."""


@dataclass(frozen=True, slots=True)
class WeightRow:
    """A criterion (id, name), its local weight now and in the study, the global one, and whether it is held."""

    criterion: str
    name: str
    weight: float
    own: float
    whole: float
    is_held: bool


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A host (id, name), its total now and under the study's own weights, and its rank now (0: outside)."""

    host: str
    name: str
    total: float
    own: float
    rank: int


def weight_rows(own: Results, now: Results, tried: Mapping[str, float], node: str) -> tuple[WeightRow, ...]:
    """The children of a node, in the tree's order."""
    return tuple(
        WeightRow(
            child, own.study.name_of(child), now.local[child], own.local[child], now.global_[child], child in tried
        )
        for child in own.tree.children.get(node, ())
    )


def total_rows(own: Results, now: Results) -> tuple[TotalRow, ...]:
    """All hosts in the order of the study's own ranking, so that bars stay where they are while weights move."""
    return tuple(
        TotalRow(own.hosts[h], own.names[own.hosts[h]], float(now.totals[h]), float(own.totals[h]), int(now.ranks[h]))
        for h in rows_in_order(own)
    )


class DynamicPlaces:
    """The geometry of weights and totals in pixels."""

    def __init__(self) -> None:
        self.node = GOAL
        self.focus: Focus = ()
        self.weights: tuple[WeightRow, ...] = ()
        self.totals: tuple[TotalRow, ...] = ()
        self.most = 1.0
        self.is_tried = False
        self.weights_at = self.totals_at = Rows(0, 0, 1, 1, 0, 1)
        self.weights_end = self.totals_start = self.totals_end = 0.0
        self.criterion_names: tuple[str, ...] = ()
        self.host_names: tuple[str, ...] = ()

    def take(self, own: Results, now: Results, tried: Mapping[str, float], focus: Focus, node: str) -> None:
        """Place these from now on; the scale of the totals is one that no weights leave."""
        self.node, self.focus, self.is_tried = node, focus, bool(tried)
        self.weights, self.totals = weight_rows(own, now, tried, node), total_rows(own, now)
        largest = max((row.own for row in self.totals if not isnan(row.own)), default=1.0)
        self.most = 1.0 if own.synthesis == "absolute" else round_up(1.5 * largest)

    def lay_out(self, width: float) -> float:
        """Find every place within this width; the height it takes."""
        is_beside = width >= scaled(BESIDE)
        half = (width - BETWEEN) * 0.5
        self.weights_end, self.totals_end = (half if is_beside else width) - 2, width - 2
        self.totals_start = half + BETWEEN if is_beside else 0.0
        self.weights_at = self._weights()
        self.totals_at = self._totals(0.0 if is_beside else self.weights_at.bottom + scaled(20))
        return max(self.weights_at.bottom, self.totals_at.bottom) + 6

    @property
    def whole_room(self) -> float:
        """Width of the column of global weights; none at the goal, where they are the local ones."""
        return 0.0 if self.node == GOAL else measure(CAPTION).horizontalAdvance(per_cent(0.888)) + 14

    def _weights(self) -> Rows:
        names = [row.name for row in self.weights]
        names_end = name_width(names, FOR_NAMES * self.weights_end)
        self.criterion_names = fitted(names, names_end)
        number = measure(BODY, QFont.Weight.DemiBold).horizontalAdvance(per_cent(1.0)) + KNOB + 8
        return _rows(len(names), 0.0, names_end + NAME_GAP, self.weights_end - number - self.whole_room)

    def _totals(self, top: float) -> Rows:
        names = [row.name for row in self.totals]
        room = name_width(names, FOR_NAMES * (self.totals_end - self.totals_start))
        self.host_names = fitted(names, room)
        left = self.totals_start + self.rank_room + room + NAME_GAP
        number = measure(BODY).horizontalAdvance(points(0.888)) + 10
        return _rows(len(names), top, left, self.totals_end - number - self.change_room)

    @property
    def rank_room(self) -> float:
        """Width of the ranks at the left of the hosts' names."""
        return measure(BODY).horizontalAdvance("88") + 8

    @property
    def change_room(self) -> float:
        """Width of the column that tells by how much a total changed."""
        return measure(CAPTION).horizontalAdvance(signed_points(-0.888)) + 10

    # between numbers and pixels

    def weight_x(self, weight: float) -> float:
        """Pixels of a local weight."""
        return self.weights_at.left + weight * (self.weights_at.right - self.weights_at.left)

    def weight_at(self, x: float) -> float:
        """The local weight at a pixel, 0 to 1."""
        at = self.weights_at
        return min(max((x - at.left) / max(at.right - at.left, 1.0), 0.0), 1.0)

    def total_x(self, total: float) -> float:
        """Pixels of a total."""
        at = self.totals_at
        share = 0.0 if isnan(total) else min(total / self.most, 1.0)
        return at.left + share * (at.right - at.left)

    def track(self, row: int) -> QRectF:
        """The groove in which a weight's bar runs."""
        return self.weights_at.bar(row, self.weights_at.left, self.weights_at.right)

    def grip(self, row: int) -> QRectF:
        """Where a weight can be taken: its groove, with the whole height of the row."""
        at = self.weights_at
        return at.row(row, at.left - KNOB - 2, at.right + KNOB + 2)

    def grip_at(self, place: QPointF) -> str:
        """The criterion whose weight can be taken there, empty if none."""
        rows = enumerate(self.weights)
        return next((row.criterion for i, row in rows if self.grip(i).contains(place)), "")


def _rows(count: int, top: float, left: float, right: float) -> Rows:
    pitch = scaled(26 if count > MANY else 30)
    return Rows(count, top + scaled(24), pitch, scaled(12), left, max(right, left + 1))
