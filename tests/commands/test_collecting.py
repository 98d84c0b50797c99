"""Answers are collected."""

from datetime import date

import pytest

from decidr.core.study.criteria import GOAL
from decidr.formats.study_file import load_study
from tests.command_line import call, saved
from tests.formats.questionnaire.filling import EVERYTHING, LAW, RATIOS, STABILITY_JOBS, filled, ratios
from tests.formats.questionnaire.filling import STUDY as GROUP


@pytest.fixture
def people(tmp_path):
    """A saved study with two people to ask."""
    return saved(tmp_path, GROUP)


def test_answers_are_collected_dated_and_told_a_line_a_person(capsys, tmp_path, people):
    call(capsys, "questionnaire", people, "-o", tmp_path)
    lee = filled(tmp_path / "Lee.xlsx", EVERYTHING)
    first = call(capsys, "collect", people, lee, "-o", tmp_path / "first.decidr")
    assert first == (0, "Lee\t6 of 6\tnew\n", "")
    study = load_study(tmp_path / "first.decidr")
    assert ratios(study) == RATIOS
    assert {p.when for b in study.comparisons for p in b.pairs} == {date.today().isoformat()}
    again = call(capsys, "collect", tmp_path / "first.decidr", lee, "-o", tmp_path / "again.decidr")
    assert again.out == "Lee\t6 of 6\tunchanged\n"
    filled(lee, {STABILITY_JOBS: {"which": "A", "times": "7"}})
    third = call(capsys, "collect", tmp_path / "again.decidr", lee, tmp_path / "Ana.xlsx", "-o", tmp_path / "3.decidr")
    assert third.out == "Lee\t6 of 6\treplaced\n"
    assert third.err.startswith("warning: Ana.xlsx: ")


def test_one_wrong_file_keeps_everything_out_and_is_told_with_sheet_and_cell(capsys, tmp_path, people):
    call(capsys, "questionnaire", people, "-o", tmp_path)
    lee = filled(tmp_path / "Lee.xlsx", EVERYTHING)
    ana = filled(tmp_path / "Ana.xlsx", {STABILITY_JOBS: {"which": "maybe"}, LAW: {"points": "x"}})
    outcome = call(capsys, "collect", people, lee, ana, tmp_path / "gone.xlsx", "-o", tmp_path / "out.decidr")
    assert (outcome.code, outcome.out) == (1, "")
    assert [line.split(": ")[:2] for line in outcome.err.splitlines()[:2]] == [
        ["Ana.xlsx", "Questions!D8"],
        ["Ana.xlsx", "Questions!D14"],
    ]
    assert outcome.err.splitlines()[2].startswith("gone.xlsx: ")
    assert not (tmp_path / "out.decidr").exists()


def test_a_survey_is_collected_row_by_row(capsys, tmp_path, people):
    (tmp_path / "survey.csv").write_text("Age;Email;Jobs / Stability\n40;lee@example.org;0,333\n", encoding="utf-8")
    outcome = call(capsys, "collect", people, tmp_path / "survey.csv", "-o", tmp_path / "out.decidr")
    assert (outcome.code, outcome.out) == (0, "Lee\t1 of 1\tnew\n")
    assert outcome.err.startswith("warning: survey.csv: survey!A1: ")
    assert ratios(load_study(tmp_path / "out.decidr")) == {(GOAL, "c3", "c1"): 1 / 3}


def test_answers_to_a_study_that_lives_in_a_workbook_are_collected(capsys, tmp_path, people):
    book = tmp_path / "study.xlsx"
    call(capsys, "workbook", people, "-o", book)
    call(capsys, "questionnaire", book, "-o", tmp_path)
    lee = filled(tmp_path / "Lee.xlsx", EVERYTHING)
    assert call(capsys, "collect", book, lee, "-o", tmp_path / "out.decidr").out == "Lee\t6 of 6\tnew\n"
