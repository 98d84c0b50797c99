"""The Hosts page."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui.models.hosts.host_table import Column
from decidr.gui.panels.hosts.page import HostsPanel
from tests.gui.grouped_study import grouped_study
from tests.gui.panels.table_desk import Key, Modifier, TableDesk
from tests.gui.structure_study import structure_study, with_host


class Desk(TableDesk[HostsPanel]):
    """The page with the cursor on one host."""

    def __init__(self, qtbot: QtBot, at: str = "Spain", study: Study | None = None) -> None:
        super().__init__(qtbot, HostsPanel, study)
        self.panel.show_place(f"hosts:{at}")
        self.focus(self.panel.view)

    @property
    def names(self) -> list[str]:
        return [host.name for host in self.document.study.hosts]

    def click(self, host: str, column: Column) -> None:
        view = self.panel.view
        place = view.visualRect(self.panel.table.index_of(host, column)).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))

    def cell_editor(self) -> QLineEdit | QComboBox:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit | QComboBox))
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit | QComboBox)
        return editor


def test_a_typed_country_is_added_with_its_code_and_chosen(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.write("new_host_name", "Brésil")
    assert desk.names[-1] == "Brésil"
    assert desk.document.study.hosts[-1].code == "BRA"
    assert desk.panel.view.chosen == desk.document.study.hosts[-1].id
    assert desk.panel.new_name.text() == ""


def test_any_other_name_is_added_without_a_code(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.write("new_host_name", "Site 11")
    assert (desk.names[-1], desk.document.study.hosts[-1].code) == ("Site 11", "")


def test_a_taken_or_empty_name_is_refused_below_the_line(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.write("new_host_name", "SPAIN")
    assert "is taken" in desk.panel.trouble.text()
    assert desk.panel.trouble.isVisible()
    desk.type("x")
    assert not desk.panel.trouble.isVisible()
    desk.panel.new_name.clear()
    button = desk.find(QPushButton, "add_host")
    assert isinstance(button, QPushButton)
    button.click()
    assert desk.panel.trouble.text() == "A name is needed."


def test_delete_removes_without_a_question_and_offers_to_undo(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_Delete)
    assert desk.names == ["Canada", "Morocco"]
    assert desk.messages.asked == []
    assert desk.panel.view.chosen == "Morocco"
    desk.messages.offers[0].do()
    assert desk.names == ["Canada", "Spain", "Morocco"]


def test_the_offer_to_undo_is_void_after_another_step(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_Delete)
    desk.write("new_host_name", "Brazil")
    desk.messages.offers[0].do()
    assert desk.names == ["Canada", "Morocco", "Brazil"]


def test_alt_and_arrows_reorder_and_the_cursor_goes_along(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_Up, Modifier.AltModifier)
    assert desk.names == ["Spain", "Canada", "Morocco"]
    assert desk.panel.view.chosen == "Spain"
    desk.key(Key.Key_Up, Modifier.AltModifier)
    desk.key(Key.Key_Down, Modifier.AltModifier)
    desk.key(Key.Key_Down, Modifier.AltModifier)
    desk.key(Key.Key_Down, Modifier.AltModifier)
    assert desk.names == ["Canada", "Morocco", "Spain"]


def test_f2_renames_in_place(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_F2)
    desk.cell_editor()
    desk.type("Iberia")
    desk.key(Key.Key_Return)
    qtbot.waitUntil(lambda: desk.names[1] == "Iberia")


def test_the_box_is_ticked_by_click_and_by_the_space_bar(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.click("Spain", Column.ACTIVE)
    assert not desk.document.study.hosts[1].active
    desk.key(Key.Key_Space)
    assert desk.document.study.hosts[1].active


def test_a_group_is_chosen_from_a_list(qtbot: QtBot) -> None:
    desk = Desk(qtbot, study=with_host(structure_study(), "Iberia"))
    desk.panel.view.edit(desk.panel.table.index_of("Spain", Column.GROUP))
    box = desk.cell_editor()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("Iberia"))
    desk.key(Key.Key_Return)
    assert desk.document.study.hosts[1].group == "Iberia"


def test_the_host_at_the_cursor_is_in_focus_everywhere(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert desk.document.selected_host == "Spain"
    desk.key(Key.Key_Down)
    assert desk.document.selected_host == "Morocco"


def test_the_first_gap_is_a_key_away(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Morocco")
    places: list[str] = []
    desk.panel.go_to.connect(places.append)
    desk.key(Key.Key_G, Modifier.ControlModifier)
    assert places == ["data:Sales:Morocco"]


def test_insert_leads_to_the_line_for_a_new_host(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_Insert)
    assert desk.panel.new_name.hasFocus()


def test_the_page_says_how_many_are_ranked_in_which_view(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_D, Modifier.ControlModifier)
    expected = "3 hosts, 2 of them ranked, ranks and totals as the view «neutral» has them"
    assert desk.panel.header.subtitle == expected


def test_an_empty_study_takes_its_first_host(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, HostsPanel, Study())
    desk.panel.remove()
    desk.panel.shift(1)
    desk.write("new_host_name", "Canada")
    assert [host.code for host in desk.document.study.hosts] == ["CAN"]


def test_the_host_at_the_cursor_says_what_it_still_needs_and_leads_there(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert desk.panel.needs.isHidden()
    desk.write("new_host_name", "Brazil")
    assert desk.panel.needs.heading.text() == "Brazil still needs 5 values and 3 judgments"
    places: list[str] = []
    desk.panel.go_to.connect(places.append)
    desk.panel.needs.fill.click()
    new = desk.document.study.hosts[-1].id
    assert places == [f"data:Sales:{new}"]
    assert "now: Sales" in desk.messages.told[-1]


def test_hosts_are_ranked_at_the_level_that_is_chosen(qtbot: QtBot) -> None:
    desk = Desk(qtbot, study=grouped_study())
    assert desk.panel.levels.isVisible()
    desk.document.choose_level(0)
    ranks = {line.host.name: line.rank for line in desk.panel.table.lines if line.rank}
    assert ranks == {"Canada": 1, "Spain": 2, "Mexico": 3}
    assert desk.panel.header.subtitle.startswith("10 hosts, 3 of them ranked")
    tip = desk.panel.table.index_of("Canada", Column.TOTAL).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "80, from its members: Ontario, Quebec; they reach from 60.0 to 80.0"
    assert not desk.panel.grab().isNull()
