"""The list of snapshots, and where the next one is taken."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.study import Snapshot, Study
from decidr.gui.panels.history.snapshots_card import SnapshotsCard


@pytest.fixture
def card(qtbot: QtBot, study: Study) -> SnapshotsCard:
    made = SnapshotsCard(lambda: date(2026, 11, 3))
    qtbot.addWidget(made)
    made.resize(720, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def snapshots(study: Study) -> list[Snapshot]:
    return [Snapshot(name="A", when="2026-11-02T18:05", study=study), Snapshot(name="B", study=study)]


def test_the_newest_comes_first_with_its_moment_and_who_led_then(card: SnapshotsCard, study: Study) -> None:
    card.show_snapshots(snapshots(study), {"A": evaluate(study), "B": None}, "A", "C")
    assert list(card.rows) == ["B", "A"]
    assert card.rows["A"].moment.text() == "yesterday, 18:05"
    assert " led with " in card.rows["A"].leader.whole
    assert (card.rows["B"].moment.text(), card.rows["B"].leader.whole) == ("", "")
    assert card.rows["A"].buttons["compare"].text() == "Compared below"


def test_rows_stay_while_their_names_do(card: SnapshotsCard, study: Study) -> None:
    card.show_snapshots(snapshots(study), {"A": None, "B": None}, "B", "C")
    row = card.rows["A"]
    card.show_snapshots(snapshots(study), {"A": evaluate(study), "B": None}, "A", "C")
    assert card.rows["A"] is row
    card.show_snapshots(snapshots(study)[:1], {"A": None}, "A", "C")
    assert list(card.rows) == ["A"]


def test_enter_and_the_button_take_a_snapshot_of_the_typed_name(qtbot: QtBot, card: SnapshotsCard) -> None:
    taken: list[str] = []
    card.taken.connect(taken.append)
    card.start_naming()
    assert card.name.hasFocus()
    qtbot.keyClicks(card.name, "Workshop")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    qtbot.mouseClick(card.take_button, Qt.MouseButton.LeftButton)
    assert taken == ["Workshop", ""]


def test_the_proposed_name_stands_in_the_empty_field(card: SnapshotsCard) -> None:
    card.show_snapshots([], {}, "", "3 Nov 2026, number 1")
    assert card.name.placeholderText() == "3 Nov 2026, number 1"
    card.take_focus()
    assert card.name.hasFocus()


def test_the_keyboard_begins_at_the_newest_snapshot(card: SnapshotsCard, study: Study) -> None:
    card.show_snapshots(snapshots(study), {"A": None, "B": None}, "B", "C")
    card.take_focus()
    assert card.rows["B"].buttons["compare"].hasFocus()


def test_one_that_would_change_nothing_cannot_be_restored(card: SnapshotsCard, study: Study) -> None:
    card.show_snapshots(snapshots(study), {"A": None, "B": None}, "B", "C")
    card.allow_restoring("B", allowed=False)
    assert card.rows["B"].buttons["restore"].isHidden()
    assert not card.rows["A"].buttons["restore"].isHidden()


@pytest.mark.parametrize(
    ("button", "signal"), [("compare", "compared"), ("restore", "restored"), ("remove", "removed")]
)
def test_what_a_row_wants_is_told_with_its_name(
    qtbot: QtBot, card: SnapshotsCard, study: Study, button: str, signal: str
) -> None:
    card.show_snapshots(snapshots(study), {"A": None, "B": None}, "B", "C")
    with qtbot.waitSignal(getattr(card, signal)) as told:
        card.rows["A"].buttons[button].click()
    assert told.args == ["A"]


def test_a_new_name_is_told_with_the_old_one(qtbot: QtBot, card: SnapshotsCard, study: Study) -> None:
    card.show_snapshots(snapshots(study), {"A": None, "B": None}, "B", "C")
    with qtbot.waitSignal(card.renamed) as told:
        card.rows["A"].renamed.emit("Z")
    assert told.args == ["A", "Z"]
