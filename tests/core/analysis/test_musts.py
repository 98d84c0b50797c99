import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.musts import Must, fails_with, meets, must_said, parse_must
from decidr.core.study.criteria import Criterion, Level
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell, set_criterion
from tests.building import data_study


@pytest.mark.parametrize(
    ("text", "must"),
    [
        (">= 2", Must(">=", 2.0)),
        ("<=15", Must("<=", 15.0)),
        ("≥ 2,5", Must(">=", 2.5)),
        ("= good", Must("=", "good")),
        ("= 3", Must("=", 3.0)),
        ("more than 2", None),
        (">= good", None),
        (">=", None),
    ],
)
def test_a_condition_is_read_as_it_is_written(text, must):
    assert parse_must(text) == must


@pytest.mark.parametrize(
    ("must", "value", "met"),
    [
        (Must(">=", 2.0), 2.0, True),
        (Must(">=", 2.0), 1.9, False),
        (Must("<=", 2.0), 2.1, False),
        (Must("=", "Good"), " good", True),
        (Must("=", "good"), "poor", False),
        (Must(">=", 2.0), "good", False),
    ],
)
def test_a_value_meets_a_condition_in_the_leafs_unit(must, value, met):
    assert meets(must, value) is met


def test_a_condition_is_shown_with_its_criterion_and_unit():
    assert must_said(Criterion(id="t", name="Tax", unit="%", must="<= 25")) == "Tax <= 25 %"


def study(must):
    base = data_study({"x": 0.5, "y": 0.5}, {"x": [0.9, 0.1], "y": [0.5, None]}, ("A", "B"))
    return set_criterion(base, "x", must=must)


def test_a_closed_cell_is_tested_by_the_value_it_keeps():
    closed = set_cell(study(">= 0.5"), "x", "A", closed="shut")
    assert evaluate(closed).failed == (None, "x >= 0.5")


def test_a_gap_does_not_fail_but_warns():
    results = evaluate(set_criterion(study(""), "y", must=">= 0.9"))
    assert results.failed == ("y >= 0.9", None)
    assert [p.values for p in results.problems if p.code == "must.missing"] == [{"must": ">= 0.9", "host": "B"}]


def test_a_condition_that_is_not_understood_fails_nobody_and_is_an_error():
    results = evaluate(study("about 2"))
    assert results.failed == (None, None)
    assert "must.not_understood" in [p.code for p in results.problems if p.severity == "error"]


@pytest.mark.parametrize(("text", "must"), [("= 3", Must("=", "3")), ("= good", Must("=", "good")), (">= 2", None)])
def test_a_leaf_with_named_levels_takes_only_a_name_also_where_it_is_a_figure(text, must):
    assert parse_must(text, names_level=True) == must


def rated(must):
    base = set_criterion(study(must), "x", scored_by="rating")
    cells = [Cell(criterion="x", host=h, way="rating", value=v) for h, v in (("A", "3"), ("B", "3.5"))]
    levels = tuple(Level(criterion="x", name=n, score=s) for n, s in (("3", 1.0), ("3.5", 0.2)))
    return replace(base, cells=(*base.cells, *cells), levels=levels)


def test_a_level_that_looks_like_a_number_is_met_by_its_name():
    assert evaluate(rated("= 3")).failed == (None, "x = 3")


def test_an_order_of_levels_is_not_understood_and_fails_nobody():
    results = evaluate(rated(">= 3"))
    assert results.failed == (None, None)
    assert "must.not_understood" in [p.code for p in results.problems]


def test_a_supposed_value_is_tested_beside_the_other_musts():
    base = data_study({"x": 0.5, "y": 0.5}, {"x": [0.9, 0.1], "y": [0.5, None]}, "AB")
    base = set_criterion(set_criterion(base, "x", must=">= 0.5"), "y", must=">= 0.2")
    sources = evaluate(base).sources
    assert not fails_with(sources, "y", "A", 0.2)
    assert fails_with(sources, "y", "A", 0.1)
    assert fails_with(sources, "y", "B", 0.9), "it fails the other one"
    assert not fails_with(sources, "x", "B", 0.5), "a gap does not fail"
    assert not fails_with(sources, "x", "B", None)
