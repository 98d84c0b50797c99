"""Long work off the UI thread: delivered on it, superseded, cancelled, and never left running."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.gui.jobs import Cancelled, Jobs, Progress, Shown, load


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_work_is_done_elsewhere_and_delivered_on_the_ui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[threading.Thread] = []
    jobs.run(
        "work",
        lambda progress: threads.append(threading.current_thread()),
        lambda result: threads.append(threading.current_thread()),
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert jobs.is_idle


def test_only_the_last_of_several_jobs_of_a_name_counts(qtbot: QtBot, jobs: Jobs) -> None:
    go, done = threading.Event(), []
    jobs.run("work", lambda progress: go.wait(), lambda result: done.append("first"))
    for name in ("second", "third"):
        jobs.run("work", lambda progress, name=name: name, done.append)
    go.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert done == ["third"]


def test_a_cancelled_job_stops_at_its_next_step_and_delivers_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    started, go, told = threading.Event(), threading.Event(), []

    def work(progress: Progress) -> None:
        started.set()
        go.wait()
        progress.step()
        told.append("went on")

    jobs.run("work", work, told.append, told.append)
    started.wait()
    jobs.cancel("work")
    go.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert told == []


def test_an_error_goes_to_whoever_started_the_job(qtbot: QtBot, jobs: Jobs) -> None:
    errors: list[Exception] = []

    def work(progress: Progress) -> None:
        raise ValueError("no")

    jobs.run("work", work, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ValueError)


def test_an_error_that_nobody_takes_is_logged(qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture) -> None:
    def work(progress: Progress) -> None:
        raise ValueError("no")

    jobs.run("quiet", work)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert "quiet failed" in caplog.text


def test_a_job_with_a_text_is_shown_with_its_progress_until_it_ends(qtbot: QtBot, jobs: Jobs) -> None:
    shown: list[Shown | None] = []
    jobs.shown.connect(shown.append)

    def work(progress: Progress) -> None:
        progress.step(0.5, "Half way")

    jobs.run("work", work, text="Working…")
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert shown == [Shown("work", "Working…", None), Shown("work", "Half way", 0.5), None]


def test_a_job_without_a_text_is_not_shown(qtbot: QtBot, jobs: Jobs) -> None:
    shown: list[Shown | None] = []
    jobs.shown.connect(shown.append)
    jobs.run("work", lambda progress: progress.step(0.5))
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert shown == []


def test_closing_waits_for_the_threads_and_delivers_nothing_more(qapp: QApplication, qtbot: QtBot) -> None:
    jobs, done, before = Jobs(), [], threading.active_count()
    started = threading.Event()
    jobs.run("work", lambda progress: started.set(), done.append)
    started.wait()
    jobs.close()
    assert threading.active_count() == before
    jobs.run("work", lambda progress: None, done.append)
    qapp.processEvents()
    assert done == []


def test_a_cancelled_progress_raises_at_its_next_step() -> None:
    progress = Progress()
    progress.step()
    progress.cancel()
    assert progress.is_cancelled
    with pytest.raises(Cancelled):
        progress.step()


def test_modules_are_loaded_by_name() -> None:
    assert load("decidr.gui.jobs") is sys.modules["decidr.gui.jobs"]
