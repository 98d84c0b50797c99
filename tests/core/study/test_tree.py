"""The criteria tree as one view counts it."""

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.tree import all_leaves, children_of, counted_tree, depth_first
from decidr.core.study.views import View

SHAPE = {"Market": GOAL, "Sales": "Market", "Exports": "Market", "Jobs": GOAL, "Abroad": "Exports", "Near": "Exports"}
VIEW = View(id="v", name="v")


def criteria(**dormant: bool) -> tuple[Criterion, ...]:
    return tuple(Criterion(id=n, name=n, under=under, active=not dormant.get(n)) for n, under in SHAPE.items())


def test_children_keep_the_order_of_the_study_and_dormant_ones_stay() -> None:
    assert children_of(criteria(Sales=True)) == {
        GOAL: ("Market", "Jobs"),
        "Market": ("Sales", "Exports"),
        "Exports": ("Abroad", "Near"),
    }


def test_parents_come_before_their_children_whatever_the_order_of_the_rows() -> None:
    rows = tuple(reversed(criteria()))
    assert list(depth_first(children_of(rows))) == [
        GOAL, "Jobs", "Market", "Exports", "Near", "Abroad", "Sales",
    ]  # fmt: skip
    assert list(depth_first(children_of(rows), "Exports")) == ["Exports", "Near", "Abroad"]


def test_leaves_are_those_without_children() -> None:
    assert all_leaves(criteria(Abroad=True)) == ("Sales", "Jobs", "Abroad", "Near")


def test_a_dormant_criterion_takes_all_below_it_along() -> None:
    tree = counted_tree(criteria(Exports=True), VIEW)
    assert tree.nodes == (GOAL, "Market", "Sales", "Jobs")
    assert tree.leaves == ("Sales", "Jobs")


def test_a_parent_without_a_counted_leaf_is_absent() -> None:
    tree = counted_tree(criteria(Abroad=True), View(id="v", name="v", left_out=("Near", "Sales")))
    assert tree.nodes == (GOAL, "Jobs")
    assert tree.children == {GOAL: ("Jobs",)}


def test_a_tree_without_leaves_has_the_goal_alone() -> None:
    tree = counted_tree((), VIEW)
    assert (tree.nodes, tree.leaves, tree.parents) == ((GOAL,), (), ())


def test_a_leaf_knows_its_parent_and_its_main_criterion() -> None:
    tree = counted_tree(criteria(), VIEW)
    assert tree.parent["Near"] == "Exports"
    assert tree.main_criterion("Near") == "Market"
    assert tree.main_criterion("Jobs") == "Jobs"
    assert tree.parents == (GOAL, "Market", "Exports")
    assert tree.leaves_under("Market") == ("Sales", "Abroad", "Near")
    assert tree.leaves_under("Near") == ("Near",)
