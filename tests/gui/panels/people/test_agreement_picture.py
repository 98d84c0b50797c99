"""Who agrees with whom, as a square."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from decidr.gui.panels.people.agreement_picture import AgreementPicture
from decidr.gui.theme import current, scaled

SHARES = np.array([[1.0, 0.9, np.nan], [0.9, 1.0, 0.2], [np.nan, 0.2, 1.0]])


@pytest.fixture
def picture(qtbot: QtBot, qapp: object) -> AgreementPicture:
    made = AgreementPicture()
    qtbot.addWidget(made)
    made.show_people(("Ann", "Bob", "Cleo"), SHARES)
    made.resize(500, made.heightForWidth(500))
    return made


def middle(row: int, column: int) -> QPointF:
    return QPointF(scaled(170) + (column + 0.5) * scaled(34), scaled(20) + (row + 0.5) * scaled(34))


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (0, 1, "Ann and Bob: 90\u202f%, very high"),
        (2, 1, "Cleo and Bob: 20\u202f%, very low"),
        (0, 2, "Ann and Cleo have judged nothing in common"),
        (1, 1, ""),
    ],
)
def test_each_square_tells_two_names_and_how_far_they_agree(
    picture: AgreementPicture, row: int, column: int, said: str
) -> None:
    assert picture.told_at(middle(row, column)) == said


def test_beside_the_square_nothing_is_told(picture: AgreementPicture) -> None:
    assert picture.told_at(QPointF(5, 30)) == ""
    assert picture.told_at(middle(5, 0)) == ""


def test_the_closer_two_agree_the_nearer_the_square_is_to_the_accent(picture: AgreementPicture) -> None:
    image = picture.grab().toImage()

    def away_from_accent(row: int, column: int) -> int:
        corner = middle(row, column) - QPointF(12, 12)
        found, accent = QColor(image.pixel(corner.toPoint())), QColor(current().accent)
        return sum(abs(a - b) for a, b in zip(found.getRgb(), accent.getRgb(), strict=True))  # type: ignore[arg-type]

    assert away_from_accent(0, 1) < away_from_accent(1, 2)


def test_a_group_too_large_for_names_is_drawn_all_the_same_and_told_under_the_mouse(qtbot: QtBot, qapp: object) -> None:
    made = AgreementPicture()
    qtbot.addWidget(made)
    count = 200
    shares = np.full((count, count), 0.1)
    shares[:100, :100] = shares[100:, 100:] = 0.9
    made.show_people(tuple(f"Person {i}" for i in range(count)), shares)
    made.resize(600, made.heightForWidth(600))
    side = scaled(560)
    assert made.height() == side + scaled(20) + 4
    assert (
        made.told_at(QPointF(side * 0.25, scaled(20) + side * 0.75)) == "Person 150 and Person 50: 10\u202f%, very low"
    )
    image = made.grab().toImage()
    near, far = (image.pixelColor(round(side * x), scaled(20) + round(side * 0.26)) for x in (0.2, 0.8))
    assert near.blue() - near.red() > far.blue() - far.red()
