"""The boxes of what a view counts and turns."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from decidr.gui.document import Document
from decidr.gui.models.people.view_leaves import COUNTS, NAME, TURNED, ViewLeaves
from decidr.gui.models.people.viewing import Viewing
from decidr.gui.models.shared.structuring import Structuring
from decidr.gui.panels.people.view_leaves_view import ViewLeavesView
from tests.gui.structure_study import structure_study


def shown(qtbot: QtBot) -> tuple[Document, ViewLeavesView]:
    document = Document(structure_study())
    leaves = ViewLeaves(Structuring(document), Viewing(document))
    view = ViewLeavesView(leaves)
    qtbot.addWidget(view)
    leaves.show_results(document.results)
    document.changed.connect(lambda _parts: leaves.show_results(document.results))
    view.resize(420, view.sizeHint().height())
    view.show()
    return document, view


def click(qtbot: QtBot, view: ViewLeavesView, name: str, column: int) -> None:
    row = [line.name for line in view.leaves.lines].index(name)
    place = view.visualRect(view.leaves.index(row, column)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def test_a_click_leaves_a_leaf_out_and_turns_one(qtbot: QtBot) -> None:
    document, view = shown(qtbot)
    click(qtbot, view, "Rule", COUNTS)
    click(qtbot, view, "Sales", TURNED)
    assert (document.study.views[0].left_out, document.study.views[0].turned) == (("Rule",), ("Sales",))
    click(qtbot, view, "Jobs", NAME)
    assert document.undo_stack.count() == 2


def test_the_space_bar_ticks_the_box_at_the_cursor(qtbot: QtBot) -> None:
    document, view = shown(qtbot)
    view.setCurrentIndex(view.leaves.index(1, COUNTS))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert document.study.views[0].left_out == ("Sales",)


def test_it_is_as_high_as_its_rows_and_fills_its_width(qtbot: QtBot) -> None:
    _document, view = shown(qtbot)
    last = view.visualRect(view.leaves.index(len(view.leaves.lines) - 1, NAME))
    assert last.bottom() <= view.viewport().height()
    assert abs(sum(view.columnWidth(column) for column in range(3)) - view.viewport().width()) <= 1
    assert not view.grab().isNull()
