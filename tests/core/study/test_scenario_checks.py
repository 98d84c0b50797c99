"""Every refusal of a scenario with its place."""

import pytest
from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.problems import Place, sentence
from decidr.core.study.scenario_checks import ScenarioChecks
from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import Study

HOSTS = ("Spain", "Aragon", "Peru")
STUDY = Study(
    criteria=(
        Criterion(id="Risk", name="Risk"),
        Criterion(id="Tax", name="Tax", under="Risk"),
        Criterion(id="Ease", name="Ease"),
        Criterion(id="Image", name="Image"),
    ),
    hosts=(
        Host(id="Spain", name="Spain"),
        Host(id="Aragon", name="Aragon", group="Spain"),
        Host(id="Peru", name="Peru"),
    ),
)
WAYS = {"Tax": "data", "Ease": "rating", "Image": "pairwise"}


def move(kind="data", target="Tax", host=None, operation="set", value=1.0, view=None):
    return Move(kind=kind, target=target, host=host, view=view, operation=operation, value=value)


def problems(*scenarios, sets=()):
    rows = tuple(Scenario(id=f"s{n}", name=f"S{n}", moves=tuple(moves)) for n, moves in enumerate(scenarios, 1))
    return list(ScenarioChecks(replace(STUDY, scenarios=rows, scenario_sets=tuple(sets)), WAYS).problems())


def told(*scenarios, sets=()):
    return [(p.severity, p.code, p.place) for p in problems(*scenarios, sets=sets)]


REFUSED = [
    ("a row without a kind", move(kind=None), "scenarios.incomplete", ("Tax",), "Kind"),
    ("a row without a target", move(target=None), "scenarios.incomplete", (), "Target"),
    ("a row without an operation", move(operation=None), "scenarios.incomplete", ("Tax",), "Operation"),
    ("a row without a value", move(value=None), "scenarios.incomplete", ("Tax",), "Value"),
    ("data of a parent", move(target="Risk"), "scenarios.not_a_leaf", ("Risk",), "Target"),
    ("a score of the goal", move("score", GOAL), "scenarios.not_a_leaf", ("Goal",), "Target"),
    ("data of levels", move(target="Ease"), "scenarios.no_unit", ("Ease",), "Kind"),
    ("data of pairs", move(target="Image", host="Peru"), "scenarios.no_unit", ("Image", "Peru"), "Kind"),
    (
        "a weight that is added to",
        move("weight", operation="add"),
        "scenarios.weight_multiplies",
        ("Tax",),
        "Operation",
    ),
    ("a weight that is set", move("weight", "Risk"), "scenarios.weight_multiplies", ("Risk",), "Operation"),
    ("the goal's weight", move("weight", GOAL, None, "multiply"), "weights.goal", ("Goal",), "Target"),
    (
        "one host's weight",
        move("weight", "Tax", "Peru", "multiply"),
        "scenarios.weight_of_host",
        ("Tax", "Peru"),
        "Host",
    ),
    ("a weight below 0", move("weight", "Tax", None, "multiply", -0.5), "weights.negative", ("Tax",), "Value"),
]


@pytest.mark.parametrize(
    ("wrong", "code", "names", "column"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_a_wrong_move_is_an_error_at_its_cell(wrong, code, names, column):
    assert told([Move(note="facts"), wrong]) == [("error", code, Place("Scenarios", ("S1", "2", *names), column))]
    (problem,) = problems([wrong])
    assert sentence(problem)


RIGHT = [
    move(),
    move("score", "Ease", "Peru", "add", -0.125),
    move("score", "Image", None, "multiply", 0.5),
    move("weight", "Risk", None, "multiply", 0.0),
    Move(note="facts alone"),
]


@pytest.mark.parametrize("right", RIGHT)
def test_a_right_move_is_no_problem(right):
    assert problems([right]) == []


def test_a_move_of_a_host_that_has_members_is_told():
    place = Place("Scenarios", ("S1", "1", "Tax", "Spain"), "Host")
    assert told([move(host="Spain")]) == [("warning", "scenarios.host_group", place)]


@pytest.mark.parametrize(
    "second",
    [move(value=2.0), move(host="Peru", value=2.0), move(host="Peru", value=2.0, view="v1")],
    ids=["all hosts", "one of them", "one view"],
)
def test_two_different_sets_of_one_target_are_an_error_at_the_second(second):
    (problem,) = problems([move(), move("score", operation="add", value=0.1), second])
    names = ("S1", "3", "Tax", "Peru") if second.host else ("S1", "3", "Tax")
    assert (problem.severity, problem.code) == ("error", "scenarios.set_twice")
    assert problem.place == Place("Scenarios", names, "Value")
    assert "to 2 here and to 1" in sentence(problem)


@pytest.mark.parametrize(
    "second",
    [
        move(),
        move("score", value=0.5),
        move(operation="add", value=2.0),
        move(target="Image", kind="score", value=0.2),
    ],
    ids=["the same value", "another kind", "another operation", "another target"],
)
def test_sets_that_agree_or_do_not_meet_are_no_error(second):
    assert problems([move(), second]) == []


def test_sets_of_different_hosts_or_different_views_do_not_meet():
    assert problems([move(host="Peru"), move(host="Aragon", value=2.0)]) == []
    assert problems([move(view="v1"), move(view="v2", value=2.0)]) == []


def test_scenarios_that_set_one_target_apart_clash_where_a_set_combines_them():
    both = ScenarioSet(name="Both", scenarios=("s1", "s2"))
    (problem,) = problems([move()], [move(host="Peru", value=2.0)], sets=[both])
    assert (problem.code, problem.place) == ("scenarios.sets_clash", Place("Scenario sets", ("Both",)))
    assert sentence(problem) == "«S1» sets Tax, Peru to 1 and «S2» to 2, so they cannot happen together"


def test_a_clash_inside_one_scenario_is_told_once():
    both = ScenarioSet(name="Both", scenarios=("s1", "s2"))
    assert [p.code for p in problems([move(), move(value=2.0)], [], sets=[both])] == ["scenarios.set_twice"]


def test_names_of_scenarios_and_sets_are_unique_together():
    taken = ScenarioSet(name=" s1 ")
    assert told([], sets=[taken]) == [("error", "name.taken", Place("Scenario sets", (" s1 ",)))]
    twins = tuple(Scenario(id=i, name="Twin") for i in ("a", "b"))
    found = list(ScenarioChecks(replace(STUDY, scenarios=twins), WAYS).problems())
    assert [(p.code, p.place) for p in found] == [("name.taken", Place("Scenarios", ("Twin",)))]


@pytest.mark.parametrize("probability", [-0.1, 1.2])
def test_a_probability_outside_0_to_1_is_an_error(probability):
    found = told(sets=[ScenarioSet(name="Storm", probability=probability)])
    assert found[0] == ("error", "scenarios.probability", Place("Scenario sets", ("Storm",), "Probability"))


def test_probabilities_over_1_are_an_error_and_1_is_not():
    sets = [ScenarioSet(name=name, probability=p) for name, p in (("A", 0.7), ("B", 0.2), ("C", 0.1), ("D", None))]
    assert problems(sets=sets) == []
    more = [*sets[:3], ScenarioSet(name="D", probability=0.05)]
    (problem,) = problems(sets=more)
    assert (problem.severity, problem.code) == ("error", "scenarios.probabilities")
    assert problem.place == Place("Scenario sets", (), "Probability")
    assert "1.05" in sentence(problem)
