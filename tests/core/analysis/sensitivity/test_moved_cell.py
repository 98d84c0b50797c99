"""The stretches of a moved cell, beside the scores of studies with that value."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.data.cell_reach import with_value
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.moved_cell import MovedCell, Stretch, moved_cell
from decidr.core.study.criteria import Curve
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.participants import Participant
from tests.building import data_study
from tests.core.analysis.edited_studies import with_only_value
from tests.core.analysis.random_studies import BASE, OTHER, random_study

HOSTS = ("A", "B", "C")
VALUES = {"x": [0.9, 0.2, 0.5], "y": [0.1, 0.8, 0.5]}

seeds = st.integers(0, 2**32 - 1)
syntheses = st.sampled_from(["absolute", "distributive", "ideal"])
views = st.sampled_from([BASE, OTHER])


def moved(results: Results, leaf: str, host: str) -> MovedCell:
    found = moved_cell(results, results.leaves.index(leaf), results.hosts.index(host))
    assert found is not None
    return found


def study(**fields):
    return set_criterion(data_study({"x": 0.5, "y": 0.5}, VALUES, HOSTS), "x", **fields)


@given(seeds, syntheses, views)
@settings(max_examples=40, deadline=None)
def test_along_every_stretch_the_leaf_has_the_scores_of_the_study_with_that_value(seed, synthesis, view):
    results = evaluate(random_study(seed, synthesis), view)
    assume(results.hosts)
    rng = np.random.default_rng(seed)
    for leaf, id_ in enumerate(results.leaves):
        if results.sources.ways_of_scoring[id_] not in ("data", "direct") or np.isnan(results.raw_scores[leaf]).any():
            continue
        host = int(rng.integers(len(results.hosts)))
        cell = moved_cell(results, leaf, host)
        for stretch in cell.stretches if cell else ():
            value = float(rng.uniform(stretch.start, stretch.end))
            place = stretch.place(value)
            found = [stretch.score(h, place) for h in range(len(results.hosts))]
            then = evaluate(
                with_only_value(results.study, results.sources.criteria[id_], results.hosts[host], value), view
            )
            np.testing.assert_allclose(found, then.raw_scores[leaf], rtol=0, atol=1e-9)
            assert stretch.is_ranked == (then.failed[host] is None)


def test_stretches_reach_from_end_to_end_and_meet_at_the_points_of_the_curve():
    curve = Curve(form="points", points=((0.0, 0.0), (0.3, 0.8), (1.0, 1.0)))
    cell = moved(evaluate(study(curve=curve)), "x", "B")
    assert [(s.start, s.end) for s in cell.stretches] == [(0.0, 0.3), (0.3, 1.0)]
    assert (cell.now, cell.span) == (0.2, 1.0)


def test_a_must_cuts_a_stretch_and_its_bound_belongs_to_those_that_meet_it():
    cell = moved(evaluate(study(must=">= 0.5")), "x", "A")
    below, at, above = sorted(cell.stretches, key=lambda s: (s.start, s.end))
    assert (below.end, below.is_ranked, below.opens_at) == (0.5, False, (0.5,))
    assert (at.start, at.end, at.is_ranked) == (0.5, 0.5, True)
    assert (above.start, above.is_ranked, above.opens_at) == (0.5, True, ())


def test_a_value_beyond_the_ends_and_a_closed_cell():
    beyond = evaluate(set_cell(study(), "x", "A", value=1.7))
    assert moved(beyond, "x", "A").now == 1.7
    shut = evaluate(set_cell(study(), "x", "A", closed="shut"))
    assert moved_cell(shut, shut.leaves.index("x"), 0) is None


def test_what_several_people_said_is_the_value_with_their_mean_score():
    results = evaluate(random_study(11, "absolute"), BASE)
    checked = 0
    for leaf, id_ in enumerate(results.leaves):
        for host in range(len(results.hosts)):
            if results.sources.ways_of_scoring[id_] == "data" and not results.missing[leaf, host]:
                cell = moved_cell(results, leaf, host)
                if cell and min(s.start for s in cell.stretches) <= cell.now <= max(s.end for s in cell.stretches):
                    score = with_value(results, leaf, host, cell.now).row[host]
                    assert score == pytest.approx(results.raw_scores[leaf, host], abs=1e-9)
                    checked += 1
    assert checked


def test_what_no_one_value_scores_like_several_people_is_at_their_mean():
    """Beside the other host's 0.9 any value below scores 0, and 0.9 itself 1: only a mean lies between."""
    ends_from_data = data_study({"x": 0.5, "y": 0.5}, {"x": [None, 0.9], "y": [0.8, 0.2]}, "AB", synthesis="ideal")
    people = [Cell(criterion="x", host="A", participant=p, value=v) for p, v in (("p", 0.1), ("q", 0.2))]
    study = replace(
        set_criterion(ends_from_data, "x", worst=None, best=None),
        participants=(Participant(id="p", name="p"), Participant(id="q", name="q")),
        cells=(*ends_from_data.cells, *people),
    )
    assert moved(evaluate(study), "x", "A").now == pytest.approx(0.15)


def test_no_place_of_a_stretch_has_a_value_beyond_its_ends():
    far = Stretch(3e-5, 9e-5, np.zeros(2), np.ones(2), origin=1e-5)
    places = far.places[0] + np.spacing(far.places[0]) * np.arange(-3, 4)
    assert all(3e-5 <= far.value(float(place)) <= 9e-5 for place in places)
    assert far.value(far.places[0]) == 3e-5
    assert far.value(far.places[1]) == 9e-5
