"""The hand that shapes scenarios and sets."""

from __future__ import annotations

import pytest

from decidr.core.study.cases import case_named, cases_of
from decidr.core.study.edits import set_probability
from decidr.gui.document import Document
from decidr.gui.models.scenarios.scenarioing import Scenarioing, facts_of, probabilities_told
from decidr.gui.models.shared.structuring import NotTaken
from tests.gui.scenario_study import FACT, scenario_study

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    def __init__(self) -> None:
        self.document = Document(scenario_study())
        self.hand = Scenarioing(self.document)

    @property
    def names(self) -> list[str]:
        return [case.name for case in cases_of(self.document.study)]

    @property
    def steps(self) -> list[str]:
        stack = self.document.undo_stack
        return [stack.text(i) for i in range(stack.index())]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_new_scenario_has_no_moves_and_a_number_if_its_name_is_taken(desk: Desk) -> None:
    assert desk.hand.add("Drought") == "Drought"
    assert desk.hand.add("Drought") == "Drought 2"
    assert desk.document.study.scenarios[-1].moves == ()
    assert desk.steps == ["Add the scenario Drought", "Add the scenario Drought 2"]


def test_a_copy_has_the_moves_of_the_other_and_goes_its_own_way(desk: Desk) -> None:
    made = desk.hand.copy("Strike")
    assert made == "Strike 2"
    strike, copy = desk.hand.case("Strike"), desk.hand.case(made)
    assert copy.scenarios[0].moves == strike.scenarios[0].moves
    assert copy.scenarios[0].id != strike.scenarios[0].id


@pytest.mark.parametrize("name", ["Strike", "Strike in a boom"])
def test_a_scenario_or_a_set_is_renamed_by_one_step(desk: Desk, name: str) -> None:
    assert desk.hand.rename(name, " Walkout ") == "Walkout"
    assert "Walkout" in desk.names
    assert name not in desk.names
    assert desk.hand.rename("Walkout", "Walkout") == "Walkout"
    assert desk.steps == ["Name: Walkout"]


@pytest.mark.parametrize("name", ["", "  ", "boom", "STRIKE in a boom"])
def test_a_name_that_is_empty_or_taken_by_a_scenario_or_a_set_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(NotTaken):
        desk.hand.rename("Strike", name)
    assert desk.steps == []


def test_a_removed_scenario_leaves_its_sets_and_a_removed_set_leaves_its_scenarios(desk: Desk) -> None:
    desk.hand.remove("Boom")
    assert [s.name for s in desk.hand.case("Strike in a boom").scenarios] == ["Strike"]
    desk.hand.remove("Strike in a boom")
    assert desk.names == ["Strike", "Calm"]
    assert desk.steps == ["Remove Boom", "Remove Strike in a boom"]


def test_a_scenario_moves_past_its_neighbour_and_not_beyond_the_ends(desk: Desk) -> None:
    desk.hand.shift("Strike", 1)
    assert desk.names[:3] == ["Boom", "Strike", "Calm"]
    desk.hand.shift("Calm", -1)
    assert desk.names[:3] == ["Boom", "Calm", "Strike"]
    desk.hand.shift("Boom", -1)
    desk.hand.shift("Strike", 1)
    assert desk.steps == ["Move Strike", "Move Calm"]
    assert not desk.hand.can_shift("Strike in a boom", -1)


def test_scenarios_are_combined_under_their_names(desk: Desk) -> None:
    assert desk.hand.combine(["Boom", "Calm"]) == "Boom + Calm"
    assert [s.name for s in desk.hand.case("Boom + Calm").scenarios] == ["Boom", "Calm"]


def test_a_set_takes_scenarios_in_and_keeps_one_at_least(desk: Desk) -> None:
    desk.hand.include("Strike in a boom", "s3", True)
    desk.hand.include("Strike in a boom", "s1", False)
    desk.hand.include("Strike in a boom", "s2", False)
    assert [s.name for s in desk.hand.case("Strike in a boom").scenarios] == ["Calm"]
    with pytest.raises(NotTaken, match="at least one"):
        desk.hand.include("Strike in a boom", "s3", False)


@pytest.mark.parametrize(("text", "value"), [("0.2", 0.2), ("20 %", 0.2), ("0,2", 0.2), ("", None), ("1", 1.0)])
def test_a_probability_is_read_as_people_write_it(desk: Desk, text: str, value: float | None) -> None:
    desk.hand.give_probability("Strike in a boom", text)
    assert desk.hand.case("Strike in a boom").probability == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize("text", ["-0.1", "20", "120 %", "likely"])
def test_what_is_no_probability_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(NotTaken):
        desk.hand.give_probability("Strike in a boom", text)


def test_facts_are_written_one_a_line_and_moves_stay(desk: Desk) -> None:
    moves = desk.hand.case("Strike").scenarios[0].moves
    assert facts_of(desk.hand.case("Strike")) == [FACT]
    desk.hand.write_facts("Strike", ["First.", "  ", " Second. "])
    assert facts_of(desk.hand.case("Strike")) == ["First.", "Second."]
    assert desk.hand.case("Strike").scenarios[0].moves[2:] == moves[1:]
    desk.hand.write_facts("Strike", ["First.", "Second."])
    assert desk.steps == ["Facts of Strike"]


def test_a_set_rests_on_the_facts_of_its_scenarios(desk: Desk) -> None:
    assert facts_of(desk.hand.case("Strike in a boom")) == [FACT]


def test_the_sum_of_probabilities_is_told_with_what_the_baseline_has(desk: Desk) -> None:
    told, is_fine = probabilities_told(desk.document.study)
    assert "sum to 0.25; the baseline has the other 0.75" in told
    assert is_fine
    whole = probabilities_told(set_probability(desk.document.study, "Strike in a boom", 1.0))
    assert whole == ("The sets' probabilities sum to 1; nothing is left for the baseline.", True)
    desk.hand.combine(["Boom", "Calm"])
    told, is_fine = probabilities_told(set_probability(desk.document.study, "Boom + Calm", 0.8))
    assert "sum to 1.05, above 1" in told
    assert not is_fine
    assert probabilities_told(set_probability(scenario_study(), "Strike in a boom", None))[0].startswith("No set")


def test_a_case_that_is_not_there_is_a_key_error(desk: Desk) -> None:
    assert case_named(desk.document.study, "Flood") is None
    with pytest.raises(KeyError):
        desk.hand.case("Flood")
