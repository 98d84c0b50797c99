"""Results, third page: the totals of every view side by side, and any two views against each other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.results.views import ViewsChart
from decidr.gui.messages import Messages
from decidr.gui.panels.results.two_views_card import TwoViewsCard
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.picture_menu import PictureMenu


class ViewsPage(PageScroll):
    """``host_clicked`` gives a host, ``view_clicked`` a view."""

    host_clicked = Signal(str)
    view_clicked = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("views_page", parent)
        self.chart = ViewsChart()
        self.two = TwoViewsCard(messages)
        card = Card()
        card.add(self.chart)
        self.add(self.two)
        self.add(card)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self.chart.pressed.connect(self._press)
        self.two.host_clicked.connect(self.host_clicked)

    def show_views(self, views: Mapping[str, Results], chosen: str, focus: Focus) -> None:
        """Draw every view, the hosts in the order of the chosen one, and the two that are set against each other."""
        self.two.show_views(views, focus)
        self.chart.show_views(views, chosen, focus)

    def _press(self, mark: Mark) -> None:
        if mark.kind == "view":
            self.view_clicked.emit(mark.criterion)
        else:
            self.host_clicked.emit(mark.host)
