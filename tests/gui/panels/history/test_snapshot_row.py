"""One snapshot in the list."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.history.snapshot_row import SnapshotRow
from decidr.gui.panels.widgets.elided_label import ElidedLabel


@pytest.fixture
def row(qtbot: QtBot, qapp: object) -> SnapshotRow:
    made = SnapshotRow(1, "Before <b>the workshop</b>")
    qtbot.addWidget(made)
    made.resize(700, 60)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize(
    ("button", "signal"), [("compare", "compared"), ("restore", "restored"), ("remove", "removed")]
)
def test_each_button_tells_what_is_wanted_and_of_which_snapshot(
    qtbot: QtBot, row: SnapshotRow, button: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(row, signal)):
        qtbot.keyClick(row.buttons[button], Qt.Key.Key_Space)
    assert row.buttons[button].accessibleDescription() == row.name


def test_the_one_that_is_compared_says_so_in_words(row: SnapshotRow) -> None:
    row.show_state("today", "Spain led", is_chosen=True)
    assert row.buttons["compare"].text() == "Compared below"
    assert (row.moment.text(), row.leader.whole) == ("today", "Spain led")
    row.show_state("today", "Spain led", is_chosen=False)
    assert row.buttons["compare"].text() == "Compare with now"


def test_a_new_name_is_typed_in_place_and_told_once(qtbot: QtBot, row: SnapshotRow) -> None:
    told: list[str] = []
    row.renamed.connect(told.append)
    row.buttons["rename"].click()
    assert row.edit.hasFocus()
    assert row.edit.selectedText() == row.name
    qtbot.keyClicks(row.edit, "Workshop")
    qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    assert told == ["Workshop"]
    assert not row.edit.isVisible()


@pytest.mark.parametrize("typed", ["", "   ", "Before <b>the workshop</b>"])
def test_no_name_and_the_old_name_are_no_new_name(qtbot: QtBot, row: SnapshotRow, typed: str) -> None:
    with qtbot.assertNotEmitted(row.renamed):
        row.start_renaming()
        row.edit.setText(typed)
        qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    assert not row.edit.isVisible()


def test_escape_keeps_the_old_name(qtbot: QtBot, row: SnapshotRow) -> None:
    with qtbot.assertNotEmitted(row.renamed):
        row.start_renaming()
        qtbot.keyClicks(row.edit, "Other")
        qtbot.keyClick(row.edit, Qt.Key.Key_Escape)
    assert not row.edit.isVisible()


def test_a_long_name_is_cut_and_does_not_widen_the_page(qtbot: QtBot, qapp: object) -> None:
    long = SnapshotRow(1, "Before the workshop with everybody " * 10)
    qtbot.addWidget(long)
    long.resize(600, 60)
    long.show()
    labels = [label for label in long.findChildren(ElidedLabel) if label.whole]
    qtbot.waitUntil(lambda: [label.text()[-1:] for label in labels] == ["…"])
    assert long.minimumSizeHint().width() < 460  # what the page leaves on the smallest window
