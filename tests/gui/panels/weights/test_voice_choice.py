"""Whose judgments a page shows."""

from pytestqt.qtbot import QtBot

from decidr.core.study.participants import Participant
from decidr.gui.models.weights.node_judgments import OWN
from decidr.gui.panels.weights.voice_choice import VoiceChoice

PEOPLE = (Participant(id="p1", name="Ann"), Participant(id="p2", name="Bob"))


def test_without_participants_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    made = VoiceChoice()
    qtbot.addWidget(made)
    made.show_voices((), None)
    assert made.isHidden()


def test_what_counts_the_studys_own_and_every_person_can_be_chosen(qtbot: QtBot) -> None:
    made = VoiceChoice()
    qtbot.addWidget(made)
    made.show_voices(PEOPLE, "p2")
    assert [made.itemText(i) for i in range(made.count())] == ["What counts", "The study's own", "Ann", "Bob"]
    assert (made.currentText(), made.isHidden()) == ("Bob", False)
    told = []
    made.voice_chosen.connect(told.append)
    for place in range(3):
        made.activated.emit(place)
    assert told == [None, OWN, "p1"]
