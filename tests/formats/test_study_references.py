from typing import get_type_hints

import pytest
from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.problems import Refused
from decidr.core.study.study import Study
from decidr.formats.study_file import study_from_text, study_text
from decidr.formats.study_references import NAMED, REFERENCES, wrong_judgments, wrong_references
from tests.formats.every_part import EVERY_PART, WITH_SNAPSHOTS


def test_a_whole_study_refers_to_nothing_that_it_lacks():
    assert list(wrong_references(EVERY_PART)) == []


def test_an_empty_study_refers_to_nothing_that_it_lacks():
    assert list(wrong_references(Study())) == []


def test_a_snapshot_is_a_study_of_its_own_and_its_references_are_told_with_the_path_to_it():
    without = replace(WITH_SNAPSHOTS, cells=(), costs=(), snapshots=WITH_SNAPSHOTS.snapshots)
    assert list(wrong_references(without)) == []
    draft = replace(WITH_SNAPSHOTS.snapshots[0].study, hosts=())
    places = [problem.place for problem in wrong_references(draft, "$.snapshots[0].study")]
    assert "$.snapshots[0].study.cells[0].host" in places


@pytest.mark.parametrize("name", NAMED)
def test_without_any_list_of_names_what_refers_to_it_is_told(name):
    wrong = list(wrong_references(replace(EVERY_PART, **{name: ()})))
    assert wrong
    assert {problem.code for problem in wrong} == {"file.broken_reference"}


def test_every_field_that_refers_exists():
    for part, fields in REFERENCES.items():
        assert fields.keys() <= get_type_hints(part).keys()


def test_the_path_leads_to_the_reference():
    block = Comparisons(under="c1", view="base", pairs=(Judgment(first="c1", second="c7"),))
    study = Study(criteria=(Criterion(id="c1", name="A"),), comparisons=(block,))
    (problem,) = wrong_references(study)
    assert problem.place == "$.comparisons[0].pairs[0].second"
    assert problem.values == {"reference": "c7"}


def test_a_criterion_cannot_have_the_id_of_the_goal():
    (problem,) = wrong_references(Study(criteria=(Criterion(id="goal", name="A"),)))
    assert (problem.code, problem.place) == ("file.double_id", "$.criteria[0].id")


def judged_twice(*values):
    pairs = tuple(Judgment(first=a, second=b, value=v) for a, b, v in values)
    criteria = (Criterion(id="a", name="A"), Criterion(id="b", name="B"))
    return list(
        wrong_judgments(Study(criteria=criteria, comparisons=(Comparisons(under=GOAL, view="base", pairs=pairs),)))
    )


def test_a_pair_judged_in_two_ways_is_named_with_both_places():  # trap A5
    (problem,) = judged_twice(("a", "b", 3.0), ("b", "a", 3.0))
    assert (problem.code, problem.place) == ("judgments.contradiction", "$.comparisons[0].pairs[1]")
    assert problem.values["other"] == "$.comparisons[0].pairs[0]"


def test_a_pair_said_twice_alike_is_no_contradiction():
    assert judged_twice(("a", "b", 3.0), ("b", "a", 1 / 3), ("a", "b", None)) == []


def test_an_item_compared_with_itself_is_named():  # trap A6
    (problem,) = judged_twice(("a", "a", 3.0))
    assert (problem.code, problem.place) == ("judgments.with_itself", "$.comparisons[0].pairs[0]")


def test_a_file_that_contradicts_itself_is_refused():
    pairs = tuple(Judgment(first=a, second=b, value=3.0) for a, b in (("a", "b"), ("b", "a")))
    criteria = (Criterion(id="a", name="A"), Criterion(id="b", name="B"))
    study = Study(criteria=criteria, comparisons=(Comparisons(under=GOAL, view="base", pairs=pairs),))
    with pytest.raises(Refused):
        study_from_text(study_text(study), "study.decidr")
