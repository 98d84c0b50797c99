"""The questionnaires as files: whose, where, what is refused, and what is locked."""

import json

import openpyxl
import pytest
from msgspec.structs import replace

from decidr.core.study.edits import add_participant, set_judgment, set_roles
from decidr.core.study.problems import Refused
from decidr.core.study.views import View
from decidr.formats.questionnaire.asked import asking, questions_of
from decidr.formats.questionnaire.book import write_questionnaires
from decidr.formats.questionnaire.carried import CARRIED_SHEET
from decidr.formats.questionnaire.columns import LEFT, REASON, RIGHT, TIMES, WHICH
from decidr.formats.spreadsheet import read_sheets
from decidr.formats.templates import load_template
from tests.formats.questionnaire.filling import ANA, LAW, LEE, STUDY, row_of, with_criterion, written


def refused(study, folder):
    with pytest.raises(Refused) as refusal:
        write_questionnaires(study, folder, "en")
    return [p.code for p in refusal.value.problems]


def test_every_participant_gets_a_file_of_his_name(tmp_path):
    steps = []
    found = write_questionnaires(STUDY, tmp_path / "new" / "folder", "en", step=lambda: steps.append(1))
    assert [(q.participant, q.path.name, q.asked) for q in found.questionnaires] == [
        ("p1", "Lee.xlsx", 6),
        ("p2", "Ana.xlsx", 6),
    ]
    assert sorted(p.name for p in (tmp_path / "new" / "folder").iterdir()) == ["Ana.xlsx", "Lee.xlsx"]
    assert len(steps) == 2


def test_a_file_that_is_there_is_never_written_over_and_nothing_else_is_written(tmp_path):
    (tmp_path / "Ana.xlsx").write_bytes(b"somebody's answers")
    assert refused(STUDY, tmp_path) == ["questionnaire.exists"]
    assert [p.name for p in tmp_path.iterdir()] == ["Ana.xlsx"]


def test_a_study_without_participants_has_nobody_to_ask(tmp_path):
    assert refused(replace(STUDY, participants=()), tmp_path) == ["questionnaire.nobody"]


def test_who_is_asked_nothing_gets_no_file_and_is_named(tmp_path):
    study = set_roles(STUDY, "p2", ["c2"])
    found = write_questionnaires(study, tmp_path, "en")
    assert [q.participant for q in found.questionnaires] == ["p1"]
    assert [(str(p.place), p.code) for p in found.problems] == [("Participants: Ana", "questionnaire.nothing_to_ask")]
    assert refused(set_roles(study, "p1", ["c2"]), tmp_path / "b") == ["questionnaire.nothing_to_ask"] * 2


def test_the_hidden_sheet_says_for_whom_and_what_in_ids_and_names(tmp_path):
    path = written(tmp_path, language="fr")
    hidden = next(sheet for sheet in read_sheets(path) if sheet.name == CARRIED_SHEET)
    said = json.loads("".join(str(row[0]) for row in hidden.rows))
    assert (said["study"], said["language"], said["view"]) == ("EV plant", "fr", {"id": "base", "name": "base"})
    assert said["participant"] == {"id": "p1", "name": "Lee"}
    assert said["asked"][0] == {
        "number": 1,
        "node": {"id": "goal", "name": "Best host"},
        "first": {"id": "c1", "name": "Stability"},
        "second": {"id": "c2", "name": "Incentives", "worst": 15.0, "best": 2.0},
    }
    assert said["asked"][3]["way"] == "swing"


def test_only_the_answers_are_unlocked_and_there_is_no_password(tmp_path):
    book = openpyxl.load_workbook(written(tmp_path))
    assert [sheet.sheet_state for sheet in book] == ["visible"] * 3 + ["veryHidden"]
    assert all(sheet.protection.sheet and sheet.protection.password is None for sheet in book)
    assert book.security.lockStructure
    assert book.security.workbookPassword is None
    sheet = book.worksheets[1]
    rows = row_of(sheet)
    wanted = {(row, c) for n, row in rows.items() for c in ((WHICH,) if n in (LAW, 5) else (WHICH, TIMES, REASON))}
    cells = {(c.row, c.column) for each in book for row in each.iter_rows() for c in row if not c.protection.locked}
    assert cells == wanted


def test_there_is_no_macro_and_no_link(tmp_path):
    book = openpyxl.load_workbook(written(tmp_path), keep_vba=True)
    assert book.vba_archive is None or not any("vba" in name for name in book.vba_archive.namelist())
    assert book._external_links == []


@pytest.mark.parametrize("name", ["=1+1", "+x", "-x", "@SUM(A1)", "2030", "1/3"])
def test_a_name_is_text_whatever_it_begins_with(tmp_path, name):
    study = with_criterion(STUDY, "c2", name=name)
    study = replace(study, participants=(replace(LEE, name=name), ANA), title=name, question="=2+2")
    sheet = openpyxl.load_workbook(written(tmp_path, study)).worksheets[1]
    row = row_of(sheet)[1]
    cell = sheet.cell(row, RIGHT)
    assert cell.data_type == "s"
    assert str(cell.value).startswith(name)
    assert cell.quotePrefix == (name[0] in "=+-@")
    formulas = [c for each in sheet.iter_rows() for c in each if c.data_type == "f" and "1+1" in str(c.value)]
    assert formulas == []


def test_a_reason_that_reads_like_a_formula_stays_a_text(tmp_path):
    study = set_judgment(
        STUDY, under="goal", view="base", first="c1", second="c2", value=3.0, participant="p1", note="=A1"
    )
    cell = openpyxl.load_workbook(written(tmp_path, study)).worksheets[1].cell(row_of_first(tmp_path), REASON)
    assert (cell.value, cell.data_type, cell.number_format) == ("=A1", "s", "@")


def row_of_first(folder):
    return row_of(openpyxl.load_workbook(folder / "Lee.xlsx").worksheets[1])[1]


def test_another_view_is_asked_and_named(tmp_path):
    study = replace(STUDY, views=(*STUDY.views, View(id="v2", name="investor", left_out=("c3",))))
    path = written(tmp_path, study, view="v2")
    hidden = next(sheet for sheet in read_sheets(path) if sheet.name == CARRIED_SHEET)
    said = json.loads("".join(str(row[0]) for row in hidden.rows))
    assert said["view"] == {"id": "v2", "name": "investor"}
    assert len(said["asked"]) == 3


def test_every_pair_of_the_ev_plant_stands_in_its_questionnaire(tmp_path):
    study = add_participant(load_template("ev-plant"), "Lee")
    sheet = openpyxl.load_workbook(written(tmp_path, study)).worksheets[1]
    names = {c.id: c.name for c in study.criteria}
    rows = row_of(sheet)
    asked = list(questions_of(asking(study).blocks(study.participants[0].id)))
    assert len(asked) == len(rows) == 60
    for question in asked:
        for column, item in ((LEFT, question.first), (RIGHT, question.second)):
            title, _break, _swing = str(sheet.cell(rows[question.number], column).value).partition("\n")
            assert title == names[item]
