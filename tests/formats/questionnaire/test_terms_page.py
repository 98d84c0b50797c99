import openpyxl

from decidr.core.study.edits import set_roles
from tests.formats.questionnaire.filling import STUDY, with_criterion, written


def test_what_is_described_is_explained_with_its_step(tmp_path):
    book = openpyxl.load_workbook(written(tmp_path))
    assert book.sheetnames[2] == "Terms"
    rows = list(book.worksheets[2].iter_rows(min_row=4, min_col=2, values_only=True))
    assert rows == [
        ("Stability", "How steady politics are", "from all at their worst to all at their best: Law · Peace")
    ]


def test_only_what_is_asked_is_explained(tmp_path):
    path = written(tmp_path, set_roles(STUDY, "p1", ["c3"]))
    assert "Terms" not in openpyxl.load_workbook(path).sheetnames


def test_without_descriptions_there_is_no_such_sheet(tmp_path):
    path = written(tmp_path, with_criterion(STUDY, "c1", description=""))
    assert len(openpyxl.load_workbook(path).sheetnames) == 3
