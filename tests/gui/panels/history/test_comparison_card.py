"""What changed since a snapshot."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.verdict.movement import answer_moved
from decidr.core.study.edits import set_setting
from decidr.core.study.study import Study
from decidr.gui.models.history.change_words import ChangeGroup, ChangeLine
from decidr.gui.panels.history.comparison_card import FIRST, ComparisonCard

JUDGMENTS = ChangeGroup("judgments", "Judgments · 1", (ChangeLine("A over B: 2 → 3", "Lee · today"),))


@pytest.fixture
def card(qtbot: QtBot, qapp: object) -> ComparisonCard:
    made = ComparisonCard()
    qtbot.addWidget(made)
    made.show()
    return made


def lines(card: ComparisonCard) -> list[list[str]]:
    """The texts of every change, group by group."""
    rows = (row for group in card.groups for row in group.rows)
    return [[label.text() for label in row.findChildren(QLabel)] for row in rows]


def test_changes_stand_below_their_kind_with_who_and_when(card: ComparisonCard, study: Study) -> None:
    card.show_comparison("A", (JUDGMENTS,), answer_moved(evaluate(study), evaluate(study)))
    assert card.title == "Since «A»"
    assert [group.accessibleName() for group in card.groups] == ["Judgments · 1"]
    assert lines(card) == [["A over B: 2 → 3", "Lee · today"]]
    assert card.table.isVisible()
    assert not card.caution.isVisible()


def test_a_study_that_is_as_it_was_shows_no_table(card: ComparisonCard, study: Study) -> None:
    card.show_comparison("A", (), answer_moved(evaluate(study), evaluate(study)))
    assert card.nothing.text() == "The study is as it was."
    assert not card.table.isVisible()
    assert card.groups == []


def test_the_ranking_waits_until_it_is_known(card: ComparisonCard, study: Study) -> None:
    card.show_comparison("A", (JUDGMENTS,), None)
    assert not card.table.isVisible()
    assert lines(card) == [["A over B: 2 → 3", "Lee · today"]]


def test_another_synthesis_is_told(card: ComparisonCard, study: Study) -> None:
    other = set_setting(study, synthesis="ideal")
    card.show_comparison("A", (JUDGMENTS,), answer_moved(evaluate(study), evaluate(other)))
    assert card.caution.isVisible()


def test_many_changes_of_a_kind_are_folded(card: ComparisonCard) -> None:
    lines = tuple(ChangeLine(f"change {n}") for n in range(FIRST + 5))
    card.show_comparison("A", (ChangeGroup("data", "Data · 13", lines),), None)
    (rows,) = card.groups
    assert len(rows.rows) == FIRST
    rows.more.click()
    assert len(rows.rows) == FIRST + 5
    assert rows.accessibleName() == "Data · 13"
