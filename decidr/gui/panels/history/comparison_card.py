"""What changed since a snapshot: who moved in the ranking, then every change by its kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.analysis.verdict.movement import Movement
from decidr.gui.models.history.change_words import ChangeGroup, ChangeLine
from decidr.gui.panels.history.movement_table import MovementTable
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.folded_rows import FoldedRows
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _

FIRST = 8
"""Changes of a kind that stand there before «Show more» is pressed."""


class ComparisonCard(Card):
    """Empty sections are not there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("comparison_card")
        self.table = MovementTable()
        self.caution = text_label(
            _("Then and now are scored by another synthesis, so points do not compare; ranks do."), "caption"
        )
        self.nothing = text_label("", "second")
        self.nothing.setObjectName("no_changes")
        self.groups: list[FoldedRows] = []
        self._below = QVBoxLayout()
        self._below.setSpacing(SPACE[1])
        for widget in (self.nothing, self.table, self.caution):
            self.add(widget)
        self.body.addLayout(self._below)

    def show_comparison(self, name: str, groups: tuple[ChangeGroup, ...], movement: Movement | None) -> None:
        """Show what changed since the snapshot of that name; ``movement`` None: it is not known yet."""
        self.set_title(_("Since «{name}»").format(name=name))
        self.nothing.setText("" if groups else _("The study is as it was."))
        self.nothing.setVisible(not groups)
        self.table.setVisible(bool(groups) and movement is not None)
        self.caution.setVisible(bool(groups) and movement is not None and not movement.is_comparable)
        if movement is not None:
            self.table.show_movement(movement)
        self._show_groups(groups)

    def _show_groups(self, groups: tuple[ChangeGroup, ...]) -> None:
        clear(self._below)
        self.groups = []
        for group in groups:
            rows = FoldedRows(f"changes_{group.kind}", FIRST)
            rows.setAccessibleName(group.title)
            rows.show_rows(len(group.lines), partial(_line, group.lines))
            title = text_label(group.title, "strong")
            title.setContentsMargins(0, SPACE[1], 0, 0)
            self._below.addWidget(title)
            self._below.addWidget(rows)
            self.groups.append(rows)


def _line(lines: Sequence[ChangeLine], place: int) -> QWidget:
    """One of the changes, and below it who said so, when and why."""
    line = lines[place]
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 2 if line.aside else 0)
    column.setSpacing(0)
    column.addWidget(text_label(line.text))
    if line.aside:
        column.addWidget(text_label(line.aside, "caption"))
    return holder
