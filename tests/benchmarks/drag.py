"""A weight dragged on each tab of Sensitivity -> ranking and every chart of the tab painted, against a mere repaint.

25 leaves and 13 hosts. Budget as for an edit: at most 1.25 times the repaint of the same charts with ready numbers; the
median of 200 moves within one 60 Hz frame (16.7 ms), the 95th within 1.5 (25 ms). Moves and repaints take turns in one
run. Run by ``python3 installers/dev.py bench drag``; needs no screen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.formats.templates import load_template
from decidr.gui import theme
from decidr.gui.document import Document, Part
from decidr.gui.panels.sensitivity.dynamic_page import DynamicPage
from decidr.gui.panels.sensitivity.page import SensitivityPanel, tabs
from decidr.gui.panels.sensitivity.two_weights_page import TwoWeightsPage
from tests.benchmarks.edit_paint import MOVES, SIZE, WARM_UP, Page, Taken, line
from tests.gui.recording_messages import RecordingMessages

HOSTS = 13
PLACES = (*(tab.id for tab in tabs()), "two_weights:3")
"""The tabs, and the triangle."""

Move = Callable[[float], None]


def with_hosts(study: Study, count: int) -> Study:
    """The study with copies of its first hosts, until there are so many."""
    for host in study.hosts[: count - len(study.hosts)]:
        copied = replace(host, id=f"{host.id}-too", name=f"{host.name} too", code="")
        cells = tuple(replace(cell, host=copied.id) for cell in study.cells if cell.host == host.id)
        study = replace(study, hosts=(*study.hosts, copied), cells=(*study.cells, *cells))
    return study


def move_of(panel: SensitivityPanel) -> Move:
    """How a weight, 0 to 1, is tried on the tab that is open, as its chart asks for it."""
    document, page = panel.document, panel.page
    criterion = document.results.tree.children[GOAL][0]
    if isinstance(page, DynamicPage):
        return lambda weight: page.chart.weight_moved.emit(criterion, weight)
    if isinstance(page, TwoWeightsPage):
        return lambda weight: page.chart.point_moved.emit((weight, 0.5 * (1 - weight), 0.5 * (1 - weight)))
    return lambda weight: document.try_weight(criterion, weight)


def ready_numbers(study: Study, weights: Sequence[float]) -> list[Document]:
    """Documents in which each of these weights is tried."""
    made = []
    for weight in weights:
        document = Document(study)
        document.try_weight(document.results.tree.children[GOAL][0], weight)
        made.append(document)
    return made


def show_ready(document: Document, ready: Document) -> None:
    """Give a document what another one tries, and let it tell."""
    document.tried_weights, document._tried = ready.tried_weights, ready._tried
    document.changed.emit(Part.RESULTS)


def measured(study: Study, place: str) -> tuple[list[Taken], list[Taken]]:
    """Times of the moves and of the repaints, in turn."""
    document = Document(study)
    panel = SensitivityPanel(document, RecordingMessages())
    panel.show_place(f"sensitivity:{place}")
    page = Page(document, panel)
    move, weights = move_of(panel), [0.05 + 0.85 * (n * 7 % 50) / 50 for n in range(MOVES + WARM_UP)]
    ready = ready_numbers(study, [0.05 + 0.85 * ((n * 7 + 25) % 50) / 50 for n in range(50)])
    moved, repainted = [], []
    for number, weight in enumerate(weights):
        moved.append(page.time(lambda weight=weight: move(weight)))
        numbers = ready[number % len(ready)]
        repainted.append(page.time(lambda numbers=numbers: show_ready(document, numbers)))
    page.window.close()
    return moved[WARM_UP:], repainted[WARM_UP:]


def main() -> None:
    """Print the table."""
    app = QApplication([])
    theme.apply(app, "light")
    study = with_hosts(load_template("ev-plant"), HOSTS)
    print(
        f"ms, of {MOVES} moves at {SIZE[0]} × {SIZE[1]}".ljust(44) + f"{'median':>8}{'95th':>8}{'work':>8}{'ratio':>7}"
    )
    for place in PLACES:
        moved, repainted = measured(study, place)
        print(line(f"{place}: repainted with ready numbers", repainted))
        print(line(f"{place}: a weight dragged", moved, repainted))


if __name__ == "__main__":
    main()
