"""What becomes of the leader, and supposing a case."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from decidr.core.analysis.scenarios.across import AcrossCases, across_cases, move_effects
from decidr.gui.document import Document
from decidr.gui.panels.scenarios.verdict_card import VerdictCard
from tests.gui.scenario_study import scenario_study


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(scenario_study())


@pytest.fixture
def across(document: Document) -> AcrossCases:
    return across_cases(document.study)


@pytest.fixture
def card(qtbot: QtBot, document: Document, across: AcrossCases) -> VerdictCard:
    made = VerdictCard(document)
    qtbot.addWidget(made)
    made.resize(800, 200)
    _show(made, across, 1)
    made.show()
    return made


def _show(card: VerdictCard, across: AcrossCases, place: int) -> None:
    card.show_case(across, place, move_effects(across.baseline, across.results[place]))


def test_it_says_who_leads_instead_and_by_which_move(card: VerdictCard) -> None:
    assert card.first.text() == "Spain leads instead of United States, 10.8 points ahead of it."
    assert "Without this move United States would lead: Home market, United States: −6." in card.rest.text()


def test_a_leader_who_stays_is_one_sentence(card: VerdictCard, across: AcrossCases) -> None:
    _show(card, across, 3)
    assert card.first.text().startswith("United States stays first")
    assert not card.rest.isVisible()


def test_what_it_does_in_every_view_is_said_once_they_are_known(card: VerdictCard, across: AcrossCases) -> None:
    card.show_sides(across, 1, {})
    assert not card.sides.isVisible()
    study = across.baseline.study
    card.show_sides(across, 1, {view.id: across_cases(study, view.id) for view in study.views})
    assert card.sides.text().startswith("United States, by view: neutral −20.8; investor ")


def test_the_button_supposes_the_case_and_goes_back(card: VerdictCard, across: AcrossCases, document: Document) -> None:
    card.suppose.click()
    assert document.scenario == "Strike"
    _show(card, across, 1)
    assert card.suppose.text() == "Back to the baseline"
    _show(card, across, 2)
    assert card.suppose.text() == "Suppose it in the whole window"
    _show(card, across, 1)
    card.suppose.click()
    assert document.scenario is None


@pytest.mark.parametrize(
    ("width", "direction"),
    [(420, QBoxLayout.Direction.TopToBottom), (800, QBoxLayout.Direction.LeftToRight)],
)
def test_the_button_goes_below_where_words_lack_room(
    card: VerdictCard, width: int, direction: QBoxLayout.Direction
) -> None:
    card.resize(width, 200)
    assert card._sides.direction() == direction
