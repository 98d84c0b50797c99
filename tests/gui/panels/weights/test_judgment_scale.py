"""The scale on which a pair is judged."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.gui.panels.weights.judgment_scale import Side, WordedScale

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Scale:
    """A scale on the screen, and what it told."""

    def __init__(self, qtbot: QtBot, first_at: Side = "left", ratio: float | None = None) -> None:
        self.qtbot = qtbot
        self.widget = WordedScale(first_at)
        qtbot.addWidget(self.widget)
        self.widget.resize(700, 90)
        self.widget.show_ratio(ratio)
        self.widget.show()
        self.widget.setFocus()
        self.judged: list[float] = []
        self.typed: list[str] = []
        self.widget.judged.connect(self.judged.append)
        self.widget.typing.connect(self.typed.append)

    def key(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if isinstance(key, str):
            self.qtbot.keyClicks(self.widget, key, modifiers)
        else:
            self.qtbot.keyClick(self.widget, key, modifiers)

    def at(self, step: float) -> QPoint:
        return QPoint(round(self.widget._x(step)), round(self.widget._track_y()))


def test_a_digit_counts_for_the_first_while_nothing_is_judged(qtbot: QtBot) -> None:
    scale = Scale(qtbot)
    scale.key("5")
    assert (scale.judged, scale.widget.step) == ([5.0], -4)


def test_shift_with_a_digit_takes_the_other_side(qtbot: QtBot) -> None:
    scale = Scale(qtbot)
    scale.key(Qt.Key.Key_5, SHIFT)
    assert scale.judged == [pytest.approx(1 / 5)]
    assert scale.widget.step == 4


def test_a_digit_stays_on_the_side_where_the_handle_stands(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=1 / 3)
    scale.key("7")
    scale.key(Qt.Key.Key_7, SHIFT)
    assert scale.judged == [pytest.approx(1 / 7), 7.0]


def test_one_is_equal_on_either_side(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=6.0)
    scale.key("1")
    assert scale.judged == [1.0]


def test_arrow_keys_move_towards_where_they_point_and_count_once(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=1.0)
    for _press in range(3):
        scale.key(Qt.Key.Key_Left)
    assert scale.judged == []
    qtbot.waitUntil(lambda: scale.judged == [4.0])


def test_arrow_keys_cross_the_middle(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=2.0)
    scale.key(Qt.Key.Key_Right)
    scale.key(Qt.Key.Key_Right)
    scale.widget.settle()
    assert scale.judged == [pytest.approx(1 / 2)]


def test_home_and_end_go_to_the_ends(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=1.0)
    scale.key(Qt.Key.Key_Home)
    scale.widget.settle()
    scale.key(Qt.Key.Key_End)
    scale.widget.settle()
    assert scale.judged == [9.0, pytest.approx(1 / 9)]


def test_from_between_two_steps_an_arrow_goes_to_the_nearer_one(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=2.5)
    scale.key(Qt.Key.Key_Left)
    scale.widget.settle()
    assert scale.judged == [3.0]


def test_what_the_arrow_keys_are_about_to_say_outlives_a_repaint_but_not_another_judgment(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=1.0)
    scale.key(Qt.Key.Key_Left)
    scale.widget.show_ratio(1.0)
    assert scale.widget.ratio == 2.0
    scale.widget.show_ratio(5.0)
    scale.widget.settle()
    assert (scale.widget.ratio, scale.judged) == (5.0, [])


def test_leaving_the_scale_settles_it(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=1.0)
    scale.key(Qt.Key.Key_Left)
    scale.widget.hide()
    assert scale.judged == [2.0]


def test_a_click_judges_and_a_drag_judges_where_it_ends(qtbot: QtBot) -> None:
    scale = Scale(qtbot)
    qtbot.mouseClick(scale.widget, Qt.MouseButton.LeftButton, pos=scale.at(-2))
    assert scale.judged == [3.0]
    moved: list[float] = []
    scale.widget.moved.connect(moved.append)
    qtbot.mousePress(scale.widget, Qt.MouseButton.LeftButton, pos=scale.at(-2))
    qtbot.mouseMove(scale.widget, scale.at(1))
    qtbot.mouseMove(scale.widget, scale.at(3.2))
    qtbot.mouseRelease(scale.widget, Qt.MouseButton.LeftButton, pos=scale.at(3.2))
    assert moved[-1] == pytest.approx(1 / 4)
    assert scale.judged[1:] == [pytest.approx(1 / 4)]


def test_a_ratio_beyond_nine_stands_at_the_end_and_one_between_steps_between_them(qtbot: QtBot) -> None:
    assert Scale(qtbot, ratio=12.0).widget.step == -8
    assert Scale(qtbot, ratio=2.5).widget.step == -1.5
    assert Scale(qtbot, first_at="right", ratio=2.5).widget.step == 1.5


@pytest.mark.parametrize(("keys", "text"), [("2.", "2."), ("2,", "2,"), ("1/", "1/"), (".", "0."), ("/", "1/")])
def test_typing_what_is_no_step_is_told_with_the_digit_before(qtbot: QtBot, keys: str, text: str) -> None:
    scale = Scale(qtbot)
    scale.key(keys)
    assert scale.typed == [text]


def test_delete_takes_the_judgment_back(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=3.0)
    with qtbot.waitSignal(scale.widget.cleared):
        scale.key(Qt.Key.Key_Delete)


def test_a_value_set_by_a_screen_reader_is_a_judgment(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=1.0)
    scale.widget.setValue(2)
    assert scale.judged == [pytest.approx(1 / 3)]


def test_enter_and_letters_are_left_to_the_page(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=1.0)
    scale.key(Qt.Key.Key_Return)
    scale.key("x")
    assert (scale.judged, scale.typed) == ([], [])


def test_words_that_would_touch_each_other_are_left_out(qtbot: QtBot) -> None:
    scale = Scale(qtbot)
    words = {1: "Equally", 3: "Moderately", 5: "Strongly", 7: "Very strongly", 9: "Extremely"}
    scale.widget.resize(1200, 90)
    assert scale.widget._words_that_fit(words) == (1, 3, 5, 7, 9)
    scale.widget.resize(500, 90)
    assert scale.widget._words_that_fit(words) == (1, 5, 9)
    scale.widget.resize(260, 90)
    assert scale.widget._words_that_fit(words) == (1, 9)


def test_the_wheel_judges_nothing(qtbot: QtBot) -> None:
    scale = Scale(qtbot, ratio=1.0)
    place = QPointF(scale.at(0))
    turn = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(scale.widget, turn)
    assert scale.judged == []
