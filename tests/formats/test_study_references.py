from typing import get_type_hints

import pytest
from msgspec.structs import replace

from decidr.core.study.criteria import Criterion
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.study import Study
from decidr.formats.study_references import NAMED, REFERENCES, wrong_references
from tests.formats.every_part import EVERY_PART


def test_a_whole_study_refers_to_nothing_that_it_lacks():
    assert list(wrong_references(EVERY_PART)) == []


def test_an_empty_study_refers_to_nothing_that_it_lacks():
    assert list(wrong_references(Study())) == []


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
