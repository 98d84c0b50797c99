"""Structuring in the real window: criteria, hosts and data are added, moved and filled by keyboard, and saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from decidr.core.study.data import Cell
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study
from decidr.gui.main_window import MainWindow
from decidr.gui.panels.criteria.page import CriteriaPanel
from decidr.gui.panels.data.page import DataPanel
from decidr.gui.panels.hosts.page import HostsPanel
from decidr.gui.panels.widgets.panel import Panel
from tests.gui.open_windows import OpenWindow
from tests.gui.recording_messages import RecordingMessages

Key = Qt.Key
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Consultant:
    """Someone at the keyboard of the window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    @property
    def study(self) -> Study:
        return self.window.document.study

    def go(self, page: str, key: Key) -> Panel:
        """Open a page by its shortcut; the keyboard is on it then."""
        self.qtbot.keyClick(self.window, key, CTRL)
        panel = self.window.pages.panel(page)
        self.qtbot.waitUntil(panel.isVisible)
        return panel

    def key(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        self.qtbot.keyClick(widget, key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            widget = QApplication.focusWidget()
            assert widget is not None
            self.qtbot.keyClicks(widget, letter)

    def name(self, text: str) -> None:
        """Type a name into the editor that has opened in a table."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        self.type(text)
        self.key(Key.Key_Return)
        self.qtbot.waitUntil(lambda: any(c.name == text for c in self.study.criteria))

    def id_of(self, name: str) -> str:
        return next(part.id for part in (*self.study.criteria, *self.study.hosts) if part.name == name)

    def cell(self, leaf: str, host: str) -> Cell | None:
        key = self.id_of(leaf), self.id_of(host)
        return next((c for c in self.study.cells if (c.criterion, c.host) == key), None)


@pytest.fixture
def consultant(qtbot: QtBot, open_window: OpenWindow, plant: Path) -> Consultant:
    return Consultant(qtbot, open_window(load_study(plant), plant, with_parts=True))


def test_a_leaf_is_added_weighed_filled_and_saved(
    consultant: Consultant, qtbot: QtBot, plant: Path, messages: RecordingMessages
) -> None:
    criteria = consultant.go("criteria", Key.Key_2)
    assert isinstance(criteria, CriteriaPanel)
    criteria.show_place(f"criteria:{consultant.id_of('Jobs')}")
    qtbot.waitUntil(criteria.view.hasFocus)
    consultant.key(Key.Key_Return)
    consultant.name("Wages")
    consultant.key(Key.Key_Up, ALT)
    wages = next(c for c in consultant.study.criteria if c.name == "Wages")
    assert wages.under == consultant.id_of("Benefits to the host")

    data = consultant.go("data", Key.Key_4)
    assert isinstance(data, DataPanel)
    assert data.kind.button("gaps").text() == "Gaps 16"
    QGuiApplication.clipboard().setText("\t".join(str(number) for number in range(1, 11)))
    data.show_place(f"data:{wages.id}:{consultant.study.hosts[0].id}")
    qtbot.waitUntil(data.view.hasFocus)
    consultant.key(Key.Key_V, CTRL)
    assert data.kind.button("gaps").text() == "Gaps 6"
    assert messages.told == ["10 cells changed."]

    consultant.key(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: consultant.window.is_settled and not consultant.window.document.is_modified)
    saved = load_study(plant)
    values = [c.value for c in saved.cells if c.criterion == wages.id]
    assert values == [float(number) for number in range(1, 11)]


def test_a_gap_found_among_the_hosts_is_filled_and_the_ranking_follows(consultant: Consultant, qtbot: QtBot) -> None:
    hosts = consultant.go("hosts", Key.Key_3)
    assert isinstance(hosts, HostsPanel)
    hosts.show_place(f"hosts:{consultant.id_of('Hungary')}")
    qtbot.waitUntil(hosts.view.hasFocus)
    before = consultant.window.document.results
    column = before.hosts.index(consultant.id_of("Hungary"))
    consultant.key(Key.Key_G, CTRL)

    data = consultant.window.pages.panel("data")
    assert isinstance(data, DataPanel)
    qtbot.waitUntil(data.view.hasFocus)
    assert data.card.heading.text() == "Supplier base and skills, Hungary"
    consultant.type("500 000")
    consultant.key(Key.Key_Return)
    after = consultant.window.document.results
    assert before.missing[:, column].any()
    assert not after.missing[:, column].any()
    assert after.low[column] == pytest.approx(after.high[column])


def test_a_new_country_is_compared_and_taken_back_again(consultant: Consultant, qtbot: QtBot) -> None:
    hosts = consultant.go("hosts", Key.Key_3)
    assert isinstance(hosts, HostsPanel)
    qtbot.waitUntil(hosts.view.hasFocus)
    consultant.key(Key.Key_Insert)
    consultant.type("Viet Nam")
    consultant.key(Key.Key_Return)
    assert consultant.study.hosts[-1].code == "VNM"
    assert len(consultant.window.document.results.hosts) == 11
    for _step in range(2):
        consultant.window.document.undo_stack.undo()
        consultant.window.document.undo_stack.redo()
    consultant.window.document.undo_stack.undo()
    assert [host.name for host in consultant.study.hosts][-1] == "Morocco"


def test_a_figure_typed_over_a_measured_one_no_longer_counts_as_measured(consultant: Consultant, qtbot: QtBot) -> None:
    data = consultant.go("data", Key.Key_4)
    assert isinstance(data, DataPanel)
    data.show_place(f"data:{consultant.id_of('Home EV market')}:{consultant.id_of('Canada')}")
    qtbot.waitUntil(data.view.hasFocus)
    measured = consultant.window.document.results.evidence["measured"]
    consultant.type("210000")
    consultant.key(Key.Key_Up)
    cell = consultant.cell("Home EV market", "Canada")
    assert cell is not None
    assert (cell.value, cell.source) == (210_000, "")
    assert consultant.window.document.results.evidence["measured"] < measured
    consultant.key(Key.Key_Z, CTRL)
    assert consultant.window.document.results.evidence["measured"] == pytest.approx(measured)
