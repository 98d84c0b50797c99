"""The card of one cell."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell
from decidr.core.study.study import Study
from decidr.gui.panels.data.page import DataPanel
from decidr.gui.panels.widgets.field import Field
from tests.gui.panels.table_desk import TableDesk
from tests.gui.structure_study import structure_study


class Desk(TableDesk[DataPanel]):
    """The card of one cell on its page."""

    def __init__(self, qtbot: QtBot, leaf: str = "Sales", host: str = "Canada", study: Study | None = None) -> None:
        super().__init__(qtbot, DataPanel, study)
        self.place = leaf, host
        self.panel.show_place(f"data:{leaf}:{host}")
        self.card = self.panel.card

    @property
    def cell(self) -> Cell | None:
        return next((c for c in self.document.study.cells if (c.criterion, c.host) == self.place), None)

    def choose(self, field: str, value: str) -> None:
        box = self.find(QComboBox, field)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    def shown(self) -> set[str]:
        return {f.editor.objectName() for f in self.card.findChildren(Field) if f.isVisible()}


def test_it_names_the_cell_and_tells_what_it_does(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert desk.card.heading.text() == "Sales, Canada"
    assert "190\u202f000 vehicles/year scores 0.64" in desk.card.score.text()


@pytest.mark.parametrize(
    ("field", "text", "name", "value"),
    [
        ("cell_low", "150 000", "low", 150_000),
        ("cell_high", "", "high", None),
        ("cell_year", "2025", "year", 2025),
        ("cell_year", "", "year", None),
        ("cell_unit", "cars", "unit", "cars"),
        ("cell_closed", "shut", "closed", "shut"),
        ("cell_source", "World Bank", "source", "World Bank"),
        ("cell_licence", "", "licence", ""),
        ("cell_who", "Ana", "who", "Ana"),
        ("cell_when", "2026-01-05", "when", "2026-01-05"),
    ],
)
def test_every_field_is_typed_and_taken_as_one_step(
    qtbot: QtBot, field: str, text: str, name: str, value: object
) -> None:
    desk = Desk(qtbot)
    desk.write(field, text)
    assert getattr(desk.cell, name) == value
    assert len(desk.steps) == 1


def test_a_value_is_typed_and_drops_its_source(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.write("cell_value", "185000")
    assert desk.cell is not None
    assert (desk.cell.value, desk.cell.source, desk.cell.year, desk.cell.status) == (185_000, "", None, None)
    assert desk.card.dropped.isVisible()
    desk.write("cell_source", "ministry")
    assert not desk.card.dropped.isVisible()


def test_what_cannot_be_read_is_told_below_its_field(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    for field, text, why in (
        ("cell_value", "190,000", "may mean"),
        ("cell_low", "x", "is not a figure"),
        ("cell_year", "24", "is not a year"),
    ):
        desk.write(field, text)
        trouble = next(f.trouble for f in desk.card.findChildren(Field) if f.editor.objectName() == field)
        assert why in trouble
    assert desk.steps == []


def test_status_and_distribution_are_chosen(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.choose("cell_status", "placeholder")
    desk.choose("cell_distribution", "lognormal")
    assert desk.cell is not None
    assert (desk.cell.status, desk.cell.distribution) == ("placeholder", "lognormal")
    desk.choose("cell_status", "")
    assert desk.cell is not None
    assert desk.cell.status is None


def test_a_rating_leaf_has_its_levels_in_place_of_a_figure(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Support", "Morocco")
    assert {"cell_level"} <= desk.shown()
    assert not {"cell_value", "cell_low", "cell_high", "cell_distribution"} & desk.shown()
    desk.choose("cell_level", "fair")
    assert desk.cell is not None
    assert desk.cell.value == "fair"
    desk.choose("cell_level", "")
    assert desk.cell is None


def test_a_leaf_in_pairs_has_no_value_to_type(qtbot: QtBot) -> None:
    shown = Desk(qtbot, "Culture", "Spain").shown()
    assert not {"cell_value", "cell_level", "cell_low", "cell_year", "cell_unit"} & shown
    assert {"cell_status", "cell_closed", "cell_note"} <= shown


def test_problems_of_the_cell_are_told_but_for_what_the_card_says_anyway(qtbot: QtBot) -> None:
    beyond = Desk(qtbot, "Rule", "Spain", set_cell(structure_study(), "Rule", "Spain", value=120.0))
    assert not beyond.card.problems.isHidden()
    assert Desk(qtbot, "Sales", "Morocco").card.problems.isHidden()


def test_another_cell_takes_the_trouble_of_the_last_one_away(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.write("cell_value", "x")
    desk.panel.show_place("data:Rule:Spain")
    assert desk.card.value.trouble == ""
    assert desk.card.value.edit.text() == "70"
