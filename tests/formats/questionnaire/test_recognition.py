"""Whether a questionnaire belongs to the study as it is now: told at the row, once for each thing."""

import pytest
from msgspec.structs import replace

from decidr.core.study.criteria import Criterion
from decidr.core.study.edits import remove_criterion, remove_participant, set_weighted_by
from decidr.core.study.views import View
from decidr.formats.questionnaire.answers import take_in
from decidr.formats.questionnaire.reading import read_answers
from tests.formats.questionnaire.filling import EVERYTHING, LEE, STUDY, filled, ratios, with_criterion, written


@pytest.fixture
def back(tmp_path):
    """A questionnaire of the study, filled in in full."""
    return filled(written(tmp_path), EVERYTHING)


def told(study, path):
    return [(p.severity, p.code, str(p.place)) for p in read_answers(study, path).problems]


def test_what_fits_is_not_talked_about(back):
    assert told(STUDY, back) == []


def test_the_answers_to_another_study_are_refused(back):
    assert told(replace(STUDY, title="Port"), back) == [("error", "questionnaire.other_study", "Lee.xlsx")]


def test_a_title_in_another_spelling_is_the_same_study(back):
    assert told(replace(STUDY, title=" ev  PLANT"), back) == []


def test_somebody_who_is_no_participant_is_refused(back):
    assert told(remove_participant(STUDY, "p1"), back) == [("error", "questionnaire.unknown_person", "Lee.xlsx")]


def test_answers_never_go_to_whoever_has_the_id_by_now(back):
    other = replace(STUDY, participants=(replace(LEE, name="Bob"),))
    answers = read_answers(other, back)
    assert [p.code for p in answers.problems] == ["questionnaire.person_renamed"]
    assert answers.problems[0].values == {"name": "Lee", "now": "Bob"}
    assert answers.judgments == ()


def test_a_view_that_is_gone_is_told(back):
    views = (View(id="v9", name="investor"),)
    study = replace(STUDY, views=views, settings=replace(STUDY.settings, base_view="v9"))
    assert told(study, back) == [("error", "questionnaire.unknown_view", "Lee.xlsx")]


def test_a_criterion_renamed_since_is_told_once_with_both_names(back):
    answers = read_answers(with_criterion(STUDY, "c2", name="Subsidies"), back)
    assert [(p.code, p.place, p.values) for p in answers.problems] == [
        ("questionnaire.renamed", "Questions!B7", {"name": "Incentives", "now": "Subsidies"})
    ]
    assert answers.is_refused


def test_a_name_that_differs_in_case_and_accents_alone_is_not_renamed(back):
    assert told(with_criterion(STUDY, "c2", name="INCENTIVÉS"), back) == []


def test_a_criterion_removed_since_is_told(back):
    assert told(remove_criterion(STUDY, "c3"), back) == [("error", "questionnaire.removed", "Questions!B8")]


def test_a_criterion_moved_since_is_told(back):
    assert ("error", "questionnaire.moved", "Questions!B7") in told(with_criterion(STUDY, "c2", under="c1"), back)


def test_a_host_removed_since_is_told(back):
    assert told(replace(STUDY, hosts=STUDY.hosts[:1]), back) == [("error", "questionnaire.removed", "Questions!B19")]


def test_ids_that_were_given_anew_do_not_matter_where_names_stay(back):
    """A study that lives in a workbook gets its ids by the order of its rows."""
    new = {"c1": "c11", "c2": "c1", "c3": "c2", "c4": "c3", "c5": "c4"}
    criteria = tuple(replace(c, id=new[c.id], under=new.get(c.under, c.under)) for c in STUDY.criteria)
    nodes = tuple(replace(node, under=new[node.under]) for node in STUDY.nodes)
    levels = tuple(replace(level, criterion=new[level.criterion]) for level in STUDY.levels)
    study = replace(STUDY, criteria=(Criterion(id="c9", name="First"), *criteria), nodes=nodes, levels=levels)
    answers = read_answers(study, back)
    assert answers.problems == ()
    taken = ratios(take_in(study, [answers], ""))
    assert taken["goal", "c11", "c1"] == 3.0
    assert taken["goal", "c1", "c2"] == 0.4


def test_a_criterion_that_is_gone_is_not_mistaken_for_the_one_that_has_its_id_now(back):
    new = {"c2": "c3", "c3": "c2"}
    criteria = tuple(replace(c, id=new.get(c.id, c.id)) for c in STUDY.criteria if c.id != "c3")
    problems = read_answers(replace(STUDY, criteria=criteria), back).problems
    assert [(p.code, p.values) for p in problems] == [("questionnaire.removed", {"name": "Jobs"})]


def test_a_leaf_whose_hosts_are_not_compared_any_more_would_be_turned_into_one_that_is(back):
    study = with_criterion(STUDY, "c3", scored_by="data")
    assert told(study, back) == [("error", "questionnaire.not_compared", "Questions!B19")]


def test_a_scale_that_was_changed_since_is_a_warning(back):
    study = with_criterion(STUDY, "c2", best=3.0)
    assert told(study, back) == [("warning", "questionnaire.other_ends", "Questions!B7")]
    assert len(read_answers(study, back).judgments) == 2


def test_a_node_that_is_weighted_otherwise_since_is_a_warning(back):
    study = set_weighted_by(STUDY, "c1", "direct")
    assert told(study, back) == [("warning", "questionnaire.other_way", "Questions!B14")]


def test_a_criterion_that_was_added_since_leaves_its_pairs_missing(back):
    study = replace(STUDY, criteria=(*STUDY.criteria, Criterion(id="c6", name="Cost")))
    answers = read_answers(study, back)
    assert (answers.problems, answers.answered) == ((), 6)


def test_the_goal_may_be_renamed(back):
    assert told(replace(STUDY, goal="Best place"), back) == []
