"""Questionnaires that came back, from any program: what they say, and what is refused with its cell."""

from datetime import date

import openpyxl
import pytest

from decidr.core.study.edits import set_judgment, set_weight
from decidr.formats.questionnaire.carried import CARRIED_SHEET
from decidr.formats.questionnaire.columns import NUMBER
from decidr.formats.questionnaire.reading import read_answers
from tests.formats.questionnaire.filling import (
    EVERYTHING,
    HOSTS_ON_JOBS,
    INCENTIVES_JOBS,
    LAW,
    RATIOS,
    STABILITY_INCENTIVES,
    STABILITY_JOBS,
    STUDY,
    edited,
    filled,
    judged,
    row_of,
    with_criterion,
    written,
)


def said(answers):
    """The judgments of one person's answers, by node and pair."""
    return {(b.under, p.first, p.second): p.value for b in answers.judgments for p in b.pairs}


def assert_all_is_there(answers):
    assert [p.code for p in answers.problems] == []
    assert (answers.participant, answers.person, answers.view) == ("p1", "Lee", "base")
    assert said(answers) == RATIOS
    assert {(b.view, b.participant) for b in answers.judgments} == {("base", "p1")}
    assert answers.judgments[0].pairs[0].note == "it shook us once"
    assert [(w.criterion, w.way, w.weight, w.view, w.participant) for w in answers.weights] == [
        ("c4", "swing", 100.0, "base", "p1"),
        ("c5", "swing", 40.0, "base", "p1"),
    ]
    assert (answers.answered, answers.asked) == (6, 6)


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_every_answer_is_read_in_every_language(tmp_path, language):
    path = written(tmp_path, language=language)
    hidden = openpyxl.load_workbook(path)[CARRIED_SHEET]
    words = {"3 – moderately more": hidden["C3"].value, "equal": {"en": "equal", "fr": "égal", "zh": "相同"}[language]}
    answers = {n: {k: words.get(v, v) for k, v in cells.items()} for n, cells in EVERYTHING.items()}
    assert_all_is_there(read_answers(STUDY, filled(path, answers)))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_answers_saved_by_libreoffice_are_read_as_well(tmp_path, libreoffice, language):
    path = written(tmp_path, language=language)
    hidden = openpyxl.load_workbook(path)[CARRIED_SHEET]
    words = {"3 – moderately more": hidden["C3"].value, "equal": {"en": "equal", "zh": "相同"}[language]}
    filled(path, {n: {k: words.get(v, v) for k, v in cells.items()} for n, cells in EVERYTHING.items()})
    for saved in (libreoffice.recalculate(path), libreoffice.to_ods(path)):
        assert_all_is_there(read_answers(STUDY, saved))


@pytest.mark.parametrize("name", ["=1+1", "a  b ", "_x0041_", "2030", "x: y | z", 'say "A"'])
def test_names_of_every_kind_come_back_through_libreoffice(tmp_path, libreoffice, name):
    study = with_criterion(STUDY, "c2", name=name)
    path = filled(written(tmp_path, study), EVERYTHING)
    for saved in (path, libreoffice.to_ods(path)):
        assert_all_is_there(read_answers(study, saved))


def test_what_was_left_empty_is_missing_and_never_equal(tmp_path):
    answers = read_answers(STUDY, filled(written(tmp_path), {STABILITY_JOBS: judged("B", 4)}))
    assert set(said(answers).values()) == {None, 0.25}
    assert [w.weight for w in answers.weights] == [None, None]
    assert (answers.answered, answers.asked) == (1, 6)


def test_an_empty_questionnaire_says_nothing(tmp_path):
    answers = read_answers(STUDY, written(tmp_path))
    assert answers.is_silent
    assert answers.changes == ()


def test_a_reason_alone_is_kept(tmp_path):
    answers = read_answers(STUDY, filled(written(tmp_path), {STABILITY_JOBS: judged(None, None, "cannot say")}))
    assert not answers.is_silent
    assert answers.answered == 0
    assert answers.judgments[0].pairs[1].note == "cannot say"


def test_what_stood_there_from_the_start_comes_back_as_it_was(tmp_path):
    study = STUDY
    for first, second, value in (("c2", "c1", 1 / 3), ("c1", "c3", 0.4444), ("c2", "c3", 1 / 2.29)):
        study = set_judgment(
            study, under="goal", view="base", first=first, second=second, value=value, participant="p1", note="so"
        )
    study = set_weight(study, "c4", 0.1 + 0.2, "swing", "base", "p1")
    answers = read_answers(study, written(tmp_path, study))
    assert (answers.answered, answers.changes, answers.replaces_earlier) == (4, (), False)


