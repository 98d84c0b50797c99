"""What a careful person would mend first."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.data.quality import OLD_YEARS, Flaw, data_quality, newest_year
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import Curve
from decidr.core.study.data import evidence_of
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.problems import Place
from decidr.core.study.study import Study
from decidr.formats.templates import load_template
from tests.building import data_study
from tests.core.analysis.edited_studies import hold_same, outcome
from tests.core.analysis.random_studies import BASE, random_study

HOSTS = ("A", "B", "C")


def study(**settings) -> Study:
    """Every figure sourced: nothing to mend."""
    values = {"x": [0.9, 0.5, 0.1], "y": [0.2, 0.8, 0.3]}
    made = data_study({"x": 0.7, "y": 0.3}, values, HOSTS, **settings)
    return replace(made, cells=tuple(replace(c, source="IEA", year=2024, status="measured") for c in made.cells))


def flaws(of: Study, kind: str = "") -> list[Flaw]:
    return [flaw for flaw in data_quality(evaluate(of)) if kind in ("", flaw.kind)]


def test_a_study_whose_figures_are_there_and_sourced_has_nothing_to_mend():
    assert flaws(study()) == []


def test_a_gap_is_told_with_what_it_alone_could_do_at_worst_and_at_best():
    base = set_cell(study(), "y", "B", value=None)
    today = evaluate(base)
    (flaw,) = flaws(base)
    assert (flaw.kind, flaw.criterion, flaw.host, flaw.place) == ("missing", "y", "B", Place("Data", ("y", "B")))
    assert flaw.weight == pytest.approx(0.3)
    for value, found in ((0.0, flaw.effect.worst), (1.0, flaw.effect.best)):
        hold_same(found, outcome(today, evaluate(set_cell(base, "y", "B", value=value)), "y", "B"))


def test_on_the_ev_plant_every_gap_and_placeholder_does_what_the_edited_study_shows():
    base = load_template("ev-plant")
    today = evaluate(base)
    told = [flaw for flaw in data_quality(today) if flaw.effect]
    assert {flaw.kind for flaw in told} == {"missing", "placeholder"}
    for flaw in told[::6]:
        criterion = today.sources.criteria[flaw.criterion]
        cell = next(c for c in base.cells if (c.criterion, c.host) == (flaw.criterion, flaw.host))
        worst, best = criterion.worst, criterion.best
        if flaw.kind == "placeholder":
            assert {worst, best} == {1.0, 9.0}
            assert cell.low is None
            sign = 1 if best > worst else -1
            worst, best = cell.value - sign, cell.value + sign
        for value, found in ((worst, flaw.effect.worst), (best, flaw.effect.best)):
            then = evaluate(set_cell(base, flaw.criterion, flaw.host, value=value))
            hold_same(found, outcome(today, then, flaw.criterion, flaw.host))


def test_what_could_change_the_leader_comes_first_then_the_larger_change_of_the_margin():
    close = set_cell(set_cell(study(), "x", "A", value=0.7), "x", "B", value=0.5)
    close = set_cell(set_cell(close, "y", "A", value=0.4), "y", "C", value=None)
    close = set_cell(close, "y", "B", value=None)
    close = set_cell(close, "x", "A", status="placeholder")
    found = flaws(close)
    assert [(f.kind, f.host) for f in found] == [("missing", "B"), ("placeholder", "A"), ("missing", "C")]
    assert found[0].effect.leaders == ("B",)
    changes = [f.effect.change for f in found[1:]]
    assert changes == sorted(changes, reverse=True)


@given(st.integers(0, 2**32 - 1), st.sampled_from(["absolute", "distributive", "ideal"]))
@settings(max_examples=25, deadline=None)
def test_the_order_holds_and_every_gap_is_there_on_any_study(seed, synthesis):
    results = evaluate(random_study(seed, synthesis), BASE)
    found = data_quality(results)
    keys = [(not (f.effect and f.effect.leaders), -(f.effect.change if f.effect else 0.0)) for f in found]
    assert all(one[0] < other[0] or (one[0] == other[0] and one[1] <= other[1] + 1e-9) for one, other in pairwise(keys))
    missing = {(f.criterion, f.host) for f in found if f.kind == "missing"}
    if not np.isnan(results.raw_scores).any():
        gaps = np.argwhere(results.missing).tolist()
        assert missing == {(results.leaves[leaf], results.hosts[host]) for leaf, host in gaps}
    placeholders = {(f.criterion, f.host) for f in found if f.kind == "placeholder"}
    kinds = results.leaf_scores.evidence
    assert placeholders == {
        (leaf, host)
        for row, leaf in enumerate(results.leaves)
        for host, kind, is_gap in zip(results.hosts, kinds[leaf].tolist(), results.missing[row], strict=True)
        if kind == 3 and not is_gap and results.sources.ways_of_scoring[leaf] != "pairwise"
    }


def test_without_a_leader_gaps_and_placeholders_are_told_without_effect():
    base = set_cell(set_cell(study(), "y", "B", value=None), "x", "C", status="placeholder")
    found = flaws(replace(base, comparisons=()))
    assert {(f.kind, f.effect) for f in found} == {("missing", None), ("placeholder", None)}


def test_a_figure_is_old_beyond_five_years_before_the_studys_date_or_its_newest_figure():
    assert OLD_YEARS == 5
    base = set_cell(study(), "x", "B", year=2018)
    assert [(f.host, f.year) for f in flaws(base, "old")] == [("B", 2018)]
    assert flaws(set_cell(study(), "x", "B", year=2019), "old") == []
    later = replace(set_cell(study(), "x", "B", year=2019), date="14 January 2026")
    assert [f.year for f in flaws(later, "old")] == [2019]
    assert newest_year(evaluate(later)) == 2026
    assert newest_year(evaluate(base)) == 2024
    assert flaws(replace(set_cell(study(), "x", "B", year=2010, status="placeholder")), "old") == []


def test_a_figure_beyond_the_ends_is_told_with_them():
    (flaw,) = flaws(set_cell(study(), "x", "B", value=1.2))
    assert (flaw.kind, flaw.value, flaw.ends) == ("beyond_ends", 1.2, (0.0, 1.0))
    curve = Curve(form="points", points=((0.2, 0.0), (0.6, 1.0), (0.95, 0.5)))
    found = flaws(set_criterion(study(), "x", curve=curve))
    assert [(f.host, f.value, f.ends) for f in found] == [("C", 0.1, (0.2, 0.6))]


def test_a_unit_is_another_one_but_for_case_and_blanks():
    base = set_criterion(study(), "x", unit="km")
    assert flaws(set_cell(base, "x", "B", unit=" KM "), "unit") == []
    (flaw,) = flaws(set_cell(base, "x", "B", unit="miles"), "unit")
    assert (flaw.host, flaw.unit, flaw.wanted) == ("B", "miles", "km")


def test_a_figure_needs_a_source_and_a_judgment_somebody_or_a_reason():
    unsourced = set_cell(study(), "x", "B", source="")
    assert [f.host for f in flaws(unsourced, "no_source")] == ["B"]
    assert [f.host for f in flaws(set_cell(unsourced, "x", "B", who="Ana"), "no_source")] == ["B"]
    judged = set_cell(unsourced, "x", "B", status="judged")
    assert [f.host for f in flaws(judged, "no_source")] == ["B"]
    assert flaws(set_cell(judged, "x", "B", who="Ana"), "no_source") == []
    assert flaws(set_cell(judged, "x", "B", note="as the workshop saw it"), "no_source") == []


def test_a_closed_cell_asks_for_nothing_and_a_placeholder_only_for_its_figure():
    assert flaws(set_cell(study(), "x", "B", closed="shut", source="", value=7.0)) == []
    placeholder = set_cell(study(), "x", "B", status="placeholder", source="", year=1990)
    assert [f.kind for f in flaws(placeholder)] == ["placeholder"]


def test_leaves_that_measure_the_same_are_one_flaw_with_the_weight_of_both():
    values = [0.1, 0.2, 0.4, 0.5, 0.7, 0.9]
    same = data_study({"x": 0.5, "y": 0.2, "z": 0.3}, {"x": values, "y": values, "z": [0.5] * 6}, tuple("ABCDEF"))
    (flaw,) = flaws(same, "same")
    assert (flaw.criterion, flaw.host, flaw.same.second, flaw.place) == ("x", "", "y", Place("Criteria", ("x",)))
    assert flaw.weight == pytest.approx(0.7)


def test_the_ev_plant_has_as_many_gaps_and_placeholders_as_its_cells_say():
    base = load_template("ev-plant")
    found = flaws(base)
    for kind in ("missing", "placeholder"):
        cells = [c for c in base.cells if evidence_of(c) == kind]
        assert len([f for f in found if f.kind == kind]) == len(cells)
