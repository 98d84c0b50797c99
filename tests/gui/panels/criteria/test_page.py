"""The Criteria page."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of
from decidr.gui.panels.criteria.page import CriteriaPanel
from tests.gui.panels.table_desk import Key, Modifier, TableDesk


class Desk(TableDesk[CriteriaPanel]):
    """The page with the cursor on one criterion."""

    def __init__(self, qtbot: QtBot, at: str = "Sales", study: Study | None = None) -> None:
        super().__init__(qtbot, CriteriaPanel, study)
        self.panel.show_place(f"criteria:{at}")
        self.focus(self.panel.view)

    @property
    def view(self) -> object:
        return self.panel.view

    def names(self, under: str = GOAL) -> list[str]:
        study = self.document.study
        return [study.name_of(c) for c in children_of(study.criteria).get(under, ())]

    def write_name(self, text: str) -> None:
        """Type into the editor that is open in the tree."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        self.type(text)
        self.key(Key.Key_Return)
        self.qtbot.waitUntil(self.panel.view.hasFocus)


def test_enter_adds_a_sibling_whose_name_is_typed_at_once(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_Return)
    desk.write_name("Fleet sales")
    assert desk.names("Market") == ["Sales", "Fleet sales", "Exports"]
    assert desk.panel.card.heading.text() == "Fleet sales"


def test_insert_adds_a_child(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Market")
    desk.key(Key.Key_Insert)
    desk.write_name("Fleets")
    assert desk.names("Market") == ["Sales", "Exports", "Fleets"]
    assert desk.messages.told == []


def test_a_leaf_with_data_that_gets_a_child_says_what_becomes_of_them(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_Insert)
    desk.write_name("Cars")
    assert desk.names("Sales") == ["Cars"]
    assert desk.messages.told[0].startswith("Sales is no leaf any more")


def test_f2_renames_in_place(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_F2)
    desk.write_name("EV sales")
    assert desk.names("Market")[0] == "EV sales"
    assert desk.steps == ["Name: EV sales"]


def test_a_taken_name_is_refused_in_a_sentence(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_F2)
    desk.write_name("exports")
    assert desk.names("Market") == ["Sales", "Exports"]
    assert "«exports» is taken" in desk.messages.warned[0]


def test_delete_removes_without_a_question_and_offers_to_undo(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_Delete)
    assert desk.names("Market") == ["Exports"]
    assert desk.messages.asked == []
    assert desk.panel.view.chosen == "Exports"
    desk.messages.offers[0].do()
    assert desk.names("Market") == ["Sales", "Exports"]


def test_the_last_child_removed_leaves_the_cursor_on_its_parent(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_Delete)
    desk.key(Key.Key_Delete)
    assert desk.names("Market") == []
    assert desk.panel.view.chosen == "Market"


@pytest.mark.parametrize(
    ("key", "under", "order"),
    [
        (Key.Key_Down, "Market", ["Exports", "Sales"]),
        (Key.Key_Left, GOAL, ["Market", "Sales", "Risk", "Jobs"]),
    ],
)
def test_alt_and_arrows_move_the_criterion_and_the_cursor_goes_with_it(
    qtbot: QtBot, key: Key, under: str, order: list[str]
) -> None:
    desk = Desk(qtbot)
    desk.key(key, Modifier.AltModifier)
    assert desk.names(under) == order
    assert desk.panel.view.chosen == "Sales"


def test_alt_right_moves_under_the_one_above(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Risk")
    desk.key(Key.Key_Right, Modifier.AltModifier)
    assert desk.names("Market") == ["Sales", "Exports", "Risk"]
    desk.key(Key.Key_Up, Modifier.AltModifier)
    assert desk.names("Market") == ["Sales", "Risk", "Exports"]


def test_dormant_is_switched_by_key_and_by_button(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_D, Modifier.ControlModifier)
    assert not next(c for c in desk.document.study.criteria if c.id == "Sales").active
    button = desk.find(QPushButton, "criteria_switch_button")
    assert isinstance(button, QPushButton)
    assert button.text() == "Count again"
    button.click()
    assert next(c for c in desk.document.study.criteria if c.id == "Sales").active


def test_without_a_cursor_there_is_no_card_and_nothing_to_remove(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, CriteriaPanel)
    assert not desk.panel.card.isVisible()
    button = desk.find(QPushButton, "criteria_remove_button")
    assert not button.isEnabled()
    desk.panel.remove()
    assert desk.steps == []


def test_the_first_criterion_of_an_empty_study_is_a_main_one(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, CriteriaPanel, Study())
    desk.panel.add_child()
    assert [c.under for c in desk.document.study.criteria] == [GOAL]


def test_an_edit_elsewhere_leaves_cursor_and_folding(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.panel.view.setExpanded(desk.panel.tree.index_of("Market"), False)
    desk.panel._structuring.add_below("Jobs")
    assert desk.panel.view.chosen == "Rule"
    assert not desk.panel.view.isExpanded(desk.panel.tree.index_of("Market"))
    assert desk.panel.view.isExpanded(desk.panel.tree.index_of("Risk"))


def test_undo_brings_back_the_tree_and_the_card_follows(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_F2)
    desk.write_name("EV sales")
    desk.document.undo_stack.undo()
    assert desk.panel.card.heading.text() == "Sales"


def test_a_changed_scale_tells_how_many_judgments_it_concerns(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    places: list[str] = []
    desk.panel.go_to.connect(places.append)
    desk.write("criterion_best", "2000000")
    assert desk.messages.told == ["The scale of Sales has changed; 1 judgment was made for the old one."]
    desk.messages.offers[0].do()
    assert places == ["weights:Market"]


def test_the_page_says_how_many_leaves_count_in_which_view(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    assert desk.panel.header.subtitle == "6 leaves, weights as the view «neutral» has them"
    desk.document.choose_view("government")
    assert desk.panel.header.subtitle == "6 leaves, 5 of them counted, weights as the view «government» has them"


def test_every_action_has_a_name_and_keys_that_the_button_tells(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    actions = desk.panel.view.actions()
    assert all(action.objectName().startswith("criteria_") and action.shortcuts() for action in actions)
    button = desk.find(QPushButton, "criteria_add_child_button")
    assert button.toolTip() == "Ins"
