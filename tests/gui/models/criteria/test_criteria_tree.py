"""The criteria as a tree."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from decidr.core.study.edits import remove_criterion
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of
from decidr.gui.document import Document, Part
from decidr.gui.models.criteria.criteria_tree import Column, CriteriaTree
from decidr.gui.models.shared.roles import CHOICES_ROLE, LINE_ROLE, Role
from decidr.gui.models.shared.structuring import Structuring
from tests.gui.structure_study import structure_study

pytestmark = pytest.mark.usefixtures("qapp")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NOWHERE = QModelIndex()
MOVE = Qt.DropAction.MoveAction


class Forest:
    """A document, and the model over its criteria, kept up to date and checked by Qt."""

    def __init__(self, study: Study | None = None) -> None:
        self.document = Document(study or structure_study())
        self.model = CriteriaTree(Structuring(self.document))
        self.tester = QAbstractItemModelTester(self.model, FATAL, self.model)
        self.troubles: list[str] = []
        self.model.refused.connect(self.troubles.append)
        self.document.changed.connect(self.refresh)
        self.refresh(Part.CRITERIA)

    def refresh(self, parts: Part) -> None:
        self.model.show_results(self.document.results)

    def at(self, criterion: str, column: int = Column.NAME) -> QModelIndex:
        return self.model.index_of(criterion, column)

    def row(self, criterion: str) -> list[str]:
        return [str(self.at(criterion, column).data()) for column in Column]

    def names(self, parent: QModelIndex = NOWHERE) -> list[str]:
        return [str(self.model.index(i, 0, parent).data()) for i in range(self.model.rowCount(parent))]

    def children(self, under: str) -> tuple[str, ...]:
        return children_of(self.document.study.criteria).get(under, ())

    def drop(self, criterion: str, onto: QModelIndex, row: int = -1) -> bool:
        data = self.model.mimeData([self.at(criterion)])
        return self.model.dropMimeData(data, MOVE, row, 0 if row >= 0 else -1, onto)


def test_the_goals_children_stand_at_the_top_and_theirs_below() -> None:
    forest = Forest()
    assert forest.names() == ["Market", "Risk", "Jobs"]
    assert forest.names(forest.at("Risk")) == ["Rule", "Support", "Culture"]
    assert forest.at("Rule").parent() == forest.at("Risk")
    assert not forest.at("Risk").parent().isValid()


def test_a_leaf_shows_weights_scale_and_state() -> None:
    forest = Forest()
    market = forest.at("Market", Column.LOCAL).data()
    assert forest.row("Sales")[:1] == ["Sales"]
    assert forest.row("Sales")[1] == "75.0\u202f%"
    assert forest.row("Sales")[3:] == ["data", "vehicles/year", "5\u202f000", "1\u202f500\u202f000", "higher", "1 gap"]
    assert market.endswith("\u202f%")


def test_a_parent_shows_its_weight_alone() -> None:
    assert Forest().row("Market")[3:] == ["", "", "", "", "", ""]


def test_screen_readers_hear_the_column_with_the_value() -> None:
    forest = Forest()
    assert forest.at("Sales", Column.UNIT).data(Role.AccessibleTextRole) == "Unit: vehicles/year"
    assert forest.at("Market", Column.UNIT).data(Role.AccessibleTextRole) == "Unit"
    assert forest.at("Sales", Column.GLOBAL).data(Role.ToolTipRole).endswith(" %")


def test_names_are_typed_in_place_and_a_taken_one_is_refused() -> None:
    forest = Forest()
    assert forest.model.setData(forest.at("Sales"), "EV sales")
    assert forest.names(forest.at("Market")) == ["EV sales", "Exports"]
    assert not forest.model.setData(forest.at("Sales"), "exports")
    assert forest.troubles[0] == ""
    assert "is taken" in forest.troubles[1]


def test_ends_units_and_choices_are_typed_in_place() -> None:
    forest = Forest()
    study = lambda: next(c for c in forest.document.study.criteria if c.id == "Rule")  # noqa: E731
    assert forest.model.setData(forest.at("Rule", Column.WORST), "12,5 %")
    assert forest.model.setData(forest.at("Rule", Column.UNIT), " points ")
    assert forest.model.setData(forest.at("Rule", Column.BETTER), "higher")
    assert forest.model.setData(forest.at("Rule", Column.SCORED_BY), "direct")
    assert (study().worst, study().unit, study().better, study().scored_by) == (12.5, "points", "higher", "direct")
    assert forest.document.undo_stack.undoText() == "Scored by of Rule"


def test_what_is_no_figure_is_refused_as_an_end() -> None:
    forest = Forest()
    assert not forest.model.setData(forest.at("Rule", Column.BEST), "1,000")
    assert "may mean" in forest.troubles[0]
    assert forest.document.undo_stack.count() == 0


def test_weights_state_and_what_a_parent_has_not_cannot_be_typed() -> None:
    forest = Forest()
    for criterion, column in (
        ("Sales", Column.LOCAL), ("Sales", Column.STATE), ("Market", Column.UNIT), ("Support", Column.WORST),
    ):  # fmt: skip
        assert not forest.at(criterion, column).flags() & Qt.ItemFlag.ItemIsEditable
        assert not forest.model.setData(forest.at(criterion, column), "5")


def test_choices_are_offered_where_there_are_few() -> None:
    forest = Forest()
    offered = dict(forest.at("Rule", Column.SCORED_BY).data(CHOICES_ROLE))
    assert set(offered) == {"", "data", "rating", "direct", "pairwise"}
    assert forest.at("Rule", Column.UNIT).data(CHOICES_ROLE) is None


def test_dropping_onto_a_criterion_puts_it_below_as_the_last() -> None:
    forest = Forest()
    assert forest.drop("Jobs", forest.at("Market"))
    assert forest.children("Market") == ("Sales", "Exports", "Jobs")


def test_dropping_between_criteria_puts_it_there() -> None:
    forest = Forest()
    assert forest.drop("Jobs", forest.at("Market"), 1)
    assert forest.children("Market") == ("Sales", "Jobs", "Exports")
    assert forest.drop("Sales", NOWHERE, 0)
    assert forest.names() == ["Sales", "Market", "Risk"]
    assert forest.drop("Sales", NOWHERE, 3)
    assert forest.names() == ["Market", "Risk", "Sales"]


def test_a_criterion_cannot_be_dropped_under_itself() -> None:
    forest = Forest()
    assert not forest.drop("Market", forest.at("Sales"))
    assert not forest.drop("Market", forest.at("Market"))
    assert forest.document.undo_stack.count() == 0


def test_what_was_not_dragged_from_here_cannot_be_dropped() -> None:
    data = QMimeData()
    data.setText("Sales")
    forest = Forest()
    assert not forest.model.canDropMimeData(data, MOVE, -1, -1, forest.at("Market"))
    assert forest.model.supportedDropActions() == MOVE
    assert forest.model.mimeTypes() == forest.model.mimeData([forest.at("Jobs")]).formats()


def test_an_edit_that_leaves_the_tree_resets_nothing() -> None:
    forest = Forest()
    resets: list[None] = []
    forest.model.modelReset.connect(lambda: resets.append(None))
    forest.model.setData(forest.at("Rule", Column.UNIT), "points")
    forest.document.choose_view("government")
    forest.refresh(Part.VIEW)
    assert resets == []
    assert forest.row("Exports")[1:3] == ["", ""]


def test_another_tree_is_shown_anew_and_undo_brings_the_old_one_back() -> None:
    forest = Forest()
    forest.document.apply("x", remove_criterion(forest.document.study, "Market"))
    assert forest.names() == ["Risk", "Jobs"]
    assert not forest.at("Sales").isValid()
    forest.document.undo_stack.undo()
    assert forest.names(forest.at("Market")) == ["Sales", "Exports"]


def test_a_line_stands_behind_every_cell() -> None:
    forest = Forest()
    assert forest.at("Rule", Column.BEST).data(LINE_ROLE).criterion.name == "Rule"
    assert forest.model.id_of(NOWHERE) == "goal"


def test_headings_have_names_and_tell_what_ends_mean() -> None:
    model = Forest().model
    head = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(len(Column))]
    assert head == ["Criterion", "Local", "Global", "Scored by", "Unit", "Worst", "Best", "Better", "State"]
    assert "scores 0" in model.headerData(Column.WORST, Qt.Orientation.Horizontal, Role.ToolTipRole)
    assert model.headerData(20, Qt.Orientation.Horizontal) is None


def test_a_study_without_criteria_is_an_empty_tree() -> None:
    assert Forest(Study()).model.rowCount() == 0


def test_one_change_of_the_study_is_told_once_whatever_the_number_of_rows() -> None:
    forest = Forest()
    told: list[bool] = []
    forest.model.refreshed.connect(lambda: told.append(True))
    forest.model.show_results(forest.document.results)
    assert told == [True]
