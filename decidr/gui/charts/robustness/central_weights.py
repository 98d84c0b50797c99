"""Central weights: which weights favour a host, against today's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.robustness.words import share_said
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.chart import RIGHT, colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.canvas.rows import NAME_GAP, Rows, draw_name, fitted, name_width
from decidr.gui.charts.canvas.scale import round_up
from decidr.gui.charts.canvas.tips import tip
from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.charts.robustness.simulated_chart import SimulatedChart
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.language import _
from decidr.number_text import listed, per_cent

WORTH_A_WORD = 0.01
"""A difference of weights below this is not told."""


@dataclass(frozen=True, slots=True)
class Favour:
    """One criterion: its share of the whole weight today, and on average where the host is first (NaN: nowhere)."""

    criterion: str
    name: str
    today: float
    central: float


def favours(shown: Simulated, host: str, node: str = GOAL) -> tuple[Favour, ...]:
    """The criteria under ``node``, with their weights of the whole."""
    results, central = shown.results, shown.robustness.central_weights[shown.row_of(host)]
    place = {leaf: i for i, leaf in enumerate(shown.robustness.leaves)}
    return tuple(
        Favour(
            criterion,
            results.study.name_of(criterion),
            results.global_[criterion],
            float(np.sum([central[place[leaf]] for leaf in results.tree.leaves_under(criterion)])),
        )
        for criterion in results.tree.children.get(node, ())
    )


class CentralWeightsChart(SimulatedChart):
    """A bar for each criterion under a node, and a line where its weight is today; marks are ``criterion``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("central_weights", parent)
        self.host, self.node = "", GOAL
        self.favours: tuple[Favour, ...] = ()
        self._rows_at = Rows(0, 0, 1, 1, 0, 1)
        self._labels: tuple[str, ...] = ()
        self._per_share = self._column = 0.0

    def choose(self, host: str, node: str = GOAL) -> None:
        """Whose weights, and which criteria, from the next time it is shown."""
        self.host, self.node = host, node

    def say(self, shown: Simulated) -> None:
        self.favours = favours(shown, self.host, self.node)
        self.heading = favoured_by(shown, self.host, self.favours)
        said = [self._in_words(favour) for favour in self.favours]
        self.tell(_("Weights that favour a host"), " ".join([self.heading, *said]))

    # places

    def lay_out(self) -> None:
        if self.shown is None:
            return
        names = [favour.name for favour in self.favours]
        left = max(name_width(names, self.width(), QFont.Weight.Normal), scaled(96)) + NAME_GAP
        self._column = max(measure(BODY).horizontalAdvance("100.0"), *(_wide(head) for head in _heads())) + 14
        right = self.width() - 2 * self._column
        self._rows_at = Rows(len(names), scaled(28), scaled(32), scaled(14), left, right)
        self._labels = fitted(names, left - NAME_GAP, QFont.Weight.Normal)
        most = max((w for f in self.favours for w in (f.today, f.central) if not math.isnan(w)), default=0.0)
        self._per_share = max(self._rows_at.right - left, 8) / round_up(most)
        self.setFixedHeight(math.ceil(self._rows_at.bottom) + 4)

    def make_marks(self) -> list[list[Mark]]:
        areas = [self._rows_at.row(row, 0, self.width()) for row in range(len(self.favours))]
        return [[Mark(area, "criterion", criterion=f.criterion)] for area, f in zip(areas, self.favours, strict=True)]

    # words

    def tip(self, mark: Mark) -> str:
        favour = next(f for f in self.favours if f.criterion == mark.criterion)
        said = _("today {today}").format(today=per_cent(favour.today, 4))
        if not math.isnan(favour.central) and self.shown is not None:
            words = _("{weight} on average where {host} is first, today {today}")
            said = words.format(
                weight=per_cent(favour.central, 4),
                host=self.shown.names[self.host],
                today=per_cent(favour.today, 4),
            )
        return tip(favour.name, said)

    def _in_words(self, favour: Favour) -> str:
        words = _("{criterion}: {weight}, today {today}.")
        return words.format(criterion=favour.name, weight=per_cent(favour.central, 0), today=per_cent(favour.today, 0))

    # the picture

    def draw_shown(self, painter: QPainter, shown: Simulated) -> None:
        self._draw_legend(painter)
        for row, favour in enumerate(self.favours):
            self._draw_row(painter, row, favour)

    def _draw_legend(self, painter: QPainter) -> None:
        area = QRectF(self._rows_at.left, 0, self._rows_at.right - self._rows_at.left, self._rows_at.top - 8)
        words = _("today   bar: on average where it is first")
        x, middle = self.draw_key(painter, words, area, 8) + 1, area.center().y()
        painter.setPen(QPen(colour(self.theme.text), 2))
        painter.drawLine(QLineF(x, middle - 8, x, middle + 8))
        painter.setPen(colour(self.theme.third_text))
        for column, head in enumerate(_heads()):
            painter.drawText(self._figure_area(area, column), RIGHT, head)

    def _draw_row(self, painter: QPainter, row: int, favour: Favour) -> None:
        at, is_pointed = self._rows_at, self.pointed == ("criterion", "", favour.criterion)
        shade = colour(self.theme.text if is_pointed else self.theme.second_text)
        draw_name(painter, at.row(row, 0, at.left - NAME_GAP), self._labels[row], shade, QFont.Weight.Normal)
        if not math.isnan(favour.central):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self.shade(self.host)))
            painter.drawRoundedRect(at.bar(row, at.left, at.left + favour.central * self._per_share), 2, 2)
        x = at.left + favour.today * self._per_share
        bar = at.bar(row, x, x).adjusted(0, -4, 0, 4)
        painter.setPen(QPen(colour(self.theme.card), 5))
        painter.drawLine(QLineF(x, bar.top(), x, bar.bottom()))
        painter.setPen(QPen(colour(self.theme.text), 2))
        painter.drawLine(QLineF(x, bar.top(), x, bar.bottom()))
        painter.setFont(lettering(BODY))
        for column, (shade_of, share) in enumerate(
            ((self.theme.text, favour.central), (self.theme.second_text, favour.today))
        ):
            painter.setPen(colour(shade_of))
            painter.drawText(self._figure_area(at.row(row, 0, 0), column), RIGHT, per_cent(share, 1))

    def _figure_area(self, row: QRectF, column: int) -> QRectF:
        """Where a figure stands: the average first, then today's."""
        return QRectF(self._rows_at.right + column * self._column, row.top(), self._column, row.height())


