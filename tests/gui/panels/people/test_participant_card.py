"""The card of one participant."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.study.participants import Role
from decidr.gui.document import Document
from decidr.gui.models.people.convening import Convening
from decidr.gui.models.people.participant_lines import participant_lines
from decidr.gui.panels.people.participant_card import ParticipantCard
from tests.gui.group_study import group_study


class Desk:
    """The card beside its document."""

    def __init__(self, qtbot: QtBot) -> None:
        self.document = Document(group_study(4))
        self.card = ParticipantCard(Convening(self.document))
        qtbot.addWidget(self.card)
        self.document.changed.connect(lambda _parts: self.show(self.shown))
        self.show("p1")
        self.card.resize(500, 700)
        self.card.show()

    def show(self, participant: str) -> None:
        self.shown = participant
        results = self.document.results
        lines = {line.participant.id: line for line in participant_lines(results)}
        self.card.show_line(lines.get(participant), results)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_fields_are_typed_and_undone(qtbot: QtBot, desk: Desk) -> None:
    desk.card.weight.edit.setText("3")
    qtbot.keyClick(desk.card.weight.edit, Qt.Key.Key_Return)
    desk.card.email.edit.setText("a@b.example")
    qtbot.keyClick(desk.card.email.edit, Qt.Key.Key_Return)
    person = desk.document.study.participants[0]
    assert (person.weight, person.email) == (3.0, "a@b.example")
    desk.document.undo_stack.undo()
    desk.document.undo_stack.undo()
    assert desk.card.weight.edit.text() == "2"


def test_what_is_not_taken_is_said_below_the_field_and_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    desk.card.name.edit.setText("Ben Roy")
    qtbot.keyClick(desk.card.name.edit, Qt.Key.Key_Return)
    assert "is taken" in desk.card.name.trouble
    assert desk.document.study.participants[0].name == "Aisha Khan"


def test_a_box_that_is_taken_off_leaves_the_other_nodes_as_roles(qtbot: QtBot, desk: Desk) -> None:
    nodes = list(desk.card.boxes)
    desk.card.boxes[nodes[0]].click()
    assert [r.under for r in desk.document.study.roles if r.participant == "p1"] == nodes[1:]
    desk.card.boxes[nodes[0]].click()
    assert Role(participant="p1", under=nodes[1]) not in desk.document.study.roles


def test_the_last_box_stays(desk: Desk) -> None:
    desk.show("p3")
    desk.card.boxes["goal"].click()
    assert desk.card.boxes["goal"].isChecked()
    assert not desk.card.roles_trouble.isHidden()


def test_a_person_who_answered_has_a_ranking_and_what_is_lent_is_said(desk: Desk) -> None:
    assert desk.card.borrowed.isHidden()
    assert not desk.card.ranking.isHidden()
    desk.show("p3")
    assert "Stability" in desk.card.borrowed.text()


def test_a_silent_person_has_no_ranking(desk: Desk) -> None:
    desk.show("p4")
    assert desk.card.ranking.isHidden()


def test_judging_in_her_place_is_asked_for_by_id(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.card.judge_wanted) as told:
        desk.card.judge.click()
    assert told.args == ["p1"]
