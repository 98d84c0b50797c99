import datetime as dt

import pytest
from openpyxl import load_workbook

from decidr.formats.foreign.bpmsg import study_of_template
from decidr.formats.opening import open_study
from decidr.formats.spreadsheet import Sheet, read_sheets
from tests.formats.books import write_book
from tests.formats.foreign.samples import judged, refusal, template, told, tree

NAMES = ("Cost", "Risk", "Land")
LEE = {(1, 2): ("A", 3), (1, 3): ("B", 5), (2, 3): ("A", 1)}
ANA = {(1, 2): ("B", 7), (1, 3): ("a", 2)}


def opened(tmp_path, *people, **more):
    return open_study(template(tmp_path / "AHPcalc.xlsx", NAMES, people, **more))


def test_every_participants_answers_are_read(tmp_path):
    found = opened(tmp_path, ("Lee", LEE), ("Ana", ANA), weights=(1, 2.5))
    assert tree(found) == {"Choose a site": ["Cost", "Risk", "Land"]}
    assert [(p.name, p.weight) for p in found.study.participants] == [("Lee", 1), ("Ana", 2.5)]
    assert judged(found, who="Lee") == {("Cost", "Risk"): 3, ("Cost", "Land"): 1 / 5, ("Risk", "Land"): 1}
    assert judged(found, who="Ana") == {("Cost", "Risk"): 1 / 7, ("Cost", "Land"): 2, ("Risk", "Land"): None}
    assert (found.study.settings.random_index, told(found)) == ("alonso-lamata", [])


def test_ten_criteria_and_their_last_questions_are_read(tmp_path):
    names = [f"C{n}" for n in range(1, 11)]
    answers = {(8, 9): ("A", 4), (9, 10): ("B", 2), (1, 10): ("A", 9)}
    found = open_study(template(tmp_path / "ten.xlsx", names, [("Lee", answers)]))
    given = {pair: value for pair, value in judged(found, who="Lee").items() if value}
    assert given == {("C8", "C9"): 4, ("C9", "C10"): 1 / 2, ("C1", "C10"): 9}


def test_a_single_sheet_without_a_name_is_the_studys_own(tmp_path):
    found = opened(tmp_path, ("", LEE), ("", {}))
    assert (found.study.participants, judged(found)["Cost", "Risk"]) == ((), 3)


def test_sheets_without_a_name_are_participants_by_the_sheets(tmp_path):
    assert [p.name for p in opened(tmp_path, ("", LEE), ("", ANA)).study.participants] == ["In1", "In2"]


def test_two_people_of_one_name_stay_apart_and_it_is_told(tmp_path):
    found = opened(tmp_path, ("Lee", LEE), ("Lee", ANA))
    assert [p.name for p in found.study.participants] == ["Lee", "Lee 2"]
    assert told(found) == [("bpmsg.same_name", "In2")]


def test_only_as_many_participants_count_as_the_summary_says(tmp_path):
    found = opened(tmp_path, ("Lee", LEE), ("Ana", ANA), counted=1)
    assert [p.name for p in found.study.participants] == ["Lee"]
    assert told(found) == [("bpmsg.not_counted", "In2")]


def test_another_scale_of_the_template_is_told_and_judgments_stay(tmp_path):
    found = opened(tmp_path, ("Lee", LEE), scale=5)
    assert (judged(found, who="Lee")["Cost", "Risk"], told(found)) == (3, [("bpmsg.scale", "Summary")])


@pytest.mark.parametrize(
    ("answer", "code", "cell"),
    [
        (("", 3), "bpmsg.no_side", "E7"),
        (("A", None), "bpmsg.no_strength", "F7"),
        (("C", 3), "cell.not_a_choice", "E7"),
        (("A", 10), "bpmsg.beyond_scale", "F7"),
        (("A", 0.5), "bpmsg.beyond_scale", "F7"),
        (("A", "much"), "judgments.not_a_ratio", "F7"),
        (("A", dt.datetime(2026, 3, 1)), "judgments.a_date", "F7"),
    ],
)
def test_an_answer_that_cannot_be_is_told_at_its_cell(tmp_path, answer, code, cell):
    path = template(tmp_path / "wrong.xlsx", NAMES, [("Lee", {**LEE, (1, 2): answer})])
    assert refusal(path) == [(code, f"In1!{cell}")]


def test_a_template_that_nobody_answered_is_told(tmp_path):
    assert refusal(template(tmp_path / "new.xlsx", NAMES, [("", {})])) == [("bpmsg.nobody", "In1")]


def test_a_criterion_without_a_name_is_told(tmp_path):
    path = template(tmp_path / "t.xlsx", ("Cost", "", "Land"), [("Lee", LEE)])
    assert ("bpmsg.no_name", "In1") in refusal(path)


def test_a_negative_weight_is_told(tmp_path):
    path = template(tmp_path / "t.xlsx", NAMES, [("Lee", LEE)], weights=(-1,))
    assert refusal(path) == [("participants.negative_weight", "In1")]


def changed(path, cells):
    book = load_workbook(path)
    for (sheet, cell), value in cells.items():
        book[sheet][cell] = value
    book.save(path)
    return path


def test_a_sheet_with_other_criteria_is_told(tmp_path):
    path = template(tmp_path / "t.xlsx", NAMES, [("Lee", LEE)])
    assert refusal(changed(path, {("In1", "D8"): "Water"})) == [("bpmsg.other_name", "In1!D8")]


def test_a_formula_without_a_stored_number_is_told(tmp_path):
    path = template(tmp_path / "t.xlsx", NAMES, [("Lee", LEE)])
    assert ("cell.formula_without_number", "In1!F7") in refusal(changed(path, {("In1", "F7"): "=1+2"}))


def test_the_table_is_found_by_its_headings_wherever_it_stands(tmp_path):
    rows = [(), (), (None, None, "Criteria A", "Criteria B", "Which is more important?", "Scale 1-9")]
    rows += [
        (None, None, "Cost", "Risk", "A", 3),
        (None, None, None, "Land", "B", 5),
        (None, None, "Risk", "Land", "", ""),
    ]
    found = open_study(write_book(tmp_path / "old.xlsx", {"Input 1": rows}))
    assert tree(found) == {"Goal": ["Cost", "Risk", "Land"]}
    assert judged(found) == {("Cost", "Risk"): 3, ("Cost", "Land"): 1 / 5, ("Risk", "Land"): None}


def test_a_template_saved_by_libreoffice_opens_alike(tmp_path, libreoffice):
    path = template(tmp_path / "t.xlsx", NAMES, [("Lee", LEE), ("Ana", ANA)])
    again = study_of_template(read_sheets(libreoffice._convert(path, "xls")), path.stem)
    assert again is not None
    assert again.study == open_study(path).study


def test_another_sheet_has_no_table_of_pairs():
    assert study_of_template([Sheet("m", [["", "A", "B"], ["A", 1, 3], ["B", "", 1]])], "m") is None
