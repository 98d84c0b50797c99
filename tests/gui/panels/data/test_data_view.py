"""The data as a spreadsheet, as it is seen."""

from msgspec.structs import replace
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_cell
from decidr.core.study.study import Study
from decidr.gui.panels.data.data_headers import HEADING, LEAF
from decidr.gui.panels.data.data_view import NARROWEST_COLUMN, DataView
from decidr.gui.panels.data.page import DataPanel
from tests.gui.panels.table_desk import TableDesk
from tests.gui.structure_study import structure_study, with_host


def view_of(qtbot: QtBot, study: Study | None = None, width: int = 900) -> DataView:
    return TableDesk(qtbot, DataPanel, study, (width, 700)).panel.view


def test_headings_are_lower_than_leaves(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    assert [view.rowHeight(row) for row in range(3)] == [HEADING, LEAF, LEAF]


def test_few_hosts_fit_without_scrolling_and_many_scroll_beside_their_leaves(qtbot: QtBot) -> None:
    few = view_of(qtbot)
    assert few.horizontalScrollBar().maximum() == 0
    many = structure_study()
    for number in range(40):
        many = with_host(many, f"Site {number}")
    wide = view_of(qtbot, many)
    assert wide.columnWidth(0) >= NARROWEST_COLUMN
    wide.horizontalScrollBar().setValue(wide.horizontalScrollBar().maximum())
    assert wide.leaves.isVisible()
    assert wide.leaves.x() == 0


def test_columns_have_room_for_the_longest_figure(qtbot: QtBot) -> None:
    study = structure_study()
    for number in range(40):
        study = with_host(study, f"Site {number}")
    narrow = view_of(qtbot, study)
    before = narrow.columnWidth(0)
    wide = view_of(qtbot, set_cell(study, "Sales", "Canada", value=123_456_789.0))
    assert wide.columnWidth(0) > before


def test_names_take_a_part_of_the_room_however_long_they_are(qtbot: QtBot) -> None:
    study = structure_study()
    study = replace(study, criteria=tuple(replace(c, name=c.name + " and so on" * 20) for c in study.criteria))
    view = view_of(qtbot, study)
    assert view.leaves.width() <= view.width() * 0.31


def test_the_names_of_the_cursors_leaf_and_host_are_marked(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    assert view.choose("Exports", "Spain")
    assert (view.leaves.chosen, view.hosts.chosen) == (2, 1)
    assert not view.choose("Atlantis")


def test_the_keyboard_enters_at_the_first_leaf(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, DataPanel)
    desk.focus(desk.panel.words)
    for _step in range(20):
        if desk.panel.view.hasFocus():
            break
        desk.panel.words.focusNextChild() if desk.panel.words.hasFocus() else desk.panel.focusNextChild()
    assert desk.panel.view.hasFocus()
    assert desk.panel.view.fact is not None
    assert desk.panel.view.fact.row.id == "Sales"


def test_a_change_of_the_look_is_painted_anew(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.grab()
    assert view.cells._look is not None
    letters = view.font()
    letters.setPointSizeF(letters.pointSizeF() * 1.5 if letters.pointSizeF() > 0 else 20)
    view.setFont(letters)
    assert view.cells._look is None
    assert isinstance(view, QTableView)


def test_the_card_that_opens_below_does_not_hide_the_cell_it_is_about(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, DataPanel, size=(700, 480))
    view = desk.panel.view
    view.choose("Jobs", "Spain")
    qtbot.waitUntil(desk.panel.card.isVisible)
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))
