"""The middle of the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.document import Document
from decidr.gui.messages import Offer
from decidr.gui.panels.frame.centre import Centre
from decidr.gui.panels.frame.page_stack import PageStack
from decidr.gui.panels.frame.supposed_line import SupposedLine
from decidr.gui.settings import Recent
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def centre(qtbot: QtBot, document: Document, messages: RecordingMessages) -> Centre:
    made = Centre()
    qtbot.addWidget(made)
    made.hold(PageStack(document, messages), SupposedLine(document))
    made.show()
    return made


def _seen(centre: Centre, name: str) -> bool:
    widget = centre.findChild(QWidget, name)
    return widget is not None and widget.isVisible()


def test_what_is_seldom_seen_is_not_made_before(centre: Centre) -> None:
    assert [centre.findChild(QWidget, name) for name in ("banner", "import_preview", "start_page")] == [None] * 3


def test_start_page_and_pages_take_turns(centre: Centre) -> None:
    centre.show_start([])
    assert _seen(centre, "start_page")
    assert not _seen(centre, "pages")
    centre.show_pages()
    assert not _seen(centre, "start_page")
    assert _seen(centre, "pages")


def test_the_start_page_offers_the_templates_and_recent_studies(qtbot: QtBot, centre: Centre) -> None:
    centre.show_start([Recent(Path("plant.decidr"), "Plant", "2026-11-24")])
    with qtbot.waitSignal(centre.template_chosen) as template:
        qtbot.mouseClick(centre.findChild(QWidget, "template_ev-plant"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(centre.recent_chosen) as recent:
        qtbot.mouseClick(centre.findChild(QWidget, "recent_0"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(centre.template_chosen) as nothing:
        qtbot.mouseClick(centre.findChild(QWidget, "template_none"), Qt.MouseButton.LeftButton)
    assert nothing.args == [""]
    assert (template.args, recent.args) == (["ev-plant"], [Path("plant.decidr")])


def test_what_was_said_in_passing_is_past_when_the_study_changes(centre: Centre) -> None:
    centre.show_message("tell", "Removed.", [Offer("Undo", lambda: None)])
    centre.pass_by()
    assert not _seen(centre, "banner")


def test_a_warning_stays_when_the_study_changes_and_goes_with_the_study(centre: Centre) -> None:
    centre.show_message("warn", "Not saved.", [])
    centre.pass_by()
    assert _seen(centre, "banner")
    centre.clear()
    assert not _seen(centre, "banner")


def test_a_preview_stands_above_the_page(qtbot: QtBot, centre: Centre) -> None:
    taken: list[str] = []
    centre.show_preview("plant.xlsx: 10 hosts", [], lambda: taken.append("taken"))
    qtbot.mouseClick(centre.findChild(QPushButton, "import_take"), Qt.MouseButton.LeftButton)
    assert taken == ["taken"]
    assert not _seen(centre, "import_preview")


def test_what_a_message_offers_is_the_next_that_tab_reaches(qtbot: QtBot, centre: Centre) -> None:
    centre.show_start([])
    centre.show()
    with qtbot.waitActive(centre):
        centre.activateWindow()
    centre.show_message("tell", "Unsaved.", [Offer("Recover", lambda: None), Offer("Discard", lambda: None)])
    centre.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
    assert seen == ["banner_offer_0", "banner_offer_1", "banner_dismiss"]


@pytest.mark.parametrize("answer", ["import_take", "import_leave"])
def test_after_a_preview_the_keyboard_is_on_the_page(qtbot: QtBot, centre: Centre, answer: str) -> None:
    pages = centre.findChild(PageStack)
    pages.show_page("study")
    centre.show_preview("plant.xlsx: 10 hosts", [], lambda: None)
    qtbot.mouseClick(centre.findChild(QPushButton, answer), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pages.isAncestorOf(QApplication.focusWidget()))
