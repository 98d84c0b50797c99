"""Two hosts against each other: where each is ahead, criterion by criterion."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import BENCHMARKS, Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.chart import LEFT, RIGHT, colour
from decidr.gui.charts.canvas.colours import host_colour
from decidr.gui.charts.canvas.leaf_facts import leaf_facts
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.rows import NAME_GAP, Rows, draw_name, fitted, name_width
from decidr.gui.charts.canvas.scale import round_up
from decidr.gui.charts.canvas.stacks import contribution_of
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.language import _
from decidr.number_text import points, signed_points

Pair = tuple[str, str]
"""Ids of two hosts."""

ZEROS = (1 / 3, 1 / 2, 2 / 3)
"""Where the zero line may stand, as shares of the width: few places, so that it does not wander."""


class HeadToHeadChart(MarkedChart):
    """Bars to the right where the first host is ahead, to the left where the second is; marks are ``criterion``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("head_to_head", parent)
        self._results: Results | None = None
        self._focus: Focus = ()
        self._pair = ("", "")
        self._names = ("", "")
        self._criteria: tuple[str, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._shown_labels: tuple[str, ...] = ()
        self._differences: tuple[float, ...] = ()
        self._rows_at = Rows(0, 0, 1, 1, 0, 1)
        self._zero, self._per_share = 0.0, 0.0
        self._sheet = self.add_layer(self._draw)

    @property
    def differences(self) -> tuple[float, ...]:
        """By how much the first host is ahead on each criterion, as shares of 1."""
        return self._differences

    def show_pair(self, results: Results, focus: Focus, first: str, second: str) -> None:
        """Draw two hosts (ids) of these results."""
        self._results, self._focus, self._pair = results, focus, (first, second)
        self._names = results.names[first], results.names[second]
        self._criteria = results.tree.children.get(GOAL, ())
        self._labels = tuple(results.study.name_of(criterion) for criterion in self._criteria)
        one, other = results.hosts.index(first), results.hosts.index(second)
        added = [contribution_of(results, criterion) for criterion in self._criteria]
        self._differences = tuple(float(column[one] - column[other]) for column in added)
        self.heading = against(results, first, second)
        self.tell(_("Head to head"), self._in_words())
        self.show_anew()

    # places

    def lay_out(self) -> None:
        if self._results is None:
            return
        left = max(name_width(self._labels, self.width(), QFont.Weight.Normal), scaled(120)) + NAME_GAP
        self._rows_at = Rows(
            count=len(self._criteria),
            top=scaled(22),
            pitch=scaled(26),
            thickness=scaled(14),
            left=left,
            right=self.width() - 8,
        )
        self._place_zero()
        self._shown_labels = fitted(self._labels, self._rows_at.left - NAME_GAP, QFont.Weight.Normal)
        self.setFixedHeight(math.ceil(self._rows_at.bottom) + 4)

    def make_marks(self) -> list[list[Mark]]:
        areas = [self._rows_at.row(row, 0, self.width()) for row in range(len(self._criteria))]
        return [[Mark(area, "criterion", criterion=c)] for area, c in zip(areas, self._criteria, strict=True)]

    def _place_zero(self) -> None:
        known = [d for d in self._differences if not math.isnan(d)]
        ahead, behind = round_up(max([*known, 0.005])), round_up(max([-d for d in known] + [0.005]))
        at = self._rows_at
        label = measure(BODY).horizontalAdvance(f"{signed_points(0.888)}") + 16
        share = min(ZEROS, key=lambda zero: abs(zero - behind / (ahead + behind)))
        self._zero = round(at.left + share * (at.right - at.left)) + 0.5
        room = (at.right - self._zero - label) / ahead, (self._zero - at.left - label) / behind
        self._per_share = max(min(room), 0.0)

    def _bar(self, row: int) -> QRectF:
        difference = self._differences[row]
        length = 0.0 if math.isnan(difference) else difference * self._per_share
        return self._rows_at.bar(row, self._zero, self._zero + length)

    # words

    def tip(self, mark: Mark) -> str:
        if self._results is None or mark.criterion not in self._criteria:
            return ""
        row = self._criteria.index(mark.criterion)
        said = _ahead(self._names, self._differences[row])
        parts = [
            tip(name, "", leaf_facts(self._results, mark.criterion, host))
            for name, host in zip(self._names, self._pair, strict=True)
        ]
        return tip(self._labels[row], said) + "".join(parts)

    def _in_words(self) -> str:
        parts = [
            f"{label} {signed_points(difference)}"
            for label, difference in zip(self._labels, self._differences, strict=True)
        ]
        return f"{self.heading}; {', '.join(parts)}."

    # the picture

    def _draw(self, painter: QPainter) -> None:
        if self._results is None:
            return
        self._draw_directions(painter)
        for row in self._rows_at.within(self._sheet.exposed):
            self._draw_row(painter, row)
        painter.setPen(QPen(colour(self.theme.third_text), 1))
        painter.drawLine(QLineF(self._zero, self._rows_at.top - 2, self._zero, self._rows_at.bottom))

    def _draw_directions(self, painter: QPainter) -> None:
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.third_text))
        left = QRectF(self._rows_at.left, 0, self._zero - self._rows_at.left - 10, self._rows_at.top - 4)
        right = QRectF(self._zero + 10, 0, self._rows_at.right - self._zero - 10, self._rows_at.top - 4)
        for area, way, text in (
            (left, RIGHT, _("← {host} ahead").format(host=self._names[1])),
            (right, LEFT, _("{host} ahead →").format(host=self._names[0])),
        ):
            shown = measure(CAPTION).elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
            painter.drawText(area, way, shown)

    def _draw_row(self, painter: QPainter, row: int) -> None:
        theme, bar = self.theme, self._bar(row)
        is_pointed = self.pointed == ("criterion", "", self._criteria[row])
        name_area = self._rows_at.row(row, 0, self._rows_at.left - NAME_GAP)
        shade = colour(theme.text if is_pointed else theme.second_text)
        draw_name(painter, name_area, self._shown_labels[row], shade, QFont.Weight.Normal)
        ahead = self._pair[0] if self._differences[row] > 0 else self._pair[1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(host_colour(theme, self._focus, ahead)))
        if bar.width() > 0.5:
            painter.drawRoundedRect(bar, 2, 2)
        self._draw_difference(painter, row, bar)

    def _draw_difference(self, painter: QPainter, row: int, bar: QRectF) -> None:
        painter.setFont(lettering(BODY))
        painter.setPen(colour(self.theme.text))
        text = signed_points(self._differences[row])
        if self._differences[row] < 0 and text.strip("0.,"):
            painter.drawText(self._rows_at.row(row, 0, bar.left() - 8), RIGHT, text)
        else:
            painter.drawText(self._rows_at.row(row, bar.right() + 8, self.width()), LEFT, text)


def default_pair(results: Results) -> Pair | None:
    """Canada and the United States where the study has them, else the leader and the second, else the first two."""
    codes = {host.id: host.code for host in results.study.hosts}
    benchmarks = [host for code in BENCHMARKS for host in results.hosts if codes[host] == code]
    if len(benchmarks) > 1:
        return benchmarks[0], benchmarks[1]
    best = [results.hosts[h] for h in results.order] + list(results.hosts)
    hosts = list(dict.fromkeys(best))
    return (hosts[0], hosts[1]) if len(hosts) > 1 else None


def against(results: Results, first: str, second: str) -> str:
    """«Canada against the United States: 13.3 points»."""
    one, other = results.hosts.index(first), results.hosts.index(second)
    lead = float(results.totals[one] - results.totals[other])
    return _("{first} against {second}: {points} points").format(
        first=results.names[first],
        second=results.names[second],
        points=signed_points(lead) if lead < 0 else points(lead),
    )


def _ahead(names: tuple[str, str], difference: float) -> str:
    if math.isnan(difference):
        return _("not known")
    if difference == 0:
        return _("both alike")
    name = names[0] if difference > 0 else names[1]
    return _("{host} ahead by {points} points").format(host=name, points=exact_points(abs(difference)))
