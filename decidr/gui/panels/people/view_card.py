"""The view that is looked with: its name, what it counts and turns, and where it judges apart."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.models.people.view_leaves import ViewLeaves
from decidr.gui.models.people.view_nodes import ViewNode, view_nodes, whose_told
from decidr.gui.models.people.viewing import Viewing
from decidr.gui.models.shared.structuring import NotTaken, Structuring
from decidr.gui.panels.people.view_leaves_view import ViewLeavesView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.field import TextField
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.gui.theme import SPACE, scaled
from decidr.language import _

NODES_WIDTH, BOTH_WIDTH = 290, 620
"""Of the priorities, and from which on they stand beside the leaves."""
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
LINK_PADDING = 4
"""Pixels that the style sheet keeps free beside a link's words."""


class ViewCard(Card):
    """Edits the document's view; ``go_to`` asks for a place."""

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("view_card")
        self._document, self._messages = document, messages
        self._viewing = Viewing(document)
        self.name = TextField("view_name", _("Name"))
        self.make_base = QPushButton(_("Make it the base view"))
        self.remove = QPushButton(_("Remove"))
        self.leaves = ViewLeaves(Structuring(document), self._viewing, self)
        self.table = ViewLeavesView(self.leaves)
        self.base_note = text_label("", "second")
        self._nodes = QVBoxLayout()
        self._sides = QBoxLayout(BELOW)
        self._shown: tuple[ViewNode, ...] = ()
        self._lay_out()
        self._connect()

    def show_results(self, results: Results) -> None:
        """Show the view of these results."""
        study = results.study
        view = next(v for v in study.views if v.id == results.view)
        is_base = view.id == study.settings.base_view
        self.set_title(_("Shown now: {view}, the base view") if is_base else _("Shown now: {view}"))
        self.set_title(self.title.format(view=view.name))
        self.name.show_text(view.name)
        self.make_base.setVisible(not is_base)
        self.remove.setEnabled(not is_base)
        self.remove.setToolTip(_("Make another view the base first: the others rest on this one") if is_base else "")
        self.leaves.show_results(results)
        self.table.updateGeometry()
        self._show_nodes(results, is_base)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sides.setDirection(BESIDE if self.width() >= scaled(BOTH_WIDTH) else BELOW)

    def _show_nodes(self, results: Results, is_base: bool) -> None:
        self.base_note.setText(
            _("Its judgments stand in wherever another view has none of its own.")
            if is_base
            else _("Where it judges apart, the base view's judgments are left as they are.")
        )
        nodes = view_nodes(results)
        if nodes != self._shown:
            self._shown = nodes
            clear(self._nodes)
            for node in nodes:
                self._nodes.addWidget(self._node_row(node, is_base))

    def _node_row(self, node: ViewNode, is_base: bool) -> QWidget:
        row = QFrame()
        row.setObjectName(f"view_node_{node.node}")
        texts = QVBoxLayout(row)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        name = link_button(node.name.replace("&", "&&"), f"judge_{node.node}", lambda: self._judge(node.node))
        name.setToolTip(_("Go to its judgments"))
        texts.addWidget(name)
        if is_base and node.whose == "own":
            return row
        line = QHBoxLayout()
        line.setContentsMargins(LINK_PADDING, 0, 0, 0)
        line.addWidget(text_label(whose_told(node), "caption"), 1)
        if action := self._action(node, is_base):
            line.addWidget(action)
        texts.addLayout(line)
        return row

    def _action(self, node: ViewNode, is_base: bool) -> QPushButton | None:
        """What can be done at the node: judge apart, or go back to the base view's."""
        if is_base or node.whose == "nobody":
            return None
        if node.whose == "base":
            text = _("Judge apart") if node.way == "judgments" else _("Weigh apart")
            return link_button(text, f"apart_{node.node}", lambda: self._viewing.judge_apart(node.node, node.way))
        if node.can_return:
            text = _("Use the base view's again")
            return link_button(text, f"use_base_{node.node}", lambda: self._viewing.use_base(node.node))
        return None

    def _judge(self, node: str) -> None:
        self.go_to.emit(f"weights:{node}")

    def _rename(self, name: str) -> None:
        try:
            self._viewing.rename(self._document.view, name)
        except NotTaken as error:
            self.name.say(str(error))

    def _remove(self) -> None:
        name = next(v.name for v in self._document.study.views if v.id == self._document.view)
        self._viewing.remove(self._document.view)
        text = _("Removed the view {name} with its own judgments.").format(name=name)
        self._messages.tell(text, undo_offer(self._document))

    def _make_base(self) -> None:
        if told := self._viewing.make_base(self._document.view):
            self._messages.tell(told, undo_offer(self._document))

    def _lay_out(self) -> None:
        for button, name in ((self.make_base, "make_base_view"), (self.remove, "remove_view")):
            button.setObjectName(name)
            button.setAutoDefault(True)  # Enter presses it
        top = QHBoxLayout()
        top.addWidget(self.name, 1)
        for button in (self.make_base, self.remove):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(top)
        self.body.addSpacing(SPACE[1])
        self._sides.setSpacing(SPACE[4])
        self._sides.addWidget(self.table, 1)
        self._sides.addWidget(self._nodes_side(), 0, Qt.AlignmentFlag.AlignTop)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sides.setAlignment(self.table, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._sides)

    def _nodes_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(scaled(NODES_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, SPACE[1], 0, 0)
        column.setSpacing(SPACE[1])
        words = QVBoxLayout()
        words.setContentsMargins(LINK_PADDING, 0, 0, 0)
        words.addWidget(text_label(_("Its priorities"), "strong"))
        words.addWidget(self.base_note)
        column.addLayout(words)
        self._nodes.setSpacing(SPACE[1])
        column.addLayout(self._nodes)
        return side

    def _connect(self) -> None:
        self.name.entered.connect(self._rename)
        self.make_base.clicked.connect(self._make_base)
        self.remove.clicked.connect(self._remove)
