"""Tabs that go on below where the page is narrow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.tab_row import TabRow

NAMES = ("One weight", "Dynamic", "Performance", "Head to head", "Tornado", "Two weights", "What would it take?")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    row = TabRow([(f"t{i}", name) for i, name in enumerate(NAMES)], "What to show")
    column = QVBoxLayout(made)
    column.addWidget(row)
    column.addWidget(QWidget(), 1)
    qtbot.addWidget(made)
    made.resize(1200, 400)
    made.show()
    return made


def row_of(page: QWidget) -> TabRow:
    found = page.findChild(TabRow)
    assert found is not None
    return found


def test_a_wide_page_has_all_tabs_on_one_line_and_a_narrow_one_wraps_them_uncut(page: QWidget, qtbot: QtBot) -> None:
    row = row_of(page)
    buttons = [row.button(f"t{i}") for i in range(len(NAMES))]
    assert len({button.y() for button in buttons}) == 1
    page.resize(420, 400)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) > 1)
    assert all(button.geometry().right() < row.width() for button in buttons)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert max(button.geometry().bottom() for button in buttons) < row.height()


def test_arrow_keys_reach_every_tab_also_on_the_next_line(page: QWidget, qtbot: QtBot) -> None:
    page.resize(420, 400)
    row = row_of(page)
    row.button("t0").setFocus()
    for i in range(1, len(NAMES)):
        qtbot.keyClick(page.focusWidget() or row, Qt.Key.Key_Right)
        assert row.choice == f"t{i}"
