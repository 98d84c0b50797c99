from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.page_scroll import PageScroll


def test_a_page_that_is_too_high_scrolls_and_keeps_its_width(qtbot: QtBot) -> None:
    page, card = PageScroll("page"), QLabel("card")
    card.setMinimumHeight(900)
    page.add(card)
    qtbot.addWidget(page)
    page.resize(400, 300)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    assert page.horizontalScrollBar().maximum() == 0


def test_cards_end_at_the_same_place_with_and_without_a_scroll_bar(qtbot: QtBot) -> None:
    page, card = PageScroll("page"), QLabel("card")
    page.add(card)
    qtbot.addWidget(page)
    page.resize(400, 300)
    with qtbot.waitExposed(page):
        page.show()

    def right_edge() -> int:
        return card.mapTo(page, card.rect().topRight()).x()

    before = right_edge()
    card.setMinimumHeight(900)
    qtbot.waitUntil(lambda: page.verticalScrollBar().isVisible() and abs(right_edge() - before) <= 1)
