"""From a problem to its place in the window."""

import pytest

from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study
from decidr.gui.models.shared.addresses import address_of, page_of
from tests.gui.scenario_study import scenario_study


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (Place("Data", ("Exports", "Canada")), "data:c6:h2"),
        (Place("Criteria", ("Exports",)), "criteria:c6"),
        (Place("Hosts", ("Canada",)), "hosts:h2"),
        (Place("Judgments", ("Best place",)), "weights:goal"),
        (Place("Judgments", ("Stability",)), "weights:c1"),
        (Place("Views", ("investor", "Exports")), "people"),
        (Place("Study", (), "Synthesis"), "study"),
        (Place("Hosts"), "hosts"),
        (Place("Costs", ("Canada", "Land")), "results:cost"),
        (Place("Rates", ("THB",)), "results:cost"),
        (Place("Data", ("A name of yesterday", "Canada")), "data:h2"),
        ("file.decidr", "study"),
    ],
)
def test_a_problem_leads_to_what_it_is_about(study: Study, place: Place | str, address: str) -> None:
    assert address_of(study, Problem("notice", "data.missing", place)) == address


def test_an_address_begins_with_its_page() -> None:
    assert page_of("data:c1:h2") == "data"
    assert page_of("results") == "results"


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (Place("Scenarios", ("Strike", "2", "Home market"), "Value"), "scenarios:Strike"),
        (Place("Scenario sets", ("Strike in a boom",)), "scenarios:Strike in a boom"),
        (Place("Scenario sets", (), "Probability"), "scenarios"),
    ],
)
def test_a_problem_of_a_scenario_leads_to_it(place: Place, address: str) -> None:
    assert address_of(scenario_study(), Problem("error", "scenarios.probability", place)) == address
