"""Fields side by side."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.field_grid import FieldGrid


def grid_of(qtbot: QtBot, width: int, *spans: int) -> tuple[FieldGrid, list[QLabel]]:
    grid = FieldGrid(narrowest=100, most=4)
    fields = [QLabel(str(i)) for i in range(len(spans))]
    for field, span in zip(fields, spans, strict=True):
        grid.add(field, span)
    qtbot.addWidget(grid)
    grid.resize(width, 300)
    grid.show()
    return grid, fields


def rows(fields: list[QLabel]) -> list[list[str]]:
    tops = sorted({field.y() for field in fields if field.isVisible()})
    return [[field.text() for field in fields if field.isVisible() and field.y() == top] for top in tops]


def test_there_are_as_many_columns_as_there_is_room_for(qtbot: QtBot) -> None:
    grid, fields = grid_of(qtbot, 240, 1, 1, 1)
    qtbot.waitUntil(lambda: rows(fields) == [["0", "1"], ["2"]])
    grid.resize(700, 300)
    assert grid.columns == 4
    qtbot.waitUntil(lambda: rows(fields) == [["0", "1", "2"]])
    grid.resize(90, 300)
    qtbot.waitUntil(lambda: rows(fields) == [["0"], ["1"], ["2"]])


def test_a_wide_field_goes_to_the_next_row_where_it_does_not_fit(qtbot: QtBot) -> None:
    _grid, fields = grid_of(qtbot, 360, 1, 1, 2, 4)
    qtbot.waitUntil(lambda: rows(fields) == [["0", "1"], ["2"], ["3"]])
    assert fields[3].width() > fields[2].width() > fields[0].width()


def test_a_field_left_out_gives_its_place_to_the_next(qtbot: QtBot) -> None:
    grid, fields = grid_of(qtbot, 240, 1, 1, 1)
    grid.leave_out(fields[0])
    qtbot.waitUntil(lambda: rows(fields) == [["1", "2"]])
    grid.leave_out()
    qtbot.waitUntil(lambda: rows(fields) == [["0", "1"], ["2"]])
