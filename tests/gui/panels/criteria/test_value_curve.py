"""A value curve to look at and to shape."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import Criterion, Curve
from decidr.gui.models.criteria.curve_shape import CurveShape
from decidr.gui.panels.criteria.value_curve import CurveDot, ValueCurve
from decidr.gui.theme import LIGHT

RULE = Criterion(id="r", name="Rule", unit="%", worst=0.0, best=100.0)
BENT = Criterion(id="b", name="b", curve=Curve(form="points", points=((0, 0), (50, 0.8), (100, 1))))
DOTS = (CurveDot("Canada", 80.0, 1), CurveDot("Spain", 20.0), CurveDot("Beyond", 150.0))
LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
NONE, Key = Qt.KeyboardModifier.NoModifier, Qt.Key


def shown(qtbot: QtBot, criterion: Criterion = RULE, dots: tuple[CurveDot, ...] = DOTS) -> ValueCurve:
    curve = ValueCurve()
    qtbot.addWidget(curve)
    curve.resize(320, 196)
    curve.show_curve(criterion, dots)
    curve.show()
    return curve


class Hand:
    """Somebody with a mouse and a keyboard before a curve, and what the curve tells."""

    def __init__(self, qtbot: QtBot, criterion: Criterion) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.curve, self.before, self.after = ValueCurve(), QLineEdit(), QLineEdit()
        column = QVBoxLayout(self.window)
        for widget in (self.before, self.curve, self.after):
            column.addWidget(widget)
        self.window.resize(360, 300)
        self.curve.show_curve(criterion, ())
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.tried: list[CurveShape] = []
        self.shaped: list[CurveShape] = []
        self.given_up = 0
        self.curve.tried.connect(self.tried.append)
        self.curve.shaped.connect(self._shape)
        self.curve.given_up.connect(self._give_up)

    def _shape(self, shape: CurveShape) -> None:
        self.shaped.append(shape)
        self.curve.show_curve(shape.criterion, ())

    def _give_up(self) -> None:
        self.given_up += 1

    @property
    def knots(self) -> list[tuple[float, float]]:
        assert self.curve.shape
        return [tuple(knot) for knot in self.curve.shape.knots]

    def press(self, value: float, score: float) -> None:
        self.qtbot.mousePress(self.curve, LEFT, pos=self.curve.place(value, score).toPoint())

    def draw(self, place: QPointF, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Move the mouse with its button down: Qt's own helper lets the button go."""
        glob = self.curve.mapToGlobal(place)
        QApplication.sendEvent(
            self.curve, QMouseEvent(QEvent.Type.MouseMove, place, glob, Qt.MouseButton.NoButton, LEFT, modifier)
        )

    def drag(self, start: tuple[float, float], end: tuple[float, float], modifier: Qt.KeyboardModifier = NONE) -> None:
        self.press(*start)
        there = self.curve.place(*end)
        self.draw((self.curve.place(*start) + there) / 2, modifier)
        self.draw(there, modifier)
        self.qtbot.mouseRelease(self.curve, LEFT, pos=there.toPoint())


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return Hand(qtbot, BENT)


@pytest.mark.parametrize(
    ("criterion", "value", "score"),
    [
        (RULE, 25.0, 0.25),
        (Criterion(id="r", name="r", worst=100.0, best=0.0), 25.0, 0.75),
        (Criterion(id="r", name="r", worst=1.0, best=100.0, curve=Curve(form="log")), 10.0, 0.5),
        (Criterion(id="r", name="r", curve=Curve(form="points", points=((0, 0), (10, 0.8), (20, 1)))), 10.0, 0.8),
    ],
)
def test_every_form_of_curve_gives_its_scores(qtbot: QtBot, criterion: Criterion, value: float, score: float) -> None:
    curve = shown(qtbot, criterion, ())
    assert curve.is_drawable
    assert curve.score(value) == pytest.approx(score)
    assert not curve.grab().isNull()


@pytest.mark.parametrize(
    "criterion",
    [
        Criterion(id="r", name="r"),
        Criterion(id="r", name="r", worst=5.0, best=5.0),
        Criterion(id="r", name="r", worst=-1.0, best=5.0, curve=Curve(form="log")),
        Criterion(id="r", name="r", curve=Curve(form="points", points=((1, 0),))),
    ],
)
def test_a_curve_that_cannot_score_is_not_drawn(qtbot: QtBot, criterion: Criterion) -> None:
    curve = shown(qtbot, criterion, ())
    assert not curve.is_drawable
    assert not curve.grab().isNull()


def test_screen_readers_hear_the_chosen_point_and_every_host(qtbot: QtBot) -> None:
    curve = shown(qtbot)
    hosts = "Canada: 80 % scores 0.80; Spain: 20 % scores 0.20; Beyond: 150 % scores 1.00"
    assert curve.accessibleName() == "Value curve of Rule"
    assert curve.accessibleDescription() == hosts
    qtbot.mouseClick(curve, LEFT, pos=curve.place(100, 1).toPoint())
    assert curve.accessibleDescription() == f"point 100 % scores 1; {hosts}"


def test_hosts_in_focus_have_their_colour_and_the_others_are_grey(qtbot: QtBot, qapp: object) -> None:
    image = shown(qtbot).grab().toImage()
    ratio = image.devicePixelRatio()
    colours = {image.pixelColor(int(x * ratio), int(y * ratio)).name() for x in range(320) for y in range(196)}
    assert QColor(LIGHT.hosts_in_focus[1]).name() in colours
    assert QColor(LIGHT.other_hosts).name() in colours


