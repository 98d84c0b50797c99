"""The page on which an import is chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.formats.indicators.choosing import Draft, choose_leaf
from decidr.gui.models.importing.import_figures import LEAVES
from decidr.gui.models.importing.import_series import SERIES
from decidr.gui.panels.importing.page import ImportPage
from decidr.gui.panels.importing.table import ImportTable
from tests.formats.indicators.corpus import GDP
from tests.gui.import_drafts import draft


class Desk:
    """The page with the first draft; what is chosen on it makes the next."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.page, self.draft = ImportPage(), draft(folder)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 900)
        self.page.chosen.connect(self.take)
        self.show(self.draft)
        self.page.show()

    def take(self, choice: Callable[[Draft], Draft]) -> None:
        self.show(choice(self.draft))

    def show(self, shown: Draft) -> None:
        self.draft = shown
        self.page.show_draft(shown)

    def click(self, view: ImportTable, row: int, column: int) -> None:
        area = view.visualRect(view.model().index(row, column))
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())


@pytest.fixture
def desk(qtbot: QtBot, qapp, tmp_path: Path) -> Desk:
    return Desk(qtbot, tmp_path)


def test_the_button_counts_what_would_be_taken(desk) -> None:
    assert (desk.page.take.text(), desk.page.header.title) == ("Take in 4 figures", "Import 4 figures")
    assert "1 replaces a figure that is no placeholder" in desk.page.header.subtitle


def test_a_click_on_a_box_leaves_a_figure_and_another_takes_it_again(desk) -> None:
    desk.click(desk.page.figures_view, 0, LEAVES)
    assert (desk.draft.left, desk.page.take.text()) == ({("gdp", "CAN")}, "Take in 3 figures")
    desk.click(desk.page.figures_view, 0, LEAVES)
    assert (desk.draft.left, desk.page.take.text()) == (frozenset(), "Take in 4 figures")


def test_a_click_confirms_a_leaf_that_is_near(desk) -> None:
    desk.click(desk.page.series_view, 2, SERIES)
    assert desk.draft.targets["Tax rate in force"] == "tax"
    assert desk.page.take.text() == "Take in 6 figures"


def test_what_stands_is_kept_or_replaced_with_one_click(desk, qtbot) -> None:
    for text, left in (("Keep what stands ›", {("gdp", "CAN")}), ("Replace what stands ›", set())):
        assert desk.page.keep.text() == text
        qtbot.mouseClick(desk.page.keep, Qt.MouseButton.LeftButton)
        assert desk.draft.left == left


def test_what_is_at_fault_cannot_be_taken_and_is_told_with_its_cell(desk, tmp_path) -> None:
    desk.show(draft(tmp_path, f"Country,{GDP}\nCanada,about one\nTurkey,2\n"))
    assert not desk.page.take.isEnabled()
    assert desk.page.header.title == "Something must still be chosen"
    desk.show(choose_leaf(desk.draft, GDP, None))
    assert desk.page.header.title == "Which series goes where?"


def test_escape_leaves_the_import(desk, qtbot) -> None:
    with qtbot.waitSignal(desk.page.left):
        qtbot.keyClick(desk.page, Qt.Key.Key_Escape)


def test_a_page_that_is_put_away_is_left(desk, qtbot) -> None:
    with qtbot.waitSignal(desk.page.left):
        desk.page.hide()


@pytest.mark.parametrize(("button", "goes_on"), [("take", False), ("go_on", True)])
def test_it_tells_whether_more_is_to_be_chosen(desk, qtbot, button, goes_on) -> None:
    with qtbot.waitSignal(desk.page.take_wanted) as wanted:
        qtbot.mouseClick(getattr(desk.page, button), Qt.MouseButton.LeftButton)
    assert wanted.args == [goes_on]
