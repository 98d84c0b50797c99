"""Chips: one of the nodes is chosen, by mouse or by keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.weights.chips import DONE, TO_DO, Chip, ChipRow

CHIPS = (Chip("goal", "Goal", "7/15"), Chip("c1", "Stability", DONE), Chip("c2", "Market access", TO_DO))


@pytest.fixture
def row(qtbot: QtBot) -> ChipRow:
    made = ChipRow("Nodes")
    qtbot.addWidget(made)
    made.set_chips(CHIPS)
    made.choose("goal")
    made.resize(600, 60)
    made.show()
    return made


def test_a_click_chooses_and_is_told(qtbot: QtBot, row: ChipRow) -> None:
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.mouseClick(row.button("c2"), Qt.MouseButton.LeftButton)
    assert told.args == ["c2"]
    assert row.choice == "c2"


def test_choosing_by_the_program_is_not_told(qtbot: QtBot, row: ChipRow) -> None:
    with qtbot.assertNotEmitted(row.chosen):
        row.choose("c1")
    assert row.choice == "c1"


def test_arrow_keys_go_round(qtbot: QtBot, row: ChipRow) -> None:
    row.button("goal").setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(row.focusWidget(), key)
    assert row.choice == "goal"
    qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Left)
    assert row.choice == "c2"


def test_tab_reaches_only_the_chosen_chip(row: ChipRow) -> None:
    stops = [chip.id for chip in CHIPS if row.button(chip.id).focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["goal"]


def test_the_choice_stays_when_other_chips_come(row: ChipRow) -> None:
    row.set_chips([CHIPS[0], CHIPS[2]])
    assert row.choice == "goal"
    assert [chip.id for chip in row.chips] == ["goal", "c2"]
    row.set_chips([CHIPS[1]])
    assert row.choice is None


def test_chips_go_on_in_further_rows_where_the_width_ends(row: ChipRow) -> None:
    assert row.heightForWidth(150) > row.heightForWidth(600)


def test_a_long_name_is_cut_with_the_whole_in_its_tooltip(row: ChipRow) -> None:
    long = "A criterion whose name goes on and on until nobody can remember how it began"
    row.set_chips([Chip("x", long, DONE)])
    assert row.button("x").toolTip() == long
    assert row.button("x").sizeHint().width() < 300


def test_the_state_is_told_in_words(row: ChipRow) -> None:
    assert [row.button(chip.id).accessibleDescription() for chip in CHIPS] == ["7/15", "done", "to do"]
