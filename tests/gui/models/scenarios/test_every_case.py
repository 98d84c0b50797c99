"""Every case in every view: now what is seen, soon the rest."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.scenarios.across import across_cases
from decidr.core.study.edits import set_cell
from decidr.gui.document import Document
from decidr.gui.models.scenarios.every_case import EveryCase
from tests.gui.scenario_study import scenario_study


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(scenario_study())


def test_the_view_that_is_seen_is_there_at_once_and_is_kept(document: Document) -> None:
    every = EveryCase()
    across = every.of("investor", document.baseline_by_view)
    assert across.totals.tolist() == across_cases(document.study, "investor").totals.tolist()
    assert across.baseline is document.baseline_by_view["investor"]
    assert every.of("investor", document.baseline_by_view) is across
    assert every.everywhere == {}


def test_the_other_views_are_found_soon_in_the_order_of_the_study(document: Document, qtbot: QtBot) -> None:
    every = EveryCase()
    every.of("investor", document.baseline_by_view)
    with qtbot.waitSignal(every.found):
        every.want_all()
    assert list(every.everywhere) == ["neutral", "investor", "government"]
    for view, across in every.everywhere.items():
        assert across.totals.tolist() == across_cases(document.study, view).totals.tolist()


def test_an_edit_makes_what_was_found_old(document: Document, qtbot: QtBot) -> None:
    every = EveryCase()
    before = every.of("neutral", document.baseline_by_view)
    with qtbot.waitSignal(every.found):
        every.want_all()
    document.apply("Lower", set_cell(document.study, "c2", "h1", value=0.5))
    after = every.of("neutral", document.baseline_by_view)
    assert after is not before
    assert after.totals.tolist() == across_cases(document.study).totals.tolist()
    assert every.everywhere == {}
    document.undo_stack.clear()


def test_nothing_is_worked_out_when_nobody_looks_any_more(document: Document, qtbot: QtBot) -> None:
    every = EveryCase()
    every.of("neutral", document.baseline_by_view)
    every.want_all()
    every.stop()
    with qtbot.assertNotEmitted(every.found, wait=60):
        pass
    assert every.everywhere == {}
