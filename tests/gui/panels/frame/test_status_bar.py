"""The line at the bottom."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.ahp.second_opinion import SecondOpinion
from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.edits import set_fields, set_judgment
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.jobs import Shown
from decidr.gui.panels.frame.status_bar import StatusBar, consistency_told, opinion_told
from tests.building import judged
from tests.gui.scenario_study import scenario_study


@pytest.fixture
def bar(qtbot: QtBot, document: Document) -> StatusBar:
    made = StatusBar(document)
    qtbot.addWidget(made)
    made.resize(1024, 28)
    made.show()
    return made


def _inconsistent(document: Document) -> None:
    study = document.study
    for second, value in (("c4", 9.0), ("c7", 1 / 9)):
        study = set_judgment(study, under="goal", view="neutral", first="c1", second=second, value=value)
    document.apply("judge", study)


def test_judgments_consistency_and_placeholders_are_counted(bar: StatusBar) -> None:
    assert bar.judged.text() == "6 of 6 judgments"
    assert bar.consistency.text() == "CR ≤ 0.10 in all 4"
    assert bar.placeholders.text() == "32\u202f% placeholders"


def test_an_inconsistent_matrix_is_said_and_coloured(bar: StatusBar, document: Document) -> None:
    _inconsistent(document)
    assert bar.consistency.text() == "CR ≤ 0.10 in 3 of 4"
    assert bar.consistency.property("tone") == "look_here"


def test_ahpys_opinion_is_said_with_what_it_did_not_answer(bar: StatusBar, document: Document) -> None:
    assert not bar.opinion.isVisible()
    agrees, incomplete = SecondOpinion("agrees", 1e-12), SecondOpinion("incomplete", None)
    document.take_opinions(document.results, (agrees, agrees, agrees, incomplete))
    assert bar.opinion.text() == "AHPy agrees on 3 of 4 matrices, 1 incomplete"
    assert bar.opinion.property("tone") == "second"


def test_a_matrix_on_which_ahpy_differs_says_look_here(bar: StatusBar, document: Document) -> None:
    document.take_opinions(document.results, (SecondOpinion("agrees", 0.0), SecondOpinion("parts", 0.2)))
    assert bar.opinion.text() == "AHPy agrees on 1 of 2 matrices, 1 differs"
    assert bar.opinion.property("tone") == "look_here"


def test_it_says_whether_the_study_is_saved(bar: StatusBar, document: Document, tmp_path: object) -> None:
    assert bar.saved.text() == "Not saved yet"
    document.apply("Title", set_fields(document.study, title="Another"))
    assert bar.saved.text() == "Edited"
    document.saved_as(tmp_path / "plant.decidr")  # type: ignore[operator]
    assert bar.saved.text() == "Saved"


def test_the_view_is_switched_here(bar: StatusBar, document: Document) -> None:
    assert bar.view.text() == "View: neutral ▾"
    next(action for action in bar.views.actions() if action.text() == "host government").trigger()
    assert document.view == "government"
    assert bar.view.text() == "View: host government ▾"
    assert [action.isChecked() for action in bar.views.actions()] == [False, False, True]


def test_while_judging_consistency_is_hidden(bar: StatusBar) -> None:
    bar.set_judging(True)
    assert not bar.consistency.isVisible()
    assert bar.judged.isVisible()
    bar.set_judging(False)
    assert bar.consistency.isVisible()


def test_long_work_is_shown_with_a_cancel_that_works(qtbot: QtBot, bar: StatusBar) -> None:
    bar.show_job(Shown("write", "Writing the report…", 0.4))
    assert bar.work.words.text() == "Writing the report…"
    assert bar.work.bar.value() == 40
    with qtbot.waitSignal(bar.cancelled) as told:
        qtbot.mouseClick(bar.findChild(QPushButton, "cancel_job"), Qt.MouseButton.LeftButton)
    assert told.args == ["write"]
    bar.show_job(None)
    assert not bar.work.isVisible()


@pytest.mark.parametrize(("worst", "told"), [(3, "CR ≤ 0.10"), ("1/9", "CR above 0.10")])
def test_of_a_single_matrix_nobody_says_all_or_matrices(qapp: QApplication, worst: float | str, told: str) -> None:
    names = ("a", "b", "c")
    criteria = tuple(Criterion(id=name, name=name, worst=0.0, best=1.0) for name in names)
    study = Study(criteria=criteria, comparisons=(judged(GOAL, names, [2, 6, worst], view="base"),))
    document = Document(study)
    assert consistency_told(document.results)[0] == told
    document.take_opinions(document.results, (SecondOpinion("agrees", 1e-12),))
    assert opinion_told(document)[0] == "AHPy agrees on 1 of 1 matrix"


@pytest.fixture
def supposing(qtbot: QtBot, qapp: QApplication) -> StatusBar:
    """The bar of a study with scenarios."""
    made = StatusBar(Document(scenario_study()))
    qtbot.addWidget(made)
    made.resize(1280, 28)
    made.show()
    return made


def test_the_scenarios_menu_supposes_one_and_goes_back_to_the_baseline(supposing: StatusBar) -> None:
    document = supposing.document
    assert supposing.scenario.text() == "Scenario: baseline ▾"
    texts = [action.text() for action in supposing.cases.actions()]
    assert texts == ["baseline", "Strike", "Boom", "Calm", "Strike in a boom", "", "Edit scenarios…"]
    supposing.cases.actions()[4].trigger()
    assert document.scenario == "Strike in a boom"
    assert supposing.scenario.text() == "Scenario: Strike in a boom ▾"
    assert supposing.scenario.property("tone") == "accent"
    assert [action.text() for action in supposing.cases.actions() if action.isChecked()] == ["Strike in a boom"]
    supposing.cases.actions()[0].trigger()
    assert document.scenario is None
    assert supposing.scenario.property("tone") == ""


def test_scenarios_are_edited_from_the_menu(qtbot: QtBot, supposing: StatusBar, bar: StatusBar) -> None:
    with qtbot.waitSignal(supposing.go_to) as wanted:
        supposing.cases.actions()[-1].trigger()
    assert wanted.args == ["scenarios"]
    assert [action.text() for action in bar.cases.actions()] == ["baseline", "", "Add a scenario…"]


@pytest.mark.parametrize("width", [700, 860, 1024, 1280])
def test_what_is_told_elsewhere_gives_way_before_anything_is_cut(supposing: StatusBar, width: int) -> None:
    document = supposing.document
    document.take_opinions(document.baseline, (SecondOpinion("agrees", 0.0),) * 4)
    document.choose_scenario("Strike in a boom")
    supposing.resize(width, 28)
    QApplication.processEvents()
    seen = [supposing.scenario, supposing.view, supposing.saved]
    assert all(item.width() >= item.sizeHint().width() for item in seen)
    assert supposing.opinion.isVisible() == (width == 1280)
