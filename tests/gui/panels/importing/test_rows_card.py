"""What is read of a file."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from decidr.formats.indicators.choosing import Draft, begin, choose_rows, read_file
from decidr.formats.templates import load_template
from decidr.gui.panels.importing.rows_card import RowsCard
from decidr.gui.panels.widgets.field import ChoiceField
from tests.formats.indicators.publishers import write_publishers
from tests.gui.import_drafts import draft

EV = load_template("ev-plant")


class Desk:
    """The card, and the drafts that are chosen on it."""

    def __init__(self, qtbot: QtBot, shown: Draft) -> None:
        self.card, self.draft = RowsCard(), shown
        qtbot.addWidget(self.card)
        self.card.chosen.connect(self.take)
        self.card.show_draft(shown)
        self.card.show()

    def take(self, choice) -> None:
        self.draft = choice(self.draft)
        self.card.show_draft(self.draft)

    def choose(self, field: ChoiceField, text: str) -> None:
        field.box.setCurrentText(text)
        field.box.activated.emit(field.box.currentIndex())


def publisher(folder: Path, file: str) -> Draft:
    return begin(EV, read_file(write_publishers(folder)[file]))


def test_rows_are_chosen_by_the_columns_that_tell_them_apart(qtbot: QtBot, qapp, tmp_path) -> None:
    desk = Desk(qtbot, publisher(tmp_path, "iea"))
    desk.choose(desk.card.row_field("mode"), "Cars")
    desk.choose(desk.card.row_field("powertrain"), "PHEV")
    assert [(one.column, one.values) for one in desk.draft.asked.where] == [
        ("mode", ("Cars",)),
        ("powertrain", ("PHEV",)),
    ]
    desk.choose(desk.card.row_field("mode"), "all")
    assert [one.column for one in desk.draft.asked.where] == ["powertrain"]


def test_sheet_and_year_are_chosen_where_there_are_several(qtbot: QtBot, qapp, tmp_path) -> None:
    desk = Desk(qtbot, publisher(tmp_path, "lpi"))
    assert desk.card.sheet.isVisible()
    desk.choose(desk.card.sheet, "2018")
    assert desk.draft.asked.sheet == "2018"
    carbon = Desk(qtbot, publisher(tmp_path, "carbon"))
    assert not carbon.card.sheet.isVisible()
    carbon.choose(carbon.card.year, "2023")
    assert {cell.year for cell in carbon.draft.figures.values()} == {2023}


def test_a_filter_that_takes_several_values_is_shown_with_all_of_them(qtbot: QtBot, qapp, tmp_path) -> None:
    desk = Desk(qtbot, choose_rows(publisher(tmp_path, "iea"), "powertrain", ("BEV", "PHEV")))
    assert desk.card.row_field("powertrain").box.currentText() == "BEV, PHEV"


def test_where_no_cell_tells_the_year_it_can_be_said(qtbot: QtBot, qapp, tmp_path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("Country,Logistics\nCanada,4\nSpain,3.9\n", encoding="utf-8")
    desk = Desk(qtbot, begin(EV, read_file(path)))
    assert (desk.card.year.isVisible(), desk.card.year_said.isVisible()) == (False, True)
    desk.card.year_said.edit.setText("soon")
    desk.card.year_said.edit.editingFinished.emit()
    assert desk.card.year_said.trouble == "«soon» is no year"
    desk.card.year_said.edit.setText("2022")
    desk.card.year_said.edit.editingFinished.emit()
    assert {cell.year for cell in desk.draft.figures.values()} == {2022}


def test_source_and_licence_are_said_once_for_all_figures(qtbot: QtBot, qapp, tmp_path) -> None:
    desk = Desk(qtbot, draft(tmp_path))
    for field, text in ((desk.card.source, "World Bank"), (desk.card.licence, "CC BY 4.0")):
        field.edit.setText(text)
        field.edit.editingFinished.emit()
    assert {(cell.source, cell.licence) for cell in desk.draft.figures.values()} == {("World Bank", "CC BY 4.0")}
