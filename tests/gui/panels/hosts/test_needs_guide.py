"""The way through all that a host still needs."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from decidr.core.analysis.hosts.host_needs import Need
from decidr.core.study import edits
from decidr.gui.document import Document
from decidr.gui.panels.hosts.needs_guide import NeedsGuide
from tests.gui.recording_messages import RecordingMessages
from tests.gui.structure_study import structure_study


class Walk:
    """Somebody who is led through what Morocco lacks: sales and support."""

    def __init__(self) -> None:
        self.document = Document(structure_study())
        self.messages = RecordingMessages()
        self.places: list[str] = []
        self.guide = NeedsGuide(self.document, self.messages, self.document)
        self.guide.go_to.connect(self.places.append)

    def give(self, leaf: str, way: str, value: float | str) -> None:
        self.document.apply("Value", edits.give_values(self.document.study, {(leaf, "Morocco", way): value}))

    def press(self, words: str) -> None:
        next(offer for offer in reversed(self.messages.offers) if offer.text == words).do()


@pytest.fixture
def walk(qapp: QApplication) -> Iterator[Walk]:
    made = Walk()
    yield made
    made.messages.offers.clear()
    made.document.undo_stack.clear()


def test_each_need_is_gone_to_and_the_count_shrinks_until_all_is_there(walk: Walk) -> None:
    walk.guide.lead("Morocco", Need("Sales"))
    assert walk.messages.told[-1] == "Morocco still needs 2 values; now: Sales."
    walk.give("Sales", "data", 100_000.0)
    walk.press("Next")
    assert walk.messages.told[-1] == "Morocco still needs 1 value; now: Support."
    walk.give("Support", "rating", "fair")
    walk.press("Next")
    assert walk.messages.told[-1] == "Morocco has all that it needs."
    assert walk.places == ["data:Sales:Morocco", "data:Support:Morocco", "hosts:Morocco"]


def test_what_was_passed_over_comes_again(walk: Walk) -> None:
    walk.guide.lead("Morocco", Need("Support"))
    walk.press("Next")
    walk.press("Next")
    assert walk.places == ["data:Support:Morocco", "data:Sales:Morocco", "data:Support:Morocco"]


def test_one_can_go_back_to_the_hosts(walk: Walk) -> None:
    walk.guide.lead("Morocco", Need("Sales"))
    walk.press("Back to the hosts")
    assert walk.places[-1] == "hosts:Morocco"


def test_a_host_that_is_gone_leads_nowhere(walk: Walk) -> None:
    walk.guide.lead("Morocco", Need("Sales"))
    walk.document.apply("Remove", edits.remove_host(walk.document.study, "Morocco"))
    walk.press("Next")
    assert walk.places == ["data:Sales:Morocco"]
