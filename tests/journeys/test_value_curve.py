"""A consultant shapes a value curve by mouse: the ranking follows, one drag is one step, and undo brings all back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.formats.study_file import load_study
from decidr.gui.panels.criteria.page import CriteriaPanel
from tests.gui.open_windows import OpenWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ACROSS, DOWN, STEPS = 40, 30, 6


def test_a_curve_is_shaped_by_mouse_the_ranking_moves_and_undo_brings_it_back(
    qtbot: QtBot, open_window: OpenWindow, plant: Path
) -> None:
    window = open_window(load_study(plant), plant, with_parts=True)
    document = window.document
    leaf = next(c for c in document.study.criteria if c.name == "Rule of law and integrity")
    window.go_to(f"criteria:{leaf.id}")
    panel = window.pages.panel("criteria")
    assert isinstance(panel, CriteriaPanel)
    curve = panel.card.curve.curve
    qtbot.waitUntil(curve.isVisible)
    before, ranking = document.results.totals.tolist(), window.ranking.list.shown.hosts

    middle = curve.place(0.5, 0.5) + QPointF(0, 40)
    qtbot.mouseDClick(curve, LEFT, pos=middle.toPoint())
    assert document.undo_stack.undoText() == "Curve of Rule of law and integrity"
    assert document.undo_stack.count() == 1
    assert curve.chosen is not None
    bent = document.results.totals.tolist()
    assert bent != before

    start = curve.place(*curve.chosen)
    seen = [bent]
    qtbot.mousePress(curve, LEFT, pos=start.toPoint())
    for step in range(1, STEPS + 1):
        place = start + QPointF(ACROSS, -DOWN) * (step / STEPS)
        glob = curve.mapToGlobal(place)
        moved = QMouseEvent(QEvent.Type.MouseMove, place, glob, Qt.MouseButton.NoButton, LEFT, NONE)
        QApplication.sendEvent(curve, moved)
        seen.append(document.results.totals.tolist())
        shown = {host.id: host.total for host in window.ranking.list.shown.hosts}
        assert [shown[host] for host in document.results.hosts] == seen[-1]
    assert document.is_trying
    assert document.undo_stack.count() == 1
    assert len({tuple(totals) for totals in seen}) == STEPS + 1

    qtbot.mouseRelease(curve, LEFT, pos=(start + QPointF(ACROSS, -DOWN)).toPoint())
    assert not document.is_trying
    assert document.undo_stack.count() == 2
    assert document.results.totals.tolist() == seen[-1]

    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.results.totals.tolist() == before
    assert window.ranking.list.shown.hosts == ranking
    assert panel.card.form.box.currentData() == "linear"
