"""Weights: every node that is judged, as a matrix, question by question, or with weights given directly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.core.study.participants import judges
from decidr.gui.document import DRAWN, Document, Part
from decidr.gui.messages import Messages
from decidr.gui.models.weights.given_weights import WAYS, GivenWay, Giving, given_weights
from decidr.gui.models.weights.judging import Judging
from decidr.gui.models.weights.node_judgments import OWN, NodeJudgments, Pair, Voice, node_judgments, nodes_to_judge
from decidr.gui.panels.weights.direct_weights import DirectWeights
from decidr.gui.panels.weights.matrix_page import MatrixPage
from decidr.gui.panels.weights.opinion_words import opinion_words
from decidr.gui.panels.weights.question_view import QuestionView
from decidr.gui.panels.weights.top import DIRECT, MATRIX, QUESTIONS, WeightsTop
from decidr.gui.panels.widgets.panel import Panel

PEOPLE_PAGE, CRITERIA_PAGE = "people", "criteria"


class WeightsPanel(Panel):
    """One node at a time; ``judging_changed`` tells when the ranking must hide, ``go_to`` asks for a place.

    ``today`` gives the date that judgments carry.
    """

    parts = Part.everything() & ~(Part.DATA | Part.SCENARIOS | Part.FOCUS | Part.PATH | DRAWN)

    judging_changed = Signal(bool)
    go_to = Signal(str)

    def __init__(
        self,
        document: Document,
        messages: Messages,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(document, parent)
        self.setObjectName("weights_panel")
        self._node = GOAL
        self._pair: Pair = ("", "")
        self._is_judging = False
        self._revealed = ""
        self._voice: Voice = None
        self._shown: NodeJudgments | None = None
        self._judging = Judging(document, today)
        self.top = WeightsTop()
        self.matrix = MatrixPage(self._judging)
        self.questions = QuestionView(self._judging)
        self.direct = DirectWeights(Giving(document))
        self._pages = QStackedWidget()
        self._way: GivenWay = "direct"
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the node as it is now."""
        results = self._results
        self._show_voices()
        nodes = self._nodes
        self._pages.setVisible(bool(nodes))
        if not nodes:
            self._show_nothing()
            return
        if self._node not in nodes:
            self._node = nodes[0]
        self._shown = self._judgments(self._node)
        self.top.show_nodes([self._judgments(node) for node in nodes], self._node)
        self._show_node(results, self._shown)

    def show_place(self, address: str) -> None:
        """Show a node, as ``weights:goal``; of a criterion without a matrix the node that it is weighed at.

        A third part names the participant whose judgments are wanted, as ``weights:goal:p1`` (``own``: the study's),
        and a fourth and fifth the pair.
        """
        _page, node, voice, *pair = [*address.split(":"), "", ""][: max(3, address.count(":") + 1)]
        parent = next((c.under for c in self.document.study.criteria if c.id == node), GOAL)
        self._voice = OWN if voice == "own" else voice or None
        self.show_node(node if node in nodes_to_judge(self._results) else parent)
        if len(pair) == 2:
            self._choose_pair(pair[0], pair[1])
        self.take_focus()

    def show_node(self, node: str) -> None:
        """Turn to a node (an id); one with weights given directly shows them."""
        if node not in nodes_to_judge(self._results):
            return
        self._node = node
        shown = self._judgments(node)
        if not shown.counts:
            self.top.tabs.choose(DIRECT)
        self._begin(shown)
        self.refresh()

    def show_page(self, page: str) -> None:
        """Turn to ``matrix``, ``questions`` or ``direct``."""
        self.top.tabs.choose(page)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.refresh()

    def take_focus(self) -> None:
        """Put the keyboard where one judges."""
        self._page.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_judging()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_judging()

    @property
    def _page(self) -> MatrixPage | QuestionView | DirectWeights:
        """The page that is chosen."""
        match self.top.tabs.choice:
            case "matrix":
                return self.matrix
            case "questions":
                return self.questions
            case _:
                return self.direct

    @property
    def _results(self) -> Results:
        """Those of the study itself, also while a weight is tried or a scenario supposed."""
        return self.document.baseline

    @property
    def _nodes(self) -> tuple[str, ...]:
        """The nodes to judge; of a participant with roles those alone."""
        nodes = nodes_to_judge(self._results)
        roles, voice = self.document.study.roles, self._voice
        return tuple(node for node in nodes if not voice or judges(roles, voice, node)) or nodes

    def _judgments(self, node: str) -> NodeJudgments:
        return node_judgments(self._results, node, self._voice)

    def _show_voices(self) -> None:
        people = self.document.study.participants
        if self._voice and self._voice not in [person.id for person in people]:
            self._voice = None
        self.top.voices.show_voices(people, self._voice)

    def _choose_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._turn()

    def _show_node(self, results: Results, shown: NodeJudgments) -> None:
        self.top.allow_direct(not shown.compares_hosts)
        if not set(self._pair) <= set(shown.node.items):
            self._pair = shown.node.items[0], shown.node.items[1]
        self._tell_judging()
        self._show_page(results, shown)
        self.top.show_node(shown, self.questions.progress_text())

    def _show_page(self, results: Results, shown: NodeJudgments) -> None:
        match self.top.tabs.choice:
            case "matrix":
                self.matrix.show_judgments(shown, self._pair, results.study.settings, self._opinion(shown))
            case "questions":
                self.questions.show_question(results, shown, _upper(shown, self._pair), self._is_judging)
            case _:
                self.direct.show_weights(given_weights(results, self._node, self._way, self._voice))
        self._pages.setCurrentWidget(self._page)

    def _show_nothing(self) -> None:
        self._shown = None
        self._tell_judging()
        self.top.show_nothing(lambda: self.go_to.emit(CRITERIA_PAGE))

    def _opinion(self, shown: NodeJudgments) -> str:
        """What AHPy says of the matrix, in words."""
        opinions = self.document.opinions
        if shown.place is None:
            return ""
        return opinion_words(opinions[shown.place] if opinions else None)

    def _begin(self, shown: NodeJudgments) -> None:
        """Start with a node: where its questions begin, and with the ranking hidden again."""
        self._revealed = ""
        self._way = next((way for way in WAYS if way == shown.way), self._way)
        if self.top.tabs.choice == QUESTIONS:
            self._pair = self.questions.first(shown, _upper(shown, self._pair))
            self.questions.begin(shown)

    def _turn(self) -> None:
        if self._shown:
            self._begin(self._shown)
        self.refresh()

    def _choose_pair(self, first: str, second: str) -> None:
        if self._pair != (first, second):
            self._pair = first, second
            self.refresh()

    def _choose_way(self, way: GivenWay) -> None:
        self._way = way
        self.refresh()

    def _count_judgments(self) -> None:
        if self._shown:
            self._judging.count_judgments(self._shown)

    def _be_equal_for_now(self) -> None:
        if self._shown:
            self._judging.be_equal_for_now(self._shown)

    def _agree(self, agreed: bool) -> None:
        if self._shown:
            self._judging.agree(self._shown, agreed)

    def _judge_apart(self) -> None:
        if self._shown:
            self._judging.judge_apart(self._shown)

    def _reveal(self) -> None:
        self._revealed = self._node
        self.refresh()

    def _finish_questions(self) -> None:
        self.show_page(MATRIX)
        self.matrix.take_focus()

    def _tell_judging(self) -> None:
        """Whether the ranking must hide: while somebody answers questions at a node that is not complete."""
        shown = self._shown
        is_asked = self.isVisible() and self.top.tabs.choice == QUESTIONS and shown is not None
        is_open = shown is not None and shown.is_editable and not self.questions.is_done(shown)
        is_judging = is_asked and is_open and self._revealed != self._node
        if is_judging != self._is_judging:
            self._is_judging = is_judging
            self.judging_changed.emit(is_judging)

    def _lay_out(self) -> None:
        for page in (self.matrix, self.questions, self.direct):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.top.tabs.chosen.connect(lambda _page: self._turn())
        self.top.chips.chosen.connect(self.show_node)
        for turned in (self.top.tabs.chosen, self.top.chips.chosen):
            turned.connect(self.take_focus)  # after an arrow key the switch or the chip takes it back
        self.top.notice.count_wanted.connect(self._count_judgments)
        self.top.notice.apart_wanted.connect(self._judge_apart)
        self.top.notice.agreement_wanted.connect(self._agree)
        self.top.notice.equality_wanted.connect(self._be_equal_for_now)
        self.top.voices.voice_chosen.connect(self._choose_voice)
        self.top.notice.people_wanted.connect(lambda: self.go_to.emit(PEOPLE_PAGE))
        self.matrix.pair_chosen.connect(self._choose_pair)
        self.questions.asked.connect(self._choose_pair)
        self.questions.done.connect(self._finish_questions)
        self.questions.reveal.connect(self._reveal)
        self.questions.turned.connect(self._turn)
        self.direct.way_chosen.connect(self._choose_way)
        self.direct.count_judgments.connect(self._count_judgments)
        self.direct.people_wanted.connect(lambda: self.go_to.emit(PEOPLE_PAGE))


def _upper(shown: NodeJudgments, pair: Pair) -> Pair:
    """The pair as the upper half has it."""
    first, second = pair
    return (second, first) if (second, first) in shown.pairs else pair
