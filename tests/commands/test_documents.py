"""What is written for people."""

import pytest
from openpyxl import load_workbook

from decidr.cli import main
from decidr.core.study.edits import set_roles
from decidr.formats.opening import open_study
from decidr.formats.study_file import save_study
from tests.building import data_study
from tests.command_line import EV, EV_STUDY, call, saved
from tests.formats.questionnaire.filling import STUDY as GROUP


@pytest.fixture
def people(tmp_path):
    """A saved study with two people to ask."""
    return saved(tmp_path, GROUP)


def test_questionnaires_are_written_into_a_folder_and_listed(capsys, tmp_path, people):
    outcome = call(capsys, "questionnaire", people, "-o", tmp_path / "out", "--language", "FR")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [f"{who}\t6\t{tmp_path / 'out' / who}.xlsx" for who in ("Lee", "Ana")]
    assert load_workbook(tmp_path / "out" / "Ana.xlsx").sheetnames[0] == "Commencer ici"


def test_questionnaires_are_never_written_over(capsys, tmp_path, people):
    call(capsys, "questionnaire", people, "-o", tmp_path)
    before = (tmp_path / "Lee.xlsx").read_bytes()
    outcome = call(capsys, "questionnaire", people, "-o", tmp_path, "--language", "zh")
    assert (outcome.code, outcome.out, len(outcome.err.splitlines())) == (1, "", 2)
    assert outcome.err.startswith(f"{tmp_path / 'Lee.xlsx'}: ")
    assert (tmp_path / "Lee.xlsx").read_bytes() == before


def test_whom_nothing_is_asked_is_told(capsys, tmp_path):
    outcome = call(capsys, "questionnaire", saved(tmp_path, set_roles(GROUP, "p2", ["c2"])), "-o", tmp_path)
    assert (outcome.code, len(outcome.out.splitlines())) == (0, 1)
    assert outcome.err.startswith("warning: Participants: Ana: ")


def test_a_study_without_people_has_nobody_to_ask(capsys, tmp_path):
    outcome = call(capsys, "questionnaire", EV, "-o", tmp_path / "out")
    assert (outcome.code, outcome.out) == (1, "")
    assert not (tmp_path / "out").exists()


def test_a_workbook_holds_the_study(capsys, tmp_path):
    path = tmp_path / "study.xlsx"
    assert call(capsys, "workbook", EV, "-o", path).code == 0
    there, here = (call(capsys, "solve", source, "--json").json for source in (path, EV))
    assert {**there, "problems": []} == {**here, "problems": []}
    assert load_workbook(path).sheetnames[:2] == ["Study", "Criteria"]


def test_an_empty_workbook_is_the_form_for_the_tree_at_hand(capsys, tmp_path):
    path = tmp_path / "form.xlsx"
    assert call(capsys, "workbook", EV, "-o", path, "--empty").code == 0
    study = open_study(path).study
    assert [c.name for c in study.criteria] == [c.name for c in EV_STUDY.criteria]
    assert not any(cell.value for cell in study.cells)
    assert not any(pair.value for block in study.comparisons for pair in block.pairs)


def test_a_report_carries_its_study(capsys, tmp_path):
    path = tmp_path / "report.xlsx"
    assert call(capsys, "report", EV, "-o", path).code == 0
    assert open_study(path).study == EV_STUDY
    assert call(capsys, "solve", path, "--json").json == call(capsys, "solve", EV, "--json").json
    assert call(capsys, "check", path).code == 0


@pytest.fixture(scope="session")
def changed_report(tmp_path_factory):
    """A report saved by openpyxl, which stores no computed values, so that what was changed cannot be told."""
    folder = tmp_path_factory.mktemp("changed")
    study = data_study({"Cost": 0.75, "Risk": 0.25}, {"Cost": [0.2, 0.4], "Risk": [0.5, 0.1]}, ["Spain", "Chile"])
    save_study(study, folder / "small.decidr")
    assert main(["report", str(folder / "small.decidr"), "-o", str(folder / "report.xlsx")]) == 0
    load_workbook(folder / "report.xlsx").save(folder / "report.xlsx")
    return folder / "report.xlsx"


@pytest.mark.parametrize("words", [["solve"], ["sensitivity"], ["check"], ["workbook", "-o"], ["report", "-o"]])
def test_a_report_that_was_changed_says_so_to_every_command(capsys, tmp_path, changed_report, words):
    command, *option = words
    outcome = call(capsys, command, changed_report, *option, *([tmp_path / "out.xlsx"] if option else []))
    assert outcome.code == 0
    assert "warning: no spreadsheet program has computed this report since it was changed" in outcome.out + outcome.err


def test_the_report_follows_the_view_asked_for(capsys, tmp_path):
    assert call(capsys, "report", EV, "-o", tmp_path / "report.xlsx", "--view", "investor").code == 0
    assert "investor" in str(list(load_workbook(tmp_path / "report.xlsx").worksheets[0].values))


@pytest.mark.parametrize("command", ["report", "workbook"])
def test_what_was_written_before_is_written_anew(capsys, tmp_path, command):
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    assert call(capsys, command, EV, "-o", path).code == 0
    assert open_study(path).study.title == EV_STUDY.title
