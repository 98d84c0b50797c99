"""The table of hosts as it is seen."""

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui.models.hosts.host_table import Column
from decidr.gui.panels.hosts.host_view import HostView
from decidr.gui.panels.hosts.page import HostsPanel
from tests.gui.large_study import large_study
from tests.gui.panels.table_desk import TableDesk
from tests.gui.structure_study import structure_study, with_host


def view_of(qtbot: QtBot, width: int = 900, study: Study | None = None) -> HostView:
    return TableDesk(qtbot, HostsPanel, study, (width, 700)).panel.view


def test_columns_fill_the_room(qtbot: QtBot) -> None:
    for width in (780, 1_400):
        view = view_of(qtbot, width)
        assert sum(view.columnWidth(column) for column in Column) == view.viewport().width()


def test_long_names_leave_room_for_the_rest(qtbot: QtBot) -> None:
    study = structure_study()
    longer = " and all that lies around it" * 3
    study = replace(study, hosts=tuple(replace(h, name=h.name + longer) for h in study.hosts))
    view = view_of(qtbot, 780, study)
    assert view.columnWidth(Column.TOTAL) >= view.sizeHintForColumn(Column.TOTAL)
    assert sum(view.columnWidth(column) for column in Column) <= view.viewport().width() + 1


def test_the_table_is_as_high_as_its_rows_where_there_is_room(qtbot: QtBot) -> None:
    few = view_of(qtbot)
    assert few.verticalScrollBar().maximum() == 0
    assert few.height() < 200
    many = structure_study()
    for number in range(40):
        many = with_host(many, f"Site {number}")
    assert view_of(qtbot, 900, many).verticalScrollBar().maximum() > 0


def test_in_a_small_window_rows_stay_above_the_card_and_nothing_scrolls_to_the_side(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, HostsPanel, large_study(hosts=40), (530, 600))
    desk.panel.view.choose("h0")
    qtbot.waitUntil(desk.panel.needs.isVisible)
    view = desk.panel.view
    qtbot.waitUntil(lambda: view.viewport().height() >= 5 * view.rowHeight(0))
    assert view.horizontalScrollBar().maximum() == 0


def test_the_cursor_keeps_its_column(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.setCurrentIndex(view.table.index_of("Canada", Column.NOTES))
    chosen: list[str] = []
    view.host_chosen.connect(chosen.append)
    view.choose("Spain")
    view.choose("Atlantis")
    assert (view.chosen, view.currentIndex().column(), chosen) == ("Spain", Column.NOTES, ["Spain"])


def test_the_keyboard_enters_at_the_first_host(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, HostsPanel)
    desk.panel.take_focus()
    qtbot.waitUntil(desk.panel.view.hasFocus)
    assert desk.panel.view.chosen == "Canada"
    assert desk.panel.view.selectedIndexes()
