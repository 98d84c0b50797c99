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


def test_all_sentences_begin_below_each_other(qtbot: QtBot, qapp) -> None:
    places = ["replaced", "a_tax_file_of_2023.csv: a_tax_file_of_2023!D31", "Power: carbon", "a" * 40]
    made = shown([Notice("notice", place, "told") for place in places], qtbot)
    made.show()
    told = [label for label in made.findChildren(QLabel) if label.text() == "told"]
    qtbot.waitUntil(lambda: all(label.width() > 0 and label.x() > 0 for label in told))
    assert len({label.x() for label in told}) == 1


def test_many_are_scrolled_and_none_takes_no_room(qtbot: QtBot, qapp) -> None:
    assert shown([Notice("notice", "A1", "small")] * 80, qtbot).height() == scaled(TALLEST)
    assert shown([], qtbot).isHidden()
