"""Results, third page: the totals of every view side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.charts.marks import Mark
from decidr.gui.charts.views import ViewsChart
from decidr.gui.messages import Messages
from decidr.gui.panels.card import Card
from decidr.gui.panels.page_scroll import PageScroll
from decidr.gui.panels.picture_menu import PictureMenu


class ViewsPage(PageScroll):
    """``host_clicked`` gives a host, ``view_clicked`` a view."""

    host_clicked = Signal(str)
    view_clicked = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("views_page", parent)
        self.chart = ViewsChart()
        card = Card()
        card.add(self.chart)
        self.add(card)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self.chart.pressed.connect(self._press)

    def show_views(self, views: Mapping[str, Results], chosen: str, focus: Focus) -> None:
        """Draw every view; the hosts in the order of the chosen one."""
        self.chart.show_views(views, chosen, focus)

    def _press(self, mark: Mark) -> None:
        if mark.kind == "view":
            self.view_clicked.emit(mark.criterion)
        else:
            self.host_clicked.emit(mark.host)
