"""The whole window on 200 hosts and 60 leaves: each page shown, scrolled and edited, against one 100 ms answer.

Each line is the longest that the window answers to nothing else, from the gesture until everything is painted
(``processEvents`` returns); the median of a few. Run by ``python3 installers/dev.py bench large`` or by hand; needs
no screen. With a page's id as argument that page is profiled.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from cProfile import Profile
from pathlib import Path
from pstats import Stats
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import give_values, set_judgment
from decidr.core.study.study import Study
from decidr.gui import theme
from decidr.gui.app import application
from decidr.gui.document import Document
from decidr.gui.main_window import MainWindow
from decidr.gui.panels.criteria.value_curve import ValueCurve
from decidr.gui.panels.frame.steps import steps
from decidr.gui.settings import WindowSettings
from tests.gui.large_study import large_study

SIZE = (1440, 900)
BUDGET = 100.0
ROUNDS = 5
KEYS_UP = Qt.KeyboardModifier.NoModifier


def painted() -> None:
    """Until everything that was asked for is painted."""
    for _round in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


def taken(change: Callable[[], object]) -> float:
    """Milliseconds from a gesture until all is painted."""
    start = time.thread_time()
    change()
    painted()
    return (time.thread_time() - start) * 1000


class Desk:
    """The real window on a study, and what is measured in it."""

    def __init__(self, study: Study, folder: Path) -> None:
        self.app = application(["-platform", "offscreen"])
        theme.apply(self.app, "light")
        self.document = Document(study)
        self.window = MainWindow(self.document, WindowSettings(folder))
        self.window.resize(*SIZE)
        self.window.show()
        self.window.load_parts()
        self.settle()

    def settle(self) -> None:
        """Until no job runs and the ranking has come to rest."""
        while not self.window.is_settled:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        end = time.perf_counter() + 0.3
        while time.perf_counter() < end or not self.window.is_settled:
            self.app.processEvents()

    def measure(self, page: str) -> dict[str, float]:
        """Milliseconds of each gesture on a page."""
        self.window.open_page("report" if page == "study" else "study")
        self.settle()
        found = {"shown": taken(lambda: self.window.open_page(page))}
        self.settle()
        gestures = {"judgment": self.edit_judgment, "cell": self.edit_cell, "scroll": self.scroll, "host": self.pick}
        drags = {"sensitivity": self.drag_weight, "criteria": self.drag_curve}
        gestures |= {"drag": drags[page]} if page in drags else {}
        return found | {name: statistics.median(self._rounds(gesture)) for name, gesture in gestures.items()}

    def _rounds(self, gesture: Callable[[int], object]) -> list[float]:
        times = []
        for number in range(ROUNDS):
            times.append(taken(lambda number=number: gesture(number)))
            self.settle()
        return times

    def edit_judgment(self, number: int) -> None:
        """One pair of the goal is judged otherwise."""
        value = 2.0 + (number + self.document.undo_stack.count()) % 7
        pair = {"under": GOAL, "view": "base", "first": "t0", "second": "t1"}
        self.document.apply("edit", set_judgment(self.document.study, **pair, value=value))

    def edit_cell(self, number: int) -> None:
        """One figure is another."""
        value = 10.0 + (number + self.document.undo_stack.count()) % 71
        self.document.apply("edit", give_values(self.document.study, {("t0l1", "h3", "data"): value}))

    def scroll(self, number: int) -> None:
        """Everything that scrolls on the page goes down a page."""
        for area in self.window.pages.currentWidget().findChildren(QAbstractScrollArea):
            if area.isVisible() and area.verticalScrollBar().maximum():
                bar = area.verticalScrollBar()
                bar.setValue((number + 1) * bar.pageStep() % bar.maximum())

    def drag_weight(self, number: int) -> None:
        """The weight on the chart goes elsewhere."""
        self.document.try_weight("t0", 0.1 + 0.05 * number)

    def drag_curve(self, number: int) -> None:
        """An end of a value curve is drawn by the mouse, whose button stays down."""
        curve = self.window.findChild(ValueCurve)
        assert curve is not None
        if not curve.is_busy:
            self.window.go_to("criteria:t0l1")
            self.settle()
            QTest.mousePress(curve, Qt.MouseButton.LeftButton, pos=curve.place(100.0, 1.0).toPoint())
        place = curve.place(100.0, 1.0) - QPointF(8.0 * (number + 1), 0)
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        glob = QPointF(curve.mapToGlobal(place))
        QApplication.sendEvent(curve, QMouseEvent(QEvent.Type.MouseMove, place, glob, none, left, KEYS_UP))

    def pick(self, number: int) -> None:
        """A host is put in focus."""
        self.document.select_host(f"h{20 + number}")


def main() -> None:
    """Print the table, or the profile of a page."""
    with TemporaryDirectory() as folder:
        start = time.perf_counter()
        study = large_study()
        desk = Desk(study, Path(folder))
        print(f"window ready after {(time.perf_counter() - start) * 1000:.0f} ms")
        if len(sys.argv) > 1:
            profile(desk, sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "shown")
        else:
            table(desk)
        desk.window.jobs.close()


def table(desk: Desk) -> None:
    names = ("shown", "judgment", "cell", "scroll", "host", "drag")
    print(f"{'ms, at 1440 × 900':<16}" + "".join(f"{name:>10}" for name in names))
    for step in [*(step.id for step in steps()), "history"]:
        found = desk.measure(step)
        print(f"{step:<16}" + "".join(_cell(found.get(name)) for name in names), flush=True)


def _cell(milliseconds: float | None) -> str:
    """A figure of the table, with a sign where it is over the budget."""
    return " " * 10 if milliseconds is None else f"{milliseconds:>9.1f}{'!' if milliseconds > BUDGET else ' '}"


def profile(desk: Desk, page: str, what: str) -> None:
    profiler = Profile()
    if what == "shown":
        profiler.enable()
        taken(lambda: desk.window.open_page(page))
    else:
        desk.window.open_page(page)
        desk.settle()
        gesture = getattr(desk, what)
        profiler.enable()
        taken(lambda: gesture(1))
    profiler.disable()
    Stats(profiler).sort_stats("cumulative").print_stats(60)


if __name__ == "__main__":
    main()