def test_pointing_at_a_host_names_it_on_the_picture(qtbot: QtBot) -> None:
    curve = shown(qtbot)
    before = curve.grab().toImage()
    qtbot.mouseMove(curve, curve.place(80.0, 0.8).toPoint())
    qtbot.waitUntil(lambda: curve.grab().toImage() != before)
    qtbot.mouseMove(curve, QPoint(2, 2))
    qtbot.waitUntil(lambda: curve.grab().toImage() == before)


def test_a_point_is_dragged_and_counts_when_it_is_let_go(hand: Hand) -> None:
    hand.drag((50, 0.8), (30, 0.5))
    assert hand.knots == [(0, 0), (30, 0.5), (100, 1)]
    assert len(hand.tried) == 2
    assert [shape.knots[1] for shape in hand.shaped] == [(30, 0.5)]


def test_shift_drags_in_fine_steps(hand: Hand) -> None:
    end = hand.curve.place(50, 0.8) + QPointF(0, 3)
    hand.press(50, 0.8)
    hand.draw(end, SHIFT)
    fine = hand.knots[1][1]
    hand.draw(end)
    assert 0.8 - 0.05 < fine < 0.8
    assert hand.knots[1][1] in (0.75, 0.8)


def test_an_end_is_dragged_over_the_margin(qtbot: QtBot) -> None:
    hand = Hand(qtbot, RULE)
    hand.drag((100, 1), (105, 1))
    assert hand.shaped[0].ends == (0, 105)
    assert hand.curve.plane.high > 105


def test_a_click_without_a_move_changes_nothing(hand: Hand) -> None:
    hand.qtbot.mouseClick(hand.curve, LEFT, pos=hand.curve.place(50, 0.8).toPoint())
    assert (hand.shaped, hand.given_up) == ([], 1)
    assert hand.curve.chosen == (50, 0.8)


def test_a_double_click_adds_a_point_and_one_on_a_point_does_not(hand: Hand) -> None:
    hand.qtbot.mouseDClick(hand.curve, LEFT, pos=hand.curve.place(75, 0.4).toPoint())
    assert hand.knots[2] == pytest.approx((75, 0.4), abs=1.01)
    hand.qtbot.mouseDClick(hand.curve, LEFT, pos=hand.curve.place(50, 0.8).toPoint())
    assert len(hand.shaped) == 1


def test_a_point_drawn_out_of_the_picture_goes(hand: Hand) -> None:
    hand.press(50, 0.8)
    out = hand.curve.place(50, 0) + QPointF(0, 60)
    hand.draw(out)
    assert hand.curve.chosen is None
    hand.qtbot.mouseRelease(hand.curve, LEFT, pos=out.toPoint())
    assert hand.knots == [(0, 0), (100, 1)]


def test_escape_gives_up_what_is_being_drawn(hand: Hand) -> None:
    hand.press(50, 0.8)
    hand.draw(hand.curve.place(30, 0.5))
    hand.qtbot.keyClick(hand.curve, Key.Key_Escape)
    assert hand.knots == [(0, 0), (50, 0.8), (100, 1)]
    assert (hand.shaped, hand.given_up) == ([], 1)


def test_what_was_drawn_counts_when_the_curve_is_left(hand: Hand) -> None:
    hand.press(50, 0.8)
    hand.draw(hand.curve.place(30, 0.5))
    hand.window.hide()
    assert [shape.knots[1] for shape in hand.shaped] == [(30, 0.5)]


def test_tab_goes_through_the_points_and_then_on(hand: Hand) -> None:
    hand.before.setFocus()
    hand.qtbot.waitUntil(hand.before.hasFocus)
    seen = []
    hand.qtbot.keyClick(hand.before, Key.Key_Tab)
    for _tab in range(3):
        seen.append(hand.curve.chosen)
        hand.qtbot.keyClick(hand.curve, Key.Key_Tab)
    assert seen == [(0, 0), (50, 0.8), (100, 1)]
    assert hand.after.hasFocus()
    hand.qtbot.keyClick(hand.after, Key.Key_Backtab, SHIFT)
    assert hand.curve.chosen == (100, 1)


def test_arrows_move_the_chosen_point_and_a_key_held_down_is_one_step(hand: Hand) -> None:
    hand.qtbot.mouseClick(hand.curve, LEFT, pos=hand.curve.place(50, 0.8).toPoint())
    hand.qtbot.keyClick(hand.curve, Key.Key_Right)
    hand.qtbot.keyClick(hand.curve, Key.Key_Down)
    hand.qtbot.keyClick(hand.curve, Key.Key_Up, SHIFT)
    assert hand.knots[1] == pytest.approx((51, 0.755))
    assert len(hand.shaped) == 3
    for _press in range(4):
        hand.qtbot.keyPress(hand.curve, Key.Key_Left)
    hand.qtbot.keyRelease(hand.curve, Key.Key_Left)
    assert hand.knots[1][0] == 47
    assert len(hand.shaped) == 4


def test_insert_and_delete_add_and_remove_a_point(hand: Hand) -> None:
    hand.curve.setFocus()
    hand.qtbot.waitUntil(hand.curve.hasFocus)
    hand.qtbot.keyClick(hand.curve, Key.Key_Insert)
    assert hand.knots == [(0, 0), (25, 0.4), (50, 0.8), (100, 1)]
    hand.qtbot.keyClick(hand.curve, Key.Key_Delete)
    assert hand.knots == [(0, 0), (50, 0.8), (100, 1)]


def test_another_criterion_ends_what_is_being_drawn(hand: Hand) -> None:
    hand.press(50, 0.8)
    hand.draw(hand.curve.place(30, 0.5))
    hand.curve.show_curve(RULE, ())
    assert hand.knots == [(0, 0), (100, 1)]
    assert hand.curve.chosen is None
