"""A consultant keeps the study before a workshop, judges, looks at what that did, and goes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import comparisons_at
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study
from decidr.gui.main_window import MainWindow
from decidr.gui.panels.history.page import HistoryPanel
from decidr.gui.panels.weights.page import WeightsPanel
from tests.gui.open_windows import OpenWindow
from tests.journeys.conftest import Click

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Desk:
    """The window on the consultant's file, and her keyboard."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def study(self) -> Study:
        return self.window.document.study

    @property
    def ranking(self) -> list[str]:
        return [host.name for host in self.window.ranking.list.shown.hosts]

    @property
    def history(self) -> HistoryPanel:
        panel = self.window.pages.panel("history")
        assert isinstance(panel, HistoryPanel)
        return panel

    def keys(self, *keys: str | Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            for stroke in key if isinstance(key, str) else [key]:
                target = QApplication.focusWidget() or self.window
                self.qtbot.keyClick(target, stroke, modifiers)

    def judgment(self, place: int) -> float | None:
        block = comparisons_at(self.study, GOAL, self.study.settings.base_view)
        assert block is not None
        return block.pairs[place].value


@pytest.fixture
def desk(qtbot: QtBot, open_window: OpenWindow, plant: Path) -> Desk:
    return Desk(qtbot, open_window(load_study(plant), plant))


def test_a_snapshot_is_taken_compared_restored_and_the_restoring_taken_back(
    desk: Desk, click: Click, plant: Path
) -> None:
    before, ranking = desk.study, desk.ranking

    desk.keys(Key.Key_H, modifiers=CTRL | SHIFT)  # take a snapshot, from wherever she is
    desk.keys("Before the workshop", Key.Key_Return)
    assert desk.history.header.title == "Nothing has changed since «Before the workshop»"

    desk.keys(Key.Key_6, modifiers=CTRL)
    matrix = desk.window.pages.panel("weights")
    assert isinstance(matrix, WeightsPanel)
    desk.qtbot.waitUntil(matrix.matrix.sheet.view.hasFocus)
    desk.keys("9", Key.Key_Return, "7", Key.Key_Return, "7", Key.Key_Return)
    assert desk.ranking[0] == "Canada"
    judged = desk.study

    desk.keys(Key.Key_H, modifiers=CTRL)
    assert desk.history.header.title == "Canada leads now; Spain led then"
    (changes,) = desk.history.comparison.groups
    assert changes.accessibleName() == "Judgments · 3"
    ranks = desk.history.comparison.table.texts
    assert ranks[5:7] == ["2 → 1", "Canada"]

    click(desk.window, "restore_1")
    assert desk.ranking == ranking
    assert desk.study.comparisons == before.comparisons
    assert desk.window.document.undo_stack.undoText() == "Restore «Before the workshop»"

    desk.keys(Key.Key_Z, modifiers=CTRL)
    assert desk.study is judged
    assert desk.history.header.title == "Canada leads now; Spain led then"

    desk.keys(Key.Key_S, modifiers=CTRL)
    saved = load_study(plant)
    assert saved == judged
    assert [snapshot.name for snapshot in saved.snapshots] == ["Before the workshop"]
    assert saved.snapshots[0].study == before


def test_the_newest_judgment_leads_back_to_its_cell(desk: Desk, click: Click) -> None:
    desk.keys(Key.Key_6, modifiers=CTRL)
    matrix = desk.window.pages.panel("weights")
    assert isinstance(matrix, WeightsPanel)
    view = matrix.matrix.sheet.view
    desk.qtbot.waitUntil(view.hasFocus)
    desk.keys(Key.Key_Right, "5", Key.Key_Return)
    pair = next(p for p in desk.study.comparisons[0].pairs if p.value == 5 and p.when)
    desk.keys(Key.Key_H, modifiers=CTRL)
    click(desk.window, "judged_1")
    assert desk.window.pages.page == "weights"
    assert view.matrix.pair(view.currentIndex()) == (pair.first, pair.second)
    assert view.hasFocus()
