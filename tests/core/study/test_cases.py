"""Cases: scenarios alone and together."""

from msgspec.structs import replace

from decidr.core.study.cases import case_named, cases_of, followed
from decidr.core.study.edits import remove_scenario, rename_scenario, rename_set
from decidr.core.study.problems import Place
from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from tests.building import data_study

NOTE = Move(note="facts")
FIRST = Move(kind="data", target="Tax", host="Spain", operation="add", value=-1.0)
SECOND = Move(kind="weight", target="Tax", operation="multiply", value=2.0)
CALM, STORM = Scenario(id="s1", name="Calm"), Scenario(id="s2", name="Storm", moves=(NOTE, FIRST, SECOND))
STUDY = replace(
    data_study({"Tax": 1.0}, {"Tax": [0.4, 0.6]}, ["Spain", "Peru"]),
    scenarios=(CALM, STORM),
    scenario_sets=(ScenarioSet(name="All", scenarios=("s2", "s1", "s2"), probability=0.3),),
)
NAMES = {"Tax": "Tax", "Spain": "Spain"}


def test_scenarios_come_before_sets_in_the_studys_order():
    found = [(case.name, case.is_set, case.probability) for case in cases_of(STUDY)]
    assert found == [("Calm", False, None), ("Storm", False, None), ("All", True, 0.3)]


def test_a_scenario_that_a_set_names_twice_counts_once():
    assert cases_of(STUDY)[-1].scenarios == (STORM, CALM)


def test_a_set_leaves_out_a_scenario_that_is_gone():
    study = replace(STUDY, scenarios=(STORM,))
    assert cases_of(study)[-1].scenarios == (STORM,)


def test_a_row_with_a_note_alone_moves_nothing_and_keeps_its_number():
    steps = list(cases_of(STUDY)[1].steps())
    assert [(step.scenario, step.number, step.move) for step in steps] == [("Storm", 2, FIRST), ("Storm", 3, SECOND)]


def test_a_move_stands_at_its_number_with_what_it_moves():
    first, second = cases_of(STUDY)[1].steps()
    assert first.place(NAMES, "Value") == Place("Scenarios", ("Storm", "2", "Tax", "Spain"), "Value")
    assert str(second.place(NAMES)) == "Scenarios: Storm, 3, Tax"


def test_a_case_is_found_by_name_without_regard_to_case_accents_and_blanks():
    assert case_named(STUDY, " stórm ") == cases_of(STUDY)[1]
    assert case_named(STUDY, "all").is_set
    assert case_named(STUDY, "Nothing") is None


def test_a_case_is_followed_by_id_or_by_its_place_among_the_sets_when_it_is_renamed():
    renamed = rename_set(rename_scenario(STUDY, "s2", "Gale"), "All", "Every one")
    assert followed(STUDY, renamed, "Storm") == "Gale"
    assert followed(STUDY, renamed, "all") == "Every one"
    assert followed(STUDY, renamed, "Calm") == "Calm"


def test_a_case_that_is_gone_is_followed_nowhere():
    assert followed(STUDY, remove_scenario(STUDY, "s2"), "Storm") is None
    assert followed(STUDY, replace(STUDY, scenario_sets=()), "All") is None
    assert followed(STUDY, STUDY, "Nothing") is None
