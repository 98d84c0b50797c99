"""How a line of the criteria tree looks."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_criterion
from decidr.core.study.study import Study
from decidr.gui.models.criteria.criteria_tree import Column
from decidr.gui.panels.criteria.criteria_cells import weight_width
from decidr.gui.panels.criteria.page import CriteriaPanel
from decidr.gui.theme import LIGHT
from tests.gui.panels.table_desk import TableDesk
from tests.gui.structure_study import structure_study


def picture(qtbot: QtBot, criterion: str, column: Column, study: Study | None = None) -> QImage:
    desk = TableDesk(qtbot, CriteriaPanel, study, (1_500, 700))
    view = desk.panel.view
    return view.viewport().grab(view.visualRect(view.tree.index_of(criterion, column))).toImage()


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_heavier_criterion_has_a_longer_bar(qtbot: QtBot, qapp: object) -> None:
    sales = count(picture(qtbot, "Sales", Column.LOCAL), LIGHT.accent)
    exports = count(picture(qtbot, "Exports", Column.LOCAL), LIGHT.accent)
    assert sales > 2 * exports > 0


def test_the_weight_of_the_whole_has_the_colour_of_the_main_criterion(qtbot: QtBot, qapp: object) -> None:
    assert count(picture(qtbot, "Market", Column.GLOBAL), LIGHT.criteria[0]) > 50
    assert count(picture(qtbot, "Rule", Column.GLOBAL), LIGHT.criteria[1]) > 20


def test_what_does_not_count_has_no_bar(qtbot: QtBot, qapp: object) -> None:
    dormant = set_criterion(structure_study(), "Sales", active=False)
    assert count(picture(qtbot, "Sales", Column.LOCAL, dormant), LIGHT.accent) == 0


def test_findings_have_the_sign_of_the_gravest(qtbot: QtBot, qapp: object) -> None:
    wrong = set_criterion(structure_study(), "Rule", worst=100.0)
    assert count(picture(qtbot, "Rule", Column.STATE, wrong), LIGHT.error) > 10
    assert count(picture(qtbot, "Rule", Column.STATE), LIGHT.error) == 0


def test_a_column_of_weights_has_room_for_its_bar(qapp: object) -> None:
    assert weight_width(60) - weight_width(20) == 40
