from msgspec.structs import replace

from decidr.core.study.checks import structure_problems
from decidr.core.study.criteria import Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.study import Study


def codes(study):
    return [p.code for p in structure_problems(study)]


GOOD = Study(
    criteria=(Criterion(id="a", name="A"), Criterion(id="b", name="B", under="a")), hosts=(Host(id="h", name="H"),)
)


def test_a_sound_study_has_no_problems():
    assert codes(GOOD) == []


def test_names_are_compared_without_case_accents_and_outer_blanks():
    assert codes(replace(GOOD, criteria=(*GOOD.criteria, Criterion(id="c", name=" á")))) == ["criteria.duplicate"]
    assert codes(replace(GOOD, hosts=(*GOOD.hosts, Host(id="i", name="h ")))) == ["hosts.duplicate"]


def test_a_criterion_under_nothing_is_named():
    assert codes(replace(GOOD, criteria=(*GOOD.criteria, Criterion(id="c", name="C", under="zz")))) == [
        "criteria.unknown_parent"
    ]


def test_a_circle_is_named_once():
    circle = (Criterion(id="p", name="P", under="q"), Criterion(id="q", name="Q", under="p"))
    problems = structure_problems(replace(GOOD, criteria=(*GOOD.criteria, *circle)))
    assert [(p.code, p.values) for p in problems] == [("criteria.cycle", {"names": "P, Q"})]


def test_what_is_dormant_is_named_and_all_dormant_is_an_error():
    sleeping = replace(GOOD, hosts=(Host(id="h", name="H", active=False),))
    assert codes(sleeping) == ["hosts.none", "hosts.dormant"]
