"""The surface that things stand on."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.card import Card


def test_a_card_with_a_title_is_named_by_it(qtbot: QtBot) -> None:
    card = Card("Consistency ratio")
    qtbot.addWidget(card)
    assert card.title == "Consistency ratio"
    assert card.accessibleName() == "Consistency ratio"


def test_an_empty_title_takes_no_room(qtbot: QtBot) -> None:
    card, titled = Card(), Card("Title")
    for one in (card, titled):
        qtbot.addWidget(one)
        one.add(QLabel("text"))
    assert card.sizeHint().height() < titled.sizeHint().height()


def test_what_is_added_stands_below_and_links_beside_the_title(qtbot: QtBot) -> None:
    card, text, link = Card("Title"), QLabel("text"), QLabel("Why ›")
    qtbot.addWidget(card)
    card.add(text)
    card.add_at_title(link)
    card.resize(400, 120)
    card.show()
    assert text.y() > link.y()
    assert link.geometry().right() > 350
