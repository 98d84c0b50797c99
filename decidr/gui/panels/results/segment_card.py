"""The card that opens from a segment of a bar: the leaves that it is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from decidr.core.analysis.results import Results
from decidr.gui.charts.canvas.stacks import contribution_of
from decidr.gui.panels.results.leaf_rows import contribution_headings, contribution_rows
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.link_button import link_button
from decidr.language import _
from decidr.number_text import points


class SegmentCard(Card):
    """What one criterion adds to one host's total, leaf by leaf.

    ``go_to`` leads to a cell or to the judgments of its weight, ``closed`` asks to take the card away.
    """

    go_to = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("segment_card")
        self.segment: tuple[str, str] | None = None
        self._leaves = EntryView("segment_leaves", stretched=2)
        self._leaves.setAccessibleName(_("Leaves behind this contribution"))
        self._leaves.setToolTip(_("Double-click a row to go to its cell"))
        self._leaves.opened.connect(self.go_to)
        close = QPushButton(_("Close"))
        close.setObjectName("close_segment")
        close.setProperty("kind", "link")
        close.clicked.connect(self.closed)
        self.add_at_title(link_button(_("How it is weighed ›"), "judge_segment", self._judge))
        self.add_at_title(close)
        self.add(self._leaves)

    def show_segment(self, results: Results, criterion: str, host: str) -> None:
        """List the leaves of a criterion for a host (ids)."""
        is_new = self.segment != (criterion, host)
        self.segment = criterion, host
        name = results.names[host]
        added = float(contribution_of(results, criterion)[results.hosts.index(host)])
        self.set_title(
            _("{criterion} adds {points} points to {host}").format(
                criterion=results.study.name_of(criterion), points=points(added), host=name
            )
        )
        self._leaves.table.show_rows(contribution_rows(results, criterion, host), contribution_headings())
        if is_new:
            self._leaves.fit()

    def _judge(self) -> None:
        if self.segment:
            self.go_to.emit(f"weights:{self.segment[0]}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
