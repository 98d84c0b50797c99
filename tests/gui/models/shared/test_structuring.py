"""The hand that shapes a study."""

import pytest

from decidr.core.study.criteria import GOAL, Curve
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of
from decidr.gui.document import Document
from decidr.gui.models.shared.structuring import NotTaken, Structuring
from tests.gui.structure_study import structure_study, with_host

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """A document and the hand that shapes it."""

    def __init__(self, study: Study | None = None) -> None:
        self.document = Document(study or structure_study())
        told: list[tuple[str, int]] = []
        self.told = told
        self.hand = Structuring(self.document, lambda criterion, count: told.append((criterion, count)))

    def names(self, under: str = GOAL) -> list[str]:
        study = self.document.study
        return [study.name_of(c) for c in children_of(study.criteria).get(under, ())]

    @property
    def hosts(self) -> list[str]:
        return [host.name for host in self.document.study.hosts]

    @property
    def steps(self) -> list[str]:
        stack = self.document.undo_stack
        return [stack.text(i) for i in range(stack.count())]


def test_a_new_criterion_stands_right_after_the_chosen_one() -> None:
    desk = Desk()
    desk.hand.add_after("Sales")
    assert desk.names("Market") == ["Sales", "New criterion", "Exports"]
    desk.hand.add_after("Exports")
    assert desk.names("Market") == ["Sales", "New criterion", "Exports", "New criterion 2"]
    desk.hand.add_after(None)
    assert desk.names() == ["Market", "Risk", "Jobs", "New criterion 3"]
    assert desk.steps == ["Add a criterion"] * 3


def test_a_new_child_stands_last_below_its_parent() -> None:
    desk = Desk()
    new = desk.hand.add_below("Jobs")
    assert desk.names("Jobs") == ["New criterion"]
    assert desk.hand.criterion(new).under == "Jobs"


def test_renaming_takes_a_name_that_differs_and_refuses_one_that_is_taken() -> None:
    desk = Desk()
    desk.hand.rename("Sales", "  EV sales ")
    assert desk.hand.criterion("Sales").name == "EV sales"
    for name, why in ((" ", "A name is needed"), ("exports", "is taken"), ("best place", "is taken")):
        with pytest.raises(NotTaken, match=why):
            desk.hand.rename("Sales", name)
    desk.hand.rename("Sales", "ev SALES")
    assert desk.hand.criterion("Sales").name == "ev SALES"


def test_nothing_changed_is_no_step() -> None:
    desk = Desk()
    desk.hand.rename("Sales", "Sales")
    desk.hand.change("Sales", "x", unit="vehicles/year")
    desk.hand.set_levels("Support", (("good", 1.0), ("fair", 0.5), ("poor", 0.0)))
    desk.hand.move("Sales", "Market", "Exports")
    desk.hand.move("Sales", "Market", "Sales")
    desk.hand.change_host("Spain", "x", code="ESP")
    desk.hand.move_host("Spain", "Morocco")
    desk.hand.move_host("Spain", "Spain")
    desk.hand.rename_host("Spain", "Spain")
    assert desk.steps == []


def test_criteria_move_up_and_down_among_their_siblings() -> None:
    desk = Desk()
    desk.hand.move_down("Market")
    assert desk.names() == ["Risk", "Market", "Jobs"]
    desk.hand.move_down("Market")
    desk.hand.move_down("Market")
    assert desk.names() == ["Risk", "Jobs", "Market"]
    desk.hand.move_up("Market")
    desk.hand.move_up("Risk")
    assert desk.names() == ["Risk", "Market", "Jobs"]
    assert desk.steps == ["Move Market"] * 3


def test_criteria_move_under_the_one_above_and_out_again() -> None:
    desk = Desk()
    desk.hand.move_in("Exports")
    assert desk.names("Sales") == ["Exports"]
    desk.hand.move_out("Exports")
    assert desk.names("Market") == ["Sales", "Exports"]
    desk.hand.move_out("Exports")
    assert desk.names() == ["Market", "Exports", "Risk", "Jobs"]
    desk.hand.move_out("Exports")
    desk.hand.move_in("Market")
    assert desk.names() == ["Market", "Exports", "Risk", "Jobs"]


