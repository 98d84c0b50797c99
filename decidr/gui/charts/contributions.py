"""Stacked bars: what each criterion adds to each host's total."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.chart import LEFT, MIDDLE, colour
from decidr.gui.charts.colours import criterion_colours, ink, quiet, quiet_ink
from decidr.gui.charts.hatching import hatch
from decidr.gui.charts.leaf_facts import leaf_facts
from decidr.gui.charts.legend import Legend, legend
from decidr.gui.charts.lettering import lettering, measure
from decidr.gui.charts.marks import Mark, MarkedChart
from decidr.gui.charts.rows import MANY, NAME_GAP, Rows, draw_name, name_width
from decidr.gui.charts.scale import round_up
from decidr.gui.charts.stacks import Stacks, stacks
from decidr.gui.charts.tips import exact_points, tip
from decidr.gui.theme import BODY, CAPTION, ROW_HEIGHT, scaled
from decidr.language import _, ngettext
from decidr.number_text import per_cent, points

BETWEEN = 2
"""Pixels between two segments of a bar."""
LEGEND_GAP = 10


class ContributionsChart(MarkedChart):
    """Hosts in rank order, each a bar of its contributions; marks are ``criterion``, ``host`` and ``segment``.

    ``legend_room`` keeps pixels at the right of the legend free for a control.
    """

    def __init__(self, parent: QWidget | None = None, legend_room: int = 0) -> None:
        super().__init__("contributions", parent)
        self._legend_room = legend_room
        self._results: Results | None = None
        self._focus: Focus = ()
        self._stacks: Stacks | None = None
        self._names: dict[str, str] = {}
        self._criteria: dict[str, str] = {}
        self._legend = Legend()
        self._rows_at = Rows(0, 0, 1, 1, 0, 1)
        self._per_share = 0.0
        self.add_layer(self._draw)

    @property
    def stacks(self) -> Stacks | None:
        """What is drawn."""
        return self._stacks

    def show_results(self, results: Results, focus: Focus, node: str = GOAL) -> None:
        """Draw the contributions of ``node``'s children."""
        self._results, self._focus, self._stacks = results, focus, stacks(results, node)
        self._names = {host.id: host.name for host in results.study.hosts}
        self._criteria = {child: results.study.name_of(child) for child in self._stacks.children}
        self.heading = _heading(results, self._stacks)
        self.tell(_("Contributions"), _sentence(results, self._stacks, self._names))
        self.show_anew()

    # places

    def lay_out(self) -> None:
        if self._stacks is None:
            return
        self._legend = legend(
            [(c, self._criteria[c], w) for c, w in zip(self._stacks.children, self._stacks.weights, strict=True)],
            criterion_colours(self.theme, len(self._stacks.children)),
            max(self.width() - self._legend_room, 120),
        )
        self._rows_at = self._places(self._stacks)
        self._per_share = (self._rows_at.right - self._rows_at.left) / _reach(self._stacks)
        self.set_marks([self._legend_marks(), *(self._row_marks(r) for r in range(self._rows_at.count))])
        self.setFixedHeight(math.ceil(self._rows_at.bottom))

    def _places(self, shown: Stacks) -> Rows:
        names = [self._names[self._host(row)] for row in range(len(shown.rows))]
        left = name_width(names, self.width()) + NAME_GAP
        return Rows(
            count=len(shown.rows),
            top=self._legend.height + LEGEND_GAP,
            pitch=scaled(ROW_HEIGHT if len(shown.rows) < MANY else 28),
            thickness=scaled(22),
            left=left,
            right=max(self.width() - self._room_for_totals(shown), left + 40),
        )

    def _room_for_totals(self, shown: Stacks) -> float:
        words = [self._after_total(row) for row in range(len(shown.rows))]
        small = measure(CAPTION)
        widest = max((small.horizontalAdvance(word) for word in words), default=0.0)
        return measure(BODY, QFont.Weight.DemiBold).horizontalAdvance("100.0") + widest + 32

    def _host(self, row: int) -> str:
        assert self._results and self._stacks
        return self._results.hosts[self._stacks.rows[row]]

    def _x(self, share: float) -> float:
        return self._rows_at.left + (0.0 if math.isnan(share) else share) * self._per_share

    def _segment(self, child: int, row: int) -> QRectF:
        assert self._stacks
        column = self._stacks.parts[:, row]
        start, end = (self._x(float(column[:stop].sum())) for stop in (child, child + 1))
        return self._rows_at.bar(row, start, max(end - BETWEEN, start))

    def _legend_marks(self) -> list[Mark]:
        return [Mark(entry.area, "criterion", criterion=entry.criterion) for entry in self._legend.entries]

    def _row_marks(self, row: int) -> list[Mark]:
        assert self._stacks
        host, at = self._host(row), self._rows_at
        marks = [Mark(at.row(row, 0, at.left - 4), "host", host)]
        for i, child in enumerate(self._stacks.children):
            bar = self._segment(i, row)
            if bar.width() > 0:
                marks.append(Mark(at.row(row, bar.left(), bar.right() + BETWEEN), "segment", host, child))
        return marks

    # words

    def tip(self, mark: Mark) -> str:
        if self._results is None or self._stacks is None:
            return ""
        if mark.kind == "criterion":
            weight = self._results.global_[mark.criterion]
            return tip(self._criteria[mark.criterion], _("weight {weight}").format(weight=per_cent(weight, 4)))
        row = [self._host(r) for r in range(len(self._stacks.rows))].index(mark.host)
        if mark.kind == "host":
            return tip(self._names[mark.host], self._total_in_words(row))
        place = self._stacks.children.index(mark.criterion)
        line = _("{points} points of 100").format(points=exact_points(float(self._stacks.parts[place, row])))
        title = f"{self._criteria[mark.criterion]} · {self._names[mark.host]}"
        return tip(title, line, leaf_facts(self._results, mark.criterion, mark.host))

    def _total_in_words(self, row: int) -> str:
        assert self._stacks
        total = _("{points} points of 100").format(points=exact_points(float(self._stacks.totals[row])))
        low, high = float(self._stacks.low[row]), float(self._stacks.high[row])
        band = _("its gaps could make it {low} to {high}").format(low=points(low), high=points(high))
        words = [total, *([band] if high > low else []), self._after_total(row)]
        return ", ".join(word for word in words if word)

    def _after_total(self, row: int) -> str:
        assert self._results and self._stacks
        host, gaps = self._stacks.rows[row], int(self._stacks.gaps[row])
        words = [gap_words(gaps)] if gaps else []
        if row >= self._stacks.ranked and self._results.failed[host]:
            words.append(_("fails {must}").format(must=self._results.failed[host]))
        elif not self._results.eligible[host]:
            words.append(_("cannot lead"))
        return ", ".join(words)

    # the picture

    def _draw(self, painter: QPainter) -> None:
        if self._stacks is None:
            return
        pointed = self.pointed
        self._legend.draw(painter, self.theme, pointed[2] if pointed and pointed[0] == "criterion" else "")
        for row in range(self._rows_at.count):
            self._draw_row(painter, row)

    def _draw_row(self, painter: QPainter, row: int) -> None:
        theme, host, pointed = self.theme, self._host(row), self.pointed
        is_pointed = pointed is not None and pointed[1] == host
        loud = host in self._focus or is_pointed
        weight = QFont.Weight.DemiBold if host in self._focus else QFont.Weight.Normal
        name_area = self._rows_at.row(row, 0, self._rows_at.left - NAME_GAP)
        draw_name(painter, name_area, self._names[host], colour(theme.text), weight)
        for i, area, shade in self._segments(row, loud):
            self._draw_segment(painter, i, row, area, shade, loud)
        self._draw_band(painter, row)
        self._draw_total(painter, row)

    def _segments(self, row: int, loud: bool) -> Iterator[tuple[int, QRectF, str]]:
        assert self._stacks
        colours = criterion_colours(self.theme, len(self._stacks.children))
        for i, shade in enumerate(colours):
            area = self._segment(i, row)
            if area.width() > 0:
                yield i, area, shade if loud else quiet(shade, self.theme)

    def _draw_segment(self, painter: QPainter, child: int, row: int, area: QRectF, shade: str, loud: bool) -> None:
        assert self._stacks
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(shade))
        painter.drawRoundedRect(area, 2, 2)
        text = points(float(self._stacks.parts[child, row]))
        if measure(CAPTION, QFont.Weight.DemiBold).horizontalAdvance(text) + 6 <= area.width():
            painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
            painter.setPen(colour(ink(self.theme) if loud else quiet_ink(self.theme)))
            painter.drawText(area, MIDDLE, text)

    def _draw_band(self, painter: QPainter, row: int) -> None:
        assert self._stacks
        low, total, high = (float(a[row]) for a in (self._stacks.low, self._stacks.totals, self._stacks.high))
        if high - low > 1e-9:
            inside = self._rows_at.bar(row, self._x(low), self._x(total) - BETWEEN)
            beyond = self._rows_at.bar(row, self._x(total), self._x(high))
            hatch(painter, inside, colour(self.theme.card, 0.75))
            hatch(painter, beyond, colour(self.theme.other_hosts))

    def _draw_total(self, painter: QPainter, row: int) -> None:
        assert self._stacks
        total, high = float(self._stacks.totals[row]), float(self._stacks.high[row])
        text = points(total)
        area = self._rows_at.row(row, max(self._x(total), self._x(high)) + 8, self.width() + 200)
        painter.setFont(lettering(BODY, QFont.Weight.DemiBold))
        painter.setPen(colour(self.theme.text))
        painter.drawText(area, LEFT, text)
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.look_here))
        after = area.adjusted(measure(BODY, QFont.Weight.DemiBold).horizontalAdvance(text) + 10, 0, 0, 0)
        painter.drawText(after, LEFT, self._after_total(row))


def gap_words(gaps: int) -> str:
    """«1 gap», «2 gaps»."""
    return ngettext("{count} gap", "{count} gaps", gaps).format(count=gaps)


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


def _sentence(results: Results, shown: Stacks, names: dict[str, str]) -> str:
    totals = [
        f"{names[results.hosts[host]]} {points(float(total))}"
        for host, total in zip(shown.rows[: shown.ranked], shown.totals, strict=False)
    ]
    return f"{_heading(results, shown)}: {', '.join(totals)}."
