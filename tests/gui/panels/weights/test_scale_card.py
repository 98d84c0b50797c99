"""The card on which a question is answered."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.gui.panels.weights.scale_card import ScaleCard
from tests.building import judged
from tests.gui.judging_study import DATA_OVER_IP, NEUTRAL, TOPS, judging_study, seen


@pytest.fixture
def card(qtbot: QtBot) -> ScaleCard:
    made = ScaleCard()
    qtbot.addWidget(made)
    made.show_pair(seen(judging_study((2.5, 1, 1, 1, 1, 1))), DATA_OVER_IP)
    made.show()
    made.scale.setFocus()
    return made


def test_scale_sentence_and_field_say_the_same(card: ScaleCard) -> None:
    assert card.scale.step == -1.5
    assert "Data matters 2.5 times as much" in card.words.text()
    assert card.field.text() == "2.5"
    assert card.scale.accessibleName() == "Data against IP"
    assert card.scale.accessibleDescription().startswith("Data matters 2.5 times as much as IP")


def test_the_sentence_follows_the_handle_before_it_settles(card: ScaleCard, qtbot: QtBot) -> None:
    qtbot.keyClick(card.scale, Qt.Key.Key_Left)
    assert "Data matters 3 times as much" in card.words.text()


def test_a_typed_ratio_goes_on_from_the_scale_into_the_field(card: ScaleCard, qtbot: QtBot) -> None:
    qtbot.keyClicks(card.scale, "1/")
    qtbot.keyClicks(card.field, "7")
    told: list[str] = []
    card.entered.connect(told.append)
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert told[0] == "1/7"


def test_escape_in_the_field_shows_the_judgment_again(card: ScaleCard, qtbot: QtBot) -> None:
    card.field.begin("7")
    card.say_trouble("no")
    qtbot.keyClick(card.field, Qt.Key.Key_Escape)
    assert card.field.text() == "2.5"
    assert card.trouble.isHidden()


def test_what_is_typed_and_left_is_taken(card: ScaleCard, qtbot: QtBot) -> None:
    card.field.begin("4")
    with qtbot.waitSignal(card.entered) as told:
        card.scale.setFocus()
    assert told.args == ["4"]


def test_the_trouble_of_one_pair_is_not_told_at_another(card: ScaleCard) -> None:
    card.say_trouble("no")
    card.show_pair(seen(judging_study()), ("IP", "Influence"))
    assert card.trouble.isHidden()


def test_the_groups_answers_are_only_looked_at(card: ScaleCard) -> None:
    group = judging_study((1,) * 6, judged(GOAL, TOPS, [2] * 6, who="Ann", view=NEUTRAL))
    card.show_pair(seen(group), DATA_OVER_IP)
    assert not card.scale.isEnabled()
    assert not card.field.isEnabled()


def test_the_strength_has_a_line_of_its_own_where_the_sentence_is_too_long(card: ScaleCard, qtbot: QtBot) -> None:
    card.resize(1200, 180)
    qtbot.waitUntil(lambda: "<br>" not in card.words.text())
    card.resize(420, 180)
    qtbot.waitUntil(lambda: ":<br>between" in card.words.text())
