from __future__ import annotations

from pytestqt.qtbot import QtBot

from decidr.core.study.study import Settings
from decidr.gui.panels.robustness.plan_card import PlanCard


def test_the_plan_stands_in_words_and_its_form_unfolds(qtbot: QtBot) -> None:
    card = PlanCard()
    qtbot.addWidget(card)
    card.show_settings(Settings(seed=12))
    assert card.words.text().endswith("seed 12")
    assert card.form.isHidden()
    card.fold.click()
    assert not card.form.isHidden()
    assert card.fold.text() == "Done"
    card.fold.click()
    assert card.form.isHidden()
