"""Survey exports: found by names alone, in any order, or refused with the cell."""

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from decidr.core.study.criteria import GOAL
from decidr.formats.questionnaire.collecting import collect
from decidr.formats.questionnaire.recognition import Known
from decidr.formats.questionnaire.survey import is_survey, survey_answers
from decidr.formats.spreadsheet import read_sheets
from tests.formats.questionnaire.filling import ANA, LEE, STUDY, ratios, written


def survey(folder, text, study=STUDY):
    path = folder / "survey.csv"
    path.write_text(text, encoding="utf-8")
    return survey_answers(read_sheets(path)[0], path, Known(study))


def said(answers):
    return {(b.under, p.first, p.second): p.value for b in answers.judgments for p in b.pairs}


def test_each_row_is_a_person_and_each_column_a_pair(tmp_path):
    text = "Timestamp,Name,Jobs vs Stability,Canada / México\n2026,Lee,3,1/5\n2026,ANA,,0.333\n"
    lee, ana = survey(tmp_path, text)
    assert (lee.participant, lee.person, lee.view, lee.place) == ("p1", "Lee", "base", "survey!B2")
    assert said(lee) == {(GOAL, "c3", "c1"): 3.0, ("c3", "h1", "h2"): 0.2}
    assert said(ana) == {(GOAL, "c3", "c1"): None, ("c3", "h1", "h2"): 1 / 3}
    assert (ana.answered, ana.asked) == (1, 2)
    assert [(p.severity, p.code, p.place) for p in lee.problems] == [("warning", "survey.unknown_column", "survey!A1")]


def test_the_order_of_columns_does_not_matter(tmp_path):  # M13
    one = survey(tmp_path, "Name,Stability vs Jobs,Jobs vs Incentives\nLee,3,5\n")
    other = survey(tmp_path, "Jobs vs Incentives,Name,Stability vs Jobs\n5,Lee,3\n")
    assert said(one[0]) == said(other[0])


def test_the_other_way_round_is_the_inverse(tmp_path):
    (one,) = collect(STUDY, [csv(tmp_path, "Name,Stability vs Jobs\nLee,3\n", "a.csv")], "").answers
    both = collect(STUDY, [one.path, csv(tmp_path, "Name,Jobs vs Stability\nLee,1/3\n", "b.csv")], "")
    assert ratios(both.study) in ({(GOAL, "c1", "c3"): 3.0}, {(GOAL, "c3", "c1"): 1 / 3})


def csv(folder, text, name):
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize("head", ["Participant", "NAME", "Email", "E-mail"])
def test_people_are_found_by_name_or_address(tmp_path, head):
    who = "Lee@Example.org" if "mail" in head else " lee "
    (lee,) = survey(tmp_path, f"{head};Stability vs Jobs\n{who};0,333\n")
    assert lee.participant == "p1"
    assert said(lee) == {(GOAL, "c1", "c3"): 1 / 3}


def test_an_address_that_two_people_share_finds_neither(tmp_path):
    study = replace(STUDY, participants=(LEE, replace(ANA, email="LEE@example.org")))
    (refused,) = survey(tmp_path, "Email,Stability vs Jobs\nlee@example.org,3\n", study=study)
    assert [p.code for p in refused.problems] == ["name.unknown"]
    assert not survey(tmp_path, "Name,Stability vs Jobs\nLee,3\n", study=study)[0].is_refused


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("Name,Stability vs Jobs\nBob,3\n", "survey!A2", "name.unknown"),
        ("Name,Stability vs Jobs\n,3\n", "survey!A2", "survey.nobody"),
        ("Name,Email,Stability vs Jobs\nAna,lee@example.org,3\n", "survey!A2", "survey.two_people"),
        ("Name,Stability vs Jobs\nLee,-3\n", "survey!B2", "survey.signed"),
        ("Name,Stability vs Jobs\nLee,+3\n", "survey!B2", "survey.signed"),
        ("Name,Stability vs Jobs\nLee,0\n", "survey!B2", "survey.signed"),
        ("Name,Stability vs Jobs\nLee,A bit\n", "survey!B2", "judgments.not_a_ratio"),
        ("Name,Stability vs Jobs\nLee,3-Jan\n", "survey!B2", "judgments.a_date"),
        ("Who,Stability vs Jobs\nLee,3\n", "survey!A1", "survey.no_person"),
        ("Name,Age\nLee,3\n", "survey!A1", "survey.no_pairs"),
        ("Name,Stability vs Jobs\n", "survey!A1", "survey.no_rows"),
        ("Name,Stability vs Jobs,Jobs / Stability\nLee,3,3\n", "survey!C1", "survey.pair_twice"),
        ("Name,Stabilty vs Jobs\nLee,3\n", "survey!B1", "survey.not_a_pair"),
    ],
)
def test_what_is_wrong_is_told_with_its_cell_and_nothing_of_the_file_counts(tmp_path, text, place, code):
    (refused,) = survey(tmp_path, text)
    assert (place, code) in [(str(p.place), p.code) for p in refused.problems]
    assert refused.is_refused
    assert refused.judgments == ()


def test_of_two_rows_of_one_person_the_later_counts(tmp_path):
    found = collect(STUDY, [csv(tmp_path, "Name,Stability vs Jobs\nLee,3\nAna,2\nLee,5\n", "a.csv")], "")
    assert found.outcomes == ("superseded", "taken", "taken")
    assert ratios(found.study) == {(GOAL, "c1", "c3"): 5.0}
    assert [str(p.place) for p in found.problems] == ["a.csv: a!A2"]


def test_an_export_to_excel_is_a_survey_too(tmp_path):
    book = Workbook()
    book.active.append(["Name", "Stability vs Jobs"])
    book.active.append(["Lee", 3])
    book.save(tmp_path / "a.xlsx")
    assert ratios(collect(STUDY, [tmp_path / "a.xlsx"], "").study) == {(GOAL, "c1", "c3"): 3.0}


def test_a_questionnaire_is_no_survey_and_neither_is_a_workbook_without_pairs(tmp_path):
    path = written(tmp_path)
    assert not is_survey(read_sheets(path), path)
    book = Workbook()
    book.active.append(["Participant", "Weight", "Role"])
    book.save(tmp_path / "people.xlsx")
    assert not is_survey(read_sheets(tmp_path / "people.xlsx"), tmp_path / "people.xlsx")
