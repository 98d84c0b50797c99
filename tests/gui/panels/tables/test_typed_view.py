"""A table that is typed into, under keys and mouse: that of costs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.results.money_entry import CostEntry
from decidr.gui.models.shared.typed_table import TypedTable
from decidr.gui.panels.tables.typed_view import TypedView
from tests.gui.costed_study import with_costs

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def document(qapp: object, study: Study) -> Document:
    return Document(with_costs(study))


@pytest.fixture
def view(qtbot: QtBot, document: Document) -> TypedView:
    model = TypedTable(CostEntry(document))
    made = TypedView("cost_table", "Costs", model)
    qtbot.addWidget(made)
    document.changed.connect(model.refresh)
    model.refresh()
    made.resize(760, 500)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.setCurrentIndex(model.index(0, 2))
    return made


def test_a_figure_typed_over_a_cell_is_taken_on_enter(view: TypedView, document: Document, qtbot: QtBot) -> None:
    qtbot.keyClick(view, "7")
    editor = view.findChild(QLineEdit, "cell_editor")
    assert editor is not None
    qtbot.keyClicks(editor, "5")
    qtbot.keyClick(editor, Key.Key_Return)
    assert document.study.costs[0].amount == 75
    assert view.currentIndex().row() == 1


def test_what_cannot_be_taken_stays_to_be_corrected(view: TypedView, document: Document, qtbot: QtBot) -> None:
    qtbot.keyClick(view, "x")
    editor = view.findChild(QLineEdit, "cell_editor")
    assert editor is not None
    qtbot.keyClick(editor, Key.Key_Return)
    assert document.undo_stack.count() == 0
    assert editor.isVisible()
    assert editor.text() == "x"
    qtbot.keyClick(editor, Key.Key_Escape)


def test_enter_goes_down_and_tab_across(view: TypedView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Key.Key_Return)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 2)
    qtbot.keyClick(view, Key.Key_Tab)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 3)


def test_a_block_is_copied_and_pasted_by_keys(view: TypedView, document: Document, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Key.Key_C, Control)
    assert QGuiApplication.clipboard().text() == "1000000000"
    view.begin_row()
    QGuiApplication.clipboard().setText("Spain\tRoad\t5\nCanada\tRoad\t6")
    with qtbot.waitSignal(view.pasted) as pasted:
        qtbot.keyClick(view, Key.Key_V, Control)
    assert pasted.args == [2]
    assert [item.item for item in document.study.costs[-2:]] == ["Road", "Road"]


def test_delete_asks_that_the_chosen_rows_go(view: TypedView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.removal_wanted):
        qtbot.keyClick(view, Key.Key_Delete)
    assert view.chosen_rows == [0]


@pytest.mark.parametrize("width", [420, 520, 760, 1100])
def test_figures_are_never_cut_and_columns_fill_the_width(view: TypedView, width: int) -> None:
    view.resize(width, 500)
    assert view.columnWidth(2) >= view.sizeHintForColumn(2)
    seen = [c for c in range(6) if not view.isColumnHidden(c)]
    assert sum(view.columnWidth(c) for c in seen) >= view.viewport().width()
    assert view.isColumnHidden(5) is (width < 500)


def test_it_is_as_high_as_its_rows(view: TypedView, document: Document) -> None:
    before = view.sizeHint().height()
    view.table.remove([0, 1])
    assert view.sizeHint().height() < before


def test_the_keyboard_stays_where_it_was_when_rows_come_and_go(view: TypedView, document: Document) -> None:
    view.setCurrentIndex(view.table.index(1, 2))
    view.table.remove([0])
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 2)
    view.clearFocus()
    document.undo_stack.undo()
    assert not view.currentIndex().isValid()


def test_columns_that_can_be_spared_are_left_out_in_their_order(qtbot: QtBot, document: Document) -> None:
    model = TypedTable(CostEntry(document))
    made = TypedView("spare_table", "Costs", model, ("source", "year", "item"))
    qtbot.addWidget(made)
    model.refresh()
    made.show()
    hidden = []
    for width in (1_100, 460, 380, 320):
        made.resize(width, 400)
        hidden.append([c.field for place, c in enumerate(model.columns) if made.isColumnHidden(place)])
    assert hidden[0] == []
    assert hidden == sorted(hidden, key=len)
    assert hidden[-1] == ["item", "year", "source"]
    assert all(set(few) <= set(more) for few, more in pairwise(hidden))
