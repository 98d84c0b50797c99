"""How far people agree, and what to talk about."""

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.gui.panels.people.agreement_page import AgreementPage
from tests.gui.group_study import group_study


@pytest.fixture
def page(qtbot: QtBot) -> AgreementPage:
    made = AgreementPage()
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    return made


def test_consensus_agenda_and_picture_come_when_they_are_worked_out(qtbot: QtBot, page: AgreementPage) -> None:
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(evaluate(group_study()))
    assert page.debate is not None
    assert page.figure.text() == f"{page.debate.agreement.consensus * 100:.0f}\u202f%"  # type: ignore[operator]
    assert page.agenda.table.rowCount() == 10
    assert page.nodes.table.rowCount() == len(page.debate.agreement.nodes)
    assert "Hugo Paz" not in page.picture.accessibleName(), "who has judged nothing agrees with nobody"


def test_with_fewer_than_two_answers_it_says_what_is_needed(qtbot: QtBot, page: AgreementPage) -> None:
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(evaluate(group_study(2)))
    assert page.figure.isHidden() or not page.figure.isVisible()
    assert page.debate is not None
    assert page.debate.agreement.consensus is None


def test_the_agenda_leads_to_its_pair(qtbot: QtBot, page: AgreementPage) -> None:
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(evaluate(group_study()))
    with qtbot.waitSignal(page.go_to) as told:
        page.agenda.activated.emit(page.agenda.model().index(0, 0))
    assert told.args[0].startswith("weights:")
    assert "::" in told.args[0]


def test_hiding_it_leaves_no_work_behind_and_showing_it_works_it_out_again(qtbot: QtBot, page: AgreementPage) -> None:
    results = evaluate(group_study())
    page.show_results(results)
    page.hide()
    page.show()
    with qtbot.waitSignal(page.found, timeout=20_000):
        page.show_results(results)
