"""The newest judgments."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.history import JudgedPair
from decidr.gui.panels.history.judged_card import FIRST, JudgedCard
from decidr.gui.panels.history.judged_row import JudgedRow
from tests.gui.models.history.test_history_words import ENTRY


@pytest.fixture
def card(qtbot: QtBot, qapp: object) -> JudgedCard:
    made = JudgedCard(lambda: date(2026, 11, 3))
    qtbot.addWidget(made)
    made.show()
    return made


def rows(card: JudgedCard) -> list[str]:
    return [row.accessibleName() for row in card.rows.rows if isinstance(row, JudgedRow)]


def test_dated_judgments_are_rows_and_the_others_are_counted(card: JudgedCard) -> None:
    card.show_history([ENTRY, ENTRY._replace(when=""), ENTRY._replace(when="", value=None)], "neutral")
    assert rows(card) == ["today, Stability over Market access 1/3, Lee · Best place · «after the talks»"]
    assert card.undated.text().startswith("1 judgment has no date")


def test_a_row_wants_its_judgment(qtbot: QtBot, card: JudgedCard) -> None:
    other = ENTRY._replace(value=5.0)
    card.show_history([ENTRY, other], "neutral")
    row = card.rows.rows[1]
    assert isinstance(row, JudgedRow)
    with qtbot.waitSignal(card.wanted) as wanted:
        row.click()
    assert wanted.args == [other]


def test_nobody_has_judged_yet(card: JudgedCard) -> None:
    card.show_history([], "neutral")
    assert card.undated.text() == "Nobody has judged yet."
    card.show_history([ENTRY], "neutral")
    assert card.undated.isHidden()


def test_thousands_of_judgments_make_a_few_rows(card: JudgedCard) -> None:
    many: list[JudgedPair] = [ENTRY] * 12_000
    card.show_history(many, "neutral")
    assert len(rows(card)) == FIRST
