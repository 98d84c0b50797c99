"""Ranks by case: a row for the baseline, each scenario and each set, a column for each host."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.scenarios.across import AcrossCases
from decidr.core.analysis.scenarios.words import answer, case_name, leaves_said
from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, colour
from decidr.gui.charts.canvas.colours import host_colour, mixed, pointed_colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.stacks import rows_in_order
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.charts.scenarios.case_grid import EMPTY, CaseGrid, case_grid, draw_head, most_columns, two_lines
from decidr.gui.theme import BODY, CAPTION
from decidr.language import _, ngettext
from decidr.number_text import points, signed_points

LEADS = 0.82
"""Share of the card in the ground of a cell that leads as at the baseline; one that leads anew has its full colour."""


class CasesChart(MarkedChart):
    """Hosts in the order of the baseline; the cell of each case's leader is tinted, of another leader in full colour.

    Marks are ``case`` (its place as text in ``criterion``), ``host`` and ``cell`` (both).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("cases", parent)
        self._across: AcrossCases | None = None
        self._focus: Focus = ()
        self._chosen = 0
        self._order: tuple[int, ...] = ()
        self._shown: tuple[int, ...] = ()
        self._names: tuple[str, ...] = ()
        self._cases: tuple[str, ...] = ()
        self._grid: CaseGrid = EMPTY
        self.add_layer(self._draw)

    def show_cases(self, across: AcrossCases, focus: Focus, chosen: int = 0) -> None:
        """Draw these cases; the one at the place ``chosen`` is marked."""
        self._across, self._focus, self._chosen = across, focus, chosen
        self._order = rows_in_order(across.baseline)
        self._cases = tuple(case_name(case) for case in across.cases)
        self.heading = answer(across)
        self.tell(_("Ranks by scenario"), f"{self.heading}.")
        self.show_anew()

    # places

    def lay_out(self) -> None:
        if self._across is None:
            return
        names = self._across.baseline.names
        self._shown = self._those_with_room(self._across)
        self._names = tuple(names[self._across.hosts[h]] for h in self._shown)
        groups = [0 if case is None else 1 + case.is_set for case in self._across.cases]
        self._grid = case_grid(self._cases, groups, self._names, self.width(), self._legend(True))
        self.setFixedHeight(math.ceil(self._grid.bottom) + 2)

    def _those_with_room(self, across: AcrossCases) -> tuple[int, ...]:
        """All hosts where there is room; else who leads in any case, those in focus, and the best of the others."""
        most = most_columns(self.width())
        if len(self._order) <= most:
            return self._order
        wanted = [h for h in self._order if across.hosts[h] in across.leaders]
        wanted += [h for h in self._order if across.hosts[h] in self._focus]
        kept = set(list(dict.fromkeys([*wanted, *self._order]))[:most])
        return tuple(h for h in self._order if h in kept)

    def make_marks(self) -> list[list[Mark]]:
        if self._across is None:
            return []
        grid, hosts = self._grid, [self._across.hosts[h] for h in self._shown]
        heads = [Mark(grid.column_head(i), "host", host) for i, host in enumerate(hosts)]
        return [heads, *(self._row_marks(row, hosts) for row in range(len(self._cases)))]

    def _row_marks(self, row: int, hosts: list[str]) -> list[Mark]:
        cells = (Mark(self._grid.cell(row, i), "cell", host, str(row)) for i, host in enumerate(hosts))
        return [Mark(self._grid.name(row), "case", criterion=str(row)), *cells]

    # words

    def tip(self, mark: Mark) -> str:
        if self._across is None or mark.kind == "host":
            return tip(self._name_of(mark.host), "")
        row = int(mark.criterion)
        if mark.kind == "case":
            return tip(self._cases[row], _("Click for its moves"))
        said = list(self._cell_said(self._across, row, self._across.hosts.index(mark.host)))
        return tip(f"{self._name_of(mark.host)} · {self._cases[row]}", "\n".join(said))

    def _cell_said(self, across: AcrossCases, row: int, h: int) -> Iterator[str]:
        total, rank = float(across.totals[row, h]), int(across.ranks[row, h])
        yield _("{points} points of 100").format(points=exact_points(total))
        yield _("rank {rank}").format(rank=rank) if rank else _("outside the ranks")
        if row:
            change = signed_points(total - float(across.totals[0, h]))
            yield _("{change} against the baseline").format(change=change)
            if said := leaves_said(across, row, across.hosts[h]):
                yield said

    def _name_of(self, host: str) -> str:
        return self._across.baseline.names[host] if self._across else ""

    # the picture

    def _draw(self, painter: QPainter) -> None:
        across = self._across
        if across is None:
            return
        self._draw_legend(painter)
        for column, h in enumerate(self._shown):
            is_strong = across.hosts[h] in self._focus
            painter.setPen(colour(self.theme.text if is_strong else self.theme.second_text))
            weight = QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal
            draw_head(painter, self._grid, column, self._names[column], weight)
        for row in range(len(self._cases)):
            self._draw_row(painter, across, row)

    def _legend(self, has_points: bool) -> str:
        """What a cell says, and how many hosts there was no room for."""
        narrow = _("Rank, and ↑↓ against the baseline")
        said = _("Rank, points of 100, and ↑↓ against the baseline") if has_points else narrow
        left_out = len(self._order) - len(self._shown)
        more = ngettext("{count} more host", "{count} more hosts", left_out).format(count=left_out) if left_out else ""
        return "; ".join(part for part in (said, more) if part)

    def _draw_legend(self, painter: QPainter) -> None:
        """What the cells say, to the left of the names of hosts."""
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.third_text))
        at = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        painter.drawText(
            QRectF(6, 0, self._grid.left - 16, self._grid.head - 4), at, self._legend(self._grid.has_points)
        )

    def _draw_row(self, painter: QPainter, across: AcrossCases, row: int) -> None:
        area = self._grid.name(row)
        if row == self._chosen and row:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self.theme.soft_accent))
            painter.drawRoundedRect(QRectF(0, area.top() + 1, self.width(), area.height() - 2), 5, 5)
        self._draw_group(painter, across, row)
        self._draw_name(painter, row, area.adjusted(6, 0, 0, 0))
        for column, h in enumerate(self._shown):
            self._draw_cell(painter, across, row, h, self._grid.cell(row, column))

    def _draw_group(self, painter: QPainter, across: AcrossCases, row: int) -> None:
        """A hair line above a row, and above the first scenario and the first set what they are."""
        top = self._grid.tops[row]
        case, before = across.cases[row], across.cases[row - 1] if row else None
        if row:
            painter.setPen(QPen(colour(self.theme.line), 1))
            painter.drawLine(QLineF(0, top - 0.5, self.width(), top - 0.5))
        if case is None or (before is not None and before.is_set == case.is_set):
            return
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.third_text))
        text = _("Sets: scenarios together") if case.is_set else _("Scenarios")
        painter.drawText(QRectF(6, top - 21, self.width(), 19), LEFT, text)

    def _draw_name(self, painter: QPainter, row: int, area: QRectF) -> None:
        weight = QFont.Weight.DemiBold if row in (0, self._chosen) else QFont.Weight.Normal
        font = lettering(BODY, weight)
        font.setUnderline(self.pointed == ("case", "", str(row)))
        painter.setFont(font)
        painter.setPen(colour(self.theme.text))
        text = self._cases[row][:1].upper() + self._cases[row][1:] if not row else self._cases[row]
        painter.drawText(area, LEFT, two_lines(text, area.width(), weight))

    def _draw_cell(self, painter: QPainter, across: AcrossCases, row: int, h: int, cell: QRectF) -> None:
        ink = self._draw_ground(painter, across, row, h, cell.adjusted(2, 2, -2, -3))
        rank, before = int(across.ranks[row, h]), int(across.ranks[0, h])
        moved = before - rank if rank and before else 0
        upper = cell.adjusted(0, 4, 0, -cell.height() / 2 + 3)
        below = cell.adjusted(0, cell.height() / 2 - 1, 0, -3)
        has_points = self._grid.has_points
        self._draw_rank(painter, upper if has_points or moved else cell, rank, moved, ink)
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(ink or self.theme.second_text))
        if has_points:
            painter.drawText(below, MIDDLE, points(float(across.totals[row, h])))
        elif moved:
            painter.drawText(below, MIDDLE, _arrow(moved))

    def _draw_rank(self, painter: QPainter, area: QRectF, rank: int, moved: int, ink: str) -> None:
        """The rank, and where there is room beside it by how many places it rose or fell, in the middle."""
        weight = QFont.Weight.DemiBold if moved or rank == 1 else QFont.Weight.Normal
        shown, arrow = str(rank) if rank else "–", _arrow(moved) if moved and self._grid.has_points else ""
        wide = measure(BODY, weight).horizontalAdvance(shown)
        both = wide + measure(CAPTION).horizontalAdvance(arrow)
        start = area.center().x() - both / 2
        painter.setFont(lettering(BODY, weight))
        painter.setPen(colour(ink or self.theme.text))
        painter.drawText(QRectF(start, area.top(), wide + 2, area.height()), LEFT, shown)
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(ink or self.theme.second_text))
        painter.drawText(QRectF(start + wide + 1, area.top(), both, area.height()), LEFT, arrow)

    def _draw_ground(self, painter: QPainter, across: AcrossCases, row: int, h: int, box: QRectF) -> str:
        """The ground of a cell: who leads, who led, what is pointed at; the ink of one in full colour, else nothing."""
        host, leader, first = across.hosts[h], across.leaders[row], across.leaders[0]
        shade = host_colour(self.theme, self._focus, host)
        is_pointed = self.pointed == ("cell", host, str(row))
        painter.setPen(
            QPen(colour(pointed_colour(self.theme, self._focus, host)), 1.5) if is_pointed else Qt.PenStyle.NoPen
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if host == leader:
            painter.setBrush(colour(shade if host != first else mixed(shade, self.theme.card, LEADS)))
        elif host == first and leader is not None:
            painter.setPen(QPen(colour(shade), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, 5, 5)
        return self.theme.on_accent if host == leader != first else ""


def _arrow(moved: int) -> str:
    return f"{'↑' if moved > 0 else '↓'}{abs(moved)}"
