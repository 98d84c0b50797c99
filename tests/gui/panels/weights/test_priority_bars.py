"""The priorities beside the matrix."""

import pytest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.weights.priority_bars import PriorityBars


@pytest.fixture
def bars(qtbot: QtBot) -> PriorityBars:
    table = QTableWidget(2, 2)
    qtbot.addWidget(table)
    made = PriorityBars(table)
    made.table_kept = table  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    made.resize(200, 200)
    return made


def test_it_tells_the_shares_to_screen_readers(bars: PriorityBars) -> None:
    bars.show_shares(["IP", "Backlash"], [0.75, 0.25])
    assert bars.accessibleName() == "Priorities: IP 75.0\u202f%, Backlash 25.0\u202f%"


def test_without_priorities_it_takes_no_room(bars: PriorityBars) -> None:
    bars.show_shares(["IP", "Backlash"], ())
    assert bars.isHidden()


def test_pointing_at_a_row_tells_its_share_in_full(bars: PriorityBars) -> None:
    bars.show_shares(["IP", "Backlash"], [2 / 3, 1 / 3])
    second = bars._row(1).center().toPoint()
    assert bars.exact_at(second.y()) == "Backlash: 0.3333333333"
    assert bars.exact_at(0) == ""


def test_it_can_be_narrow(bars: PriorityBars) -> None:
    bars.be_narrow(True)
    assert bars.width() == bars.wanted_width(is_narrow=True) < bars.wanted_width()
