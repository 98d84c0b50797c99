"""What was noticed in a file."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.gui.panels.importing.notice import Notice
from decidr.gui.panels.importing.notice_list import TALLEST, NoticeList
from decidr.gui.theme import scaled


def shown(notices: list[Notice], qtbot: QtBot) -> NoticeList:
    made = NoticeList()
    qtbot.addWidget(made)
    made.resize(500, 100)
    made.show_notices(notices)
    return made


def test_the_gravest_stands_first(qtbot: QtBot, qapp) -> None:
    made = shown([Notice("notice", "A1", "small"), Notice("error", "B2", "grave")], qtbot)
    texts = [label.text() for label in made.findChildren(QLabel) if label.text()]
    assert texts == ["B2", "grave", "A1", "small"]


def test_many_are_scrolled_and_none_takes_no_room(qtbot: QtBot, qapp) -> None:
    assert shown([Notice("notice", "A1", "small")] * 80, qtbot).height() == scaled(TALLEST)
    assert shown([], qtbot).isHidden()
