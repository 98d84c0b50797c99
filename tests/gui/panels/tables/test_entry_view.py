from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.gui.panels.tables.entry_view import EntryView

HEADINGS = (Heading("Leaf"), Heading("Value"), Heading("Points", is_number=True))


def row(name: str, points: float) -> tuple[Entry, ...]:
    return (
        Entry(name, order=name),
        Entry("190 000 vehicles a year", below="2024 · measured", place=f"data:{name}:CAN"),
        Entry(f"{points:.1f}", exact=repr(points), order=points, is_number=True),
    )


@pytest.fixture
def view(qtbot: QtBot) -> EntryView:
    made = EntryView("leaves")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.table.show_rows([row("Home market", 5.132), row("Exports", 4.024), row("Wall", 0.491)], HEADINGS)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(view: EntryView) -> list[str]:
    return [view.model().index(r, 0).data() for r in range(view.model().rowCount())]


def test_a_table_is_as_high_as_its_rows(view: EntryView) -> None:
    rows = sum(view.rowHeight(r) for r in range(3))
    assert view.height() >= rows + view.horizontalHeader().height()
    assert not view.verticalScrollBar().isVisible()


def test_a_table_fills_the_width_and_numbers_are_never_cut(view: EntryView) -> None:
    assert sum(view.columnWidth(c) for c in range(3)) == view.viewport().width()
    assert view.columnWidth(2) >= view.sizeHintForColumn(2)


def test_numbers_that_change_in_place_are_not_cut_either(view: EntryView) -> None:
    longer = Entry("over 1 234 567.8", order=2.0, is_number=True)
    view.table.show_rows([(*row(name, 1.0)[:2], longer) for name in ("Home market", "Exports", "Wall")])
    assert view.columnWidth(2) >= view.sizeHintForColumn(2)
    assert sum(view.columnWidth(c) for c in range(3)) == view.viewport().width()


def test_texts_share_what_is_left_where_there_is_too_little(view: EntryView) -> None:
    view.resize(260, 300)
    assert view.columnWidth(1) < view.sizeHintForColumn(1)
    assert view.columnWidth(2) >= view.sizeHintForColumn(2)


def test_the_bar_of_a_table_that_is_too_wide_lies_below_its_last_row(view: EntryView, qtbot: QtBot) -> None:
    high = view.height()
    view.resize(120, 300)
    qtbot.waitUntil(lambda: view.horizontalScrollBar().isVisible())
    assert view.visualRect(view.model().index(2, 0)).bottom() <= view.viewport().height()
    view.resize(500, 300)
    assert view.height() == high


def test_a_row_grows_with_a_second_line_that_comes_to_it(view: EntryView) -> None:
    def plain(name: str) -> tuple[Entry, ...]:
        return (Entry(name), Entry("190 000"), Entry("5.1"))

    view.table.show_rows([plain("Home market"), plain("Exports"), plain("Wall")])
    low = view.rowHeight(1)
    view.table.show_rows([plain("Home market"), row("Exports", 4.024), plain("Wall")])
    assert view.rowHeight(1) > low
    assert view.rowHeight(1) >= view.sizeHintForRow(1)
    assert view.rowHeight(2) == low
    view.table.show_rows([plain("Home market"), plain("Exports"), plain("Wall")])
    assert view.rowHeight(1) == low
    assert view.height() == view.horizontalHeader().height() + 3 * low + 2


def test_a_double_click_leads_to_the_place_of_the_row(view: EntryView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as told:
        view.activated.emit(view.model().index(1, 0))
    assert told.args == ["data:Exports:CAN"]


def test_arrow_keys_choose_rows(view: EntryView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(view.row_chosen) as told:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert told.args == [1]


def test_copying_takes_the_selected_rows_at_full_precision(view: EntryView, qtbot: QtBot) -> None:
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == "Home market\t190 000 vehicles a year 2024 · measured\t5.132"


def test_a_click_on_a_heading_sorts_numbers_from_the_largest_and_then_turns_round(view: EntryView) -> None:
    view.show_sorting(0, Qt.SortOrder.AscendingOrder)
    assert shown(view) == ["Exports", "Home market", "Wall"]
    view.horizontalHeader().sectionClicked.emit(2)
    assert shown(view) == ["Home market", "Exports", "Wall"]
    view.horizontalHeader().sectionClicked.emit(2)
    assert shown(view) == ["Wall", "Exports", "Home market"]


def test_a_row_is_chosen_by_its_place_in_the_model_whatever_the_sorting(view: EntryView) -> None:
    view.show_sorting(2, Qt.SortOrder.AscendingOrder)
    view.choose_row(0)
    assert view.currentIndex().row() == 2


def test_rows_can_be_selected_by_what_they_are(view: EntryView) -> None:
    assert view.select_rows(lambda entry: entry.text.startswith("W")) is not None
    assert [index.row() for index in view.selectionModel().selectedRows()] == [2]
    assert view.select_rows(lambda entry: False) is None


def test_one_column_can_be_told_to_say_its_words_whole_before_the_others(qtbot: QtBot) -> None:
    view = EntryView("answers", stretched=1, whole=1)
    qtbot.addWidget(view)
    view.resize(430, 200)
    long = Entry("A criterion with a name as long as people write them")
    rows = [(long, Entry("above 34 % Canada leads"), Entry("17 %", is_number=True))]
    view.table.show_rows(rows, (Heading("Criterion"), Heading("Answer"), Heading("Weight", is_number=True)))
    with qtbot.waitExposed(view):
        view.show()
    assert view.columnWidth(1) >= view.sizeHintForColumn(1)
    assert view.columnWidth(0) < view.sizeHintForColumn(0)
    assert sum(view.columnWidth(c) for c in range(3)) <= view.viewport().width()
