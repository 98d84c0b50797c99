"""A layout that goes on in further rows."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.flow import FlowLayout


def _filled(qtbot: QtBot, count: int) -> tuple[QWidget, FlowLayout]:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=6)
    for number in range(count):
        label = QLabel(f"item {number}")
        label.setFixedSize(80, 20)
        flow.addWidget(label)
    return holder, flow


def test_items_fill_rows_from_the_left(qtbot: QtBot) -> None:
    holder, flow = _filled(qtbot, 5)
    holder.resize(180, 200)
    holder.show()
    places = [(flow.itemAt(i).geometry().x(), flow.itemAt(i).geometry().y()) for i in range(5)]  # type: ignore[union-attr]
    assert places == [(0, 0), (86, 0), (0, 26), (86, 26), (0, 52)]


def test_the_height_follows_the_width(qtbot: QtBot) -> None:
    _holder, flow = _filled(qtbot, 5)
    assert [flow.heightForWidth(width) for width in (80, 180, 600)] == [124, 72, 20]


def test_it_wants_one_row_and_can_do_with_one_column(qtbot: QtBot) -> None:
    _holder, flow = _filled(qtbot, 3)
    assert flow.sizeHint().width() == 3 * 80 + 2 * 6
    assert flow.minimumSize().width() == 80


def test_items_can_be_taken_out(qtbot: QtBot) -> None:
    _holder, flow = _filled(qtbot, 2)
    assert flow.takeAt(5) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 1


def test_a_field_that_wants_more_takes_what_its_row_has_left(qtbot: QtBot) -> None:
    holder, flow = _filled(qtbot, 2)
    field = QLineEdit()
    field.setMaximumWidth(250)
    flow.addWidget(field)
    holder.resize(400, 100)
    holder.show()
    assert (field.x(), field.width()) == (172, 228)
    holder.resize(800, 100)
    assert field.width() == 250


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    holder, flow = _filled(qtbot, 3)
    holder.show()
    shown = flow.itemAt(0).widget()  # type: ignore[union-attr]
    assert shown is not None
    shown.hide()
    assert flow.sizeHint().width() == 2 * 80 + 6
