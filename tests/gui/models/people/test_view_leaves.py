"""What a view counts and turns, as a table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from decidr.core.study.edits import set_criterion
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.people.view_leaves import COUNTS, NAME, TURNED, ViewLeaves, view_leaves
from decidr.gui.models.people.viewing import Viewing
from decidr.gui.models.shared.structuring import Structuring
from tests.gui.structure_study import structure_study

pytestmark = pytest.mark.usefixtures("qapp")
Role, State = Qt.ItemDataRole, Qt.CheckState
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Desk:
    """The table of the government's view."""

    def __init__(self, study: Study | None = None, view: str = "government") -> None:
        self.document = Document(study or structure_study())
        self.document.choose_view(view)
        self.leaves = ViewLeaves(Structuring(self.document), Viewing(self.document))
        self.tester = QAbstractItemModelTester(self.leaves, FATAL, self.leaves)
        self.show()
        self.document.changed.connect(lambda _parts: self.show())

    def show(self) -> None:
        self.leaves.show_results(self.document.results)

    def row(self, name: str) -> int:
        return [line.name for line in self.leaves.lines].index(name)

    def get(self, name: str, column: int, role: int = Role.CheckStateRole) -> object:
        return self.leaves.index(self.row(name), column).data(role)

    def tick(self, name: str, column: int) -> bool:
        return self.leaves.setData(self.leaves.index(self.row(name), column), None, Role.CheckStateRole)


def test_criteria_stand_in_the_trees_order_with_their_depth() -> None:
    study = set_criterion(structure_study(), "Support", active=False)
    lines = view_leaves(study, study.views[1])
    assert [(line.name, line.depth) for line in lines] == [
        ("Market", 0),
        ("Sales", 1),
        ("Exports", 1),
        ("Risk", 0),
        ("Rule", 1),
        ("Culture", 1),
        ("Jobs", 0),
    ]


def test_a_criterion_with_some_leaves_left_out_is_ticked_in_part() -> None:
    desk = Desk()
    assert desk.get("Market", COUNTS) == State.PartiallyChecked
    assert desk.get("Exports", COUNTS) == State.Unchecked
    assert desk.get("Risk", COUNTS) == State.Checked
    assert desk.get("Market", COUNTS, Role.AccessibleTextRole) == "Market: 1 of 2 leaves count"


def test_only_leaves_whose_scores_can_be_turned_have_the_second_box() -> None:
    desk = Desk()
    assert desk.get("Rule", TURNED) == State.Checked
    assert desk.get("Sales", TURNED) == State.Unchecked
    assert desk.get("Culture", TURNED) is None
    assert desk.get("Risk", TURNED) is None
    assert not desk.tick("Culture", TURNED)


def test_a_tick_writes_the_view_that_is_looked_with() -> None:
    desk = Desk()
    assert desk.tick("Exports", COUNTS)
    assert desk.tick("Rule", TURNED)
    view = desk.document.study.views[1]
    assert (view.left_out, view.turned) == ((), ())


def test_a_criterions_box_counts_all_its_leaves_and_then_leaves_all_out() -> None:
    desk = Desk()
    desk.tick("Market", COUNTS)
    assert desk.document.study.views[1].left_out == ()
    desk.tick("Market", COUNTS)
    assert desk.document.study.views[1].left_out == ("Sales", "Exports")
    assert desk.get("Market", COUNTS, Role.AccessibleTextRole) == "Market is left out"


def test_names_and_headings_are_said() -> None:
    desk = Desk()
    assert desk.get("Rule", NAME, Role.DisplayRole) == "Rule"
    assert desk.get("Rule", TURNED, Role.AccessibleTextRole) == "Rule is turned"
    headings = [desk.leaves.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert headings == ["Criterion", "Counts", "Turned"]
