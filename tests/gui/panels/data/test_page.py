"""The Data page."""

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell
from decidr.core.study.study import Study
from decidr.gui.panels.data.page import DataPanel
from tests.gui.panels.table_desk import Key, Modifier, TableDesk
from tests.gui.scenario_study import scenario_study


class Desk(TableDesk[DataPanel]):
    """The page with the cursor on one cell."""

    def __init__(self, qtbot: QtBot, leaf: str = "Sales", host: str = "Canada", study: Study | None = None) -> None:
        super().__init__(qtbot, DataPanel, study)
        self.panel.show_place(f"data:{leaf}:{host}")
        self.focus(self.panel.view)

    def cell(self, leaf: str, host: str) -> Cell | None:
        found = (c for c in self.document.study.cells if (c.criterion, c.host, c.participant) == (leaf, host, None))
        return next(found, None)

    def value(self, leaf: str, host: str) -> float | str | None:
        cell = self.cell(leaf, host)
        return cell.value if cell else None

    @property
    def cursor(self) -> tuple[str, str]:
        fact = self.panel.view.fact
        assert fact is not None
        return fact.row.id, fact.column.id

    @property
    def rows(self) -> list[str]:
        return [row.id for row in self.panel.table.shown.rows if not row.is_heading]

    def show_kind(self, kind: str) -> None:
        self.panel.kind.button(kind).click()


