import pytest
from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion
from decidr.formats.questionnaire.pair_heads import PairHeads
from decidr.formats.questionnaire.recognition import Known
from decidr.formats.workbook_tables import Trouble
from tests.formats.questionnaire.filling import STUDY, with_criterion

TRICKY = replace(
    STUDY,
    criteria=(*STUDY.criteria, Criterion(id="c6", name="Power: carbon"), Criterion(id="c7", name="Land / site")),
)


def read(head, study=STUDY):
    trouble = Trouble()
    return PairHeads(Known(study), trouble).read(head, "A1"), [(p.severity, p.code) for p in trouble.problems]


@pytest.mark.parametrize(
    ("head", "pair"),
    [
        ("Stability vs Incentives", (GOAL, "c1", "c2")),
        ("Incentives vs. Stability", (GOAL, "c2", "c1")),
        ("stability VERSUS  INCENTIVÉS", (GOAL, "c1", "c2")),
        ("Stability / Incentives", (GOAL, "c1", "c2")),
        ("Stability|Jobs", (GOAL, "c1", "c3")),
        ("Best host: Stability | Incentives", (GOAL, "c1", "c2")),
        ("Stability: Peace vs Law", ("c1", "c5", "c4")),
        ("Canada vs Mexico", ("c3", "h1", "h2")),
        ("Jobs: México / Canada", ("c3", "h2", "h1")),
    ],
)
def test_a_head_names_a_pair_in_its_own_order(head, pair):
    assert read(head) == (pair, [])


@pytest.mark.parametrize(
    ("head", "pair"),
    [
        ("Power: carbon vs Land / site", (GOAL, "c6", "c7")),
        ("Land / site / Power: carbon", (GOAL, "c7", "c6")),
        ("Best host: Power: carbon | Land / site", (GOAL, "c6", "c7")),
    ],
)
def test_names_may_hold_what_separates_them(head, pair):
    assert read(head, TRICKY) == (pair, [])


@pytest.mark.parametrize("head", ["Age", "Timestamp", "Q7", "and / or", "Score 1/3"])
def test_what_names_no_pair_stays_out_and_is_named(head):
    assert read(head) == (None, [("warning", "survey.unknown_column")])


@pytest.mark.parametrize(
    "head",
    [
        "Stabilty vs Incentives",
        "Stability vs Law",
        "Stability vs Stability",
        "Stability vs Canada",
        "Jobs: Stability vs Incentives",
        "Q12: Stability vs Incentives",
    ],
)
def test_half_a_pair_is_refused_since_its_answers_would_be_lost(head):
    assert read(head) == (None, [("error", "survey.not_a_pair")])


def test_hosts_that_are_compared_on_several_criteria_need_the_criterion():
    study = with_criterion(STUDY, "c4", scored_by="pairwise")
    assert read("Canada vs México", study) == (None, [("error", "survey.which_node")])
    assert read("Law: Canada vs México", study) == (("c4", "h1", "h2"), [])
