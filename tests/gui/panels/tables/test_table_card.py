"""The card that a table fills."""

from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from decidr.gui.panels.tables.table_card import table_card


def test_the_last_widget_takes_the_room(qtbot: QtBot) -> None:
    above, table = QLabel("above"), QTableView()
    card = table_card(above, table)
    qtbot.addWidget(card)
    card.resize(400, 400)
    card.show()
    assert table.height() > 300
    assert above.y() < table.y()
