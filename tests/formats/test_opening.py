import json

import pytest
from openpyxl import Workbook

from decidr.core.study.problems import Refused, sentence
from decidr.formats.opening import STUDY_SHEET, open_study
from decidr.formats.study_file import save_study, study_text
from decidr.formats.templates import load_template
from tests.formats.books import PLAIN, write_book
from tests.formats.questionnaire.filling import written

EV = load_template("ev-plant")


GOVERNANCE = (
    ("countryname", "year", "indicator", "estimate", "stddev", "nsource", "pctrank", "pctranklower", "pctrankupper"),
    ("Montenegro", 2018, "va", 0.11, 0.12, 11, 52.2, 46.8, 59.1),
    ("Morocco", 2018, "va", -0.68, 0.12, 14, 1.0, 23.3, 32.5),
    ("Mozambique", 2018, "va", -0.48, 0.13, 14, 32.5, 27.7, 37.8),
    ("Myanmar", 2018, "va", -0.9, 0.13, 11, 23.3, 14.3, 30.0),
    ("Namibia", 2018, "va", 0.47, 0.13, 11, 62.1, 56.8, 66.0),
)
"""As the World Bank publishes it: ranks of neighbours that are alike stand as the names around a matrix would."""


def refusal(source):
    with pytest.raises(Refused) as refused:
        open_study(source)
    return [p.code for p in refused.value.problems]


def test_a_template_opens_by_its_id():
    assert open_study("ev-plant").study == EV


@pytest.mark.parametrize("name", ["mine.decidr", "MINE.DECIDR"])
def test_a_study_file_opens(tmp_path, name):
    save_study(EV, tmp_path / name)
    assert open_study(tmp_path / name).study == open_study(str(tmp_path / name)).study == EV


def test_a_workbook_opens_with_what_was_noticed_and_where(tmp_path):
    opened = open_study(write_book(tmp_path / "book.xlsx", {**PLAIN, "Notes": [("x",)]}))
    assert [c.name for c in opened.study.criteria] == ["Cost", "Risk", "Labour", "Energy", "Land"]
    assert [p.code for p in opened.problems] == ["workbook.unknown_sheet"]
    assert "Hosts!A2" in opened.addresses.values()


def carrying(path, text, size=1000):
    """A book that carries a study as a report does, in pieces down column A."""
    book = Workbook()
    book.active.title = "Report"
    sheet = book.create_sheet(STUDY_SHEET)
    for start in range(0, len(text), size):
        cell = sheet.cell(start // size + 1, 1)
        cell.value, cell.data_type = text[start : start + size], "s"
    book.save(path)
    return path


def test_a_report_opens_with_the_study_that_it_carries(tmp_path):
    assert open_study(carrying(tmp_path / "report.xlsx", study_text(EV))).study == EV


def test_a_report_whose_study_is_damaged_is_refused(tmp_path):
    assert refusal(carrying(tmp_path / "report.xlsx", study_text(EV)[:5000])) == ["file.damaged"]
    newer = json.dumps({**json.loads(study_text(EV)), "format": [2, 0]})
    assert refusal(carrying(tmp_path / "newer.xlsx", newer)) == ["file.too_new"]


@pytest.mark.parametrize("name", ["none.decidr", "none.xlsx", "none", "none.pdf"])
def test_what_is_not_there_is_told(tmp_path, name):
    assert refusal(tmp_path / name) == ["file.missing"]


@pytest.mark.parametrize("name", ["folder", "folder.xlsx", "folder.decidr"])
def test_a_folder_is_told(tmp_path, name):
    (tmp_path / name).mkdir()
    assert refusal(tmp_path / name) == ["file.a_folder"]


@pytest.mark.parametrize("name", ["letter.docx", "table.csv", "README"])
def test_another_kind_of_file_is_no_study(tmp_path, name):
    (tmp_path / name).write_text("hello", encoding="utf-8")
    assert refusal(tmp_path / name) == ["file.not_a_study"]


def test_a_publishers_long_table_is_said_to_hold_figures_and_no_faulty_matrix(tmp_path):
    path = write_book(tmp_path / "governance.xlsx", {"Sheet1": GOVERNANCE})
    with pytest.raises(Refused) as refused:
        open_study(path)
    assert [(p.code, p.place) for p in refused.value.problems] == [("file.figures", "governance.xlsx")]
    assert "open a study" in sentence(refused.value.problems[0])


def test_a_table_of_figures_as_text_is_told_alike(tmp_path):
    path = tmp_path / "governance.csv"
    path.write_text("\n".join(";".join(map(str, row)) for row in GOVERNANCE), encoding="utf-8")
    assert refusal(path) == ["file.figures"]


def test_figures_beside_sheets_of_a_study_are_a_study_without_criteria(tmp_path):
    assert refusal(write_book(tmp_path / "book.xlsx", {"Data": GOVERNANCE})) != ["file.figures"]
    assert refusal(write_book(tmp_path / "two.xlsx", {"Letter": [("Dear Sirs", 3)]})) == ["workbook.no_criteria"]


def test_a_questionnaire_is_no_study_and_says_where_its_answers_belong(tmp_path):
    path = written(tmp_path)
    with pytest.raises(Refused) as refused:
        open_study(path)
    assert [problem.code for problem in refused.value.problems] == ["file.a_questionnaire"]
    assert "collect the answers there" in sentence(refused.value.problems[0])