def test_a_figure_is_typed_over_the_old_one_and_enter_goes_down(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.type("250 000")
    desk.key(Key.Key_Return)
    assert desk.value("Sales", "Canada") == 250_000
    assert desk.cursor == ("Exports", "Canada")
    assert desk.steps == ["Sales, Canada: 250\u202f000"]


def test_a_figure_typed_by_hand_loses_its_source_and_the_card_says_so(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.type("250000")
    desk.key(Key.Key_Up)
    desk.panel.show_place("data:Sales:Canada")
    assert "IEA, outlook, 2024" in desk.panel.card.dropped.text()
    assert desk.panel.card.dropped.isVisible()
    desk.document.undo_stack.undo()
    assert not desk.panel.card.dropped.isVisible()


def test_a_wrong_figure_stays_in_its_editor_with_a_sentence(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.type("190,000")
    desk.key(Key.Key_Return)
    assert "may mean 190.000 or 190000" in desk.panel.trouble.text()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    desk.key(Key.Key_Backspace)
    desk.key(Key.Key_Return)
    assert desk.value("Sales", "Canada") == 190.00
    assert not desk.panel.trouble.isVisible()


def test_escape_leaves_the_cell_as_it_was(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.type("7")
    desk.key(Key.Key_Escape)
    assert desk.value("Sales", "Canada") == 190_000
    assert desk.steps == []


def test_arrows_and_tab_move_over_headings_and_tab_leaves_at_the_rows_end(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Exports", "Spain")
    desk.key(Key.Key_Down)
    assert desk.cursor == ("Rule", "Spain")
    desk.key(Key.Key_Tab)
    assert desk.cursor == ("Rule", "Morocco")
    desk.key(Key.Key_Backtab)
    desk.key(Key.Key_Return, Modifier.ShiftModifier)
    assert desk.cursor == ("Exports", "Spain")
    desk.key(Key.Key_Tab)
    desk.key(Key.Key_Tab)
    qtbot.waitUntil(lambda: not desk.panel.view.hasFocus())


def test_after_tab_from_the_editor_the_cell_at_the_right_is_next(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Exports", "Canada")
    desk.type("6")
    desk.key(Key.Key_Tab)
    assert desk.cursor == ("Exports", "Spain")
    desk.type("8")
    desk.key(Key.Key_Right)
    assert desk.cursor == ("Exports", "Morocco")
    assert (desk.value("Exports", "Canada"), desk.value("Exports", "Spain")) == (6, 8)


def test_delete_makes_a_gap_and_undo_fills_it_again(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_Delete)
    assert desk.cell("Sales", "Canada") is None
    assert desk.panel.header.title.startswith("3 gaps to fill")
    desk.document.undo_stack.undo()
    assert desk.panel.header.title.startswith("2 gaps to fill")


def test_a_level_is_chosen_from_a_list(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Support", "Morocco")
    desk.key(Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QComboBox))
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert [box.itemText(i) for i in range(box.count())] == ["", "good", "fair", "poor"]
    box.setCurrentText("fair")
    desk.key(Key.Key_Return)
    assert desk.value("Support", "Morocco") == "fair"


def test_a_block_is_copied_and_pasted_as_one_step(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Exports", "Canada")
    desk.key(Key.Key_Right, Modifier.ShiftModifier)
    desk.key(Key.Key_C, Modifier.ControlModifier)
    assert desk.clipboard() == "5\t7"
    desk.put_on_clipboard("1\t2\n30\t31\n")
    desk.panel.show_place("data:Exports:Spain")
    desk.key(Key.Key_V, Modifier.ControlModifier)
    assert [desk.value("Exports", "Spain"), desk.value("Rule", "Morocco")] == [1, 31]
    assert desk.steps == ["4 values"]
    assert desk.messages.told == ["4 cells changed. The source of 1 no longer holds and was cleared."]


def test_a_block_with_a_wrong_cell_is_refused_whole_and_names_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Exports", "Canada")
    desk.put_on_clipboard("1\tmany")
    desk.key(Key.Key_V, Modifier.ControlModifier)
    assert desk.steps == []
    assert "Exports, Spain: «many» is not a figure" in desk.panel.trouble.text()


def test_cutting_copies_and_clears(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_X, Modifier.ControlModifier)
    assert desk.clipboard() == "190000"
    assert desk.cell("Sales", "Canada") is None


def test_names_are_copied_along_by_another_key(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier)
    assert desk.clipboard() == "\t\tCanada\nSales\tvehicles/year\t190000"


def test_the_filter_shows_gaps_placeholders_or_one_criterion(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.show_kind("gaps")
    assert desk.rows == ["Sales", "Support"]
    desk.show_kind("placeholders")
    assert desk.rows == ["Exports"]
    desk.show_kind("all")
    main = desk.find(QComboBox, "data_main_criterion")
    assert isinstance(main, QComboBox)
    main.setCurrentIndex(main.findData("Risk"))
    main.activated.emit(main.currentIndex())
    assert desk.rows == ["Rule", "Support", "Culture"]


def test_words_find_leaves_hosts_and_sources(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    words = desk.find(QLineEdit, "data_words")
    assert isinstance(words, QLineEdit)
    words.setText("outlook spain")
    assert desk.rows == ["Sales"]
    assert [c.id for c in desk.panel.table.shown.columns] == ["Spain"]
    words.setText("atlantis")
    assert not desk.panel.view.isVisible()
    assert desk.panel.nothing.text() == "Nothing fits the filter."
    words.clear()
    assert len(desk.rows) == 6


def test_the_cursor_stays_on_its_cell_when_the_filter_still_shows_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Sales", "Morocco")
    desk.show_kind("gaps")
    assert desk.cursor == ("Sales", "Morocco")
    desk.show_kind("placeholders")
    assert desk.panel.view.fact is None
    assert not desk.panel.card.isVisible()


def test_a_place_that_the_filter_hides_takes_the_filter_off(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.show_kind("placeholders")
    desk.panel.show_place("data:Rule:Spain")
    assert desk.cursor == ("Rule", "Spain")
    assert desk.panel.kind.choice == "all"


def test_a_place_without_a_host_shows_the_leaf(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.panel.show_place("data:Rule")
    assert desk.cursor == ("Rule", "Canada")
    desk.panel.show_place("data")
    assert desk.cursor == ("Rule", "Canada")


def test_filling_gap_after_gap_keeps_the_filtered_rows_in_place(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Sales", "Morocco")
    desk.show_kind("gaps")
    desk.focus(desk.panel.view)
    desk.type("9000")
    desk.key(Key.Key_Return)
    assert desk.cursor == ("Support", "Morocco")
    assert desk.rows == ["Sales", "Support"]
    assert desk.panel.kind.button("gaps").text() == "Gaps 1"


def test_the_heading_says_what_is_to_be_done(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert desk.panel.header.title == "2 gaps to fill and 3 placeholders to replace"
    expected = "15 cells: 2 measured, 1 proxy, 6 judged, 3 placeholders, 2 missing, 1 closed"
    assert desk.panel.header.subtitle == expected


def test_a_study_without_cells_says_what_comes_first(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, DataPanel, Study())
    assert desk.panel.nothing.isVisible()
    assert "add criteria and hosts first" in desk.panel.nothing.text()
    assert desk.panel.header.title == "What is known of each host?"


def test_another_view_quiets_what_it_leaves_out(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.document.choose_view("government")
    assert desk.panel.header.title == "2 gaps to fill"
    fact = desk.panel.table.fact(desk.panel.table.index_of("Exports", "Spain"))
    assert fact is not None
    assert desk.panel.table.is_quiet(fact)


def test_a_removed_leaf_takes_its_row_and_the_card_along(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    study = desk.document.study
    desk.document.apply("x", replace(study, criteria=tuple(c for c in study.criteria if c.id != "Sales")))
    assert "Sales" not in desk.rows
    assert not desk.panel.card.isVisible()


def test_the_card_leads_to_the_criterion(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    places: list[str] = []
    desk.panel.go_to.connect(places.append)
    link = desk.find(QPushButton, "cell_to_criterion")
    assert isinstance(link, QPushButton)
    link.click()
    desk.panel.show_place("data:Culture:Spain")
    link.click()
    assert places == ["criteria:Sales", "weights:Culture"]


def test_a_kind_of_evidence_is_filtered_by_its_address_and_offered_while_it_is_chosen(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert not desk.panel.kind.button("proxy").isVisible()
    desk.panel.show_place("data::proxy")
    assert desk.rows == ["Rule"]
    assert desk.panel.kind.choice == "proxy"
    assert desk.panel.kind.button("proxy").isVisible()
    assert desk.panel.kind.button("proxy").text() == "Proxy 1"
    desk.panel.show_place("data::judged")
    assert not desk.panel.kind.button("proxy").isVisible()
    assert desk.panel.kind.button("judged").text() == "Judged 7", "six judged and one closed"
    desk.show_kind("gaps")
    assert not desk.panel.kind.button("judged").isVisible()
    desk.panel.show_place("data::missing")
    assert desk.panel.kind.choice == "gaps"


def test_a_filter_by_evidence_takes_the_other_filters_off(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.panel.words.setText("Sales")
    desk.panel.show_place("data::placeholder")
    assert desk.rows == ["Exports"]
    assert desk.panel.words.text() == ""


def show_quality(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.panel.quality.found, timeout=20_000):
        desk.panel.tabs.button("quality").click()


def test_data_quality_answers_in_the_heading_and_the_table_gives_way(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    show_quality(qtbot, desk)
    assert desk.panel.header.title == "No gap or placeholder changes the leader"
    assert desk.panel.quality.table.isVisible()
    assert not desk.panel.view.isVisible()
    desk.panel.tabs.button("table").click()
    assert desk.panel.view.isVisible()
    assert desk.panel.header.title == "2 gaps to fill and 3 placeholders to replace"


def test_a_flaw_leads_to_its_cell_and_back_on_the_table(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.panel.go_to.connect(desk.panel.show_place)
    show_quality(qtbot, desk)
    table = desk.panel.quality.table
    where = next(table.entry_at(table.model().index(row, 0)) for row in range(table.model().rowCount()))
    table.activated.emit(table.model().index(0, 0))
    assert desk.panel.tabs.choice == "table"
    assert f"data:{':'.join(desk.cursor)}" == where.place
    assert desk.panel.view.hasFocus()


def test_an_edit_is_followed_by_data_quality(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    show_quality(qtbot, desk)
    before = desk.panel.quality.flaws
    with qtbot.waitSignal(desk.panel.quality.found, timeout=20_000):
        desk.document.apply("x", set_cell(desk.document.study, "Exports", "Spain", status="judged", who="Ana"))
    after = desk.panel.quality.flaws
    assert before is not None
    assert after is not None
    assert len(after) == len(before) - 1


def test_going_to_the_page_alone_stays_where_one_was(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.panel.show_place("data::quality")
    assert desk.panel.tabs.choice == "quality"
    desk.panel.show_place("data")
    assert desk.panel.tabs.choice == "quality"


def test_a_scenario_is_shown_beside_the_studys_own_values_and_only_those_are_typed_over(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "c5", "h10", scenario_study())
    own = desk.value("c5", "h10")
    assert isinstance(own, float)
    desk.document.choose_scenario("Strike")
    fact = desk.panel.view.fact
    assert fact is not None
    assert fact.value == own
    assert fact.supposed is not None
    assert fact.supposed.value == own - 6
    assert "the study keeps its own value" in desk.panel.card.supposed.text()
    assert desk.panel.card.score.text().startswith("It scores")
    assert desk.panel.table.setData(desk.panel.view.currentIndex(), "7")
    assert desk.value("c5", "h10") == 7.0
    assert "it is 1;" in desk.panel.card.supposed.text()
    desk.document.choose_scenario(None)
    assert not desk.panel.card.supposed.isVisible()
