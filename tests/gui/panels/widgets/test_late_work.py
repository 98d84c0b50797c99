"""Work that a page waits for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.late_work import LateWork


class Asking:
    """A page that asks, and what it was told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page, self.told, self.worked = QWidget(), [], []
        qtbot.addWidget(self.page)
        self.work = LateWork(self.page, "asking")
        self.page.show()

    def ask(self, question: object, answer: str) -> None:
        def work(progress: object) -> str:
            self.worked.append(answer)
            return answer

        self.work.ask((question,), work, self.told.append)


@pytest.fixture
def asking(qtbot: QtBot, qapp) -> Asking:
    return Asking(qtbot)


def test_the_same_question_is_worked_out_once(qtbot: QtBot, asking: Asking) -> None:
    question = object()
    asking.ask(question, "first")
    asking.ask(question, "again")
    qtbot.waitUntil(lambda: asking.told == ["first"])
    assert asking.worked == ["first"]


def test_another_question_takes_the_place_of_the_first(qtbot: QtBot, asking: Asking) -> None:
    asking.ask(object(), "first")
    asking.ask(object(), "second")
    qtbot.waitUntil(lambda: asking.told[-1:] == ["second"])
    assert asking.told in (["second"], ["first", "second"])


def test_hidden_the_page_waits_for_nothing_and_shown_it_asks_anew(qtbot: QtBot, asking: Asking) -> None:
    question = object()
    asking.ask(question, "first")
    asking.page.hide()
    asking.page.show()
    asking.ask(question, "second")
    qtbot.waitUntil(lambda: asking.told[-1:] == ["second"])
