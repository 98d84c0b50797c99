"""A table of an import as it is seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from decidr.gui.models.importing.import_figures import LABEL, ImportFigures
from decidr.gui.models.importing.import_series import BRINGS, LEAF, ImportSeries
from decidr.gui.panels.importing.table import ImportTable
from tests.gui.import_drafts import draft


def series_table(qtbot: QtBot, folder: Path, width: int) -> ImportTable:
    model = ImportSeries()
    view = ImportTable("series", "Series", model, BRINGS, elastic=True)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(width, 400)
    view.show()
    model.show_draft(draft(folder))
    return view


def test_it_is_as_high_as_its_rows(qtbot: QtBot, qapp, tmp_path) -> None:
    view = series_table(qtbot, tmp_path, 700)
    rows = sum(view.rowHeight(row) for row in range(4))
    assert rows < view.sizeHint().height() < rows + 60
    assert view.rowHeight(0) > view.rowHeight(3)  # a second line says who has no figure


def test_an_elastic_column_gives_way_where_there_is_little_room(qtbot: QtBot, qapp, tmp_path) -> None:
    wide, narrow = series_table(qtbot, tmp_path, 900), series_table(qtbot, tmp_path, 460)
    assert sum(wide.columnWidth(column) for column in range(3)) == wide.viewport().width()
    assert narrow.columnWidth(BRINGS) < wide.columnWidth(BRINGS)
    assert narrow.columnWidth(LEAF) == wide.columnWidth(LEAF)


def test_a_list_of_leaves_opens_where_the_cursor_stands(qtbot: QtBot, qapp, tmp_path) -> None:
    view = series_table(qtbot, tmp_path, 700)
    asked: list[tuple[str, str]] = []
    view.model().leaf_chosen.connect(lambda series, leaf: asked.append((series, leaf)))
    view.setCurrentIndex(view.model().index(3, LEAF))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    box = view.findChild(QComboBox, "cell_editor")
    box.setCurrentIndex(box.findData("tax"))
    box.activated.emit(box.currentIndex())
    assert asked == [("Rain", "tax")]


def test_a_click_on_an_arrow_opens_its_list(qtbot: QtBot, qapp, tmp_path) -> None:
    view = series_table(qtbot, tmp_path, 700)
    place = view.visualRect(view.model().index(3, LEAF)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    box = view.findChild(QComboBox, "cell_editor")
    assert box.view().isVisible()
    box.hidePopup()


def test_a_click_where_there_is_no_arrow_opens_nothing(qtbot: QtBot, qapp, tmp_path) -> None:
    view = series_table(qtbot, tmp_path, 700)
    place = view.visualRect(view.model().index(3, BRINGS)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.findChild(QComboBox, "cell_editor") is None


def test_the_keyboard_enters_at_the_first_cell(qtbot: QtBot, qapp, tmp_path) -> None:
    model = ImportFigures()
    view = ImportTable("figures", "Figures", model, LABEL)
    model.setParent(view)
    qtbot.addWidget(view)
    view.show()
    model.show_draft(draft(tmp_path))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.hasFocus)
    assert view.currentIndex() == model.index(0, 0)