@pytest.mark.parametrize(
    ("number", "cells", "place", "code"),
    [
        (STABILITY_INCENTIVES, judged("maybe", "3"), "Questions!D7", "cell.not_a_choice"),
        (STABILITY_JOBS, judged("A", "1/x"), "Questions!E8", "judgments.not_a_ratio"),
        (INCENTIVES_JOBS, judged("A", date(2026, 2, 7)), "Questions!E9", "judgments.a_date"),
        (HOSTS_ON_JOBS, judged("A"), "Questions!E19", "questionnaire.times_empty"),
        (HOSTS_ON_JOBS, judged("A", "=1/0"), "Questions!E19", "cell.formula_without_number"),
        (LAW, {"points": -3}, "Questions!D14", "weights.negative"),
    ],
)
def test_one_wrong_cell_is_told_and_nothing_of_the_file_counts(tmp_path, number, cells, place, code):
    answers = read_answers(STUDY, filled(written(tmp_path), {**EVERYTHING, number: cells}))
    assert [(str(p.place), p.code) for p in answers.problems] == [(place, code)]
    assert answers.is_refused
    assert (answers.judgments, answers.weights, answers.answered, answers.changes) == ((), (), 0, ())


def test_a_cell_is_named_as_the_person_sees_it(tmp_path):
    path = filled(written(tmp_path, language="zh"), {STABILITY_JOBS: judged("A", "1/x")})
    assert [str(p.place) for p in read_answers(STUDY, path).problems] == ["问题!E8"]


def test_a_date_that_libreoffice_kept_is_told_too(tmp_path, libreoffice):
    path = libreoffice.to_ods(filled(written(tmp_path), {STABILITY_JOBS: judged("A", date(2026, 2, 7))}))
    assert [p.code for p in read_answers(STUDY, path).problems] == ["judgments.a_date"]


def test_every_wrong_cell_is_told_at_once(tmp_path):
    wrong = {STABILITY_INCENTIVES: judged("A"), STABILITY_JOBS: judged(None, "3"), LAW: {"points": "x"}}
    assert len(read_answers(STUDY, filled(written(tmp_path), wrong)).problems) == 3


def test_rows_that_were_sorted_or_inserted_are_found_by_their_numbers(tmp_path):
    path = filled(written(tmp_path), EVERYTHING)

    def shuffle(sheet):
        sheet.insert_rows(8, 2)
        sheet.insert_cols(3)

    assert said(read_answers(STUDY, edited(path, shuffle))) == RATIOS


def test_a_row_that_was_taken_out_counts_as_not_answered_and_is_told(tmp_path):
    path = filled(written(tmp_path), EVERYTHING)
    answers = read_answers(STUDY, edited(path, lambda sheet: sheet.delete_rows(row_of(sheet)[INCENTIVES_JOBS])))
    assert [(p.severity, p.code, p.values["number"]) for p in answers.problems] == [
        ("warning", "questionnaire.row_gone", 3)
    ]
    assert (answers.answered, answers.asked) == (5, 6)


def test_without_the_heads_nothing_can_be_found(tmp_path):
    path = filled(written(tmp_path), EVERYTHING)

    def rename(sheet):
        for cell in (c for row in sheet.iter_rows(max_col=NUMBER) for c in row if c.value == "No."):
            cell.value = "Nr"

    assert [p.code for p in read_answers(STUDY, edited(path, rename)).problems] == ["questionnaire.no_rows"]


@pytest.mark.parametrize("name", ["missing.xlsx", "a.pdf", "broken.xlsx"])
def test_what_cannot_be_read_is_told_and_not_raised(tmp_path, name):
    if name == "broken.xlsx":
        (tmp_path / name).write_bytes(b"no zip")
    elif name == "a.pdf":
        (tmp_path / name).write_bytes(b"%PDF")
    answers = read_answers(STUDY, tmp_path / name)
    assert answers.is_refused
    assert len(answers.problems) == 1


def test_another_workbook_is_no_questionnaire(tmp_path):
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    assert [p.code for p in read_answers(STUDY, tmp_path / "other.xlsx").problems] == ["questionnaire.none"]
