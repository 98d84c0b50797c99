"""How a value curve is drawn."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import Criterion, Curve
from decidr.gui.panels.criteria.value_curve import CurveDot, ValueCurve
from decidr.gui.theme import LIGHT

BENT = Criterion(id="b", name="b", unit="%", curve=Curve(form="points", points=((0, 0), (50, 0.8), (100, 1))))


def drawn(qtbot: QtBot, criterion: Criterion = BENT, dots: tuple[CurveDot, ...] = ()) -> tuple[ValueCurve, QImage]:
    curve = ValueCurve()
    qtbot.addWidget(curve)
    curve.resize(320, 196)
    curve.show_curve(criterion, dots)
    curve.show()
    return curve, curve.grab().toImage()


def colour_at(image: QImage, place: QPointF) -> str:
    ratio = image.devicePixelRatio()
    return image.pixelColor(int(place.x() * ratio), int(place.y() * ratio)).name()


def test_beyond_the_ends_the_ground_is_sunken(qtbot: QtBot, qapp: object) -> None:
    curve, image = drawn(qtbot)
    assert colour_at(image, curve.place(-4, 0.25)) == QColor(LIGHT.sunken).name()
    assert colour_at(image, curve.place(104, 0.25)) == QColor(LIGHT.sunken).name()
    assert colour_at(image, curve.place(96, 0.25)) != QColor(LIGHT.sunken).name()


def test_handles_are_open_squares_and_hosts_are_full_dots(qtbot: QtBot, qapp: object) -> None:
    dots = (CurveDot("Canada", 20, 1), CurveDot("Spain", 80))
    curve, image = drawn(qtbot, dots=dots)
    assert colour_at(image, curve.place(50, 0.8)) == QColor(LIGHT.card).name()
    assert colour_at(image, curve.place(20, curve.score(20))) == QColor(LIGHT.hosts_in_focus[1]).name()
    assert colour_at(image, curve.place(80, curve.score(80))) == QColor(LIGHT.other_hosts).name()


def test_the_chosen_handle_is_filled_and_tells_its_figures(qtbot: QtBot, qapp: object) -> None:
    curve, before = drawn(qtbot)
    curve.setFocus()
    qtbot.waitUntil(curve.hasFocus)
    curve._hand.chosen = 1
    image = curve.grab().toImage()
    assert colour_at(image, curve.place(50, 0.8)) == QColor(LIGHT.accent).name()
    assert colour_at(before, curve.place(50, 0.8)) != QColor(LIGHT.accent).name()


def test_ends_close_to_each_other_still_have_two_legible_figures(qtbot: QtBot, qapp: object) -> None:
    far = Criterion(id="b", name="b", worst=1_000_000.0, best=1_000_010.0)
    curve, image = drawn(qtbot, far, (CurveDot("Far", 5_000_000.0),))
    assert not image.isNull()
    assert curve.plane.high < 1_000_100


def test_a_log_curve_is_a_straight_line_with_lines_at_round_values(qtbot: QtBot, qapp: object) -> None:
    sales = Criterion(id="s", name="s", unit="vehicles", worst=1_000.0, best=1_000_000.0, curve=Curve(form="log"))
    curve, image = drawn(qtbot, sales)
    (x0, y0), (x1, y1) = (curve.place(v, s).toTuple() for v, s in ((1_000, 0), (1_000_000, 1)))
    for share in (0.2, 0.45, 0.8):
        on_line = QPointF(x0 + share * (x1 - x0), y0 + share * (y1 - y0))
        assert colour_at(image, on_line) == QColor(LIGHT.accent).name()
    ground = colour_at(image, curve.place(15_000, 0.9))
    lines = [x for x in range(int(x0) + 4, int(x1) - 4) if colour_at(image, QPointF(x, y1 + 40)) != ground]
    for value in (10_000, 100_000):
        assert min(abs(x - curve.place(value, 0).x()) for x in lines) <= 1
