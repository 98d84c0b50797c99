"""What each choice stands to lose."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.analysis.scenarios.across import across_cases
from decidr.core.study.edits import set_probability, set_setting
from decidr.gui.panels.scenarios.stakes_page import StakesPage
from tests.gui.scenario_study import scenario_study


@pytest.fixture
def page(qtbot: QtBot) -> StakesPage:
    made = StakesPage()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_regret_and_expectation_are_said_and_shown(page: StakesPage) -> None:
    page.show_cases(across_cases(scenario_study()))
    assert page.regret.text().startswith("Choosing Spain risks least: at most 10.0 points")
    assert page.expected.text().startswith("United States is expected to have most, 74.4 points")
    assert page.table.table.rowCount() == 10
    assert page.chances.isVisible()


def test_relative_totals_have_no_regret_and_it_is_said_why(page: StakesPage) -> None:
    page.show_cases(across_cases(set_setting(scenario_study(), synthesis="distributive")))
    assert "absolute" in page.regret.text()
    assert page.table.table.columnCount() == 2


def test_probabilities_that_cannot_be_are_told_as_an_error(page: StakesPage) -> None:
    page.show_cases(across_cases(set_probability(scenario_study(), "Strike in a boom", 1.25)))
    assert "above 1" in page.chances_told.text()
    assert page.chances_told.property("tone") == "error"
    assert not page.chances.isVisible()


def test_without_sets_it_is_said_how_to_get_further(page: StakesPage) -> None:
    page.show_cases(across_cases(replace(scenario_study(), scenario_sets=())))
    assert "no sets yet" in page.about.text()
