"""The Criteria page: what counts, how much, and on which scale."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.study.tree import all_leaves
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages, Offer
from decidr.gui.models.criteria.criteria_tree import CriteriaTree
from decidr.gui.models.criteria.criterion_lines import criterion_lines
from decidr.gui.models.shared.structuring import Structuring
from decidr.gui.panels.criteria.criteria_view import CriteriaView
from decidr.gui.panels.criteria.criterion_card import CriterionCard
from decidr.gui.panels.tables.detail_split import DetailSplit
from decidr.gui.panels.tables.table_actions import action_button, table_action
from decidr.gui.panels.tables.table_card import table_card
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.gui.theme import SPACE
from decidr.language import _, ngettext

CARD_SHARE = 0.52
"""Of the height, for the card: so much that a value curve is seen whole on a small laptop."""


class CriteriaPanel(Panel):
    """The tree, and the card of the criterion where the cursor stands; ``go_to`` asks for another place."""

    parts = Part.STUDY | Part.CRITERIA | Part.VIEWS | Part.VIEW | Part.RESULTS | Part.FOCUS

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("criteria_panel")
        self._messages = messages
        self._structuring = Structuring(document, self._tell_old_swing)
        self.header = PageHeader(_("What counts, and how much?"))
        self.tree = CriteriaTree(self._structuring, self)
        self.view = CriteriaView(self.tree)
        self.card = CriterionCard(self._structuring)
        self.split = DetailSplit(table_card(self.view), self.card, "criteria_split", share=CARD_SHARE)
        self.nothing = text_label(
            _("No criterion yet. Add what counts, and below it what can be measured, or drop a study workbook here."),
            "second",
        )
        self.nothing.setObjectName("no_criteria")
        self.actions_row = FlowLayout(spacing=SPACE[2])
        self._make_actions()
        self._lay_out()
        self.view.criterion_chosen.connect(lambda criterion: self._show_card())
        self.tree.refused.connect(self._tell_refusal)
        self.card.go_to.connect(self.go_to)

    def refresh(self) -> None:
        """Follow the study; while a curve is drawn only the card does, so that the hand is not held up."""
        chosen = self.view.chosen
        if chosen and self.card.curve.curve.is_busy:
            line = criterion_lines(self.document.results).get(chosen)
            if line is not None:
                self.card.show_line(line, self.document.results, self.document.focus)
            return
        before = self.view.chosen
        self.tree.show_results(self.document.results)
        if before and not self.view.chosen:
            self.view.choose(before)
        self._show_nothing()
        self._show_header()
        self._show_card()

    def take_focus(self) -> None:
        wanted = self.view if self.tree.lines else self._first_button
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, address: str) -> None:
        """Put the cursor on a criterion, as ``criteria:<id>``."""
        self.refresh()
        self.view.choose(address.partition(":")[2])
        self.take_focus()

    # what the actions do

    def add_sibling(self) -> None:
        """A new criterion after the chosen one; its name is typed at once."""
        self.view.rename(self._structuring.add_after(self.view.chosen or None))

    def add_child(self) -> None:
        """A new criterion below the chosen one; its name is typed at once."""
        if not self.view.chosen:
            self.add_sibling()
            return
        parent = self.tree.lines[self.view.chosen]
        has_data = parent.is_leaf and any(cell.criterion == parent.criterion.id for cell in self.document.study.cells)
        self.view.rename(self._structuring.add_below(parent.criterion.id))
        if has_data:
            self._messages.tell(
                _("{name} is no leaf any more: its data are kept, and do not count while others lie below it.").format(
                    name=parent.criterion.name
                ),
                undo_offer(self.document),
            )

    def remove(self) -> None:
        """Remove the chosen criterion with all below it; undo brings it back."""
        if criterion := self.view.chosen:
            name, after = self.tree.lines[criterion].criterion.name, self._neighbour(criterion)
            self._structuring.remove(criterion)
            self.view.choose(after)
            self._messages.tell(
                _("Removed {name} with all that was said of it.").format(name=name),
                undo_offer(self.document),
            )

    def _neighbour(self, criterion: str) -> str:
        """What the cursor goes to when a criterion is gone: the one below, above, or over it."""
        index = self.tree.index_of(criterion)
        beside = [index.siblingAtRow(index.row() + 1), index.siblingAtRow(index.row() - 1), index.parent()]
        return next((self.tree.id_of(found) for found in beside if found.isValid()), "")

    def _on_chosen(self, name: str) -> None:
        """Do with the chosen criterion what ``Structuring`` calls ``name``, and keep the cursor on it."""
        if criterion := self.view.chosen:
            getattr(self._structuring, name)(criterion)
            self.view.choose(criterion)

    # what is shown

    def _show_nothing(self) -> None:
        """A sentence where there is no criterion yet."""
        has_any = bool(self.tree.lines)
        self.split.setVisible(has_any)
        self.nothing.setVisible(not has_any)

    def _show_header(self) -> None:
        study, tree = self.document.study, self.document.results.tree
        leaves, counted = len(all_leaves(study.criteria)), len(tree.leaves)
        view = next(v.name for v in study.views if v.id == self.document.view)
        told = [ngettext("{count} leaf", "{count} leaves", leaves).format(count=leaves)]
        told += [_("{count} of them counted").format(count=counted)] if counted != leaves else []
        told += [_("weights as the view «{view}» has them").format(view=view)]
        self.header.set_subtitle(", ".join(told))

    def _show_card(self) -> None:
        line = self.tree.lines.get(self.view.chosen)
        self.split.show_detail(line is not None)
        if line:
            self.card.show_line(line, self.document.results, self.document.focus)
        for action in self._on_one:
            action.setEnabled(line is not None)
        if line:
            self._switch.setText(_("Make dormant") if line.criterion.active else _("Count again"))

    def _tell_refusal(self, trouble: str) -> None:
        if trouble:
            self._messages.warn(trouble)

    def _tell_old_swing(self, criterion: str, count: int) -> None:
        """The scale of a criterion has changed after its swing was judged."""
        found = self._structuring.criterion(criterion)
        told = ngettext(
            "The scale of {name} has changed; {count} judgment was made for the old one.",
            "The scale of {name} has changed; {count} judgments were made for the old one.",
            count,
        )
        look = Offer(_("Look at them"), lambda: self.go_to.emit(f"weights:{found.under}"))
        self._messages.tell(told.format(name=found.name, count=count), look)

    # how it is put together

    def _make_actions(self) -> None:
        add = self._action("add_sibling", _("Add a criterion"), self.add_sibling, "Return", "Enter")
        below = self._action("add_child", _("Add below"), self.add_child, "Insert")
        rename = self._action("rename", _("Rename"), lambda: self.view.rename(self.view.chosen), "F2")
        remove = self._action("remove", _("Remove"), self.remove, "Del")
        self._switch = self._action("switch", _("Make dormant"), lambda: self._on_chosen("switch"), "Ctrl+D")
        moves = [
            self._action("move_up", _("Move up"), lambda: self._on_chosen("move_up"), "Alt+Up"),
            self._action("move_down", _("Move down"), lambda: self._on_chosen("move_down"), "Alt+Down"),
            self._action("move_in", _("Move under the one above"), lambda: self._on_chosen("move_in"), "Alt+Right"),
            self._action("move_out", _("Move out"), lambda: self._on_chosen("move_out"), "Alt+Left"),
        ]
        self._on_one = [rename, remove, self._switch, *moves]
        self._first_button = action_button(add)
        self.actions_row.addWidget(self._first_button)
        for action in (below, remove, self._switch):
            self.actions_row.addWidget(action_button(action))

    def _action(self, name: str, text: str, do: Callable[[], object], *keys: str) -> QAction:
        return table_action(self.view, f"criteria_{name}", text, do, *keys)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[2])
        column.addWidget(self.header)
        column.addLayout(self.actions_row)
        column.addWidget(self.nothing)
        column.addWidget(self.split, 1)
        column.addStretch()
