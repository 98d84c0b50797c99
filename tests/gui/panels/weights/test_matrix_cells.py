"""How a cell of the judgment matrix looks."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_judgment, set_reason
from decidr.core.study.study import Study
from decidr.gui.charts.canvas.colours import contrast
from decidr.gui.panels.weights.matrix_cells import READABLE, ink
from decidr.gui.theme import DARK, LIGHT, Theme
from tests.gui.judging_study import NEUTRAL, judging_study
from tests.gui.panels.weights.matrix_desk import MatrixDesk

CARD, SUNKEN = QColor(LIGHT.card), QColor(LIGHT.sunken)


class Drawing:
    """The matrix as it is drawn, the cursor at the last pair."""

    def __init__(self, qtbot: QtBot, study: Study) -> None:
        self.desk = MatrixDesk(qtbot, study)
        self.desk.put_cursor(2, 3)
        self.image: QImage = self.desk.page.sheet.view.viewport().grab().toImage()

    def surface(self, row: int, column: int) -> QColor:
        """The colour of a cell away from its text."""
        middle = self.desk.middle_of(row, column)
        return self.image.pixelColor(middle.x() - 24, middle.y() + 6)

    def corner(self, row: int, column: int, side: int) -> QColor:
        """The colour in an upper corner, at the left (-1) or the right (1)."""
        middle = self.desk.middle_of(row, column)
        return self.image.pixelColor(middle.x() + side * 33, middle.y() - 14)


def test_cells_are_tinted_by_strength_blue_for_the_row_and_ochre_for_the_column(qtbot: QtBot) -> None:
    drawing = Drawing(qtbot, judging_study((3, 9, 1, "1/3", 1, 1)))
    assert drawing.surface(0, 3) == SUNKEN
    weak, strong, turned = drawing.surface(0, 1), drawing.surface(0, 2), drawing.surface(1, 2)
    assert strong.blue() > strong.red()
    assert turned.red() > turned.blue()
    assert contrast(strong.name(), LIGHT.card) > contrast(weak.name(), LIGHT.card)


def test_a_gap_is_hatched_and_has_no_tint(qtbot: QtBot) -> None:
    drawing = Drawing(qtbot, judging_study((None, 1, 1, 1, 1, 1)))
    middle = drawing.desk.middle_of(0, 1)
    across = {drawing.image.pixelColor(middle.x() + dx, middle.y()).name() for dx in range(-20, 20)}
    assert len(across) > 1
    assert not {CARD.name(), QColor(LIGHT.line).name()}.isdisjoint(across)


def test_a_placeholder_among_judgments_has_a_corner_and_alone_has_none(qtbot: QtBot) -> None:
    def placeholder(study: Study, first: str, second: str) -> Study:
        return set_judgment(
            study, under=GOAL, view=NEUTRAL, first=first, second=second, value=1.0, status="placeholder"
        )

    study = judging_study((1,) * 6)
    mixed = Drawing(qtbot, placeholder(study, "Data", "IP"))
    assert mixed.corner(0, 1, 1) == QColor(LIGHT.look_here)
    assert mixed.corner(0, 2, 1) == SUNKEN
    for first, second in mixed.desk.shown.pairs:
        study = placeholder(study, first, second)
    assert Drawing(qtbot, study).corner(0, 1, 1) == SUNKEN


def test_a_reason_has_a_corner_at_the_other_side(qtbot: QtBot) -> None:
    study = set_reason(judging_study((1,) * 6), under=GOAL, view=NEUTRAL, first="Data", second="IP", note="why")
    assert Drawing(qtbot, study).corner(0, 1, -1) == QColor(LIGHT.accent)


def test_text_can_be_read_on_every_tint_of_both_appearances() -> None:
    for theme in (LIGHT, DARK):
        for ratio in (1.5, 2, 3, 4, 5, 6, 7, 8, 9, 1 / 2, 1 / 5, 1 / 9, 40):
            surface = tinted(theme, ratio)
            for is_quiet in (True, False):
                assert contrast(ink(theme, surface, is_quiet), surface) >= READABLE


def tinted(theme: Theme, ratio: float) -> str:
    tint, card = theme.matrix_tint(ratio), QColor(theme.card)
    share = tint.alphaF()
    return QColor(
        round(card.red() + (tint.red() - card.red()) * share),
        round(card.green() + (tint.green() - card.green()) * share),
        round(card.blue() + (tint.blue() - card.blue()) * share),
    ).name()


def test_the_mirrored_half_is_quieter_where_it_can_be_read() -> None:
    assert ink(LIGHT, LIGHT.sunken, True) == LIGHT.second_text
    assert ink(LIGHT, LIGHT.sunken, False) == LIGHT.text
