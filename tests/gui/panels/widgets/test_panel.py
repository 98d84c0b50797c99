"""What every panel shares."""

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_fields
from decidr.gui.document import Document, Part
from decidr.gui.panels.widgets.panel import Panel


class Counting(Panel):
    parts = Part.STUDY

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.times = 0

    def refresh(self) -> None:
        self.times += 1


@pytest.fixture
def panel(qtbot: QtBot, document: Document) -> Counting:
    made = Counting(document)
    qtbot.addWidget(made)
    return made


def test_a_panel_refreshes_on_its_own_parts_only(panel: Counting, document: Document) -> None:
    panel.show()
    document.select_host("h3")
    assert panel.times == 1
    document.apply("Title", set_fields(document.study, title="Another"))
    assert panel.times == 2


def test_a_hidden_panel_waits_until_it_is_shown(panel: Counting, document: Document) -> None:
    document.apply("Title", set_fields(document.study, title="Another"))
    assert panel.times == 0
    panel.show()
    assert panel.times == 1
    panel.hide()
    document.apply("Title", set_fields(document.study, title="A third"))
    document.apply("Title", set_fields(document.study, title="A fourth"))
    panel.show()
    assert panel.times == 2


def test_a_panel_shown_again_without_a_change_does_nothing(panel: Counting) -> None:
    panel.show()
    panel.hide()
    panel.show()
    assert panel.times == 1
