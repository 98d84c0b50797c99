"""The hand that shapes views."""

import pytest

from decidr.core.study import edits
from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.people.viewing import Viewing
from decidr.gui.models.shared.structuring import NotTaken
from tests.gui.structure_study import structure_study

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """A document and the hand that shapes its views."""

    def __init__(self, study: Study | None = None) -> None:
        self.document = Document(study or structure_study())
        self.hand = Viewing(self.document)

    @property
    def names(self) -> list[str]:
        return [view.name for view in self.document.study.views]

    @property
    def steps(self) -> list[str]:
        stack = self.document.undo_stack
        return [stack.text(i) for i in range(stack.count())]


def test_a_new_view_is_looked_with_at_once() -> None:
    desk = Desk()
    new = desk.hand.add(" bank ")
    assert desk.names == ["neutral", "government", "bank"]
    assert desk.document.view == new
    assert desk.steps == ["Add the view bank"]


def test_a_copy_counts_and_turns_what_the_other_does() -> None:
    desk = Desk()
    desk.hand.add("ministry", like="government")
    assert desk.document.study.views[-1].turned == ("Rule",)
    assert desk.steps == ["Copy government as ministry"]


@pytest.mark.parametrize("name", ["", "  ", "NEUTRAL"])
def test_an_empty_or_taken_name_is_not_taken(name: str) -> None:
    desk = Desk()
    with pytest.raises(NotTaken):
        desk.hand.add(name)
    with pytest.raises(NotTaken):
        desk.hand.rename("government", name)
    assert desk.steps == []


def test_the_same_name_is_no_step_and_another_case_is() -> None:
    desk = Desk()
    desk.hand.rename("government", "government")
    desk.hand.rename("government", "Government")
    assert desk.steps == ["Name: Government"]


def test_after_the_view_that_is_looked_with_is_removed_one_looks_with_the_base() -> None:
    desk = Desk()
    desk.document.choose_view("government")
    desk.hand.remove("government")
    assert (desk.names, desk.document.view) == (["neutral"], "neutral")
    desk.document.undo_stack.undo()
    assert desk.names == ["neutral", "government"]


def test_another_base_view_names_the_nodes_that_inherited() -> None:
    study = edits.own_judgments_for_view(structure_study(), GOAL, "government")
    desk = Desk(edits.own_judgments_for_view(edits.add_view(study, "bank"), "Risk", "government"))
    told = desk.hand.make_base("government")
    assert told == (
        "The base view is «government» now; no judgment was moved. "
        "No longer taken from «neutral» but from «government»: Best place (bank) and Risk (bank). "
        "Without judgments now: Market (government, bank) and Culture (government, bank)."
    )
    assert desk.steps == ["Make government the base view"]
    assert desk.hand.make_base("government") == ""


def test_a_base_view_that_lent_nothing_leaves_nothing_to_name() -> None:
    study = edits.add_view(structure_study(), "copy", like="neutral")
    desk = Desk(edits.remove_view(study, "government"))
    assert desk.hand.make_base(study.views[-1].id) == "The base view is «copy» now; no judgment was moved."


def test_a_view_judges_apart_and_goes_back() -> None:
    desk = Desk()
    before = desk.document.study
    desk.document.choose_view("government")
    desk.hand.judge_apart("Risk", "judgments")
    assert {b.under for b in desk.document.study.comparisons if b.view == "government"} == {"Risk"}
    desk.hand.use_base("Risk")
    assert desk.document.study == before
    assert desk.steps == ["Judge Risk apart in government", "Use the base view's Risk in government"]


def test_a_view_weighs_apart_where_weights_are_given() -> None:
    study = edits.set_weight(structure_study(), "Sales", 70.0, "direct", "neutral")
    desk = Desk(
        edits.weigh_by(edits.set_weight(study, "Exports", 30.0, "direct", "neutral"), "Market", "direct", "neutral")
    )
    desk.document.choose_view("government")
    desk.hand.judge_apart("Market", "direct")
    assert [(w.criterion, w.weight) for w in desk.document.study.weights if w.view == "government"] == [
        ("Sales", 70.0),
        ("Exports", 30.0),
    ]


def test_several_leaves_are_left_out_in_one_step() -> None:
    desk = Desk()
    desk.hand.count_leaves(("Rule", "Support", "Culture"), False, "Risk")
    assert set(desk.document.study.views[0].left_out) == {"Rule", "Support", "Culture"}
    desk.hand.count_leaves(("Rule", "Support", "Culture"), True, "Risk")
    assert desk.document.study.views[0].left_out == ()
    assert desk.steps == ["Leave Risk out of neutral", "Count Risk in neutral"]
    desk.hand.count_leaves(("Rule",), True, "Rule")
    assert len(desk.steps) == 2
