"""Sensitivity, the tornado tab: weights and uncertain figures, together or apart, by what they do to the lead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tornado import Bar, Tornado, tornado
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.sensitivity.tornado import TornadoChart
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _, ngettext

FEW = 12
"""Bars that are shown at first."""


class TornadoPage(SensitivityTab):
    """``go_to`` leads from a bar to its gradient, or to its cell."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("tornado_page", document, messages, parent)
        self._results: Results | None = None
        self._tornado: Tornado | None = None
        self._shows_all = False
        self.chart = TornadoChart()
        choices = [("all", _("Together")), ("weights", _("Weights")), ("cells", _("Figures"))]
        self.kinds = SegmentedButtons(choices, _("What moves"))
        self.more = link_button("", "all_bars", self._show_all)
        self._card = self._chart_card()
        self.add(self._card)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self.kinds.chosen.connect(lambda _kind: self.changed.emit())
        self.chart.pressed.connect(self._press)

    def refresh(self) -> str:
        """Draw what moves the lead of now, with the weights that are tried, if any."""
        results = self.document.results
        if results is not self._results:
            self._results, self._tornado = results, tornado(results)
        self._card.setVisible(self._tornado is not None)
        if self._tornado is None:
            return _("It takes two hosts that can lead: then there is a lead that something could change.")
        bars = self._bars(self._tornado)
        most = 0 if self._shows_all else FEW
        self.chart.show_tornado(results, self._tornado, bars, self.document.focus, most)
        rest = len(bars) - FEW
        self.more.setVisible(rest > 0 and not self._shows_all)
        self.more.setText(ngettext("{count} more ›", "{count} more ›", rest).format(count=rest))
        return self.chart.heading

    def _bars(self, shown: Tornado) -> Sequence[Bar]:
        kind = self.kinds.choice
        return [bar for bar in shown.bars if kind == "all" or bool(bar.host) == (kind == "cells")]

    def _chart_card(self) -> Card:
        card, top = Card(), QHBoxLayout()
        top.addWidget(self.kinds)
        top.addStretch(1)
        card.body.addLayout(top)
        about = _("Full: a weight ten points up, a figure at its High. Pale: ten points down, at its Low.")
        card.add(text_label(about, "caption"))
        card.add(self.chart)
        card.add(self.more)
        return card

    def _show_all(self) -> None:
        self._shows_all = True
        self.changed.emit()

    def _press(self, mark: Mark) -> None:
        place = f"data:{mark.criterion}:{mark.host}" if mark.host else f"sensitivity:{mark.criterion}"
        self.go_to.emit(place)
