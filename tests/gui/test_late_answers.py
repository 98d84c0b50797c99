"""What is worked out beside the window."""

from __future__ import annotations

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_setting
from decidr.gui.document import Document
from decidr.gui.jobs import Jobs
from decidr.gui.late_answers import LateAnswers


def test_once_started_every_answer_comes_and_comes_again_after_an_edit(qtbot: QtBot, document: Document) -> None:
    jobs = Jobs()
    document.open(set_setting(document.study, samples=200), None)
    answers = LateAnswers(document, jobs, jobs)
    assert (document.opinions, document.grounds.are_whole, jobs.is_idle) == (None, False, True)

    def is_told() -> bool:
        return document.opinions is not None and document.grounds.are_whole and answers.are_idle and jobs.is_idle

    answers.start()
    qtbot.waitUntil(is_told, timeout=60_000)
    document.apply("Rename", replace(document.study, title="Another"))
    assert not is_told()
    qtbot.waitUntil(is_told, timeout=60_000)
    jobs.close()
