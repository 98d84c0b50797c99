"""How a host looks in its table."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_host
from decidr.core.study.study import Study
from decidr.gui.models.hosts.host_table import Column
from decidr.gui.panels.hosts.host_cells import total_width
from decidr.gui.panels.hosts.page import HostsPanel
from decidr.gui.theme import LIGHT
from tests.gui.panels.table_desk import TableDesk
from tests.gui.structure_study import structure_study, with_host


def picture(qtbot: QtBot, host: str, column: Column, study: Study | None = None) -> QImage:
    view = TableDesk(qtbot, HostsPanel, study).panel.view
    return view.viewport().grab(view.visualRect(view.table.index_of(host, column))).toImage()


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_the_total_is_a_bar_in_the_hosts_colour(qtbot: QtBot, qapp: object) -> None:
    bars = {}
    for host in ("Canada", "Morocco"):
        image = picture(qtbot, host, Column.TOTAL)
        bars[host] = sum(count(image, colour) for colour in (*LIGHT.hosts_in_focus, LIGHT.other_hosts))
    assert bars["Canada"] > bars["Morocco"] > 0


def test_a_dormant_host_has_an_empty_box_no_dot_and_no_bar(qtbot: QtBot, qapp: object) -> None:
    asleep = set_host(structure_study(), "Spain", active=False)
    assert count(picture(qtbot, "Spain", Column.ACTIVE), LIGHT.accent) > 50
    assert count(picture(qtbot, "Spain", Column.ACTIVE, asleep), LIGHT.accent) == 0
    colours = (*LIGHT.hosts_in_focus, LIGHT.other_hosts)
    assert sum(count(picture(qtbot, "Spain", Column.TOTAL, asleep), colour) for colour in colours) == 0


def test_a_group_has_the_band_of_its_members_with_a_mark_where_they_have_bars(qtbot: QtBot, qapp: object) -> None:
    study = set_host(with_host(structure_study(), "Iberia"), "Spain", group="Iberia")
    colours = (*LIGHT.hosts_in_focus, LIGHT.other_hosts)
    group, member = (
        sum(count(picture(qtbot, host, Column.TOTAL, study), colour) for colour in colours)
        for host in ("Iberia", "Spain")
    )
    assert 0 < group < member / 4


def test_a_column_of_totals_has_room_for_its_bar(qapp: object) -> None:
    assert total_width(80) - total_width(40) == 40
