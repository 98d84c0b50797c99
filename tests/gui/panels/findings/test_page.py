"""The Findings page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_criterion
from decidr.core.study.problems import Problem
from decidr.gui.document import Document
from decidr.gui.panels.findings.page import FindingsPanel, findings_told
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def panel(qtbot: QtBot, document: Document, messages: RecordingMessages) -> FindingsPanel:
    made = FindingsPanel(document, messages)
    qtbot.addWidget(made)
    made.resize(780, 600)
    made.show()
    return made


def _codes(panel: FindingsPanel) -> list[str]:
    return [problem.code for problem in panel.list.shown.problems]


def test_every_problem_is_listed(panel: FindingsPanel, document: Document) -> None:
    assert sorted(_codes(panel)) == sorted(problem.code for problem in document.results.problems)
    assert panel.header.title == "Nothing to mend, 3 things to know"


def test_a_click_goes_to_the_place(qtbot: QtBot, panel: FindingsPanel) -> None:
    row = panel.list.shown.first_of("data.missing")
    assert row is not None
    place = panel.list.visualRect(panel.list.shown.index(row)).center()
    with qtbot.waitSignal(panel.go_to) as went:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert went.args == ["data:c2:h3"]


def test_enter_goes_to_the_place(qtbot: QtBot, panel: FindingsPanel) -> None:
    panel.show_place("findings:data.missing")
    with qtbot.waitSignal(panel.go_to) as went:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert went.args == ["data:c2:h3"]


def test_filters_narrow_the_list_and_say_so_when_nothing_is_left(qtbot: QtBot, panel: FindingsPanel) -> None:
    qtbot.mouseClick(panel.findChild(QPushButton, "segment_error"), Qt.MouseButton.LeftButton)
    assert _codes(panel) == []
    assert panel.nothing.text() == "No finding fits the filter."
    qtbot.mouseClick(panel.findChild(QPushButton, "segment_all"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.words, "placeholders")
    assert _codes(panel) == ["judgments.placeholder"]


def test_a_place_lifts_the_filters(panel: FindingsPanel) -> None:
    panel.words.setText("nothing like it")
    panel.show_place("findings:data.missing")
    assert panel.words.text() == ""
    assert panel.list.currentIndex().isValid()


def test_the_list_follows_an_edit(panel: FindingsPanel, document: Document) -> None:
    document.apply("ends", set_criterion(document.study, "c5", worst=None, best=None))
    assert "ends.missing" in _codes(panel)
    assert panel.header.title == "1 error to mend"


@pytest.mark.parametrize(
    ("severities", "told"),
    [
        ([], "Nothing to mend"),
        (["warning", "notice"], "No error, 1 thing to look at"),
        (["error", "error", "notice"], "2 errors to mend"),
        (["notice"], "Nothing to mend, 1 thing to know"),
    ],
)
def test_the_heading_counts_what_is_to_be_mended(severities: list[str], told: str) -> None:
    assert findings_told(tuple(Problem(severity, "hosts.none") for severity in severities)) == told  # type: ignore[arg-type]
