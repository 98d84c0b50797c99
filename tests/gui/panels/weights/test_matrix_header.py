"""The names along the matrix."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_criterion
from decidr.gui.panels.weights.matrix_header import MatrixHeader
from tests.gui.judging_study import judging_study
from tests.gui.panels.weights.matrix_desk import MatrixDesk

LONG = "Political influence and dependence on whoever happens to govern when the plant opens its gates"


def desk(qtbot: QtBot) -> MatrixDesk:
    return MatrixDesk(qtbot, set_criterion(judging_study(), "Influence", name=LONG))


def tip(header: MatrixHeader, section: int) -> str:
    middle = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
    is_column = header is header.parentWidget().horizontalHeader()  # type: ignore[attr-defined]
    return header.cut_name_at(QPoint(middle, 5) if is_column else QPoint(5, middle))


def test_a_name_that_is_cut_is_told_whole_under_the_mouse(qtbot: QtBot) -> None:
    view = desk(qtbot).page.sheet.view
    assert tip(view.columns, 2) == LONG
    assert tip(view.rows, 2) == LONG
    assert tip(view.columns, 1) == ""


def test_names_wrap_and_make_the_head_of_the_columns_higher(qtbot: QtBot) -> None:
    short = MatrixDesk(qtbot).page.sheet.view.columns
    assert desk(qtbot).page.sheet.view.columns.height() > short.height()


def test_names_are_drawn_in_the_place_of_their_sections(qtbot: QtBot) -> None:
    made = desk(qtbot)
    made.put_cursor(0, 3)
    before = made.page.sheet.view.columns.grab().toImage()
    made.put_cursor(0, 1)
    assert made.page.sheet.view.columns.grab().toImage() != before
