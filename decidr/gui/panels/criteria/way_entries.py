"""Where the hosts of a leaf are entered, and what is kept for other ways of scoring it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.study.criteria import ScoredBy
from decidr.gui.models.criteria.criterion_lines import CriterionLine, way_words
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _
from decidr.number_text import listed


class WayEntries(QWidget):
    """``go_to`` asks for the matrix of hosts in pairs, or for the leaf's first cell."""

    go_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ""
        self.link = link_button("", "go_to_entries", lambda: self.go_to.emit(self._place))
        self.beside = text_label("", "caption", "third")
        self.beside.setObjectName("entries_beside")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[0])
        column.addWidget(self.beside)
        column.addWidget(self.link)

    def show_line(self, line: CriterionLine, kept: Mapping[ScoredBy, int], first_host: str) -> None:
        """Show a leaf; ``kept`` counts the entries of its other ways, ``first_host`` (an id) has its first cell."""
        self.setVisible(line.is_leaf)
        in_pairs, leaf = line.way == "pairwise", line.criterion.id
        self._place = f"weights:{leaf}" if in_pairs else f"data:{leaf}:{first_host}"
        self.link.setText(_("Compare the hosts in pairs ›") if in_pairs else _("Its hosts on the Data page ›"))
        told = [f"{way_words()[way]} {count}" for way, count in kept.items()]
        self.beside.setText(_("Kept for another way of scoring, not counted: {entries}").format(entries=listed(told)))
        self.beside.setVisible(bool(told))
