"""The hosts as a table."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from decidr.core.study.edits import remove_host
from decidr.core.study.study import Study
from decidr.gui.document import Document, Part
from decidr.gui.models.hosts.host_table import Column, HostTable
from decidr.gui.models.shared.roles import CHOICES_ROLE, LINE_ROLE, SLOT_ROLE, Role
from decidr.gui.models.shared.structuring import Structuring
from tests.gui.structure_study import structure_study, with_host

pytestmark = pytest.mark.usefixtures("qapp")
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
MOVE = Qt.DropAction.MoveAction


class Register:
    """A document, and the model over its hosts, kept up to date and checked by Qt."""

    def __init__(self, study: Study | None = None) -> None:
        self.document = Document(study or structure_study())
        self.model = HostTable(Structuring(self.document))
        self.tester = QAbstractItemModelTester(self.model, FATAL, self.model)
        self.troubles: list[str] = []
        self.model.refused.connect(self.troubles.append)
        self.document.changed.connect(self.refresh)
        self.refresh(Part.HOSTS)

    def refresh(self, parts: Part) -> None:
        self.model.show_results(self.document.results, self.document.focus)

    def at(self, host: str, column: int = Column.NAME) -> QModelIndex:
        return self.model.index_of(host, column)

    def column(self, column: Column) -> list[str]:
        return [str(self.model.index(row, column).data()) for row in range(self.model.rowCount())]

    def drop(self, host: str, row: int, onto: QModelIndex | None = None) -> bool:
        data = self.model.mimeData([self.at(host)])
        return self.model.dropMimeData(data, MOVE, row, 0, onto or QModelIndex())


def test_hosts_stand_in_the_studys_order_with_rank_and_total() -> None:
    register = Register()
    assert register.column(Column.NAME) == ["Canada", "Spain", "Morocco"]
    assert register.column(Column.CODE) == ["CAN", "ESP", "MAR"]
    assert sorted(register.column(Column.RANK)) == ["1", "2", "3"]
    assert register.column(Column.STATE) == ["", "", "2 gaps, cannot lead"]


def test_a_name_is_typed_in_place_and_a_country_brings_its_code() -> None:
    register = Register(with_host(structure_study(), "Somewhere"))
    assert register.model.setData(register.at("Somewhere"), "Brazil")
    assert register.at("Somewhere", Column.CODE).data() == "BRA"
    assert not register.model.setData(register.at("Spain"), "canada")
    assert "is taken" in register.troubles[-1]


def test_codes_are_written_in_capitals_and_notes_as_typed() -> None:
    register = Register()
    assert register.model.setData(register.at("Spain", Column.CODE), " es-md ")
    assert register.model.setData(register.at("Spain", Column.NOTES), "Ask Ana")
    assert register.document.study.hosts[1].code == "ES-MD"
    assert register.document.study.hosts[1].notes == "Ask Ana"


def test_a_group_is_chosen_among_those_that_can_hold_the_host() -> None:
    register = Register(with_host(structure_study(), "Quebec", group="Canada"))
    assert [value for value, _words in register.at("Canada", Column.GROUP).data(CHOICES_ROLE)] == [
        "",
        "Spain",
        "Morocco",
    ]
    assert register.model.setData(register.at("Spain", Column.GROUP), "Morocco")
    assert register.at("Spain", Column.GROUP).data() == "Morocco"
    assert register.at("Spain", Column.GROUP).data(Role.EditRole) == "Morocco"
    assert not register.model.setData(register.at("Canada", Column.GROUP), "Quebec")
    assert "one of its members" in register.troubles[-1]


def test_the_box_makes_a_host_dormant_and_counts_it_again() -> None:
    register = Register()
    box = register.at("Spain", Column.ACTIVE)
    assert box.data(Role.CheckStateRole) == Qt.CheckState.Checked
    assert register.model.setData(box, None, Role.CheckStateRole)
    assert register.at("Spain", Column.ACTIVE).data(Role.CheckStateRole) == Qt.CheckState.Unchecked
    assert register.at("Spain", Column.STATE).data() == "dormant"
    assert register.at("Spain", Column.ACTIVE).data(Role.AccessibleTextRole) == "Spain is dormant"


def test_rank_total_and_state_are_read_only() -> None:
    register = Register()
    for column in (Column.RANK, Column.TOTAL, Column.STATE):
        assert not register.at("Spain", column).flags() & Qt.ItemFlag.ItemIsEditable
        assert not register.model.setData(register.at("Spain", column), "1")


def test_dropping_between_hosts_moves_one() -> None:
    register = Register()
    assert register.drop("Morocco", 0)
    assert register.column(Column.NAME) == ["Morocco", "Canada", "Spain"]
    assert register.drop("Morocco", 3)
    assert register.column(Column.NAME) == ["Canada", "Spain", "Morocco"]
    assert register.drop("Morocco", -1, register.at("Spain"))
    assert register.column(Column.NAME) == ["Canada", "Morocco", "Spain"]
    assert register.model.supportedDropActions() == MOVE


def test_hosts_in_focus_have_their_colour() -> None:
    register = Register()
    assert register.at("Canada").data(SLOT_ROLE) == register.document.focus.index("Canada")
    assert register.at("Canada").data(LINE_ROLE).host.id == "Canada"


def test_screen_readers_hear_the_column_with_the_value() -> None:
    register = Register()
    assert register.at("Spain", Column.CODE).data(Role.AccessibleTextRole) == "Code: ESP"
    assert register.at("Spain", Column.GROUP).data(Role.AccessibleTextRole) == "Group: none"


def test_the_full_precision_of_a_total_is_its_tip() -> None:
    register = Register()
    total = register.document.results.totals[0]
    assert register.at("Canada", Column.TOTAL).data(Role.ToolTipRole) == f"{total * 100:.10g}"


def test_removing_a_host_shows_the_table_anew() -> None:
    register = Register()
    register.document.apply("x", remove_host(register.document.study, "Spain"))
    assert register.column(Column.NAME) == ["Canada", "Morocco"]
    assert not register.at("Spain").isValid()


def test_a_study_without_hosts_is_an_empty_table() -> None:
    assert Register(Study()).model.rowCount() == 0
