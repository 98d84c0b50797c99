"""The list below the find field."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from decidr.gui.panels.frame.find_popup import FindPopup
from decidr.gui.panels.frame.find_target import Target

TARGETS = [Target("Energy price", "criterion", lambda: None), Target("Spain", "host", lambda: None)]


@pytest.fixture
def popup(qtbot: QtBot) -> Iterator[FindPopup]:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    yield FindPopup(field)  # noqa: PT022 - the field must live as long as its popup


def test_targets_are_shown_with_what_they_are(qtbot: QtBot, popup: FindPopup) -> None:
    popup.show_targets(TARGETS)
    shown = popup.popup()
    qtbot.waitUntil(shown.isVisible)
    row = shown.model().index(1, 0)
    assert row.data() == "Spain"
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "Spain, host"
    assert shown.currentIndex().row() == 0


def test_lines_are_drawn_by_our_own_hand(popup: FindPopup) -> None:
    popup.show_targets(TARGETS)
    shown = popup.popup()
    assert shown.sizeHintForRow(0) >= 25
    assert type(shown.itemDelegate()).__module__ == FindPopup.__module__


def test_a_list_without_a_match_says_so_and_leads_nowhere(qtbot: QtBot, popup: FindPopup) -> None:
    popup.show_targets([])
    shown = popup.popup()
    qtbot.waitUntil(shown.isVisible)
    row = shown.model().index(0, 0)
    assert row.data() == "Nothing of that name"
    assert not row.flags() & Qt.ItemFlag.ItemIsSelectable
    with qtbot.assertNotEmitted(popup.taken):
        qtbot.keyClick(shown, Qt.Key.Key_Return)


def test_enter_takes_the_line_under_the_cursor(qtbot: QtBot, popup: FindPopup) -> None:
    popup.show_targets(TARGETS)
    qtbot.waitUntil(popup.popup().isVisible)
    popup.popup().setCurrentIndex(popup.popup().model().index(1, 0))
    with qtbot.waitSignal(popup.taken) as told:
        qtbot.keyClick(popup.popup(), Qt.Key.Key_Return)
    assert told.args == [1]
