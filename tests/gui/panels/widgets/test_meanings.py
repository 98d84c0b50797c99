"""Choices with their meanings."""

import pytest
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.meanings import Meanings


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


def _filled(page: QWidget) -> tuple[Meanings, list[tuple[QPushButton, QLabel]]]:
    meanings, rows = Meanings(QGridLayout(page)), []
    for name in ("Priorities", "Synthesis"):
        choice, meaning = QPushButton(name), QLabel("What it means, in a sentence that takes its room.")
        meanings.add(QLabel(name), choice, meaning)
        rows.append((choice, meaning))
    page.resize(900, 300)
    page.show()
    return meanings, rows


def test_a_meaning_stands_beside_its_choice_where_there_is_room(page: QWidget) -> None:
    meanings, rows = _filled(page)
    meanings.fit(1000)
    assert all(meaning.x() > choice.geometry().right() for choice, meaning in rows)


def test_in_a_narrow_page_it_stands_below(page: QWidget) -> None:
    meanings, rows = _filled(page)
    meanings.fit(500)
    page.layout().activate()  # type: ignore[union-attr]
    assert all(meaning.y() > choice.geometry().bottom() and meaning.x() == choice.x() for choice, meaning in rows)
    meanings.fit(1000)
    page.layout().activate()  # type: ignore[union-attr]
    assert all(meaning.x() > choice.geometry().right() for choice, meaning in rows)
