"""Gestures about participants as undoable edits."""

import pytest

from decidr.core.study.criteria import GOAL
from decidr.core.study.participants import Role
from decidr.gui.document import Document
from decidr.gui.models.people.convening import Convening
from decidr.gui.models.shared.structuring import NotTaken
from tests.gui.judging_study import judging_study

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def document() -> Document:
    """A study with Ann and Bob, who may judge Goal, Backlash and Prices."""
    return Document(judging_study())


@pytest.fixture
def convening(document: Document) -> Convening:
    return Convening(document)


def steps(document: Document) -> list[str]:
    stack = document.undo_stack
    return [stack.text(i) for i in range(stack.count())]


def test_a_person_is_added_under_her_name(document: Document, convening: Convening) -> None:
    new = convening.add("  Cleo ")
    assert convening.participant(new).name == "Cleo"
    assert steps(document) == ["Add Cleo"]


@pytest.mark.parametrize("name", ["", "  ", "ann", "BOB "])
def test_names_are_needed_and_differ(document: Document, convening: Convening, name: str) -> None:
    with pytest.raises(NotTaken):
        convening.add(name)
    assert steps(document) == []


@pytest.mark.parametrize(("text", "weight"), [("2", 2.0), ("0,5", 0.5), ("0", 0.0)])
def test_a_weight_is_typed_as_people_write_figures(
    document: Document, convening: Convening, text: str, weight: float
) -> None:
    convening.weigh("Ann", text)
    assert convening.participant("Ann").weight == weight


@pytest.mark.parametrize("text", ["", "-1", "much", "1e999"])
def test_what_is_no_weight_is_refused_in_a_sentence(document: Document, convening: Convening, text: str) -> None:
    with pytest.raises(NotTaken, match=r"\."):
        convening.weigh("Ann", text)
    assert steps(document) == []


def test_what_stands_already_is_no_step(document: Document, convening: Convening) -> None:
    convening.rename("Ann", "Ann")
    convening.weigh("Ann", "1")
    convening.describe("Ann", role=" ")
    convening.give_roles("Ann", [GOAL, "Backlash", "Prices"])
    assert steps(document) == []


def test_every_node_means_everything_and_fewer_are_roles(document: Document, convening: Convening) -> None:
    convening.give_roles("Ann", ["Prices"])
    assert document.study.roles == (Role(participant="Ann", under="Prices"),)
    convening.give_roles("Ann", ["Prices", GOAL, "Backlash"])
    assert document.study.roles == ()


def test_who_judges_nothing_is_refused(document: Document, convening: Convening) -> None:
    with pytest.raises(NotTaken, match="at least one"):
        convening.give_roles("Ann", [])


def test_removing_is_one_step_that_undo_takes_back(document: Document, convening: Convening) -> None:
    convening.remove("Ann")
    assert [p.name for p in document.study.participants] == ["Bob"]
    document.undo_stack.undo()
    assert [p.name for p in document.study.participants] == ["Ann", "Bob"]
