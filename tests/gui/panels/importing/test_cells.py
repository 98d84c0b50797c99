"""How a cell of an import is drawn and ticked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from decidr.gui.models.importing.import_figures import HOST, LABEL, LEAVES, ImportFigures
from decidr.gui.panels.importing.cells import ImportCells, height
from tests.gui.import_drafts import draft


@pytest.fixture
def model(qapp, tmp_path) -> ImportFigures:
    made = ImportFigures()
    made.show_draft(draft(tmp_path))
    return made


def test_a_cell_with_a_second_line_is_higher_and_a_box_takes_room(model) -> None:
    cells, option = ImportCells(), QStyleOptionViewItem()
    assert height(model.index(0, LEAVES)) > height(model.index(1, LEAVES))
    assert cells.sizeHint(option, model.index(1, LEAVES)).width() > 24
    with_box, without = (cells.sizeHint(option, model.index(row, HOST)) for row in (0, 2))
    assert with_box.height() == without.height()


def test_the_space_bar_ticks_a_box_and_nothing_else(qtbot: QtBot, model) -> None:
    cells, option = ImportCells(), QStyleOptionViewItem()
    space = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(model.left_changed) as left:
        assert cells.editorEvent(space, model, option, model.index(0, LEAVES))
    assert left.args == [(("gdp", "CAN"),), True]
    with qtbot.assertNotEmitted(model.left_changed):
        cells.editorEvent(space, model, option, model.index(0, LABEL))
