"""The program beside a second, slow reading of the method, on random studies and on the EV plant."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import every_one_way
from decidr.core.study.edits import set_setting
from decidr.core.study.study import Study
from decidr.formats.templates import load_template
from tests.core.analysis.by_definition import Answer, answer, sweep
from tests.core.analysis.random_studies import random_study

EV = load_template("ev-plant")
CLOSE = 1e-9

seeds = st.integers(0, 2**32 - 1)
syntheses = st.sampled_from([None, "absolute", "distributive", "ideal"])
ARRAYS = ("contributions", "totals", "low", "high", "ranks", "best_rank", "worst_rank", "eligible", "missing")


def hold_same(one, other):
    np.testing.assert_allclose(np.asarray(one, float), np.asarray(other, float), rtol=0, atol=CLOSE)


def hold_results(results: Results, by_definition: Answer) -> None:
    """Every figure of ``solve`` but the verdict."""
    assert (list(results.leaves), list(results.hosts)) == (by_definition.leaves, by_definition.hosts)
    for name in ARRAYS:
        hold_same(getattr(results, name), getattr(by_definition, name))
    for node, weight in by_definition.local.items():
        hold_same((results.local[node], results.global_[node]), (weight, by_definition.global_[node]))
    assert (None if results.leader is None else results.hosts[results.leader]) == by_definition.leader
    if not np.isnan(results.totals).any():
        hold_same(list(results.evidence.values()), list(by_definition.evidence.values()))
    hold_matrices(results, by_definition)


def hold_matrices(results: Results, by_definition: Answer) -> None:
    found = {(m.node, m.participant): m for m in results.matrices}
    wanted = {(m.node, m.participant): m for m in by_definition.matrices}
    assert found.keys() == wanted.keys()
    for key, matrix in found.items():
        other, figures = wanted[key], matrix.consistency or (np.nan,) * 4
        assert (matrix.priorities is None) == (other.priorities is None)
        hold_same(
            matrix.priorities if matrix.priorities is not None else [],
            other.priorities if other.priorities is not None else [],
        )
        hold_same([np.nan if f is None else f for f in figures], other.figures)
        assert (matrix.judged, matrix.missing, matrix.placeholder) == other[4:]


def hold_participants(study: Study, view: str, results: Results) -> None:
    for person in results.participants:
        by_definition = answer(study, view, person=person.participant)
        for name in ("totals", "contributions", "ranks", "eligible"):
            hold_same(getattr(person, name), getattr(by_definition, name))
        for node, weight in by_definition.local.items():
            hold_same(person.local[node], weight)


def hold_sweeps(study: Study, view: str, results: Results) -> None:
    for found in every_one_way(results):
        wanted = sweep(study, view, found.criterion)
        if np.isnan(results.totals).any() or wanted is None:
            assert found.reason
            continue
        assert found.reason is None
        hold_same([c.weight for c in found.crossovers], [weight for weight, _, _ in wanted.crossovers])
        assert sorted((c.first, c.second) for c in found.crossovers) == sorted(pair[1:] for pair in wanted.crossovers)
        assert (found.stays_first is None) == (wanted.stays_first is None)
        hold_same(found.stays_first or (), wanted.stays_first or ())


@given(seeds, syntheses)
@settings(max_examples=80, deadline=None)
def test_every_figure_is_that_of_the_definition(seed, synthesis):
    study = random_study(seed, synthesis)
    for view in study.views:
        results = evaluate(study, view.id)
        hold_results(results, answer(study, view.id))
        hold_participants(study, view.id, results)


@given(seeds, syntheses)
@settings(max_examples=25, deadline=None)
def test_every_crossover_is_that_of_the_definition(seed, synthesis):
    study = random_study(seed, synthesis)
    for view in study.views:
        hold_sweeps(study, view.id, evaluate(study, view.id))


@pytest.mark.parametrize("view", [view.id for view in EV.views])
@pytest.mark.parametrize("synthesis", [None, "ideal", "distributive"])
def test_the_ev_plant_has_the_figures_of_the_definition(view, synthesis):
    study = set_setting(EV, synthesis=synthesis)
    results = evaluate(study, view)
    hold_results(results, answer(study, view))
    if view == EV.settings.base_view:
        hold_sweeps(study, view, results)
