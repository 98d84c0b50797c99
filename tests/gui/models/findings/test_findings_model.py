"""Findings as rows, the gravest first, filtered."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from decidr.core.study.problems import Place, Problem
from decidr.gui.models.findings.findings_model import FindingsModel

PROBLEMS = (
    Problem("notice", "data.missing", Place("Data", ("Exports", "Türkiye"))),
    Problem("error", "hosts.none", Place("Hosts")),
    Problem("warning", "must.missing", Place("Data", ("Cost", "Spain")), {"host": "Spain", "must": ">= 2"}),
)


@pytest.fixture
def model(qapp: object) -> FindingsModel:
    made = FindingsModel()
    made.show_problems(PROBLEMS)
    return made


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, model: FindingsModel) -> None:
    qtmodeltester.check(model)


def test_errors_come_first_and_notices_last(model: FindingsModel) -> None:
    assert [problem.severity for problem in model.problems] == ["error", "warning", "notice"]


def test_one_gravity_can_be_shown_alone(model: FindingsModel) -> None:
    model.filter_by("warning", "")
    assert [problem.code for problem in model.problems] == ["must.missing"]
    assert len(model.everything) == 3


def test_words_are_found_in_place_and_sentence_without_regard_to_accents(model: FindingsModel) -> None:
    model.filter_by(None, "turkiye missing")
    assert [problem.code for problem in model.problems] == ["data.missing"]


def test_the_first_finding_of_a_code_is_found(model: FindingsModel) -> None:
    assert model.first_of("data.missing") == 2
    assert model.first_of("not.there") is None


def test_a_row_reads_as_place_and_sentence(model: FindingsModel) -> None:
    text = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("Data: Exports, Türkiye: missing")


def test_the_same_findings_again_leave_the_list_where_it_is(qtbot: QtBot, model: FindingsModel) -> None:
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_problems(tuple(replace(problem) for problem in PROBLEMS))
