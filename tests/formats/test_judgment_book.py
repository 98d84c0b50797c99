import pytest

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.judgments import Judgment
from decidr.core.study.problems import Place
from decidr.formats.judgment_book import JudgmentBook
from decidr.formats.workbook_structure import Names
from decidr.formats.workbook_tables import Trouble


def new_book():
    names = Names()
    names.criteria.add("Goal", GOAL)
    for name in "ABCD":
        names.criteria.add(name, name.lower())
    criteria = tuple(Criterion(id=name.lower(), name=name) for name in "AB")
    below = tuple(Criterion(id=name.lower(), name=name, under="b") for name in "CD")
    for name in ("X", "Y"):
        names.hosts.add(name, name)
    return JudgmentBook((*criteria, *below), ("X", "Y"), names, Trouble())


AT_GOAL = (GOAL, "base", None)


def ratio(value, first="a", second="b", **fields):
    return Judgment(first=first, second=second, value=value, **fields)


@pytest.mark.parametrize(("node", "items"), [(GOAL, ("a", "b")), ("b", ("c", "d")), ("a", ("X", "Y"))])
def test_children_are_compared_at_a_parent_and_hosts_at_a_leaf(node, items):
    assert new_book().items_at(node) == items


@pytest.mark.parametrize("again", [ratio(3.0), ratio(1 / 3, "b", "a"), ratio(3.02), ratio(None), ratio(None, "b", "a")])
def test_a_pair_given_twice_alike_counts_once_in_the_order_given_first(again):
    book = new_book()
    book.add(AT_GOAL, ratio(3.0, note="mine"), "J!D2")
    book.add(AT_GOAL, again, "J!D3")
    assert book.comparisons()[0].pairs == (ratio(3.0, note="mine"),)
    assert book.trouble.problems == []


@pytest.mark.parametrize("again", [ratio(4.0), ratio(3.0, "b", "a"), ratio(1 / 3)])
def test_a_pair_judged_otherwise_is_told_with_both_places(again):
    book = new_book()
    book.add(AT_GOAL, ratio(3.0), "J!D2")
    book.add(AT_GOAL, again, "m!B3")
    (problem,) = book.trouble.problems
    assert (problem.place, problem.code, problem.values["other"]) == ("m!B3", "judgments.contradiction", "J!D2")


def test_an_empty_pair_leaves_its_place_to_a_value():
    book = new_book()
    book.add(AT_GOAL, ratio(None, note="ask Lee"), "J!D2")
    book.add(AT_GOAL, ratio(None), "J!D3")
    assert book.comparisons()[0].pairs[0].note == "ask Lee"
    book.add(AT_GOAL, ratio(2.0), "m!B3")
    assert book.comparisons()[0].pairs == (ratio(2.0),)


def test_nodes_views_and_people_are_kept_apart():
    book = new_book()
    for key in (AT_GOAL, (GOAL, "other", None), (GOAL, "base", "lee")):
        book.add(key, ratio(3.0 + len(book.blocks)), "J!D2")
    assert [(b.view, b.participant) for b in book.comparisons()] == [("base", None), ("other", None), ("base", "lee")]


def test_later_problems_find_the_cell_of_a_node_and_of_a_pair():
    book = new_book()
    book.add(AT_GOAL, ratio(3.0), "J!D2")
    assert book.trouble.addresses[Place("Judgments", ("Goal",))] == "J!D2"
    assert book.trouble.addresses[Place("Judgments", ("Goal", "A", "B"))] == "J!D2"
