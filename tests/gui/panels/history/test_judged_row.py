"""One judgment of the history."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.history.judged_row import JudgedRow


def test_it_is_read_and_pressed_like_a_button(qtbot: QtBot, qapp: object) -> None:
    row = JudgedRow(3, "today", "A over B 3", "Lee · Goal")
    qtbot.addWidget(row)
    row.show()
    assert row.objectName() == "judged_3"
    assert row.accessibleName() == "today, A over B 3, Lee · Goal"
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, Qt.Key.Key_Space)


def test_a_long_judgment_does_not_widen_the_page(qtbot: QtBot, qapp: object) -> None:
    row = JudgedRow(1, "today", "very " * 100 + "long", "")
    qtbot.addWidget(row)
    assert row.minimumSizeHint().width() < 400
    assert row.toolTip() == row.text()
