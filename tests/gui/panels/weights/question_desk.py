"""A user before a question, in the panel of weights."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.judgments import Judgment
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.weights.node_judgments import NodeJudgments, node_judgments
from decidr.gui.panels.weights.page import WeightsPanel
from tests.gui.judging_study import NEUTRAL, judging_study
from tests.gui.recording_messages import RecordingMessages


class QuestionDesk:
    """The panel, what it told the window, and the keyboard."""

    def __init__(
        self, qtbot: QtBot, study: Study | None = None, node: str = GOAL, page: str = "questions", view: str = NEUTRAL
    ) -> None:
        self.qtbot = qtbot
        self.document = Document(study or judging_study())
        self.document.choose_view(view)
        self.panel = WeightsPanel(self.document, RecordingMessages(), today=lambda: date(2026, 1, 5))
        qtbot.addWidget(self.panel)
        self.judging: list[bool] = []
        self.places: list[str] = []
        self.panel.judging_changed.connect(self.judging.append)
        self.panel.go_to.connect(self.places.append)
        self.panel.resize(900, 800)
        self.panel.show_node(node)
        self.panel.show()
        self.panel.show_page(page)
        self.node = node
        if page == "questions":
            self.panel.questions.take_focus()
            qtbot.waitUntil(self.panel.questions.scale_card.scale.hasFocus)

    @property
    def shown(self) -> NodeJudgments:
        return node_judgments(self.document.results, self.node)

    @property
    def pair(self) -> tuple[str, str]:
        return self.panel.questions.pair

    @property
    def values(self) -> list[float | None]:
        return [self.shown.value(*pair) for pair in self.shown.pairs]

    def judgment(self, first: str, second: str) -> Judgment:
        found = self.shown.judgment(first, second)
        assert found is not None
        return found

    def keys(self, *keys: str | Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Type texts and press keys, each where the focus is."""
        for key in keys:
            for stroke in key if isinstance(key, str) else [key]:
                target = QApplication.focusWidget()
                assert target is not None
                self.qtbot.keyClick(target, stroke, modifiers)
