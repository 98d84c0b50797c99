"""The value curve of a criterion with what is to be said of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import Criterion
from decidr.gui.models.criteria.curve_shape import CurveShape
from decidr.gui.panels.criteria.curve_editor import CurveEditor
from decidr.gui.panels.criteria.value_curve import CurveDot

TAX = Criterion(id="t", name="Tax", unit="%", worst=35.0, best=15.0)


def shown(qtbot: QtBot, *values: float) -> CurveEditor:
    editor = CurveEditor()
    qtbot.addWidget(editor)
    editor.show_curve(TAX, [CurveDot(f"Host {value:g}", value) for value in values])
    editor.show()
    return editor


def test_hosts_beyond_the_ends_are_named_with_their_value(qtbot: QtBot) -> None:
    editor = shown(qtbot, 20, 58.5)
    assert editor.beyond.text() == "Host 58.5 (58.5) lies beyond the ends and scores as the end does."
    editor = shown(qtbot, 1, 2, 40, 50, 60)
    assert editor.beyond.text() == (
        "Host 1 (1), Host 2 (2), Host 40 (40) and 2 more lie beyond the ends and score as the ends do."
    )


def test_nothing_is_said_where_all_lie_inside(qtbot: QtBot) -> None:
    editor = shown(qtbot, 15, 20, 35)
    assert not editor.beyond.isVisible()
    assert not editor.widen.isVisible()


def test_the_ends_are_widened_to_hold_all_by_one_click(qtbot: QtBot) -> None:
    editor = shown(qtbot, 10, 58.5)
    shapes: list[CurveShape] = []
    editor.shaped.connect(shapes.append)
    qtbot.mouseClick(editor.widen, Qt.MouseButton.LeftButton)
    assert [shape.ends for shape in shapes] == [(58.5, 10)]


def test_the_context_menu_adds_and_removes_a_point(qtbot: QtBot) -> None:
    editor = shown(qtbot, 20)
    shapes: list[CurveShape] = []
    editor.shaped.connect(shapes.append)
    for name in ("add_curve_point", "remove_curve_point"):
        action = editor.curve.findChild(QAction, name)
        assert isinstance(action, QAction)
        action.trigger()
    assert [[tuple(knot) for knot in shape.knots] for shape in shapes] == [
        [(15, 1), (25, 0.5), (35, 0)],
        [(15, 1), (35, 0)],
    ]
