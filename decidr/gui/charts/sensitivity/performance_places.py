"""Where the performance chart's parts stand: an axis for each criterion, one for the total, a line for each host."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Floats, Integers, Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.canvas.scale import decimals_of, round_range
from decidr.gui.charts.canvas.spread import fitting, spread
from decidr.gui.charts.canvas.stacks import gaps_under, rows_in_order
from decidr.gui.charts.sensitivity.axis_names import lines_of
from decidr.gui.charts.sensitivity.node_scores import node_scores
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.language import _
from decidr.number_text import THIN, per_cent, points

NARROW = 60
"""Pixels between axes below which names stand upright."""
MOST_LINES = 3
UPRIGHT = 130
NAME_GAP = 12


@dataclass(frozen=True, slots=True)
class AxisName:
    """What stands below an axis: a name on lines, or upright as one line."""

    lines: tuple[str, ...]
    is_upright: bool
    area: QRectF


@dataclass(frozen=True, slots=True)
class LineName:
    """A host's name and total at the end of its line, which is at ``line_y``."""

    host: str
    words: str
    area: QRectF
    line_y: float


class PerformancePlaces:
    """The geometry of a performance chart in pixels; ``pointed`` is a host that stands out.

    ``scores`` (A, H) are those of ``hosts`` (ids, best first) on ``criteria`` and, in the last row, in all; ``gaps``
    (A - 1, H) count what a host lacks.
    """

    def __init__(self) -> None:
        self.focus: Focus = ()
        self.pointed = ""
        self.criteria: tuple[str, ...] = ()
        self.names: tuple[str, ...] = ()
        self.weights: tuple[float, ...] = ()
        self.hosts: tuple[str, ...] = ()
        self.host_words: tuple[str, ...] = ()
        self.scores: Floats = np.empty((1, 0))
        self.gaps: Integers = np.empty((0, 0), dtype=np.intp)
        self.low, self.high, self.step = 0.0, 1.0, 0.2
        self.area = QRectF()
        self.axis_names: tuple[AxisName, ...] = ()
        self.line_names: tuple[LineName, ...] = ()

    def take(self, results: Results, focus: Focus, node: str) -> None:
        """Place the children of a node from now on."""
        rows = np.array(rows_in_order(results), dtype=np.intp)
        self.focus, self.criteria = focus, results.tree.children.get(node, ())
        self.names = (*(results.study.name_of(c) for c in self.criteria), _total_name(results, node))
        self.weights = tuple(results.local[criterion] for criterion in self.criteria)
        self.hosts = tuple(results.hosts[h] for h in rows)
        self.scores = np.array([node_scores(results, c)[rows] for c in (*self.criteria, node)])
        self.gaps = np.array([gaps_under(results, c)[rows] for c in self.criteria], dtype=np.intp)
        shown = results.totals[rows] if node == GOAL else self.scores[-1]
        self.host_words = tuple(
            f"{results.names[host]} {points(float(total))}" for host, total in zip(self.hosts, shown, strict=True)
        )
        self.pointed = self.pointed if self.pointed in self.hosts else ""
        known = self.scores[~np.isnan(self.scores)]
        most = 1.0 if results.synthesis == "absolute" or not known.size else float(known.max())
        self.low, self.high, self.step = round_range(0.0, most)

    def lay_out(self, whole: QRectF) -> None:
        """Find every place within ``whole``."""
        letters = measure(BODY, QFont.Weight.DemiBold)
        widest = max((letters.horizontalAdvance(words) for words in self.host_words), default=0.0)
        left = measure(CAPTION).horizontalAdvance(self.tick_text(self.high)) + 14
        right = min(widest + NAME_GAP + 4, 0.32 * whole.width())
        self.area = whole.adjusted(left, scaled(26), -right, 0)
        self.area.setBottom(whole.bottom() - self._names_room())
        self.axis_names = tuple(self._axis_name(axis) for axis in range(len(self.names)))
        self.line_names = tuple(self._place_line_names(whole.right() - self.area.right() - NAME_GAP))

    @property
    def pitch(self) -> float:
        """Pixels from axis to axis."""
        return self.area.width() / max(len(self.names) - 0.5, 1.0)

    def x(self, axis: int) -> float:
        """Pixels of an axis; the last is the total's, at the right edge."""
        return self.area.right() if axis == len(self.names) - 1 else self.area.left() + (axis + 0.5) * self.pitch

    def y(self, score: float) -> float:
        """Pixels of a score."""
        return self.area.bottom() - (score - self.low) / (self.high - self.low) * self.area.height()

    def point(self, axis: int, host: int) -> QPointF | None:
        """Where a host stands on an axis; None where it has no score."""
        score = float(self.scores[axis, host])
        return None if isnan(score) else QPointF(self.x(axis), self.y(score))

    def weight_bar(self, axis: int) -> QRectF:
        """The bar of a criterion's weight: all of the height is 100 %."""
        weight = self.weights[axis]
        wide, high = min(0.62 * self.pitch, scaled(64)), (0.0 if isnan(weight) else weight) * self.area.height()
        return QRectF(self.x(axis) - wide / 2, self.area.bottom() - high, wide, high)

    def tick_text(self, score: float) -> str:
        """A tick of the scores' axis, in points."""
        return f"{score * 100:.{decimals_of(self.step * 100)}f}"

    # names

    def _names_room(self) -> float:
        """Height below the axes: a weight, and names on lines or upright."""
        line = measure(CAPTION).height()
        if self.pitch < scaled(NARROW):
            return line + scaled(UPRIGHT) + 10
        return line * (MOST_LINES + 1) + 14

    def _axis_name(self, axis: int) -> AxisName:
        letters, line = measure(CAPTION), measure(CAPTION).height()
        top = self.area.bottom() + line + 8
        if self.pitch < scaled(NARROW):
            lines = lines_of(self.names[axis], letters, scaled(UPRIGHT), 1)
            return AxisName(lines, True, QRectF(self.x(axis) - line / 2, top, line, scaled(UPRIGHT)))
        lines = lines_of(self.names[axis], letters, self.pitch - 6, MOST_LINES)
        area = QRectF(self.x(axis) - self.pitch / 2, top, self.pitch, line * len(lines))
        return AxisName(lines, False, area)

    def weight_text(self, axis: int) -> str:
        """What a criterion weighs, without the sign where axes stand close."""
        text = per_cent(self.weights[axis], 0)
        is_close = measure(CAPTION, QFont.Weight.DemiBold).horizontalAdvance(text) > self.pitch - 4
        return text.removesuffix(f"{THIN}%") if is_close else text

    def _place_line_names(self, room: float) -> list[LineName]:
        height = measure(BODY).height() * 0.95
        known = [h for h in range(len(self.hosts)) if not isnan(self.scores[-1, h])]
        ends = [self.y(float(self.scores[-1, h])) for h in known]
        first = [self.hosts[h] in self.focus or self.hosts[h] == self.pointed for h in known]
        chosen = fitting(ends, first, height, self.area.height() + height)
        top, bottom = self.area.top() - height / 2, self.area.bottom() + height / 2
        centres = spread([ends[i] for i in chosen], height, top, bottom)
        return [
            LineName(
                self.hosts[known[i]],
                self.host_words[known[i]],
                QRectF(self.area.right() + NAME_GAP, centre - height / 2, room, height),
                ends[i],
            )
            for i, centre in zip(chosen, centres, strict=True)
        ]


def _total_name(results: Results, node: str) -> str:
    return _("Total") if node == GOAL else results.study.name_of(node)
