"""What is tried, what follows, and how to end or keep it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import cases_of
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import own_weights_for_view, set_weight, weigh_by
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from tests.gui.panels.sensitivity.conftest import Named
from tests.gui.recording_messages import RecordingMessages


def test_it_invites_until_something_is_tried_and_keeps_its_height(
    panel: SensitivityPanel, document: Document, named: Named
) -> None:
    bar = panel.tried
    assert bar.words.whole.startswith("Drag the line")
    assert not bar.reset.isVisible()
    height = bar.height()
    document.try_weight(named("Stability"), 0.5)
    assert bar.reset.isVisible()
    assert bar.keep.isVisible()
    assert bar.height() == height


def test_reset_returns_to_the_studys_own_weights(
    panel: SensitivityPanel, document: Document, named: Named, qtbot: QtBot
) -> None:
    document.try_weight(named("Stability"), 0.5)
    qtbot.mouseClick(panel.tried.reset, Qt.MouseButton.LeftButton)
    assert not document.is_trying


def test_keeping_makes_a_scenario_that_gives_the_same_ranking_and_can_be_undone(
    panel: SensitivityPanel, document: Document, named: Named, qtbot: QtBot, messages: RecordingMessages
) -> None:
    before, own = document.study, document.results
    document.try_weights({named("Stability"): 0.4, named("Incentives"): 0.2, named("Political stability"): 0.7})
    tried = document.results
    qtbot.mouseClick(panel.tried.keep, Qt.MouseButton.LeftButton)
    study = document.study
    assert [s.name for s in study.scenarios[-1:]] == ["Stability 40 %, Incentives 20 %, Political stability 70 %"]
    case = next(case for case in cases_of(study) if case.name == study.scenarios[-1].name)
    assert evaluate(study, document.view, case=case).totals == pytest.approx(tried.totals)
    assert document.results.local == own.local
    assert "are unchanged" in messages.told[-1]
    messages.offers[-1].do()
    assert document.study is before


def test_weights_that_rise_from_nothing_cannot_be_kept_and_it_is_said_why(
    panel: SensitivityPanel, document: Document, named: Named
) -> None:
    study, view = document.study, document.view
    study = own_weights_for_view(study, GOAL, "direct", view)
    tops = document.results.tree.children[GOAL]
    for node, weight in zip(tops, [0.0, 0.3, 0.1, 0.2, 0.2, 0.2], strict=True):
        study = set_weight(study, node, weight, "direct", view)
    document.apply("Direct", weigh_by(study, GOAL, "direct", view))
    document.try_weight(tops[0], 0.5)
    assert not panel.tried.keep.isEnabled()
    assert "Stability" in panel.tried.keep.toolTip()
    document.try_weight(tops[1], 0.5)
    assert panel.tried.keep.isEnabled()