def _heads() -> tuple[str, str]:
    return _("on average"), _("today")


def _wide(text: str) -> float:
    return measure(CAPTION).horizontalAdvance(text)


def favoured_by(shown: Simulated, host: str, rows: Sequence[Favour]) -> str:
    """Where the host is first: «Canada is first where Stability weighs more (24 % instead of 17 %)»."""
    name = shown.names[host]
    if np.isnan(shown.robustness.central_weights[shown.row_of(host)]).any():
        return _("{host} is first in none of {draws}.").format(host=name, draws=shown.draws)
    by_size = sorted(rows, key=lambda row: -abs(row.central - row.today))
    told = [row for row in by_size if abs(row.central - row.today) >= WORTH_A_WORD]
    more, less = ([row for row in told if (row.central > row.today) is way][:1] for way in (True, False))
    said = [_changed(_("{criterion} weighs more ({weight} instead of {today})"), row) for row in more]
    text = _("{criterion} less ({weight} instead of {today})")
    said += [
        _changed(text if more else _("{criterion} weighs less ({weight} instead of {today})"), row) for row in less
    ]
    if not said:
        return _("{host} is first with about today’s weights.").format(host=name)
    return _("{host} is first where {changes}.").format(host=name, changes=listed(said))


def _changed(words: str, row: Favour) -> str:
    return words.format(criterion=row.name, weight=per_cent(row.central, 0), today=per_cent(row.today, 0))


def confidence_told(shown: Simulated, host: str) -> str:
    """What the confidence factor of a host says; empty until it is known."""
    confidence = shown.robustness.confidence
    share = math.nan if confidence is None else float(confidence[shown.row_of(host)])
    if math.isnan(share):
        return ""
    words = _("With just these weights it is first in {share} of the draws of the data (confidence factor).")
    return words.format(share=share_said(share))


def host_to_explain(shown: Simulated, selected: str | None = None) -> str:
    """The selected host; else who is first most often after the leader, for whom other weights must speak."""
    if selected in shown.robustness.hosts:
        return str(selected)
    by_share = sorted(shown.rows, key=lambda row: -shown.firsts[row])
    second = [row for row in by_share[1:2] if shown.firsts[row] > 0]
    return shown.robustness.hosts[(second or by_share)[0]]
