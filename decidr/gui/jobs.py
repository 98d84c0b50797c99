"""Long work, off the UI thread: on snapshots, with progress and cancel; a later job supersedes an earlier one.

The one place where heavy parts are imported, by name, after the first paint.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from threading import Event, Thread
from types import ModuleType
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

LOGGER = logging.getLogger(__name__)

HEAVY_PARTS: tuple[str, ...] = (
    "decidr.gui.panels.results.page",
    "decidr.gui.panels.sensitivity.page",
    "decidr.gui.panels.robustness.page",
    "decidr.gui.panels.scenarios.page",
    "decidr.core.analysis.verdict.grounds_found",
    "decidr.core.analysis.second_opinions",
    "decidr.core.analysis.robustness.simulation",
    "decidr.formats.opening",
    "decidr.formats.workbook_out",
    "decidr.formats.report.excel",
    "decidr.gui.panels.weights.page",
    "decidr.gui.panels.data.page",
    "decidr.gui.panels.criteria.page",
    "decidr.gui.panels.hosts.page",
    "decidr.gui.panels.people.page",
    "decidr.gui.panels.findings.page",
    "decidr.gui.panels.report.page",
    "decidr.gui.panels.history.page",
)
"""What no window needs before its first paint: pyqtgraph, scipy through ahpy, pandas, calamine and openpyxl, and the
pages behind the first one, so that they are turned to at once."""


class Cancelled(Exception):
    """The user, or a later job of the same name, no longer wants the result."""


class Progress:
    """How a job tells what it is doing; ``step`` raises Cancelled when nobody waits for the result any more."""

    def __init__(self, tell: Callable[[float | None, str], None] = lambda share, text: None) -> None:
        self._tell = tell
        self._cancelled = Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._cancelled.set()

    def step(self, share: float | None = None, text: str = "") -> None:
        """Say how far the work is (a share of 1, None: not known) and what it is doing now."""
        if self.is_cancelled:
            raise Cancelled
        self._tell(share, text)


Work = Callable[[Progress], Any]
Take = Callable[[Any], object]


class Job(NamedTuple):
    """One piece of work: ``text`` says what it does where the user is to see it; none: it is quiet."""

    name: str
    work: Work
    done: Take
    failed: Callable[[Exception], object]
    progress: Progress
    text: str


class Shown(NamedTuple):
    """What the user sees of a running job; ``share`` None: how far is not known."""

    name: str
    text: str
    share: float | None


class Jobs(QObject):
    """Runs jobs, at most one of each name at a time; the last one that was asked for is the one that counts.

    ``shown`` tells the job that the user should see, None when there is none. Results are delivered on the UI
    thread; ``close`` cancels and waits, so that no thread is left.
    """

    shown = Signal(object)
    _finished = Signal(object, object, object)
    _stepped = Signal(object, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[str, tuple[Job, Thread]] = {}
        self._waiting: dict[str, Job] = {}
        self._is_closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._show_step, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs or waits."""
        return not self._running and not self._waiting

    def run(
        self,
        name: str,
        work: Work,
        done: Take = lambda result: None,
        failed: Callable[[Exception], object] | None = None,
        text: str = "",
    ) -> None:
        """Do ``work`` elsewhere and give ``done`` its result here; an earlier job of the name is superseded."""
        if self._is_closed:
            return
        progress = Progress(lambda share, now: self._stepped.emit(name, share, now))
        job = Job(name, work, done, failed or _log_failure(name), progress, text)
        if name in self._running:
            self._running[name][0].progress.cancel()
            self._waiting[name] = job
        else:
            self._start(job)

    def cancel(self, name: str) -> None:
        """The result of this job is not wanted any more."""
        self._waiting.pop(name, None)
        if name in self._running:
            self._running[name][0].progress.cancel()

    def close(self) -> None:
        """Cancel everything and wait for the threads to end."""
        self._is_closed = True
        self._waiting.clear()
        for job, _thread in self._running.values():
            job.progress.cancel()
        for _job, thread in self._running.values():
            thread.join()
        self._running.clear()

    def _start(self, job: Job) -> None:
        thread = Thread(target=self._do, args=(job,), name=f"decidr {job.name}")
        self._running[job.name] = (job, thread)
        if job.text:
            self.shown.emit(Shown(job.name, job.text, None))
        thread.start()

    def _do(self, job: Job) -> None:
        """In the worker."""
        result, error = None, None
        try:
            result = job.work(job.progress)
        except Exception as raised:  # noqa: BLE001 - whatever it is, the UI thread tells it
            error = raised
        self._finished.emit(job, result, error)

    def _deliver(self, job: Job, result: object, error: Exception | None) -> None:
        if self._is_closed:
            return
        self._running.pop(job.name)[1].join()
        if waiting := self._waiting.pop(job.name, None):
            self._start(waiting)
        elif job.text:
            seen = [other for other, _thread in self._running.values() if other.text]
            self.shown.emit(Shown(seen[-1].name, seen[-1].text, None) if seen else None)
        if job.progress.is_cancelled or isinstance(error, Cancelled):
            return
        if error is not None:
            job.failed(error)
        else:
            job.done(result)

    def _show_step(self, name: str, share: float | None, text: str) -> None:
        running = self._running.get(name)
        if running and running[0].text and not running[0].progress.is_cancelled:
            self.shown.emit(Shown(name, text or running[0].text, share))


def load(module: str) -> ModuleType:
    """A module by name, as one of the heavy parts; ready at once when it was loaded before."""
    return import_module(module)


def load_all(progress: Progress) -> None:
    """The work of loading the heavy parts one after the other."""
    for module in HEAVY_PARTS:
        progress.step()
        load(module)


def _log_failure(name: str) -> Callable[[Exception], None]:
    return lambda error: LOGGER.error("%s failed", name, exc_info=error)
