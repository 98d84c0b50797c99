import openpyxl
from msgspec.structs import replace

from decidr.core.study.edits import set_roles
from tests.formats.questionnaire.filling import STUDY, written


def texts(path):
    return [str(c) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True) for c in row if c]


def test_the_first_sheet_says_what_it_is_about_for_whom_and_how_to_answer(tmp_path):
    found = texts(written(tmp_path, replace(STUDY, question="Where?")))
    assert found[:3] == ["EV plant", "Where?", "Questionnaire for Lee"]
    assert any("not «equal»" in text for text in found)
    assert found[-1] == "extremely more"


def test_whoever_only_gives_numbers_is_not_told_about_pairs(tmp_path):
    found = texts(written(tmp_path, set_roles(STUDY, "p1", ["c1"])))
    assert not any("A, B or equal" in text for text in found)
    assert "The scale" not in found


def test_whoever_only_compares_hosts_is_not_told_about_steps(tmp_path):
    found = texts(written(tmp_path, set_roles(STUDY, "p1", ["c3"])))
    assert not any("Weigh the steps" in text for text in found)
    assert "The scale" in found


def test_a_study_without_a_title_is_called_by_its_question(tmp_path):
    assert texts(written(tmp_path, replace(STUDY, title="", question="Where?")))[0] == "Where?"
