"""A page of the matrix over a document, kept up to date as the panel does it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.weights.judging import Judging
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair, node_judgments
from decidr.gui.panels.weights.matrix_page import MatrixPage
from tests.gui.judging_study import judging_study


class MatrixDesk:
    """A user before a matrix."""

    def __init__(
        self, qtbot: QtBot, study: Study | None = None, node: str = GOAL, size: tuple[int, int] = (900, 700)
    ) -> None:
        self.qtbot = qtbot
        self.document = Document(study or judging_study())
        self.node = node
        self.page = MatrixPage(Judging(self.document, lambda: date(2026, 1, 5)))
        qtbot.addWidget(self.page)
        self.pair: Pair = self.shown.pairs[0]
        self.page.pair_chosen.connect(self._choose)
        self.document.changed.connect(lambda parts: self.refresh())
        self.page.resize(*size)
        self.refresh()
        self.page.show()
        self.page.take_focus()
        qtbot.waitUntil(self.page.sheet.view.hasFocus)

    @property
    def shown(self) -> NodeJudgments:
        return node_judgments(self.document.results, self.node)

    @property
    def view(self) -> QWidget:
        return self.page.sheet.view

    @property
    def cursor(self) -> tuple[int, int]:
        index = self.page.sheet.view.currentIndex()
        return index.row(), index.column()

    @property
    def editor(self) -> QLineEdit | None:
        editors = self.page.sheet.view.findChildren(QLineEdit, "judgment_editor")
        return next((editor for editor in editors if editor.isVisible()), None)

    @property
    def trouble(self) -> str:
        return "" if self.page.trouble.isHidden() else self.page.trouble.text()

    def refresh(self) -> None:
        settings = self.document.study.settings
        self.page.show_judgments(self.shown, self.pair, settings, "AHPy has not answered yet.")

    def keys(self, *keys: str | Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Type texts and press keys, each where the focus is."""
        for key in keys:
            for stroke in key if isinstance(key, str) else [key]:
                target = QApplication.focusWidget()
                assert target is not None
                self.qtbot.keyClick(target, stroke, modifiers)

    def copy(self) -> str:
        self.keys(Qt.Key.Key_C, modifiers=Qt.KeyboardModifier.ControlModifier)
        return QGuiApplication.clipboard().text()

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.keys(Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)

    def put_cursor(self, row: int, column: int) -> None:
        view = self.page.sheet.view
        view.setCurrentIndex(self.page.model.index(row, column))

    def middle_of(self, row: int, column: int) -> QPoint:
        return self.page.sheet.view.visualRect(self.page.model.index(row, column)).center()

    def _choose(self, first: str, second: str) -> None:
        self.pair = first, second
        self.refresh()
