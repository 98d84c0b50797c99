"""Totals in every view side by side: the same hosts seen with different eyes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.charts.canvas.chart import LEFT, RIGHT, colour
from decidr.gui.charts.canvas.colours import host_colour, pointed_colour
from decidr.gui.charts.canvas.hatching import hatch
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.rows import MANY, NAME_GAP, Rows, draw_name, fitted, name_width
from decidr.gui.charts.canvas.scale import round_up
from decidr.gui.charts.canvas.stacks import rows_in_order
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.theme import BODY, CAPTION, ROW_HEIGHT, scaled
from decidr.language import _
from decidr.number_text import points

COLUMN_GAP = 20


class ViewsChart(MarkedChart):
    """A row for each host in the order of the chosen view, a column of bars for each view.

    Marks are ``view`` (its id in ``criterion``), ``host``, and ``total`` (host and view).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("views", parent)
        self._views: Mapping[str, Results] = {}
        self._chosen = ""
        self._focus: Focus = ()
        self._hosts: tuple[str, ...] = ()
        self._names: Mapping[str, str] = {}
        self._shown_names: tuple[str, ...] = ()
        self._titles: dict[str, str] = {}
        self._columns: Sequence[QRectF] = ()
        self._rows_at = Rows(0, 0, 1, 1, 0, 1)
        self._sheet = self.add_layer(self._draw)

    def show_views(self, views: Mapping[str, Results], chosen: str, focus: Focus) -> None:
        """Draw the results of each view (by id); ``chosen`` orders the hosts."""
        shown = views[chosen]
        self._views, self._chosen, self._focus = views, chosen, focus
        self._hosts = tuple(shown.hosts[h] for h in rows_in_order(shown))
        self._names = shown.names
        self._titles = {view.id: view.name for view in shown.study.views}
        self.heading = _("Totals in each view, points of 100")
        self.tell(_("Views"), f"{self.heading}. {' '.join(self._leader_in(view) for view in views)}")
        self.show_anew()

    # places

    def lay_out(self) -> None:
        if not self._views:
            return
        left = name_width([self._names[h] for h in self._hosts], self.width()) + NAME_GAP
        self._rows_at = Rows(
            count=len(self._hosts),
            top=scaled(34),
            pitch=scaled(ROW_HEIGHT if len(self._hosts) < MANY else 28),
            thickness=scaled(14),
            left=left,
            right=self.width(),
        )
        self._columns = self._places(left)
        self._shown_names = fitted([self._names[h] for h in self._hosts], left - NAME_GAP)
        self.setFixedHeight(math.ceil(self._rows_at.bottom))

    def _places(self, left: float) -> list[QRectF]:
        wide = (self.width() - left - COLUMN_GAP * (len(self._views) - 1)) / len(self._views)
        starts = [left + i * (wide + COLUMN_GAP) for i in range(len(self._views))]
        return [QRectF(start, 0, max(wide, 30), self._rows_at.bottom) for start in starts]

    def make_marks(self) -> list[list[Mark]]:
        return [self._title_marks(), *(self._row_marks(row, host) for row, host in enumerate(self._hosts))]

    def _title_marks(self) -> list[Mark]:
        areas = [QRectF(c.left(), 0, c.width(), self._rows_at.top - 6) for c in self._columns]
        return [Mark(area, "view", criterion=view) for area, view in zip(areas, self._views, strict=True)]

    def _row_marks(self, row: int, host: str) -> list[Mark]:
        at = self._rows_at
        name = Mark(at.row(row, 0, at.left - 4), "host", host)
        totals = [
            Mark(at.row(row, c.left(), c.right()), "total", host, view)
            for c, view in zip(self._columns, self._views, strict=True)
            if host in self._views[view].hosts
        ]
        return [name, *totals]

    # words

    def tip(self, mark: Mark) -> str:
        if mark.kind == "view":
            return tip(self._titles[mark.criterion], self._leader_in(mark.criterion))
        if mark.kind == "host":
            return tip(self._names[mark.host], "")
        results = self._views[mark.criterion]
        h = results.hosts.index(mark.host)
        line = _("{points} points of 100").format(points=exact_points(float(results.totals[h])))
        rank = int(results.ranks[h])
        ranked = _("rank {rank} of {count}").format(rank=rank, count=len(results.order)) if rank else ""
        said = ", ".join(part for part in (line, ranked) if part)
        return tip(f"{self._names[mark.host]} · {self._titles[mark.criterion]}", said)

    def _leader_in(self, view: str) -> str:
        results = self._views[view]
        if results.leader is None:
            return _("Nobody can lead in the {view} view.").format(view=self._titles[view])
        return _("{host} leads in the {view} view with {points}.").format(
            host=self._names[results.hosts[results.leader]],
            view=self._titles[view],
            points=points(float(results.totals[results.leader])),
        )

    # the picture

    def _draw(self, painter: QPainter) -> None:
        if not self._views:
            return
        self._draw_titles(painter)
        per_share = self._per_share()
        for row in self._rows_at.within(self._sheet.exposed):
            host = self._hosts[row]
            self._draw_name(painter, row, host)
            for column, view in zip(self._columns, self._views, strict=True):
                if host in self._views[view].hosts:
                    self._draw_total(painter, row, host, column, self._views[view], per_share)

    def _per_share(self) -> float:
        """Pixels that a share of 1 takes, the same in every column."""
        tops = [float(x) for r in self._views.values() for x in (*r.totals, *r.high) if not math.isnan(x)]
        return max(self._columns[0].width() - self._room_for_rank() - self._room_for_total(), 8) / round_up(
            max(tops, default=0.0)
        )

    def _room_for_rank(self) -> float:
        return measure(CAPTION).horizontalAdvance("00") + 8

    def _room_for_total(self) -> float:
        return measure(BODY).horizontalAdvance("100.0") + 12

    def _draw_titles(self, painter: QPainter) -> None:
        for column, view in zip(self._columns, self._views, strict=True):
            is_chosen = view == self._chosen
            font = lettering(BODY, QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal)
            font.setUnderline(self.pointed == ("view", "", view))
            painter.setFont(font)
            painter.setPen(colour(self.theme.text if is_chosen else self.theme.second_text))
            area = QRectF(column.left(), 0, column.width(), self._rows_at.top - 6)
            area.adjust(self._room_for_rank(), 0, 0, 0)
            shown = QFontMetricsF(font).elidedText(self._titles[view], Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, LEFT, shown)

    def _draw_name(self, painter: QPainter, row: int, host: str) -> None:
        weight = QFont.Weight.DemiBold if host in self._focus else QFont.Weight.Normal
        area = self._rows_at.row(row, 0, self._rows_at.left - NAME_GAP)
        draw_name(painter, area, self._shown_names[row], colour(self.theme.text), weight)

    def _draw_total(
        self, painter: QPainter, row: int, host: str, column: QRectF, results: Results, per_share: float
    ) -> None:
        h = results.hosts.index(host)
        start = column.left() + self._room_for_rank()
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.third_text))
        rank = str(results.ranks[h]) if results.ranks[h] else "–"
        painter.drawText(self._rows_at.row(row, column.left(), start - 8), RIGHT, rank)
        low, high = (0.0 if math.isnan(x) else float(x) for x in (results.low[h], results.high[h]))
        bar = self._rows_at.bar(row, start, start + low * per_share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._shade(host)))
        painter.drawRoundedRect(bar, 2, 2)
        end = start + high * per_share
        hatch(painter, self._rows_at.bar(row, bar.right(), end), colour(self._shade(host)))
        painter.setFont(lettering(BODY, QFont.Weight.DemiBold if host in self._focus else QFont.Weight.Normal))
        painter.setPen(colour(self.theme.text))
        painter.drawText(self._rows_at.row(row, end + 8, end + 80), LEFT, points(float(results.totals[h])))

    def _shade(self, host: str) -> str:
        pointed = self.pointed
        if pointed and pointed[1] == host:
            return pointed_colour(self.theme, self._focus, host)
        return host_colour(self.theme, self._focus, host)
