"""One judgment edited -> ranking and every chart of the page painted, against the same merely repainted.

Budget: at most 1.25 times the repaint with ready numbers; the median within one 60 Hz frame (16.7 ms), the 95th within
1.5 (25 ms). Measured by letting Qt paint (``processEvents``) until every chart and the ranking have had their Paint
event; edits and repaints take turns in one run. Run by ``python3 installers/dev.py bench`` or by hand; needs no
screen.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QHBoxLayout, QWidget

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_judgment
from decidr.core.study.study import Study
from decidr.formats.templates import load_template
from decidr.gui import theme
from decidr.gui.charts.canvas.chart import Chart
from decidr.gui.document import Document, Part
from decidr.gui.panels.ranking.panel import RankingPanel
from decidr.gui.panels.results.page import ResultsPanel
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from decidr.gui.panels.widgets.panel import Panel
from tests.gui.recording_messages import RecordingMessages

MOVES, WARM_UP = 200, 20
SIZE = (1920 - theme.RAIL_WIDTH, 1024)
BUDGET_RATIO, BUDGET_MEDIAN, BUDGET_95TH = 1.25, 16.7, 25.0


class PaintCounter(QObject):
    """Counts the Paint events of each viewport that it watches."""

    def __init__(self, watched: Sequence[QAbstractScrollArea]) -> None:
        super().__init__()
        self.counts = {view.viewport(): 0 for view in watched}
        for viewport in self.counts:
            viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self.counts:
            self.counts[watched] += 1
        return False


class Taken(NamedTuple):
    """Milliseconds on the clock, and of own work: on a busy machine the clock counts what others do too."""

    clock: float
    work: float


class Page:
    """The ranking beside one panel, in one window."""

    def __init__(self, document: Document, panel: Panel) -> None:
        self.document = document
        self.window = QWidget()
        row = QHBoxLayout(self.window)
        row.addWidget(panel, 1)
        ranking = RankingPanel(document)
        row.addWidget(ranking)
        self.window.resize(*SIZE)
        self.window.show()
        settle()
        charts = [chart for chart in panel.findChildren(Chart) if chart.isVisible()]
        self.painted = PaintCounter([ranking.list, *charts])

    def time(self, change: Callable[[], None]) -> Taken:
        """From a change until everything has been painted once."""
        before = dict(self.painted.counts)
        start, start_of_work = time.perf_counter(), time.process_time()
        change()
        while any(self.painted.counts[view] == before[view] for view in before):
            QApplication.processEvents()
        taken = Taken((time.perf_counter() - start) * 1000, (time.process_time() - start_of_work) * 1000)
        settle()
        return taken


def settle() -> None:
    """Let everything come to rest, the ranking's motion included."""
    end = time.perf_counter() + 0.15
    while time.perf_counter() < end:
        QApplication.processEvents()


def edits(study: Study) -> list[Study]:
    """The study after each of many edits of one judgment."""
    first, second = [c.id for c in study.criteria if c.under == GOAL][:2]
    steps, view = [study], study.settings.base_view
    for number in range(MOVES + WARM_UP):
        value = 1.0 + number * 4 % 9
        steps.append(set_judgment(steps[-1], under=GOAL, view=view, first=first, second=second, value=value))
    return steps[1:]


def show_ready(document: Document, ready: Document) -> None:
    """Give a document the numbers of another one, and let it tell."""
    document.results_by_view, document.study = ready.results_by_view, ready.study
    document.changed.emit(Part.RESULTS | Part.JUDGMENTS)


def measured(page: Page, steps: Sequence[Study]) -> tuple[list[Taken], list[Taken]]:
    """Times of the edits and of the repaints, in turn."""
    edited, repainted = [], []
    ready = [Document(step) for step in steps[7:] + steps[:7]]  # other numbers than those just painted, or next
    for step, numbers in zip(steps, ready, strict=True):
        edited.append(page.time(lambda step=step: page.document.apply("edit", step)))
        repainted.append(page.time(lambda numbers=numbers: show_ready(page.document, numbers)))
    return edited[WARM_UP:], repainted[WARM_UP:]


def dragged(page: Page, criterion: str) -> list[Taken]:
    """Times of the moves of a weight."""
    weights = [0.1 + 0.6 * (number % 50) / 50 for number in range(MOVES)]
    return [page.time(lambda weight=weight: page.document.try_weight(criterion, weight)) for weight in weights]


def percentile_95(times: Sequence[float]) -> float:
    """The 95th of the hundred parts."""
    return statistics.quantiles(times, n=20)[-1]


def line(name: str, taken: Sequence[Taken], against: Sequence[Taken] | None = None) -> str:
    """One row of the table, with the ratio of the medians."""
    times = [each.clock for each in taken]
    median, high, work = statistics.median(times), percentile_95(times), statistics.median(each.work for each in taken)
    ratio = median / statistics.median(each.clock for each in against) if against else None
    passes = median <= BUDGET_MEDIAN and high <= BUDGET_95TH and (ratio is None or ratio <= BUDGET_RATIO)
    shown = f"{ratio:7.2f}" if ratio else "      –"
    return f"{name:<44}{median:8.2f}{high:8.2f}{work:8.2f}{shown}   {'within budget' if passes else 'OVER BUDGET'}"


def main() -> None:
    """Print the table."""
    app = QApplication([])
    theme.apply(app, "light")
    steps = edits(load_template("ev-plant"))
    print(f"{'ms, of ' + str(MOVES) + ' moves at 1920 × 1080':<44}{'median':>8}{'95th':>8}{'work':>8}{'ratio':>7}")
    for name, kind in (("results", ResultsPanel), ("sensitivity", SensitivityPanel)):
        document = Document(load_template("ev-plant"))
        page = Page(document, kind(document, RecordingMessages()))
        edited, repainted = measured(page, steps)
        print(line(f"{name}: repainted with ready numbers", repainted))
        print(line(f"{name}: one judgment edited", edited, repainted))
        if name == "sensitivity":
            criterion = document.results.tree.children[GOAL][0]
            print(line(f"{name}: a weight dragged", dragged(page, criterion), repainted))
        page.window.close()


if __name__ == "__main__":
    main()
