"""The names beside and above the data."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from decidr.gui.panels.data.page import DataPanel
from decidr.gui.theme import LIGHT
from tests.gui.panels.table_desk import TableDesk


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_main_criteria_have_their_colour_and_hosts_in_focus_theirs(qtbot: QtBot, qapp: object) -> None:
    view = TableDesk(qtbot, DataPanel).panel.view
    leaves, hosts = view.leaves.grab().toImage(), view.hosts.grab().toImage()
    assert count(leaves, LIGHT.criteria[0]) > 10
    assert count(leaves, LIGHT.criteria[1]) > 10
    assert sum(count(hosts, colour) > 50 for colour in LIGHT.hosts_in_focus) == 3


def test_the_cursors_names_are_in_the_accent(qtbot: QtBot, qapp: object) -> None:
    view = TableDesk(qtbot, DataPanel).panel.view
    before = [count(header.grab().toImage(), LIGHT.accent) for header in (view.leaves, view.hosts)]
    view.choose("Exports", "Spain")
    after = [count(header.grab().toImage(), LIGHT.accent) for header in (view.leaves, view.hosts)]
    assert before == [0, 0]
    assert min(after) > 5


def test_the_names_need_as_much_room_as_the_longest(qtbot: QtBot) -> None:
    view = TableDesk(qtbot, DataPanel).panel.view
    assert view.leaves.natural_width() > view.fontMetrics().horizontalAdvance("Exports")
