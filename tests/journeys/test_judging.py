"""Judging in the real window: by questions, in the matrix, with a block from a spreadsheet, and with direct weights."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import comparisons_at, set_comparisons
from decidr.core.study.judgments import Comparisons
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study, save_study
from decidr.formats.templates import load_template
from decidr.gui import theme
from decidr.gui.main_window import MainWindow
from decidr.gui.panels.weights.page import WeightsPanel
from tests.gui.open_windows import OpenWindows
from tests.gui.recording_messages import RecordingMessages

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Consultant:
    """Someone at the keyboard, with the window open on the page of weights."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, Key.Key_6, CTRL)
        panel = window.pages.panel("weights")
        assert isinstance(panel, WeightsPanel)
        self.panel = panel
        qtbot.waitUntil(panel.matrix.sheet.view.hasFocus)

    @property
    def study(self) -> Study:
        return self.window.document.study

    @property
    def view(self) -> str:
        return self.study.settings.base_view

    def judged(self, node: str = GOAL, view: str | None = None) -> Comparisons:
        block = comparisons_at(self.study, node, view or self.view)
        assert block is not None
        return block

    def keys(self, *keys: str | Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            for stroke in key if isinstance(key, str) else [key]:
                target = QApplication.focusWidget()
                assert target is not None
                self.qtbot.keyClick(target, stroke, modifiers)

    def node(self, name: str) -> str:
        return next(c.id for c in self.study.criteria if c.name == name)


@pytest.fixture
def windows(qtbot: QtBot, qapp: QApplication) -> Iterator[OpenWindows]:
    theme.apply(qapp, "light")
    opened = OpenWindows(qtbot, RecordingMessages())
    yield opened
    opened.close()


def without_judgments(study: Study, node: str = GOAL) -> Study:
    return set_comparisons(study, Comparisons(under=node, view=study.settings.base_view))


def test_fifteen_pairs_are_judged_with_the_keyboard_alone_while_the_ranking_is_hidden(
    qtbot: QtBot, windows: OpenWindows, tmp_path: Path
) -> None:
    path = tmp_path / "plant.decidr"
    save_study(without_judgments(load_template("ev-plant")), path)
    window = windows(load_study(path), path)
    user = Consultant(qtbot, window)

    for _step in ("to «Equal for now»", "to the chips above it", "and on to the ways of judging"):
        user.keys(Key.Key_Tab, modifiers=SHIFT)
    assert user.panel.top.tabs.isAncestorOf(QApplication.focusWidget())
    user.panel.top.tabs.button("questions").setFocus()
    user.keys(Key.Key_Space)
    assert not window.ranking.list.isVisible()
    assert user.panel.top.header.subtitle == "Question 1 of 15 · about five minutes left"

    user.panel.questions.take_focus()
    for digit in "213121112133212":
        user.keys(digit, Key.Key_Return)
    assert [pair.value for pair in user.judged().pairs] == [2, 1, 3, 1, 2, 1, 1, 1, 2, 1, 3, 3, 2, 1, 2]
    assert {pair.status for pair in user.judged().pairs} == {"judged"}
    assert window.ranking.list.isVisible()
    assert user.panel.top.tabs.choice == "matrix"

    user.keys(Key.Key_S, modifiers=CTRL)
    assert comparisons_at(load_study(path), GOAL, user.view) == user.judged()


def test_a_judgment_in_the_matrix_moves_the_ranking_and_undo_brings_it_back(qtbot: QtBot, windows: OpenWindows) -> None:
    window = windows(load_template("ev-plant"))
    user = Consultant(qtbot, window)
    totals = [host.total for host in window.ranking.list.shown.hosts]
    user.keys("1/4", Key.Key_Return)
    first = user.judged().pairs[0]
    assert (first.value, first.status) == (0.25, "judged")
    assert [host.total for host in window.ranking.list.shown.hosts] != totals
    assert window.document.undo_stack.undoText() == "Stability over Incentives 1/4"
    user.keys(Key.Key_Z, modifiers=CTRL)
    assert [host.total for host in window.ranking.list.shown.hosts] == totals
    assert user.judged().pairs[0].status == "placeholder"


def test_a_matrix_copied_from_a_spreadsheet_is_pasted_and_a_contradiction_mended(
    qtbot: QtBot, windows: OpenWindows
) -> None:
    window = windows(load_template("ev-plant"))
    user = Consultant(qtbot, window)
    user.panel.show_place(f"weights:{user.node('Stability')}")
    user.panel.matrix.sheet.view.setCurrentIndex(user.panel.matrix.model.index(0, 0))
    QGuiApplication.clipboard().setText("1\t9\t2\n0,11\t1\t3\n0,5\t0,33\t1\n")
    user.keys(Key.Key_V, modifiers=CTRL)
    node = user.node("Stability")
    assert [pair.value for pair in user.judged(node).pairs] == [9, 2, 3]
    assert window.document.undo_stack.undoText() == "3 judgments"

    cards = user.panel.matrix.cards
    row = cards.standing_out.rows[0]
    qtbot.waitUntil(row.isVisible)
    assert "contradict" in cards.consistency.words.text()
    row.why_button.click()
    assert row.why.text().startswith("The others say: by way of")
    row.apply_button.click()
    qtbot.waitUntil(lambda: "contradict" not in cards.consistency.words.text())
    assert window.document.undo_stack.count() == 2


def test_a_view_judges_apart_and_the_base_view_stays(qtbot: QtBot, windows: OpenWindows) -> None:
    study = load_template("ev-plant")
    other = next(v.id for v in study.views if v.id != study.settings.base_view)
    window = windows(set_comparisons(study, Comparisons(under=GOAL, view=other)))
    user = Consultant(qtbot, window)
    base = user.judged()
    window.document.choose_view(other)
    assert user.panel.top.notice.words.text().startswith("These are the base view's judgments")
    user.panel.top.notice.button.click()
    user.panel.take_focus()
    user.keys("7", Key.Key_Return)
    assert user.judged() == base
    assert user.judged(view=other).pairs[0].value == 7


def test_direct_weights_count_when_wanted_and_going_back_loses_nothing(qtbot: QtBot, windows: OpenWindows) -> None:
    window = windows(load_template("ev-plant"))
    user = Consultant(qtbot, window)
    totals = [host.total for host in window.ranking.list.shown.hosts]
    user.panel.top.tabs.button("direct").click()
    user.panel.take_focus()
    for weight in ("40", "10", "10", "20", "10", "10"):
        user.keys(weight, Key.Key_Return)
    user.panel.direct.counting.button.click()
    assert [host.total for host in window.ranking.list.shown.hosts] != totals
    user.panel.direct.counting.button.click()
    assert [host.total for host in window.ranking.list.shown.hosts] == totals
    assert [row.field.text() for row in user.panel.direct.rows] == ["40", "10", "10", "20", "10", "10"]
