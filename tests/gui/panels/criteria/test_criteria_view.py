"""The criteria tree as it is seen and moved through."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from decidr.gui.models.criteria.criteria_tree import Column
from decidr.gui.panels.criteria.criteria_view import CriteriaView
from decidr.gui.panels.criteria.page import CriteriaPanel
from tests.gui.large_study import large_study
from tests.gui.panels.table_desk import TableDesk
from tests.gui.structure_study import structure_study


def view_of(qtbot: QtBot, width: int = 1_200, longer: str = "") -> CriteriaView:
    study = structure_study()
    study = replace(study, criteria=tuple(replace(c, name=c.name + longer) for c in study.criteria))
    desk = TableDesk(qtbot, CriteriaPanel, study, (width, 700))
    return desk.panel.view


def hidden(view: CriteriaView) -> set[Column]:
    return {column for column in Column if view.isColumnHidden(column)}


def test_everything_is_unfolded_at_first(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    assert view.visualRect(view.tree.index_of("Rule")).isValid()


def test_columns_fill_the_room_and_numbers_are_never_cut(qtbot: QtBot) -> None:
    for width in (1_200, 780, 640):
        view = view_of(qtbot, width, " and everything that goes with it")
        shown = [column for column in Column if column not in hidden(view)]
        assert sum(view.columnWidth(column) for column in shown) <= view.viewport().width()
        for column in {Column.WORST, Column.BEST} & set(shown):
            assert view.columnWidth(column) >= view.sizeHintForColumn(column)


def test_in_a_small_window_the_tree_needs_no_scrolling_to_the_side(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, CriteriaPanel, large_study(hosts=3), (530, 680))
    qtbot.waitUntil(lambda: desk.panel.view.verticalScrollBar().maximum() > 0)
    assert desk.panel.view.horizontalScrollBar().maximum() == 0


def test_another_size_measures_no_text_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = view_of(qtbot)
    measured: list[int] = []
    monkeypatch.setattr(CriteriaView, "sizeHintForColumn", lambda self, column: measured.append(column) or 60)
    view.resize(view.width() - 40, view.height())
    assert measured == []
    view.tree.refreshed.emit()
    assert len(measured) > 5


def test_columns_without_room_are_left_to_the_card(qtbot: QtBot) -> None:
    assert hidden(view_of(qtbot, 1_500)) == set()
    narrow = hidden(view_of(qtbot, 640))
    assert Column.BETTER in narrow
    assert not narrow & {Column.NAME, Column.LOCAL, Column.GLOBAL, Column.STATE}


def test_the_cursor_is_put_on_a_criterion_by_id(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    chosen: list[str] = []
    view.criterion_chosen.connect(chosen.append)
    view.choose("Rule")
    view.choose("Atlantis")
    assert view.chosen == "Rule"
    assert chosen == ["Rule"]


def test_a_criterion_dragged_onto_another_lies_below_it(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    target = view.visualRect(view.tree.index_of("Risk"))
    data = view.tree.mimeData([view.tree.index_of("Jobs")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(target.center().toPointF(), Qt.DropAction.MoveAction, data, buttons, keys)
    view.setDragDropMode(CriteriaView.DragDropMode.DragDrop)
    view.dropEvent(event)
    assert view.tree.lines["Jobs"].criterion.under == "Risk"


def test_the_keyboard_enters_at_the_first_criterion(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, CriteriaPanel)
    desk.panel.take_focus()
    qtbot.waitUntil(desk.panel.view.hasFocus)
    assert desk.panel.view.chosen == "Market"
    assert desk.panel.view.selectedIndexes()
