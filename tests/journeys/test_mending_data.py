"""A consultant asks what to mend first, fills the gap that could do most, and explains why a host is not first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from decidr.formats.study_file import load_study
from decidr.gui.panels.data.page import DataPanel
from decidr.gui.panels.ranking.evidence_bar import EvidenceBar
from decidr.gui.panels.results.page import ResultsPanel
from tests.gui.open_windows import OpenWindow
from tests.journeys.conftest import Click


def test_the_gap_that_could_do_most_is_found_filled_and_taken_back(
    qtbot: QtBot, open_window: OpenWindow, plant: Path, click: Click
) -> None:
    window = open_window(load_study(plant), with_parts=True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to("data")
    data = window.pages.panel("data")
    assert isinstance(data, DataPanel)

    # Which of the gaps could do most? The one of Hungary, which could come second.
    with qtbot.waitSignal(data.quality.found, timeout=20_000):
        click(window, "segment_quality")
    assert data.header.title == "No gap or placeholder changes the leader"
    kind = window.findChild(QComboBox, "quality_kind")
    kind.setCurrentIndex(kind.findText("Missing, 6"))
    kind.activated.emit(kind.currentIndex())
    model = data.quality.table.model()
    assert [model.index(0, column).data() for column in range(3)] == [
        "Supplier base and skills",
        "Missing",
        "Hungary: rank 2 to 4 (now 4)",
    ]

    # A double click leads to the cell, where she types what she was told.
    before = _ranks(window)
    data.quality.table.activated.emit(model.index(0, 0))
    qtbot.waitUntil(data.view.hasFocus)
    fact = data.view.fact
    assert fact is not None
    assert (fact.row.criterion.name, fact.column.host.name) == ("Supplier base and skills", "Hungary")
    for letter in "5000000":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert _ranks(window).index("Hungary") < before.index("Hungary")
    window.action_table["undo"].trigger()
    assert _ranks(window) == before

    # What do the placeholders look like? A click on their part of the bar shows them.
    bar = window.findChild(EvidenceBar, "evidence_bar")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 4, 4))
    assert data.kind.choice == "placeholders"

    # Why not Hungary, then?
    ids = {host.name: host.id for host in window.document.study.hosts}
    window.go_to(f"results:head_to_head:{ids['Spain']}:{ids['Hungary']}")
    results = window.pages.panel("results")
    assert isinstance(results, ResultsPanel)
    card = results.head_to_head.why_not
    qtbot.waitUntil(card.isVisible)
    assert card.title == "Why not Hungary?"
    said = [label.text() for label in card.findChildren(QLabel)]
    assert "Hungary has rank 4, 7.1 points behind Spain." in said


def _ranks(window) -> list[str]:  # type: ignore[no-untyped-def]
    return [host.name for host in window.ranking.list.shown.hosts]
