"""Questionnaires written and answers collected by the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import comparisons_at
from decidr.gui.document import Document
from decidr.gui.jobs import Jobs
from decidr.gui.messages import Offer
from decidr.gui.panels.importing.notice import Notice
from decidr.gui.questionnaires import Questionnaires
from tests.formats.questionnaire.filling import filled, judged
from tests.gui.judging_study import NEUTRAL, judging_study
from tests.gui.recording_messages import RecordingMessages

GOAL_PAIRS = range(1, 7)
"""The numbers of the goal's questions."""

Take = Callable[[], object] | None


class Preview:
    """What was shown, ready to be taken."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, Sequence[Notice], Take, str, Offer | None]] = []

    def show_preview(
        self, text: str, notices: Sequence[Notice], take: Take, offer: str = "", other: Offer | None = None
    ) -> None:
        self.shown.append((text, notices, take, offer, other))


class Desk:
    """A document with Ann and Bob, whose answers travel through a folder."""

    def __init__(self, qtbot: QtBot, messages: RecordingMessages, folder: Path) -> None:
        self.qtbot, self.messages, self.folder = qtbot, messages, folder
        self.document, self.jobs, self.preview = Document(judging_study()), Jobs(), Preview()
        self.questionnaires = Questionnaires(
            self.document, messages, self.jobs, self.preview, today=lambda: date(2026, 1, 5)
        )
        messages.folder = folder

    def write(self) -> list[Path]:
        self.questionnaires.write()
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)
        return sorted(self.folder.glob("*.xlsx"))

    def collect(self, *paths: Path) -> None:
        self.messages.files = list(paths)
        self.questionnaires.choose_and_collect()
        self.qtbot.waitUntil(lambda: self.jobs.is_idle, timeout=20_000)


def fill(path: Path, times: object) -> Path:
    """Say that the first matters so many times as much, for each pair of the goal."""
    return filled(path, {number: judged("A", times) for number in GOAL_PAIRS})


@pytest.fixture
def desk(qtbot: QtBot, messages: RecordingMessages, tmp_path: Path) -> Desk:
    return Desk(qtbot, messages, tmp_path / "out")


def test_each_participant_gets_a_workbook_in_the_folder_that_is_chosen(desk: Desk) -> None:
    assert [path.stem for path in desk.write()] == ["Ann", "Bob"]
    assert desk.messages.told == ["Wrote 2 questionnaires into out."]
    assert desk.messages.offers[-1].text == "Show in folder"


def test_no_folder_no_questionnaires(desk: Desk) -> None:
    desk.messages.folder = None
    desk.questionnaires.write()
    assert desk.jobs.is_idle
    assert not desk.folder.exists()


def test_written_answers_are_not_written_over(desk: Desk) -> None:
    desk.write()
    desk.write()
    assert "may hold answers" in desk.messages.warned[-1]


def test_answers_are_shown_before_they_count_and_taken_in_as_one_step_with_the_day(desk: Desk) -> None:
    ann, _bob = desk.write()
    fill(ann, 3)
    desk.collect(ann)
    text, _notices, take, offer, _other = desk.preview.shown[-1]
    assert text == "The answers of 1 person can be taken in."
    assert offer == "Take them in"
    assert desk.document.undo_stack.count() == 0
    assert take is not None
    take()
    block = comparisons_at(desk.document.study, GOAL, NEUTRAL, "Ann")
    assert block is not None
    assert {(p.value, p.when) for p in block.pairs} == {(3.0, "2026-01-05")}
    assert desk.document.undo_stack.undoText() == "Answers of 1 person"
    desk.document.undo_stack.undo()
    assert comparisons_at(desk.document.study, GOAL, NEUTRAL, "Ann") is None


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ((5, 4, None), "2 answers change; 1 answer goes"),
        ((3, 3, None), "1 answer goes"),
        ((3, 3, 1), "1 answer changes"),
    ],
)
def test_before_a_second_version_replaces_the_first_it_is_told_what_changes_and_what_goes(
    desk: Desk, answers: tuple[int | None, ...], told: str
) -> None:
    ann, _bob = desk.write()
    fill(ann, 3)
    desk.collect(ann)
    _text, notices, take, _offer, _other = desk.preview.shown[-1]
    assert notices == []
    assert take is not None
    take()
    cells = {number: judged("A" if times else "", times or "") for number, times in enumerate(answers, 1)}
    filled(ann, {**cells, 3: judged("equal") if answers[2] == 1 else cells[3]})
    desk.collect(ann)
    _text, notices, take, _offer, _other = desk.preview.shown[-1]
    assert notices == [Notice("warning", ann.name, f"Ann has answered before: {told}.")]
    assert take is not None


def test_a_file_that_is_wrong_is_told_with_its_cell_and_offers_nothing(desk: Desk) -> None:
    ann, _bob = desk.write()
    fill(ann, "often")
    before = desk.document.study
    desk.collect(ann)
    _text, notices, take, _offer, _other = desk.preview.shown[-1]
    assert take is None
    assert any("Ann.xlsx" in notice.place and "!" in notice.place for notice in notices if notice.severity == "error")
    assert desk.document.study is before


def test_answers_to_a_study_that_has_moved_on_are_read_again_before_they_are_taken_in(desk: Desk) -> None:
    ann, _bob = desk.write()
    fill(ann, 3)
    desk.collect(ann)
    take = desk.preview.shown[-1][2]
    assert take is not None
    from_elsewhere = judging_study((2,) * 6)
    desk.document.apply("Elsewhere", from_elsewhere)
    take()
    desk.qtbot.waitUntil(lambda: desk.jobs.is_idle, timeout=20_000)
    assert desk.document.study is from_elsewhere
    again = desk.preview.shown[-1][2]
    assert again is not None
    again()
    assert len(desk.document.results.nodes[GOAL].own) == 1
    own = comparisons_at(desk.document.study, GOAL, NEUTRAL)
    assert own is not None
    assert {pair.value for pair in own.pairs} == {2.0}


def test_a_folder_that_cannot_be_written_is_told(desk: Desk) -> None:
    desk.folder.write_text("a file in the way", encoding="utf-8")
    desk.questionnaires.write()
    desk.qtbot.waitUntil(lambda: bool(desk.messages.warned), timeout=20_000)
    assert desk.messages.warned[-1].endswith("Try another folder.")


def test_a_workbook_that_was_written_opens_in_a_spreadsheet(desk: Desk) -> None:
    assert all(load_workbook(path).sheetnames for path in desk.write())
