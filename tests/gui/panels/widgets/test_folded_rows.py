"""Rows of which only the first are made."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.folded_rows import FoldedRows


@pytest.fixture
def folded(qtbot: QtBot, qapp: object) -> FoldedRows:
    made = FoldedRows("things", 3, 4)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(folded: FoldedRows) -> list[str]:
    return [row.text() for row in folded.rows if isinstance(row, QLabel | QPushButton)]


def test_only_the_first_are_made_and_the_link_tells_how_many_more(folded: FoldedRows) -> None:
    made: list[int] = []

    def make(place: int) -> QWidget:
        made.append(place)
        return QLabel(str(place))

    folded.show_rows(9, make)
    assert made == [0, 1, 2]
    assert folded.more.text() == "Show 6 more"
    assert folded.more.objectName() == "things_more"


def test_the_link_unfolds_step_by_step_and_the_keyboard_goes_on_there(qtbot: QtBot, folded: FoldedRows) -> None:
    folded.show_rows(9, lambda place: QPushButton(str(place)))
    folded.activateWindow()
    qtbot.waitUntil(folded.isActiveWindow)
    folded.more.click()
    assert texts(folded) == [str(n) for n in range(7)]
    qtbot.waitUntil(folded.rows[3].hasFocus)
    folded.more.click()
    assert len(folded.rows) == 9
    assert folded.more.isHidden()


def test_other_rows_take_their_place_as_far_as_it_was_unfolded(folded: FoldedRows) -> None:
    folded.show_rows(9, lambda place: QLabel(str(place)))
    folded.more.click()
    folded.show_rows(8, lambda place: QLabel(f"new {place}"))
    assert texts(folded) == [f"new {n}" for n in range(7)]
    folded.show_rows(0, lambda place: QLabel(""))
    assert folded.rows == []
    assert folded.more.isHidden()
