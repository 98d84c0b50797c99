"""The cards below the matrix."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.gui.panels.weights.matrix_cards import MatrixCards
from tests.gui.judging_study import DATA_OVER_IP, judging_study, seen
from tests.gui.panels.weights.test_matrix_sheet import square


@pytest.fixture
def cards(qtbot: QtBot) -> MatrixCards:
    made = MatrixCards()
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    return made


def show(cards: MatrixCards, study: Study, node: str = GOAL, pair: tuple[str, str] = DATA_OVER_IP) -> None:
    cards.show_judgments(seen(study, node, study.settings.base_view), pair, study.settings, "AHPy agrees.")


def test_what_stands_out_follows_soon(cards: MatrixCards, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.looked_for):
        show(cards, judging_study((1, 1, 1, 1, 1, 9)))
        assert not cards.consistency.figure.isHidden()
    assert not cards.standing_out.rows[0].isHidden()


def test_until_then_ahpys_answer_is_there_and_nothing_is_said_of_pairs(cards: MatrixCards, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.looked_for):
        show(cards, judging_study((1, 1, 1, 1, 1, 9)))
        assert cards.standing_out.opinion.text() == "AHPy agrees."
        assert cards.standing_out.summary.text() == ""


def test_a_matrix_with_many_gaps_is_searched_elsewhere(cards: MatrixCards, qtbot: QtBot) -> None:
    study = square(14)
    block = study.comparisons[0]
    names = [c.id for c in study.criteria]
    kept = [p for p in block.pairs if p.first == names[0] or p.second == names[1] or p.first == names[1]]
    assert len(block.pairs) - len(kept) > 60
    sparse = replace(study, comparisons=(replace(block, pairs=tuple(kept)),))
    with qtbot.waitSignal(cards.looked_for, timeout=20_000):
        show(cards, sparse, pair=(names[0], names[1]))


def test_without_a_matrix_only_the_pair_is_there(cards: MatrixCards) -> None:
    show(cards, judging_study([None] * 6))
    assert cards.consistency.isHidden()
    assert cards.standing_out.isHidden()
    assert not cards.editing.isHidden()


def test_where_it_is_narrow_what_stands_out_goes_below(cards: MatrixCards, qtbot: QtBot) -> None:
    show(cards, judging_study())
    qtbot.waitUntil(lambda: cards.standing_out.x() > cards.consistency.x())
    assert cards.standing_out.y() == cards.consistency.y()
    cards.resize(480, 500)
    qtbot.waitUntil(lambda: cards.standing_out.y() > cards.consistency.y())
    assert cards.editing.y() == cards.consistency.y()


def test_the_search_of_a_hidden_page_is_given_up(cards: MatrixCards, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(cards.looked_for, wait=80):
        show(cards, judging_study((1, 1, 1, 1, 1, 9)))
        cards.hide()


def test_a_page_that_is_shown_again_looks_for_what_it_had_given_up(cards: MatrixCards, qtbot: QtBot) -> None:
    show(cards, judging_study((1, 1, 1, 1, 1, 9)))
    cards.hide()
    with qtbot.waitSignal(cards.looked_for):
        cards.show()
    assert not cards.standing_out.rows[0].isHidden()
