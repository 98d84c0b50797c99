"""A small picture of a value curve."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import Criterion, Curve
from decidr.gui.panels.value_curve import CurveDot, ValueCurve
from decidr.gui.theme import LIGHT

RULE = Criterion(id="r", name="Rule", unit="%", worst=0.0, best=100.0)
DOTS = (CurveDot("Canada", 80.0, 1), CurveDot("Spain", 20.0), CurveDot("Beyond", 150.0))


def shown(qtbot: QtBot, criterion: Criterion = RULE, dots: tuple[CurveDot, ...] = DOTS) -> ValueCurve:
    curve = ValueCurve()
    qtbot.addWidget(curve)
    curve.resize(320, 142)
    curve.show_curve(criterion, dots)
    curve.show()
    return curve


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


def test_screen_readers_hear_every_host(qtbot: QtBot) -> None:
    curve = shown(qtbot)
    assert curve.accessibleName() == "Value curve of Rule"
    assert (
        curve.accessibleDescription() == "Canada: 80 % scores 0.80; Spain: 20 % scores 0.20; Beyond: 150 % scores 1.00"
    )


def test_hosts_in_focus_have_their_colour_and_the_others_are_grey(qtbot: QtBot, qapp: object) -> None:
    image = shown(qtbot).grab().toImage()
    ratio = image.devicePixelRatio()
    colours = {image.pixelColor(int(x * ratio), int(y * ratio)).name() for x in range(320) for y in range(142)}
    assert QColor(LIGHT.hosts_in_focus[1]).name() in colours
    assert QColor(LIGHT.other_hosts).name() in colours


def test_pointing_at_a_host_names_it_on_the_picture(qtbot: QtBot) -> None:
    curve = shown(qtbot)
    before = curve.grab().toImage()
    place = curve._place(80.0, 0.8).toPoint()
    qtbot.mouseMove(curve, place)
    qtbot.waitUntil(lambda: curve.grab().toImage() != before)
    qtbot.mouseMove(curve, QPoint(2, 2))
    qtbot.waitUntil(lambda: curve.grab().toImage() == before)