def test_a_criterion_is_never_moved_under_itself() -> None:
    desk = Desk()
    assert not desk.hand.may_move("Market", "Sales")
    desk.hand.move("Market", "Sales")
    assert desk.steps == []


def test_dormant_is_on_and_off() -> None:
    desk = Desk()
    desk.hand.switch("Sales")
    assert not desk.hand.criterion("Sales").active
    desk.hand.switch("Sales")
    assert desk.hand.criterion("Sales").active
    assert desk.steps == ["Make Sales dormant", "Count Sales again"]


def test_removing_a_criterion_can_be_undone() -> None:
    desk = Desk()
    desk.hand.remove("Market")
    assert desk.names() == ["Risk", "Jobs"]
    desk.document.undo_stack.undo()
    assert desk.names("Market") == ["Sales", "Exports"]


def test_the_views_choice_is_the_documents_view() -> None:
    desk = Desk()
    desk.document.choose_view("government")
    desk.hand.count_in_view("Exports", True)
    desk.hand.turn_in_view("Sales", True)
    neutral, government = desk.document.study.views
    assert (government.left_out, government.turned) == ((), ("Rule", "Sales"))
    assert (neutral.left_out, neutral.turned) == ((), ())
    assert desk.steps == ["Count Exports in government", "Turn Sales in government"]


def test_a_scale_changed_after_judging_is_told_with_the_number_of_judgments() -> None:
    desk = Desk()
    desk.hand.change("Sales", "x", best=2_000_000.0)
    desk.hand.change("Rule", "x", curve=Curve(form="points", points=((10.0, 0.0), (100.0, 1.0))))
    desk.hand.change("Rule", "x", curve=Curve(form="points", points=((10.0, 0.0), (50.0, 0.9), (100.0, 1.0))))
    desk.hand.change("Rule", "x", unit="points")
    assert desk.told == [("Sales", 1), ("Rule", 2)]


def test_levels_are_one_step() -> None:
    desk = Desk()
    desk.hand.set_levels("Support", (("yes", 1.0), ("no", 0.0)))
    assert [level.name for level in desk.document.study.levels] == ["yes", "no"]
    assert desk.steps == ["Levels of Support"]


def test_a_host_is_added_last_and_a_taken_or_empty_name_is_refused() -> None:
    desk = Desk()
    new = desk.hand.add_host(" Brazil ", "BRA")
    assert desk.hosts == ["Canada", "Spain", "Morocco", "Brazil"]
    assert desk.hand.host(new).code == "BRA"
    for name in ("", "spain"):
        with pytest.raises(NotTaken):
            desk.hand.add_host(name)
    assert desk.steps == ["Add Brazil"]


def test_a_renamed_host_takes_a_code_only_where_it_has_none() -> None:
    desk = Desk(with_host(structure_study(), "Somewhere"))
    desk.hand.rename_host("Somewhere", "Brazil", "BRA")
    desk.hand.rename_host("Spain", "España", "XXX")
    assert desk.hand.host("Somewhere").code == "BRA"
    assert desk.hand.host("Spain").code == "ESP"
    with pytest.raises(NotTaken):
        desk.hand.rename_host("Spain", "canada")


def test_hosts_are_switched_moved_and_removed() -> None:
    desk = Desk()
    desk.hand.switch_host("Spain")
    desk.hand.move_host("Morocco", "Canada")
    desk.hand.remove_host("Spain")
    assert desk.hosts == ["Morocco", "Canada"]
    assert desk.steps == ["Make Spain dormant", "Move Morocco", "Remove Spain"]


def test_a_host_cannot_belong_to_itself_or_to_one_of_its_members() -> None:
    study = with_host(with_host(structure_study(), "Quebec", group="Canada"), "Montreal", group="Quebec")
    hand = Desk(study).hand
    assert not hand.may_group("Canada", "Canada")
    assert not hand.may_group("Canada", "Montreal")
    assert hand.may_group("Montreal", "Spain")
    assert hand.may_group("Canada", None)
