import json

import ahpy
import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.formats.foreign.ahpy_json import study_of_ahpy
from decidr.formats.opening import open_study
from decidr.formats.workbook_tables import Trouble
from tests.formats.foreign.samples import judged, refusal, saved, told, tree, weights

PAIRS = {("a", "b"): 3, ("a", "c"): 5, ("b", "c"): 2}


def opened(tmp_path, value):
    return open_study(saved(tmp_path / "ahpy.json", value))


@pytest.mark.parametrize(
    "written",
    [
        {"('a', 'b')": 3, '("a","c")': 5, "('b','c')": 2},
        {"a, b": 3, "a,c": 5.0, " b , c": "2"},
        {'["a", "b"]': 3, "(a, c)": 5, "'b', 'c'": 2},
        [["a", "b", 3], ["a", "c", 5], ["b", "c", 2]],
    ],
    ids=["tuples", "commas", "lists and quotes", "triples"],
)
def test_pairs_may_be_written_in_every_usual_way(tmp_path, written):
    assert judged(opened(tmp_path, {"name": "Site", "comparisons": written})) == PAIRS
    assert judged(opened(tmp_path, written)) == PAIRS


def test_the_name_is_the_goal_and_ahpys_own_table_counts(tmp_path):
    found = opened(tmp_path, {"name": "Site", "comparisons": [["a", "b", 3], ["a", "c", 5], ["b", "c", 1]]})
    assert (found.study.goal, found.study.settings.random_index) == ("Site", "donegan-dodd")
    theirs = ahpy.Compare("Site", {("a", "b"): 3, ("a", "c"): 5, ("b", "c"): 1}, precision=10)
    results = evaluate(found.study)
    assert results.matrices[0].consistency.cr == pytest.approx(theirs.consistency_ratio, abs=1e-8)
    saaty = opened(tmp_path, {"name": "Site", "comparisons": {"a, b": 3}, "random_index": "saaty"})
    assert saaty.study.settings.random_index == "saaty 2005"


CRITERIA = {"('Price', 'Safety')": 3, "('Price', 'Style')": 5, "('Safety', 'Style')": 2}
UNDER = {"Price": {"x": 30.0, "y": 20.0}, "Safety": {"('x', 'y')": "1/4"}, "Style": [["x", "y", 7]]}

WHOLE = {
    "by name": {"Car": CRITERIA, **UNDER},
    "a list": [{"name": name, "comparisons": given} for name, given in {"Car": CRITERIA, **UNDER}.items()],
    "tuples of Compose": [["Car", CRITERIA, 10], *([name, given] for name, given in UNDER.items())],
    "Compose": {"comparisons": {"Car": CRITERIA, **UNDER}, "hierarchy": {"Car": ["Price", "Safety", "Style"]}},
    "children": {
        "name": "Car",
        "comparisons": CRITERIA,
        "children": [{"name": name, "comparisons": given} for name, given in UNDER.items()],
    },
}


@pytest.mark.parametrize("form", WHOLE)
def test_a_hierarchy_comes_out_as_ahpy_has_it(tmp_path, form):
    found = opened(tmp_path, WHOLE[form])
    assert tree(found) == {"Car": ["Price", "Safety", "Style"]}
    car = ahpy.Compare("Car", {("Price", "Safety"): 3, ("Price", "Style"): 5, ("Safety", "Style"): 2}, precision=10)
    car.add_children(
        [
            ahpy.Compare("Price", {"x": 30.0, "y": 20.0}, precision=10),
            ahpy.Compare("Safety", {("x", "y"): 1 / 4}, precision=10),
            ahpy.Compare("Style", {("x", "y"): 7}, precision=10),
        ]
    )
    results = evaluate(found.study)
    ours = dict(zip([h.name for h in found.study.hosts], results.totals, strict=True))
    assert ours == pytest.approx(car.target_weights, abs=1e-8)


def test_measured_values_of_criteria_are_direct_weights(tmp_path):
    found = opened(tmp_path, {"name": "Site", "comparisons": {"a": 1.2, "b": 2.3}})
    assert weights(found) == {"a": 1.2, "b": 2.3}
    theirs = ahpy.Compare("Site", {"a": 1.2, "b": 2.3}, precision=10).local_weights
    results = evaluate(found.study)
    assert {found.study.name_of(c): results.local[c] for c in results.local} == pytest.approx(theirs, abs=1e-9)


def test_null_and_a_blank_are_not_judged(tmp_path):
    found = opened(tmp_path, {"a, b": 3, "a, c": None, "b, c": " "})
    assert judged(found) == {("a", "b"): 3, ("a", "c"): None, ("b", "c"): None}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('{"a, b": 3, "b, a": 3}', "judgments.contradiction", "$['b, a']"),
        ('{"a, a": 5, "a, b": 3}', "judgments.with_itself", "$['a, a']"),
        ('{"a, b": 3, "c": 2}', "ahpy.not_pairs", "$['c']"),
        ('{"a, b, c": 3}', "ahpy.not_pairs", "$['a, b, c']"),
        ('{"a, ": 3}', "ahpy.not_pairs", "$['a, ']"),
        ('[["a", "", 3]]', "ahpy.not_pairs", "$[0]"),
        (f'{{"a, b": {"9" * 5000}}}', "judgments.not_a_ratio", "$['a, b']"),
        ('{"ab": 3}', "ahpy.not_pairs", "$['ab']"),
        ('{"a, b": "1/x"}', "judgments.not_a_ratio", "$['a, b']"),
        ('{"a, b": "01.03.2026"}', "judgments.a_date", "$['a, b']"),
        ('{"a, b": Infinity}', "judgments.not_a_ratio", "$['a, b']"),
        ('{"a, b": true}', "judgments.not_a_ratio", "$['a, b']"),
        ('{"a, b": 0}', "judgments.not_a_ratio", "$['a, b']"),
        ('{"a": 1, "b": 0}', "ahpy.not_positive", "$['b']"),
        ('{"a": 1, "b": "x"}', "cell.not_a_number", "$['b']"),
        ('{"a, b": 3, "a, b": 5}', "foreign.key_twice", "ahpy.json"),
        ('{"Car": {"Price, Safety": 3}, "Prise": {"x, y": 3}}', "foreign.lost_near", "$['Prise']"),
        (
            '{"comparisons": {"Car": {"a, b": 3}}, "hierarchy": {"Car": ["a", "bb"]}}',
            "name.unknown_near",
            "$.hierarchy['Car']",
        ),
        ('{"a, b": 3', "foreign.no_json", "ahpy.json"),
        ('{"a, b": [3]}', None, None),
    ],
)
def test_what_ahpy_would_swallow_is_told_with_its_path(tmp_path, text, code, place):
    found = refusal(saved(tmp_path / "ahpy.json", text))
    assert code in [None, *(told_code for told_code, _place in found)]
    assert place in [None, *(where for told_code, where in found if told_code == code)]


def test_a_host_that_is_missing_under_one_criterion_is_told(tmp_path):
    value = {"Car": {"Price, Style": 3}, "Price": {"x, y": 3, "y, z": 2}, "Style": {"x, y": 2}}
    assert told(opened(tmp_path, value)) == [("foreign.host_left_out", "$['Style']")]


@pytest.mark.parametrize("value", [{}, [], 3, {"name": "x", "version": "1.0"}, ["a", "b"], {"deps": {"x": "^1"}}])
def test_other_json_holds_no_comparisons(tmp_path, value):
    assert study_of_ahpy(value, "t", "f.json", Trouble()) is None
    assert refusal(saved(tmp_path / "other.json", json.dumps(value))) == [("file.not_a_study", "other.json")]
