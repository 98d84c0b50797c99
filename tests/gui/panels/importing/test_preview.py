"""What a file would bring, before it counts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.importing.notice import Notice
from decidr.gui.panels.importing.preview import ImportPreview

NOTICES = [Notice("warning", "Data!C9", "Morocco has no value"), Notice("notice", "Hosts!A3", "«Turkey» is Türkiye")]


@pytest.fixture
def preview(qtbot: QtBot) -> ImportPreview:
    made = ImportPreview()
    qtbot.addWidget(made)
    return made


def test_it_tells_what_was_noticed_with_its_cell(preview: ImportPreview) -> None:
    preview.show_preview("plant.xlsx: 10 hosts", NOTICES, lambda: None)
    shown = {label.text() for label in preview.findChildren(QLabel)}
    assert {"plant.xlsx: 10 hosts", "Data!C9", "Morocco has no value"} <= shown


def test_nothing_is_taken_before_the_user_says_so(qtbot: QtBot, preview: ImportPreview) -> None:
    taken: list[str] = []
    preview.show_preview("plant.xlsx", NOTICES, lambda: taken.append("taken"))
    assert taken == []
    qtbot.mouseClick(preview.take, Qt.MouseButton.LeftButton)
    assert taken == ["taken"]
    assert not preview.isVisible()


def test_it_can_be_left(qtbot: QtBot, preview: ImportPreview) -> None:
    taken: list[str] = []
    preview.show_preview("plant.xlsx", [], lambda: taken.append("taken"))
    qtbot.mouseClick(preview.leave, Qt.MouseButton.LeftButton)
    assert taken == []
    assert not preview.isVisible()


def test_what_was_refused_can_only_be_dismissed(preview: ImportPreview) -> None:
    preview.show_preview("plant.xlsx cannot be opened.", NOTICES, None)
    assert not preview.take.isVisible()
    assert preview.leave.text() == "Dismiss"


def test_many_notices_scroll(preview: ImportPreview) -> None:
    preview.show_preview("plant.xlsx", NOTICES * 40, lambda: None)
    assert preview.sizeHint().height() < 400


def test_what_is_told_after_something_else_can_be_seen(qtbot: QtBot) -> None:
    window, preview = QWidget(), ImportPreview()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(preview)
    column.addWidget(QWidget(), 1)
    window.resize(900, 600)
    window.show()
    preview.show_preview("first.xlsx", NOTICES * 20, lambda: None)
    QApplication.processEvents()
    preview.show_preview("second.xlsx cannot be opened.", [Notice("error", "", "no host is in it")], None)
    told = next(label for label in preview.findChildren(QLabel) if label.text() == "no host is in it")
    qtbot.waitUntil(lambda: not told.visibleRegion().isEmpty())


def test_the_gravest_comes_first(preview: ImportPreview) -> None:
    error = Notice("error", "Data!C3", "«about 3» is not a number")
    preview.show_preview("plant.xlsx cannot be opened.", [*NOTICES, error], None)
    places = [label.text() for label in preview.findChildren(QLabel) if "!" in label.text()]
    assert places == ["Data!C3", "Data!C9", "Hosts!A3"]


def test_a_few_notices_are_seen_whole_in_the_room_they_need(qtbot: QtBot, preview: ImportPreview) -> None:
    preview.resize(900, 400)
    preview.show_preview("plant.xlsx", NOTICES, lambda: None)
    scroll = preview.findChild(QScrollArea)
    assert scroll is not None
    qtbot.waitUntil(lambda: scroll.height() < 30 * len(NOTICES))
    assert scroll.verticalScrollBar().maximum() == 0


def test_without_notices_it_is_a_line_that_says_what_its_button_does(preview: ImportPreview) -> None:
    preview.show_preview("2 people's answers", (), lambda: None, "Take them in")
    assert preview.take.text() == "Take them in"
    assert preview.findChild(QScrollArea).isHidden()
    preview.show_preview("plant.xlsx", NOTICES, lambda: None)
    assert preview.take.text() == "Open it"
