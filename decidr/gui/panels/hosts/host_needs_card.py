"""The card that leads through all that a host still needs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from decidr.core.analysis.hosts.host_needs import Need
from decidr.core.analysis.results import Results
from decidr.gui.models.hosts.host_needs import headings, host_needs, needs_told, rows, weight_told
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import scaled
from decidr.language import _

LEAST = 104


class HostNeedsCard(Card):
    """``wanted`` gives the ``Need`` that is to be filled; nothing to be seen while the host has all."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("host_needs")
        self.needs: tuple[Need, ...] = ()
        self.host = ""
        self.heading = text_label("", "section")
        self.weight = text_label("", "second")
        self.table = EntryView("host_needs_table", stretched=1, scrolls=True)
        self.table.setAccessibleName(_("What the host still needs"))
        self.table.setMinimumHeight(scaled(LEAST))
        self.table.clicked.connect(lambda index: self._want(index.row()))
        self.table.activated.connect(lambda index: self._want(index.row()))
        self.fill = link_button(_("Fill one after the other ›"), "fill_needs", lambda: self._want(0))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.fill)
        self.body.addLayout(top)
        self.add(self.weight)
        self.add(self.table, 1)
        self.hide()

    def show_host(self, results: Results, host: str) -> None:
        """Show what a host (an id, empty for none) needs."""
        self.host = host
        self.needs = host_needs(results, host) if host else ()
        self.setVisible(bool(self.needs))
        if not self.needs:
            return
        self.heading.setText(needs_told(results, host, self.needs))
        text = weight_told(results, host)
        self.weight.setText(text)
        self.weight.setVisible(bool(text))
        self.table.table.show_rows(rows(results, host, self.needs), headings())
        self.table.fit()

    def _want(self, row: int) -> None:
        if row < len(self.needs):
            self.wanted.emit(self.needs[row])
