"""The card of what is selected."""

from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from decidr.gui.panels.tables.detail_card import DetailCard


def test_what_does_not_fit_scrolls_below_the_heading(qtbot: QtBot) -> None:
    card = DetailCard("a_card")
    qtbot.addWidget(card)
    card.heading.setText("Sales")
    content = QLabel("tall")
    content.setMinimumHeight(2_000)
    card.column.addWidget(content)
    card.resize(300, 300)
    card.show()
    area = card.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() > 1_000
    assert area.horizontalScrollBar().maximum() == 0
    assert card.heading.isVisible()
    assert card.heading.objectName() == "a_card_heading"
