"""How a cell of the data looks."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import case_named
from decidr.gui import theme
from decidr.gui.charts.canvas.colours import contrast
from decidr.gui.models.data.data_sheet import CellFact, DataSheet
from decidr.gui.panels.data.cell_look import CellLook, Letters
from tests.gui.scenario_study import scenario_study
from tests.gui.structure_study import structure_study

pytestmark = pytest.mark.usefixtures("qapp")
AREA = QRectF(0, 0, 96, 41)
PLAIN = QStyle.StateFlag.State_None


def painted(criterion: str, host: str, is_quiet: bool = False, state: QStyle.StateFlag = PLAIN) -> QImage:
    sheet = DataSheet(evaluate(structure_study()))
    return painted_fact(sheet.fact(sheet.row(criterion), sheet.column(host)), is_quiet, state)


def painted_fact(fact: CellFact, is_quiet: bool = False, state: QStyle.StateFlag = PLAIN) -> QImage:
    image = QImage(96, 41, QImage.Format.Format_RGB32)
    painter, look = QPainter(image), CellLook()
    look.paint_ground(painter, AREA)
    look.paint_box(painter, AREA.adjusted(1, 1, -1, -2), fact, is_quiet, state)
    look.paint_words(painter, AREA.adjusted(1, 1, -1, -2), fact, is_quiet)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def ground(image: QImage) -> str:
    return image.pixelColor(4, 20).name()


def test_a_placeholder_asks_by_tint_sign_and_word(qapp: QApplication) -> None:
    image = painted("Exports", "Canada")
    assert ground(image) != QColor(theme.LIGHT.card).name()
    assert QColor(theme.LIGHT.look_here).name() in colours(image)


def test_a_measured_figure_stands_on_the_bare_card() -> None:
    assert ground(painted("Sales", "Canada")) == QColor(theme.LIGHT.card).name()


def test_a_gap_is_hatched_and_named_in_colour() -> None:
    image = painted("Sales", "Morocco")
    assert QColor(theme.LIGHT.line).name() in colours(image)
    assert image != painted("Sales", "Morocco", is_quiet=True)


def test_a_closed_cell_is_sunken_and_struck() -> None:
    assert ground(painted("Sales", "Spain")) == QColor(theme.LIGHT.sunken).name()


def test_every_kind_looks_different() -> None:
    cells = (("Sales", "Canada"), ("Sales", "Spain"), ("Sales", "Morocco"), ("Exports", "Canada"), ("Rule", "Canada"))
    images = [painted(*cell) for cell in cells]
    assert all(a != b for i, a in enumerate(images) for b in images[i + 1 :])


def test_a_quiet_cell_has_no_tint_and_no_sign() -> None:
    image = painted("Exports", "Canada", is_quiet=True)
    assert ground(image) == QColor(theme.LIGHT.card).name()
    assert QColor(theme.LIGHT.look_here).name() not in colours(image)


def test_a_selected_cell_is_tinted_and_the_cursors_is_framed() -> None:
    selected = painted("Sales", "Canada", state=QStyle.StateFlag.State_Selected)
    assert ground(selected) != QColor(theme.LIGHT.card).name()
    current = painted("Sales", "Canada", state=QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
    assert QColor(theme.LIGHT.accent).name() in colours(current)


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_words_can_be_read_on_every_tint(qapp: QApplication, appearance: theme.Appearance) -> None:
    theme.apply(qapp, appearance)
    look, shown = CellLook(), theme.current()
    for kind, ink in (("placeholder", shown.look_here), ("proxy", shown.second_text), ("closed", shown.second_text)):
        assert contrast(ink, look._surfaces[kind]) >= 4.5
    theme.apply(qapp, "light")


def test_the_longest_form_that_fits_is_written() -> None:
    letters = Letters(theme.font())
    forms = ("measured 2024", "measured")
    assert letters.fitted(forms, 400)[0] == "measured 2024"
    short = letters.fitted(("measured",), 400)[1]
    assert letters.fitted(forms, short + 2)[0] == "measured"
    assert letters.fitted(forms, 20)[0].endswith("…")


def test_what_a_scenario_supposes_stands_below_in_the_accent() -> None:
    study = scenario_study()
    images = []
    for name in ("Strike", "Boom"):
        sheet = DataSheet(evaluate(study, case=case_named(study, name)))
        images.append(painted_fact(sheet.fact(sheet.row("c5"), sheet.column("h10"))))
    bluest = [max(QColor(c).blue() - QColor(c).red() for c in colours(image)) for image in images]
    assert bluest[0] > 60 > bluest[1]
