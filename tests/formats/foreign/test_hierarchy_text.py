import pytest

from decidr.formats.foreign.hierarchy_text import branches, in_order_of_pairs, is_hierarchy
from decidr.formats.opening import open_study
from decidr.formats.workbook_tables import Trouble
from tests.formats.foreign.samples import refusal, saved, told, tree, weights

TEXT = "Site: Cost=0.3, Risk=0.7;\nCost: Labour, Land\n price;\n"


def test_the_tree_and_its_fixed_weights_are_read(tmp_path):
    opened = open_study(saved(tmp_path / "site.txt", TEXT))
    assert tree(opened) == {"Site": ["Cost", "Risk"], "Cost": ["Labour", "Land price"]}
    assert weights(opened) == {"Cost": 0.3, "Risk": 0.7}
    assert [(n.under, n.weighted_by) for n in opened.study.nodes] == [("goal", "direct")]
    assert (opened.study.title, told(opened)) == ("site", [])


def test_branches_may_stand_in_any_order(tmp_path):
    opened = open_study(saved(tmp_path / "site.txt", "Cost: x, y; Site: Cost, Risk;"))
    assert tree(opened) == {"Site": ["Cost", "Risk"], "Cost": ["x", "y"]}


def test_weights_that_do_not_sum_to_one_are_told(tmp_path):
    assert told(open_study(saved(tmp_path / "s.txt", "Site: A=0.3, B=0.6;"))) == [("hierarchy.sum", "s.txt, line 1")]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Site: A, B;\nno branch;", "hierarchy.not_a_branch", 2),
        ("Site: A, B;\n\nA: x: y;", "hierarchy.not_a_branch", 3),
        ("Site: A, , B;", "hierarchy.no_name", 1),
        ("Site: A, B;\nA: x=half, y=0.5;", "cell.not_a_number", 2),
        ("Site: A=-0.5, B=1.5;", "weights.negative", 1),
        ("Site: A=0.5, B;", "weights.missing", 1),
        ("Site: A, a;", "name.taken", 1),
        ("Site: A, B;\nA: x, y;\nB: x, z;", "name.taken", 3),
        ("Site: A, B;\nA: x, y;\nA: z, w;", "name.taken", 3),
        ("Site: Price, B;\nPrise: x, y;", "foreign.lost_near", 2),
        ("Site: A, B;\nA: Site, y;", "criteria.cycle", None),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, code, line):
    found = refusal(saved(tmp_path / "h.txt", text))
    assert code in [told_code for told_code, _place in found]
    assert line is None or (code, f"h.txt, line {line}") in found


@pytest.mark.parametrize("text", ["", "a letter; no colon", "Dear Ana: hello", '{"a": 1};'])
def test_another_text_is_no_hierarchy(tmp_path, text):
    assert not is_hierarchy(text)
    assert refusal(saved(tmp_path / "letter.txt", text)) == [("file.not_a_study", "letter.txt")]


def test_pairs_are_of_leaves_first_then_of_branches_in_the_order_of_their_definition():
    given = branches("Top: A, B, C, D; D: x, y; B: p, q;", str, Trouble())
    assert in_order_of_pairs(given)["top"] == ("A", "C", "D", "B")
