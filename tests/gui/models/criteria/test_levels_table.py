"""The levels of a rating scale as a table."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from decidr.core.study.edits import set_cell, set_criterion
from decidr.gui.document import Document
from decidr.gui.models.criteria.levels_table import Column, LevelsTable
from decidr.gui.models.shared.structuring import Structuring
from tests.gui.structure_study import structure_study

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """The scale of Support, and why entries were not taken."""

    def __init__(self) -> None:
        self.document = Document(set_criterion(structure_study(), "Support", must="= Good"))
        self.table = LevelsTable(Structuring(self.document))
        self.tester = QAbstractItemModelTester(self.table)
        self.table.show_criterion("Support")
        self.document.changed.connect(lambda part: self.table.show_criterion("Support"))
        self.troubles: list[str] = []
        self.table.refused.connect(self.troubles.append)

    @property
    def levels(self) -> list[tuple[str, float]]:
        return [(level.name, level.score) for level in self.document.study.levels]

    def write(self, row: int, column: Column, text: str) -> bool:
        return self.table.setData(self.table.index(row, column), text)

    def rating(self, host: str) -> object:
        cells = self.document.study.cells
        return next(c.value for c in cells if (c.criterion, c.host, c.way) == ("Support", host, "rating"))


def test_it_shows_names_scores_and_how_often_hosts_are_rated_so() -> None:
    table = Desk().table
    rows = [[table.index(row, column).data() for column in Column] for row in range(table.rowCount())]
    assert rows == [["good", "1", "1"], ["fair", "0.5", "1"], ["poor", "0", ""]]


def test_a_level_renamed_keeps_its_ratings_and_its_must() -> None:
    desk = Desk()
    before = desk.document.results.totals.tolist()
    assert desk.write(0, Column.NAME, "strong")
    assert desk.rating("Canada") == "strong"
    assert next(c.must for c in desk.document.study.criteria if c.id == "Support") == "= strong"
    assert desk.document.results.totals.tolist() == before
    assert desk.document.undo_stack.count() == 1


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        (Column.NAME, "", "needed"),
        (Column.NAME, "FAIR", "taken"),
        (Column.SCORE, "2", "0 to 1"),
        (Column.SCORE, "", "0 to 1"),
        (Column.SCORE, "x", "not a figure"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(column: Column, text: str, why: str) -> None:
    desk = Desk()
    assert not desk.write(0, column, text)
    assert why in desk.troubles[-1]
    assert desk.document.undo_stack.count() == 0


def test_a_new_score_puts_the_level_where_it_belongs() -> None:
    desk = Desk()
    desk.write(2, Column.SCORE, "0,8")
    assert desk.levels == [("good", 1), ("poor", 0.8), ("fair", 0.5)]


def test_a_level_is_added_halfway_to_the_next_and_removed() -> None:
    desk = Desk()
    assert desk.table.add(0) == 1
    assert desk.levels[1] == ("New level", 0.75)
    assert desk.table.add(-1) == 4
    assert desk.levels[4] == ("New level 2", 0.0)
    desk.table.remove(1)
    assert [name for name, _score in desk.levels] == ["good", "fair", "poor", "New level 2"]


def test_a_scale_is_begun_with_its_best_and_its_worst() -> None:
    desk = Desk()
    for _level in range(3):
        desk.table.remove(0)
    desk.table.add(-1)
    desk.table.add(-1)
    assert [score for _name, score in desk.levels] == [1, 0]


def test_a_level_that_is_moved_changes_its_score_with_its_place() -> None:
    desk = Desk()
    assert desk.table.move(1, -1) == 0
    assert desk.levels == [("fair", 1), ("good", 0.5), ("poor", 0)]
    assert desk.table.move(0, -1) == 0
    assert desk.document.undo_stack.count() == 1


def test_a_scale_is_pasted_and_copied_whole() -> None:
    desk = Desk()
    desk.table.paste("no\t0\nyes\t1\n")
    assert desk.levels == [("yes", 1), ("no", 0)]
    assert desk.table.text() == "yes\t1\nno\t0"
    desk.table.paste("a: 5")
    assert "from 0 to 1" in desk.troubles[-1]
    assert desk.levels == [("yes", 1), ("no", 0)]


def test_ratings_that_are_no_level_any_more_are_an_error_at_their_cell() -> None:
    desk = Desk()
    desk.table.remove(0)
    found = [p.place for p in desk.document.results.problems if p.code == "rating.unknown_level"]
    assert [str(place) for place in found] == ["Data: Support, Canada"]
    desk.document.apply("x", set_cell(desk.document.study, "Support", "Canada", "rating", value="fair"))
    assert not [p for p in desk.document.results.problems if p.code == "rating.unknown_level"]
