"""The problems about what is selected."""

from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from decidr.core.study.problems import Place, Problem
from decidr.gui.panels.findings.problem_rows import MOST, ProblemRows
from tests.gui.structure_study import structure_study

GAP = Problem("notice", "data.missing", Place("Data", ("Sales", "Morocco")))
EQUAL = Problem("error", "ends.equal", Place("Criteria", ("Sales",)), {"worst": 5})


def shown(qtbot: QtBot, *problems: Problem) -> ProblemRows:
    rows = ProblemRows()
    qtbot.addWidget(rows)
    rows.show_problems(problems, structure_study(), "Sales")
    return rows


def texts(rows: ProblemRows) -> list[str]:
    return [row.text() for row in rows.findChildren(QAbstractButton) if not row.isHidden()]


def test_the_gravest_comes_first_and_its_own_name_is_not_said(qtbot: QtBot) -> None:
    first, second = texts(shown(qtbot, GAP, EQUAL))
    assert first == "Worst and Best are both 5; they must differ"
    assert second.startswith("Morocco: missing")


def test_a_click_leads_to_the_place(qtbot: QtBot) -> None:
    rows = shown(qtbot, GAP)
    places: list[str] = []
    rows.go_to.connect(places.append)
    rows.findChildren(QAbstractButton)[0].click()
    assert places == ["data:Sales:Morocco"]


def test_many_are_told_by_the_first_few_and_a_number(qtbot: QtBot) -> None:
    values = range(MOST + 3)
    rows = shown(qtbot, *(Problem("error", "ends.equal", Place("Criteria", ("Sales",)), {"worst": v}) for v in values))
    assert len(texts(rows)) == MOST
    assert [label.text() for label in rows.findChildren(QLabel)] == ["and 3 more on the Findings page"]


def test_what_is_said_of_several_hosts_is_said_once(qtbot: QtBot) -> None:
    hosts = ("Morocco", "Spain", "Canada")
    gaps = [Problem("notice", "data.missing", Place("Data", ("Sales", host))) for host in hosts]
    (only,) = texts(shown(qtbot, *gaps))
    assert only.startswith("Morocco, Spain and Canada: missing")


def test_no_problems_take_no_room(qtbot: QtBot) -> None:
    rows = shown(qtbot, GAP)
    assert not rows.isHidden()
    rows.show_problems((), structure_study(), "Sales")
    assert rows.isHidden()


def test_the_same_problems_again_keep_their_rows(qtbot: QtBot) -> None:
    rows = shown(qtbot, GAP)
    before = rows.findChildren(QAbstractButton)
    rows.show_problems((GAP,), structure_study(), "Sales")
    assert rows.findChildren(QAbstractButton) == before
