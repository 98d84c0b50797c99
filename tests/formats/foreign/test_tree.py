import pytest

from decidr.formats.foreign.given import Given
from decidr.formats.foreign.tree import tree_of
from decidr.formats.workbook_tables import Trouble


def grown(*nodes, hosts=None):
    """Parent by criterion, hosts, and the errors, of nodes given as (name, items)."""
    trouble = Trouble()
    given = [Given(name, tuple(items.split()), f"#{place}") for place, (name, items) in enumerate(nodes)]
    tree = tree_of(given, hosts, trouble)
    ids = {c.id: c.name for c in tree.criteria} | {"goal": tree.goal}
    told = [(p.code, p.place, p.values.get("near")) for p in trouble.problems]
    return {c.name: ids[c.under] for c in tree.criteria}, [h.name for h in tree.hosts], told


def test_a_node_hangs_where_its_name_is_an_item_whatever_the_order():
    criteria, hosts, told = grown(("b", "x y"), ("Top", "A B"), ("A", "p q"))
    assert criteria == {"A": "Top", "p": "A", "q": "A", "B": "Top", "x": "B", "y": "B"}
    assert (hosts, told) == ([], [])


def test_what_is_compared_under_several_nodes_are_hosts():
    criteria, hosts, told = grown(("Top", "A B"), ("A", "x y"), ("B", "y x"))
    assert (criteria, hosts, told) == ({"A": "Top", "B": "Top"}, ["x", "y"], [])


def test_known_hosts_may_be_compared_under_a_single_node():
    assert grown(("Top", "A B"), ("A", "x y"), hosts=["x", "y", "z"])[:2] == ({"A": "Top", "B": "Top"}, ["x", "y", "z"])


def test_with_known_hosts_a_criterion_under_two_nodes_is_refused():
    assert [told[:2] for told in grown(("T", "A B"), ("A", "x y"), ("B", "x z"), hosts=[])[2]] == [("name.taken", "#2")]


@pytest.mark.parametrize(
    ("nodes", "told"),
    [
        ([("Top", "Price Risk"), ("Prise", "x y")], ("foreign.lost_near", "#1", "Price")),
        ([("Top", "Price Risk"), ("Zebra", "x y")], ("foreign.lost", "#1", "")),
        ([("Top", "Price Risk"), ("", "x y")], ("foreign.nameless", "#1", "")),
        ([("Top", "A B"), ("A", "C D"), ("C", "A E"), ("D", "C F")], None),
        ([("A", "B C"), ("B", "A D")], ("criteria.cycle", None, None)),
        ([("Lee", "x y z"), ("Ana", "x y z")], ("foreign.people_or_criteria", "#1", None)),
        ([("Top", "A B"), ("A", "x y"), ("B", "x y"), ("x", "p q")], ("foreign.host_and_node", "#3", None)),
        ([("Top", "A B"), ("Top", "A C")], ("name.unknown", "#1", "")),
        ([("Top", "A B C"), ("Top", "A B")], ("matrix.wrong_items", "#1", None)),
    ],
)
def test_what_hangs_nowhere_or_twice_is_told_at_its_place(nodes, told):
    found = grown(*nodes)[2]
    assert found
    if told:
        assert found[0][0] == told[0]
        assert told[1] in (None, found[0][1])
        assert told[2] == found[0][2]


def test_nodes_that_all_name_each_other_are_told_at_once():
    names = [f"n{i}" for i in range(30)]
    found = grown(*((name, " ".join(n for n in names if n != name)) for name in names), hosts=[])[2]
    assert [code for code, _place, _near in found] == ["criteria.cycle"]


def test_a_node_without_a_name_is_the_one_with_the_same_items():
    assert grown(("", "A B"), ("Top", "B A"))[0] == {"B": "Top", "A": "Top"}
    assert grown(("", "A B"))[0] == {"A": "Goal", "B": "Goal"}
