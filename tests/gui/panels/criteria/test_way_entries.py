"""Where the hosts of a leaf are entered."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.gui.models.criteria.criterion_lines import criterion_lines
from decidr.gui.panels.criteria.way_entries import WayEntries
from tests.gui.structure_study import structure_study


@pytest.mark.parametrize(
    ("leaf", "link", "place"),
    [
        ("Rule", "Its hosts on the Data page ›", "data:Rule:Canada"),
        ("Culture", "Compare the hosts in pairs ›", "weights:Culture"),
    ],
)
def test_it_leads_to_the_data_or_to_the_matrix_of_hosts(qtbot: QtBot, leaf: str, link: str, place: str) -> None:
    entries = WayEntries()
    qtbot.addWidget(entries)
    places: list[str] = []
    entries.go_to.connect(places.append)
    entries.show_line(criterion_lines(evaluate(structure_study()))[leaf], {}, "Canada")
    assert not entries.beside.isVisible()
    assert entries.link.text() == link
    qtbot.mouseClick(entries.link, Qt.MouseButton.LeftButton)
    assert places == [place]


def test_entries_of_other_ways_are_told_and_a_parent_has_none(qtbot: QtBot) -> None:
    entries = WayEntries()
    qtbot.addWidget(entries)
    lines = criterion_lines(evaluate(structure_study()))
    entries.show_line(lines["Rule"], {"rating": 3, "pairwise": 1}, "Canada")
    assert entries.beside.text() == "Kept for another way of scoring, not counted: levels 3 and pairs 1"
    entries.show_line(lines["Risk"], {}, "Canada")
    assert not entries.isVisible()
