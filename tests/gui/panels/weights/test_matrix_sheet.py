"""The matrix fitted to the room that there is."""

from __future__ import annotations

from itertools import combinations

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.study import Study
from decidr.gui.panels.weights.matrix_cells import GAP
from decidr.gui.panels.weights.matrix_sheet import FEWEST_ROWS, NARROWEST_CELL, MatrixSheet
from decidr.gui.theme import MATRIX_CELL, scaled
from tests.gui.panels.weights.matrix_desk import MatrixDesk


def square(size: int) -> Study:
    names = [f"A criterion of the {place + 1}th kind" for place in range(size)]
    pairs = tuple(Judgment(first=a, second=b, value=2.0) for a, b in combinations(names, 2))
    return Study(
        criteria=tuple(Criterion(id=name, name=name, worst=0.0, best=1.0) for name in names),
        comparisons=(Comparisons(under=GOAL, view="base", pairs=pairs),),
    )


class Fitted(MatrixDesk):
    """A matrix of one size in a window of one size."""

    def __init__(self, qtbot: QtBot, size: int, width: int, height: int = 700) -> None:
        super().__init__(qtbot, square(size), size=(width, height))

    @property
    def sheet(self) -> MatrixSheet:
        return self.page.sheet

    @property
    def pitch(self) -> int:
        return self.sheet.view.columnWidth(0)

    @property
    def is_all_seen(self) -> bool:
        bars = (self.sheet.view.horizontalScrollBar(), self.sheet.view.verticalScrollBar())
        return all(bar.maximum() == 0 for bar in bars)


CELL = MATRIX_CELL[0] + GAP


def test_cells_have_their_full_size_while_there_is_room(qtbot: QtBot) -> None:
    fitted = Fitted(qtbot, 7, 1000)
    assert fitted.pitch == scaled(MATRIX_CELL[0]) + GAP
    assert fitted.is_all_seen


def test_seven_items_fit_into_a_window_of_1280(qtbot: QtBot) -> None:
    fitted = Fitted(qtbot, 7, 776)
    assert scaled(NARROWEST_CELL) <= fitted.pitch < CELL
    assert fitted.sheet.view.horizontalScrollBar().maximum() == 0


def test_more_items_scroll_and_the_names_and_priorities_stay_in_view(qtbot: QtBot) -> None:
    fitted = Fitted(qtbot, 20, 776, 640)
    view = fitted.sheet.view
    fitted.put_cursor(18, 19)
    assert view.horizontalScrollBar().value() > 0
    assert view.verticalScrollBar().value() > 0
    for part in (view.rows, view.columns, fitted.sheet.bars):
        assert part.isVisible()
        assert fitted.page.viewport().rect().contains(part.mapTo(fitted.page.viewport(), part.rect().topLeft()))
    assert view.rows.sectionViewportPosition(18) > 0


def test_a_large_matrix_is_no_higher_than_the_page(qtbot: QtBot) -> None:
    fitted = Fitted(qtbot, 20, 776, 640)
    assert fitted.sheet.height() < fitted.page.viewport().height()


def test_a_few_rows_are_always_there(qtbot: QtBot) -> None:
    fitted = Fitted(qtbot, 20, 776, 200)
    rows = fitted.sheet.view.viewport().height() // fitted.sheet.view.rowHeight(0)
    assert rows >= FEWEST_ROWS


def test_the_scroll_bar_beside_the_priorities_moves_the_matrix(qtbot: QtBot) -> None:
    fitted = Fitted(qtbot, 20, 776, 640)
    fitted.sheet.scroll_bar.setValue(100)
    assert fitted.sheet.view.verticalScrollBar().value() == 100
    fitted.sheet.view.verticalScrollBar().setValue(30)
    assert fitted.sheet.scroll_bar.value() == 30


@pytest.mark.parametrize("width", [470, 728, 900, 1400])
def test_a_matrix_of_two_fits_everywhere(qtbot: QtBot, width: int) -> None:
    assert Fitted(qtbot, 2, width).is_all_seen
