"""The message above the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.gui.messages import Offer
from decidr.gui.panels.frame.banner import BannerBar


def _banner(qtbot: QtBot) -> BannerBar:
    banner = BannerBar()
    qtbot.addWidget(banner)
    return banner


def test_there_is_none_until_something_is_said(qtbot: QtBot) -> None:
    assert not _banner(qtbot).isVisible()


def test_a_message_stands_there_until_it_is_dismissed(qtbot: QtBot) -> None:
    banner = _banner(qtbot)
    banner.show_message("warn", "Not saved.", ())
    assert banner.isVisible()
    assert banner.words.text() == "Not saved."
    assert banner.accessibleName() == "Not saved."
    qtbot.mouseClick(banner.dismiss, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()


def test_an_offer_is_taken_by_its_button_and_ends_the_message(qtbot: QtBot) -> None:
    banner, done = _banner(qtbot), []
    offers = [Offer("Recover", lambda: done.append("recovered")), Offer("Discard", lambda: done.append("gone"))]
    banner.show_message("tell", "There was a crash.", offers)
    qtbot.mouseClick(banner.findChild(QPushButton, "banner_offer_1"), Qt.MouseButton.LeftButton)
    assert done == ["gone"]
    assert not banner.isVisible()


def test_a_later_message_takes_the_place_and_the_offers(qtbot: QtBot) -> None:
    banner = _banner(qtbot)
    banner.show_message("tell", "Removed.", [Offer("Undo", lambda: None)])
    banner.show_message("tell", "Saved.", ())
    assert banner.words.text() == "Saved."
    assert [button.isVisible() for button in banner.findChildren(QPushButton, "banner_offer_0")] in ([], [False])
