"""An import that is chosen step by step."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_fields
from decidr.core.study.problems import Problem, Refused
from decidr.formats.indicators.choosing import choose_label, choose_year, leave
from decidr.gui.document import Document
from decidr.gui.import_choosing import ImportChoosing
from decidr.gui.jobs import Jobs
from tests.gui.import_drafts import PRESENT, draft
from tests.gui.recording_messages import RecordingMessages
from tests.gui.test_data_import import Place, values


class Desk:
    """A document, and an import that has begun."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.messages, self.jobs = qtbot, RecordingMessages(), Jobs()
        self.document, self.place = Document(PRESENT), Place(qtbot)
        self.choosing = ImportChoosing(self.document, self.messages, self.jobs, self.place)
        self.page = self.place.page
        self.choosing.begin(draft(folder))

    def choose(self, choice) -> None:
        self.page.chosen.emit(choice)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)


@pytest.fixture
def desk(qtbot: QtBot, qapp, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path)


def test_what_is_chosen_shows_and_counts_only_when_it_is_taken(desk):
    desk.choose(lambda d: leave(d, d.conflicts, is_left=True))
    assert (desk.page.take.text(), values(desk.document)) == ("Take in 3 figures", [7.0])
    desk.page.take.click()
    assert values(desk.document) == [7.0, 2.0, 0.5, 0.25]
    assert (desk.document.undo_stack.undoText(), desk.page.isVisible()) == ("Import a_2023.csv", False)
    assert desk.messages.told[-1:] == ["Took in 3 figures."]
    desk.document.undo_stack.undo()
    assert values(desk.document) == [7.0]


def test_one_selection_can_be_taken_in_and_the_next_chosen(desk):
    desk.page.go_on.click()
    desk.wait()
    assert (values(desk.document), desk.page.isVisible()) == ([1.0, 2.0, 0.5, 0.25], True)
    assert desk.page.header.subtitle.endswith("Nothing counts before you take it in.")


def test_the_page_follows_a_study_that_changes_below_it(desk):
    desk.choose(lambda d: leave(d, [("law", "CAN")], is_left=True))
    desk.document.apply("Rename", set_fields(desk.document.study, title="Another"))
    desk.wait()
    assert desk.page.take.text() == "Take in 3 figures"
    desk.page.take.click()
    assert (desk.document.study.title, len(values(desk.document))) == ("Another", 3)


def test_a_choice_that_cannot_be_is_told_and_changes_nothing(desk):
    study = replace(PRESENT, hosts=PRESENT.hosts[-1:])
    desk.document.apply("Keep one host", study)
    desk.wait()
    assert len(desk.messages.warned) == 1
    assert desk.page.take.text() == "Take in 4 figures"
    desk.page.take.click()
    assert values(desk.document) == [7.0]


def test_what_is_left_leaves_the_study_as_it_was(desk):
    desk.choose(lambda d: choose_year(choose_label(d, "KOR", "Elsewhere"), 2023))
    desk.page.leave.click()
    assert (values(desk.document), desk.page.isVisible(), desk.document.is_modified) == ([7.0], False, False)


@pytest.mark.parametrize("is_turned_away", [False, True])
def test_what_was_left_can_be_gone_on_with_as_it_was_chosen(desk, is_turned_away):
    desk.choose(lambda d: leave(d, [("law", "CAN")], is_left=True))
    if is_turned_away:
        desk.place.close_import()
    else:
        desk.page.leave.click()
    assert desk.messages.told[-1:] == ["The import of a_2023.csv was left; nothing of it counts."]
    desk.document.apply("Rename", set_fields(desk.document.study, title="Another"))
    desk.messages.offers[-1].do()
    desk.wait()
    assert (desk.page.isVisible(), desk.page.take.text()) == (True, "Take in 3 figures")
    desk.page.take.click()
    assert (desk.document.study.title, len(values(desk.document))) == ("Another", 3)
    assert desk.messages.told[-1:] == ["Took in 3 figures."]


def test_choices_made_quicker_than_they_are_worked_out_all_count(desk):
    for host in ("CAN", "TUR"):
        desk.page.chosen.emit(lambda d, host=host: leave(d, [("law", host)], is_left=True))
    desk.page.take.click()
    desk.wait()
    assert [(cell.criterion, cell.host) for cell in desk.document.study.cells] == [("gdp", "CAN"), ("gdp", "TUR")]
    assert desk.messages.told[-1:] == ["Took in 2 figures."]


def test_what_is_refused_while_it_is_being_taken_in_is_not_taken_in(desk):
    def refuse(draft):
        raise Refused([Problem("error", "import.no_year", "a!B2", {"year": 1999, "years": "2023"})])

    desk.page.chosen.emit(refuse)
    desk.page.take.click()
    desk.wait()
    assert (values(desk.document), len(desk.messages.warned), desk.page.isVisible()) == ([7.0], 1, True)
    desk.page.take.click()
    assert len(values(desk.document)) == 4
