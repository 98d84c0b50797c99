"""The run of chunks: the same on any number of threads, growing, and stopped after a chunk."""

import threading
from itertools import islice

import numpy as np
import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness import run
from decidr.core.analysis.robustness.chunks import CHUNK, random_chunks
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.run import last, steps
from decidr.core.study.problems import Refused
from decidr.formats.templates import load_template
from tests.building import data_study

SAMPLES = 5 * CHUNK + 7


@pytest.fixture(scope="module")
def ev_plant():
    return evaluate(load_template("ev-plant"))


def hold_identical(one: Robustness, other: Robustness) -> None:
    for figure in ("rank_acceptability", "central_weights", "pairwise_winning", "leads", "confidence", "kept"):
        np.testing.assert_array_equal(getattr(one, figure), getattr(other, figure))


@pytest.mark.parametrize("threads", [2, 3, 20])
def test_the_same_seed_gives_the_same_numbers_on_any_number_of_threads(ev_plant, threads):
    """Trap M20."""
    plan = Plan(SAMPLES, seed=3)
    alone = last(steps(ev_plant, plan, random_chunks), lambda step: None)
    hold_identical(alone, last(steps(ev_plant, plan, random_chunks, threads), lambda step: None))


def test_another_seed_gives_other_numbers_within_their_errors(ev_plant):
    one, other = (last(steps(ev_plant, Plan(SAMPLES, s), random_chunks), lambda step: None) for s in (1, 2))
    difference = np.abs(one.rank_acceptability - other.rank_acceptability).max()
    assert 0 < difference < 6 * one.standard_error


def test_the_answer_grows_chunk_by_chunk_and_what_was_told_stays(ev_plant):
    plan = Plan(SAMPLES, data="fixed")
    found = list(steps(ev_plant, plan, random_chunks, with_confidence=False))
    assert [step.robustness.samples for step in found] == [*range(CHUNK, 5 * CHUNK + 1, CHUNK), SAMPLES]
    assert [step.share for step in found] == pytest.approx([step.robustness.samples / SAMPLES for step in found])
    again = next(steps(ev_plant, plan, random_chunks, with_confidence=False))
    np.testing.assert_array_equal(found[0].robustness.kept, again.robustness.kept)
    np.testing.assert_allclose(found[0].robustness.rank_acceptability.sum(axis=0), 1.0)


def test_confidence_comes_with_the_last_step(ev_plant):
    found = list(steps(ev_plant, Plan(SAMPLES), random_chunks))
    assert [step.robustness.confidence is None for step in found] == [True] * (len(found) - 1) + [False]
    assert found[-1].share == pytest.approx(1.0)
    assert np.all(np.diff([step.share for step in found]) > 0)


@pytest.mark.parametrize("threads", [1, 2])
def test_closing_the_steps_stops_the_threads_after_their_chunk(ev_plant, threads):
    before = threading.active_count()
    all_ = steps(ev_plant, Plan(10_000_000), random_chunks, threads)
    assert [step.robustness.samples for step in islice(all_, 2)] == [CHUNK, 2 * CHUNK]
    all_.close()
    assert threading.active_count() == before


def test_what_the_watcher_raises_ends_the_run(ev_plant):
    class Cancelled(Exception):
        pass

    seen = []

    def watch(step) -> None:
        seen.append(step)
        if len(seen) == 3:
            raise Cancelled

    before = threading.active_count()
    with pytest.raises(Cancelled):
        last(steps(ev_plant, Plan(10_000_000), random_chunks, 2), watch)
    assert len(seen) == 3
    assert threading.active_count() == before


def test_a_refusal_comes_before_the_first_step():
    of = data_study({"x": 1.0, "y": 1.0}, {"x": [0.5], "y": [0.5]}, ("A",))
    with pytest.raises(Refused, match="Samples"):
        steps(evaluate(of), Plan(samples=0), random_chunks)


def test_totals_are_kept_evenly_and_never_more_than_a_bound(ev_plant, monkeypatch):
    monkeypatch.setattr(run, "MOST_KEPT", 1000)
    plan = Plan(SAMPLES, weights="free", data="fixed")
    some = last(steps(ev_plant, plan, random_chunks), lambda step: None)
    monkeypatch.setattr(run, "MOST_KEPT", SAMPLES)
    whole = last(steps(ev_plant, plan, random_chunks), lambda step: None)
    every = -(-SAMPLES // 1000)
    assert some.kept.shape[1] <= 1000
    np.testing.assert_array_equal(some.kept, whole.kept[:, ::every])


def test_errors_in_a_chunk_reach_the_caller_and_leave_no_thread(ev_plant):
    def broken(plan, dimensions):
        yield from islice(random_chunks(plan, dimensions), 2)
        raise RuntimeError("no more points")

    before = threading.active_count()
    with pytest.raises(RuntimeError, match="no more points"):
        last(steps(ev_plant, Plan(SAMPLES), broken, 2), lambda step: None)
    assert threading.active_count() == before
