"""The page of snapshots and history."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_criterion, set_judgment
from decidr.gui.document import Document
from decidr.gui.models.history import past_results
from decidr.gui.panels.history.judged_row import JudgedRow
from decidr.gui.panels.history.page import HistoryPanel
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def panel(qtbot: QtBot, document: Document, messages: RecordingMessages) -> HistoryPanel:
    made = HistoryPanel(document, messages, now=lambda: datetime(2026, 11, 3, 9, 30))
    qtbot.addWidget(made)
    made.resize(780, 700)
    made.show()
    return made


def take(panel: HistoryPanel, name: str) -> None:
    panel.snapshots.taken.emit(name)


def judge(document: Document, value: float, view: str = "neutral") -> None:
    study = set_judgment(document.study, under=GOAL, view=view, first="c1", second="c4", value=value, when="2026-11-03")
    document.apply(f"Stability {value}", study)


def test_without_snapshots_the_page_offers_to_take_one(panel: HistoryPanel) -> None:
    assert panel.header.title == "Keep the study as it is now, and come back to it"
    assert not panel.comparison.isVisible()
    panel.take_focus()
    assert panel.snapshots.name.placeholderText() == "3 Nov 2026, number 1"


def test_a_new_snapshot_is_compared_with_now_and_cannot_be_restored_yet(
    panel: HistoryPanel, messages: RecordingMessages
) -> None:
    take(panel, "A")
    assert panel.header.title == "Nothing has changed since «A»"
    assert panel.snapshots.rows["A"].buttons["restore"].isHidden()
    assert messages.told == ["«A» is kept."]


def test_the_heading_tells_what_became_of_the_ranking(panel: HistoryPanel, document: Document) -> None:
    take(panel, "A")
    leader = next(h.name for h in document.study.hosts if h.id == document.results.hosts[document.results.leader or 0])
    judge(document, 9.0)
    new = next(h.name for h in document.study.hosts if h.id == document.results.hosts[document.results.leader or 0])
    told = panel.header.title
    assert told.startswith(f"{new} leads now; {leader} led then" if new != leader else f"{leader} stays first")
    assert [rows.accessibleName() for rows in panel.comparison.groups] == ["Judgments · 1"]


def test_the_newest_snapshot_is_compared_unless_another_is_chosen(panel: HistoryPanel, document: Document) -> None:
    take(panel, "A")
    judge(document, 9.0)
    take(panel, "B")
    assert panel.comparison.title == "Since «B»"
    panel.snapshots.rows["A"].buttons["compare"].click()
    assert panel.comparison.title == "Since «A»"
    panel.show_place("history:since:B")
    assert panel.comparison.title == "Since «B»"
    panel.show_place("history:since:gone")
    assert panel.comparison.title == "Since «B»"


def test_restoring_is_one_step_and_offers_to_keep_what_it_replaced(
    panel: HistoryPanel, document: Document, messages: RecordingMessages
) -> None:
    take(panel, "A")
    judge(document, 9.0)
    replaced = document.study
    panel.snapshots.rows["A"].buttons["restore"].click()
    assert document.undo_stack.undoText() == "Restore «A»"
    assert panel.header.title == "Nothing has changed since «A»"
    undo, keep = messages.offers[-2:]
    assert (undo.text, keep.text) == ("Undo", "Keep what it replaced")
    keep.do()
    assert document.study.snapshots[-1].name == "Before restoring «A»"
    assert document.study.snapshots[-1].study.comparisons is replaced.comparisons


def test_undo_takes_a_restored_snapshot_back(
    panel: HistoryPanel, document: Document, messages: RecordingMessages
) -> None:
    take(panel, "A")
    judge(document, 9.0)
    replaced = document.study
    panel.snapshots.rows["A"].buttons["restore"].click()
    messages.offers[-2].do()
    assert document.study is replaced
    assert not panel.header.title.startswith("Nothing")


def test_a_snapshot_is_renamed_and_stays_the_one_compared(panel: HistoryPanel) -> None:
    take(panel, "A")
    take(panel, "B")
    panel.snapshots.rows["A"].buttons["compare"].click()
    panel.snapshots.rows["A"].renamed.emit("First")
    assert list(panel.snapshots.rows) == ["B", "First"]
    assert panel.comparison.title == "Since «First»"


def test_a_removed_snapshot_is_gone_until_it_is_undone(
    panel: HistoryPanel, document: Document, messages: RecordingMessages
) -> None:
    take(panel, "A")
    panel.snapshots.rows["A"].buttons["remove"].click()
    assert panel.snapshots.rows == {}
    assert messages.told[-1] == "«A» is removed."
    messages.offers[-1].do()
    assert list(panel.snapshots.rows) == ["A"]
    assert document.study.snapshots[0].name == "A"


def test_a_click_on_a_judgment_asks_for_it_in_its_view(qtbot: QtBot, panel: HistoryPanel, document: Document) -> None:
    judge(document, 9.0, view="investor")
    row = panel.judged.rows.rows[0]
    assert isinstance(row, JudgedRow)
    with qtbot.waitSignal(panel.go_to) as wanted:
        row.click()
    assert wanted.args == [f"weights:{GOAL}:own:c1:c4"]
    assert document.view == "investor"


def test_the_name_of_the_next_snapshot_is_typed_where_the_address_says(qtbot: QtBot, panel: HistoryPanel) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.show_place("history:take")
    assert QApplication.focusWidget() is panel.snapshots.name


def test_a_large_study_shows_its_changes_at_once_and_the_ranking_when_it_is_known(
    qtbot: QtBot, panel: HistoryPanel, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past_results, "MOST_AT_ONCE", 1)
    take(panel, "A")
    document.apply("Dormant", set_criterion(document.study, "c3", active=False))
    assert panel.comparison.groups
    qtbot.waitUntil(panel.comparison.table.isVisible)
    assert panel.header.title != "What has changed since «A»?"
    panel.hide()
