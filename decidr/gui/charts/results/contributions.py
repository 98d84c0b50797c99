"""Stacked bars: what each criterion adds to each host's total."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, colour
from decidr.gui.charts.canvas.colours import criterion_colours, ink, quiet, quiet_ink
from decidr.gui.charts.canvas.hatching import hatch
from decidr.gui.charts.canvas.leaf_facts import leaf_facts
from decidr.gui.charts.canvas.legend import Legend, legend
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.rows import MANY, NAME_GAP, Rows, draw_name, fitted, name_width
from decidr.gui.charts.canvas.scale import round_up
from decidr.gui.charts.canvas.stacks import EMPTY, Stacks, stacks
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.theme import BODY, CAPTION, ROW_HEIGHT, scaled
from decidr.language import _
from decidr.number_text import per_cent, points

BETWEEN = 2
"""Pixels between two segments of a bar."""
LEGEND_GAP = 10
BAND = 4
"""Height of the hatched band that stands below a bar with gaps."""


class Segment(NamedTuple):
    """A part of a bar: the child's index, where it is, and its number where it fits."""

    child: int
    area: QRectF
    text: str


CONTROL = 28
"""Height of the control beside the legend, where there is one."""


class ContributionsChart(MarkedChart):
    """Hosts in rank order, each a bar of its contributions; marks are ``criterion``, ``host`` and ``segment``.

    ``legend_room`` keeps pixels at the right of the legend free for a control.
    """

    def __init__(self, parent: QWidget | None = None, legend_room: int = 0) -> None:
        super().__init__("contributions", parent)
        self.stacks = EMPTY
        self._legend_room = legend_room
        self._results: Results | None = None
        self._focus: Focus = ()
        self._legend = Legend()
        self._places = Rows(0, 0, 1, 1, 0, 1)
        self._per_share = 0.0
        self._names: tuple[str, ...] = ()
        self._segments: list[list[Segment]] = []
        self._sheet = self.add_layer(self._draw)

    def show_results(self, results: Results, focus: Focus, node: str = GOAL) -> None:
        """Draw the contributions of ``node``'s children."""
        self._results, self._focus, self.stacks = results, focus, stacks(results, node)
        self.heading = _heading(results, self.stacks)
        self.tell(_("Contributions"), _sentence(self.heading, self.stacks))
        self.show_anew()

    # places

    def lay_out(self) -> None:
        shown, width = self.stacks, self.width()
        self._legend = legend(
            list(zip(shown.children, shown.child_names, shown.weights, strict=True)),
            criterion_colours(self.theme, len(shown.children)),
            max(width - self._legend_room, scaled(120)),
            scaled(CONTROL) if self._legend_room else 0.0,
        )
        self._places = self._find_places()
        self._per_share = (self._places.right - self._places.left) / _reach(shown)
        self._names = fitted(shown.host_names, self._places.left - NAME_GAP)
        self._segments = [self._segments_of(row) for row in range(len(shown.hosts))]
        self.setFixedHeight(math.ceil(self._places.bottom))

    def _find_places(self) -> Rows:
        count = len(self.stacks.hosts)
        left = name_width(self.stacks.host_names, self.width()) + NAME_GAP
        return Rows(
            count=count,
            top=self._legend.height + LEGEND_GAP,
            pitch=scaled(ROW_HEIGHT if count < MANY else 28),
            thickness=scaled(22 if count < MANY else 19),
            left=left,
            right=max(self.width() - self._room_for_totals(), left + 40),
        )

    def _room_for_totals(self) -> float:
        small = measure(CAPTION)
        widest = max((small.horizontalAdvance(words) for words in self.stacks.remarks), default=0.0)
        total = measure(BODY, QFont.Weight.DemiBold).horizontalAdvance("100.0")
        return total + min(widest, 0.25 * self.width()) + 28

    def _x(self, share: float) -> float:
        return self._places.left + (0.0 if math.isnan(share) else share) * self._per_share

    def _segments_of(self, row: int) -> list[Segment]:
        """The parts of a row's bar; a child that adds nothing has none."""
        letters = measure(CAPTION, QFont.Weight.DemiBold)
        found, start = [], self._x(0.0)
        for child, part in enumerate(self.stacks.parts[:, row].tolist()):
            end = start + (0.0 if math.isnan(part) else part) * self._per_share
            if end - BETWEEN > start:
                area, text = self._places.bar(row, start, end - BETWEEN), points(part)
                fits = letters.horizontalAdvance(text) + 6 <= area.width()
                found.append(Segment(child, area, text if fits else ""))
            start = end
        return found

    def make_marks(self) -> list[list[Mark]]:
        entries = [Mark(entry.area, "criterion", criterion=entry.criterion) for entry in self._legend.entries]
        return [entries, *(self._row_marks(row) for row in range(len(self.stacks.hosts)))]

    def _row_marks(self, row: int) -> list[Mark]:
        host, at = self.stacks.hosts[row], self._places
        marks = [Mark(at.row(row, 0, at.left - 4), "host", host)]
        for child, bar, _text in self._segments[row]:
            area = at.row(row, bar.left(), bar.right() + BETWEEN)
            marks.append(Mark(area, "segment", host, self.stacks.children[child]))
        return marks

    # words

    def tip(self, mark: Mark) -> str:
        if self._results is None:
            return ""
        names = dict(zip(self.stacks.children, self.stacks.child_names, strict=True))
        if mark.kind == "criterion":
            weight = per_cent(self._results.global_[mark.criterion], 4)
            return tip(names[mark.criterion], _("weight {weight}").format(weight=weight))
        row = self.stacks.hosts.index(mark.host)
        if mark.kind == "host":
            return tip(self.stacks.host_names[row], self._total_in_words(row))
        part = float(self.stacks.parts[self.stacks.children.index(mark.criterion), row])
        line = _("{points} points of 100").format(points=exact_points(part))
        title = f"{names[mark.criterion]} · {self.stacks.host_names[row]}"
        return tip(title, line, leaf_facts(self._results, mark.criterion, mark.host))

    def _total_in_words(self, row: int) -> str:
        total = _("{points} points of 100").format(points=exact_points(float(self.stacks.totals[row])))
        low, high = float(self.stacks.low[row]), float(self.stacks.high[row])
        band = _("its gaps could make it {low} to {high}").format(low=points(low), high=points(high))
        words = [total, *([band] if high > low else []), self.stacks.remarks[row]]
        return ", ".join(word for word in words if word)

    # the picture

    def _draw(self, painter: QPainter) -> None:
        pointed = self.pointed
        self._legend.draw(painter, self.theme, pointed[2] if pointed and pointed[0] == "criterion" else "")
        shades = criterion_colours(self.theme, len(self.stacks.children))
        loud = [colour(shade) for shade in shades], colour(ink(self.theme))
        soft = [colour(quiet(shade, self.theme)) for shade in shades], colour(quiet_ink(self.theme))
        for row in self._places.within(self._sheet.exposed):
            host = self.stacks.hosts[row]
            is_loud = host in self._focus or (pointed is not None and pointed[1] == host)
            self._draw_name(painter, row)
            self._draw_bar(painter, row, *(loud if is_loud else soft))
            self._draw_band(painter, row)
            self._draw_total(painter, row)
        self._draw_line_above_failed(painter)

    def _draw_name(self, painter: QPainter, row: int) -> None:
        weight = QFont.Weight.DemiBold if self.stacks.hosts[row] in self._focus else QFont.Weight.Normal
        area = self._places.row(row, 0, self._places.left - NAME_GAP)
        draw_name(painter, area, self._names[row], colour(self.theme.text), weight)

    def _draw_bar(self, painter: QPainter, row: int, shades: list[QColor], letters: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for child, area, _text in self._segments[row]:
            painter.setBrush(shades[child])
            painter.drawRoundedRect(area, 2, 2)
        painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
        painter.setPen(letters)
        for _child, area, text in self._segments[row]:
            if text:
                painter.drawText(area, MIDDLE, text)

    def _draw_band(self, painter: QPainter, row: int) -> None:
        low, high = float(self.stacks.low[row]), float(self.stacks.high[row])
        if high - low > 1e-9:
            bar = self._places.bar(row, self._x(low), self._x(high))
            hatch(painter, QRectF(bar.left(), bar.bottom() + 2, bar.width(), BAND), colour(self.theme.other_hosts))

    def _draw_total(self, painter: QPainter, row: int) -> None:
        text = points(float(self.stacks.totals[row]))
        area = self._places.row(row, self._x(float(self.stacks.totals[row])) + 7, self.width())
        painter.setFont(lettering(BODY, QFont.Weight.DemiBold))
        painter.setPen(colour(self.theme.text))
        painter.drawText(area, LEFT, text)
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.look_here))
        area.adjust(measure(BODY, QFont.Weight.DemiBold).horizontalAdvance(text) + 10, 0, 0, 0)
        shown = measure(CAPTION).elidedText(self.stacks.remarks[row], Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, LEFT, shown)

    def _draw_line_above_failed(self, painter: QPainter) -> None:
        if 0 < self.stacks.ranked < len(self.stacks.hosts):
            y = self._places.row(self.stacks.ranked, 0, 1).top() + 0.5
            painter.setPen(QPen(colour(self.theme.line), 1))
            painter.drawLine(QLineF(0, y, self.width(), y))


def _reach(shown: Stacks) -> float:
    """The share that the full width stands for: a round number, so that bars do not jump while a weight moves."""
    both = [float(x) for array in (shown.totals, shown.high) for x in array if not math.isnan(x)]
    return round_up(max(both, default=0.0))


def _heading(results: Results, shown: Stacks) -> str:
    view = next((v.name for v in results.study.views if v.id == results.view), "")
    if shown.node == GOAL:
        return _("Contributions of {count} criteria to each host's total, points of 100, {view} view").format(
            count=len(shown.children), view=view
        )
    return _("Contributions within {criterion} to each host's total, points of 100, {view} view").format(
        criterion=results.study.name_of(shown.node), view=view
    )


def _sentence(heading: str, shown: Stacks) -> str:
    ranked = list(zip(shown.host_names, shown.totals, strict=True))[: shown.ranked]
    return f"{heading}: {', '.join(f'{name} {points(float(total))}' for name, total in ranked)}."
