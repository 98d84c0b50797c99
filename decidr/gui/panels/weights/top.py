"""The top of the page of weights: the node and what is asked, the nodes there are, and whose judgments these are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from decidr.gui.models.weights.node_judgments import NodeJudgments
from decidr.gui.panels.weights.chips import DONE, TO_DO, Chip, ChipRow
from decidr.gui.panels.weights.voice_choice import VoiceChoice
from decidr.gui.panels.weights.whose_judgments import WhoseJudgments
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.theme import SPACE
from decidr.language import _

MATRIX, QUESTIONS, DIRECT = "matrix", "questions", "direct"


class WeightsTop(QWidget):
    """``tabs`` choose how to judge, ``chips`` the node, ``voices`` whose judgments; ``notice`` says whose they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader()
        self.tabs = SegmentedButtons(
            [(MATRIX, _("Matrix")), (QUESTIONS, _("Questions")), (DIRECT, _("Direct"))], _("How to judge")
        )
        self.chips = ChipRow(_("Nodes"))
        self.voices, self.notice = VoiceChoice(), WhoseJudgments()
        self._lay_out()

    def show_nodes(self, nodes: Sequence[NodeJudgments], chosen: str) -> None:
        """Show the nodes with how far each is, this one (an id) chosen."""
        self._show_choices(True)
        self.chips.set_chips([_chip(shown) for shown in nodes])
        self.chips.choose(chosen)
        _order_focus(self.tabs.button(DIRECT), [self.chips.button(shown.node.id) for shown in nodes])

    def allow_direct(self, is_allowed: bool) -> None:
        """Whether weights can be given directly here; where not, the matrix takes their place."""
        if not is_allowed and self.tabs.choice == DIRECT:
            self.tabs.choose(MATRIX)
        self.tabs.button(DIRECT).setEnabled(is_allowed)

    def show_node(self, shown: NodeJudgments, progress: str) -> None:
        """Name the node, ask, and say whose judgments these are; ``progress`` tells how far the questions are."""
        self.header.set_title(shown.node.name)
        self.header.set_subtitle(progress if self.tabs.choice == QUESTIONS else _asked(shown, self.tabs.choice))
        is_timed = self.tabs.choice == QUESTIONS
        for subtitle in self.header.findChildren(QLabel, "page_subtitle"):
            subtitle.setToolTip(_("Counted as 20 seconds a question") if is_timed else "")
        if self.tabs.choice == DIRECT:
            self.notice.say("")
        else:
            self.notice.show_whose(shown)

    def show_nothing(self, add_criteria: Callable[[], object]) -> None:
        """Say that there is nothing to weigh, and how to come to something."""
        self._show_choices(False)
        self.header.set_title(_("Nothing to weigh yet"))
        self.header.set_subtitle("")
        text = _("Weights compare criteria that lie side by side; there are fewer than two.")
        self.notice.say(text, _("Add criteria"), add_criteria)

    def _show_choices(self, are_shown: bool) -> None:
        for widget in (self.tabs, self.chips):
            widget.setVisible(are_shown)

    def _lay_out(self) -> None:
        self.chips.setObjectName("node_chips")
        self.tabs.button(DIRECT).setToolTip(_("Weights of criteria alone can be given directly"))
        self.header.set_right(self.tabs)
        whose = QHBoxLayout()
        whose.setSpacing(SPACE[2])
        whose.addWidget(self.voices, 0, Qt.AlignmentFlag.AlignVCenter)
        whose.addWidget(self.notice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        column.setSpacing(SPACE[2])
        column.addWidget(self.header)
        column.addWidget(self.chips)
        column.addLayout(whose)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # as high as its lines wrap


def _asked(shown: NodeJudgments, way: str) -> str:
    """The question that the page puts."""
    if way == DIRECT:
        return _("How much is the swing from worst to best of each worth?")
    if shown.compares_hosts:
        return _("How much better is the row than the column on {name}?").format(name=shown.node.name)
    return _("How much more does the swing from worst to best matter, row against column?")


def _chip(shown: NodeJudgments) -> Chip:
    """A node with how far it is judged."""
    if not shown.counts:
        state = DONE if shown.weights is not None else TO_DO
    elif shown.is_complete:
        state = DONE
    else:
        state = f"{shown.judged}/{shown.pair_count}" if shown.judged else TO_DO
    return Chip(shown.node.id, shown.node.name, state)


def _order_focus(before: QWidget, buttons: Sequence[QWidget]) -> None:
    """Tab leads from ``before`` over the buttons to the page, also when they are new."""
    for button in buttons:
        QWidget.setTabOrder(before, button)
        before = button
