"""Every action of the table does something in the window."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui.actions import table
from decidr.gui.handlers import handlers
from decidr.gui.menus import SUBMENUS
from tests.gui.open_windows import OpenWindow


def test_every_action_has_a_handler(open_window: OpenWindow, study: Study) -> None:
    wanted = {row.id for row in table() if row.id} - set(SUBMENUS)
    assert handlers(open_window(study)).keys() == wanted


def test_pages_can_be_turned_one_by_one_and_go_round(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    window.action_table["next_page"].trigger()
    assert window.pages.page == "criteria"
    window.action_table["previous_page"].trigger()
    window.action_table["previous_page"].trigger()
    assert window.pages.page == "report"


def test_from_the_page_of_history_one_goes_on_as_from_the_study(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    window.action_table["page_history"].trigger()
    assert window.pages.page == "history"
    assert window.rail.button("study").isChecked()
    window.action_table["next_page"].trigger()
    assert window.pages.page == "criteria"


def test_a_snapshot_is_begun_from_anywhere_with_the_keyboard_on_its_name(
    qtbot: QtBot, open_window: OpenWindow, study: Study
) -> None:
    window = open_window(study)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.action_table["page_data"].trigger()
    window.action_table["take_snapshot"].trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "snapshot_name"


@pytest.mark.parametrize("action", ["shortcuts", "about"])
def test_help_opens_a_dialog_that_can_be_closed(open_window: OpenWindow, study: Study, action: str) -> None:
    window, names = open_window(study), []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        names.append(dialog.objectName())
        dialog.reject()

    QTimer.singleShot(0, close)
    window.action_table[action].trigger()
    assert names == [f"{action}_dialog"]


def test_full_screen_comes_and_goes(open_window: OpenWindow, study: Study) -> None:
    window = open_window(study)
    window.action_table["full_screen"].trigger()
    assert window.isFullScreen()
    window.action_table["full_screen"].trigger()
    assert not window.isFullScreen()
