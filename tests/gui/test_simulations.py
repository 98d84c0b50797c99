"""The study's own simulation streams in, is cancelled, and is superseded by edits."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.robustness.plan import plan_of
from decidr.core.analysis.robustness.simulation import simulate
from decidr.core.study.edits import set_fields, set_judgment, set_setting
from decidr.core.study.study import Study
from decidr.gui.document import Document, Part
from decidr.gui.jobs import Jobs
from decidr.gui.simulation import Simulation
from decidr.gui.simulations import Simulations

ENDLESS = 10**9


@pytest.fixture
def jobs(document: Document) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def simulations(document: Document, jobs: Jobs) -> Simulations:
    document.apply("few", set_setting(document.study, samples=5_000))
    return Simulations(document, jobs, jobs)


def state(document: Document) -> Simulation:
    assert document.simulation is not None
    return document.simulation


def judged(study: Study, value: float) -> Study:
    return set_judgment(study, under="goal", view="neutral", first="c1", second="c4", value=value)


def wait_for_draws(qtbot: QtBot, document: Document) -> None:
    qtbot.waitUntil(lambda: state(document).robustness is not None, timeout=30_000)


def test_the_whole_simulation_arrives_as_if_it_had_been_run_alone(
    qtbot: QtBot, document: Document, simulations: Simulations
) -> None:
    simulations.want()
    assert state(document).is_running
    qtbot.waitUntil(lambda: not state(document).is_running, timeout=30_000)
    found = state(document).robustness
    alone = simulate(document.results, plan_of(document.study.settings))
    assert found is not None
    assert found.samples == 5_000
    assert np.array_equal(found.tally.ranks, alone.tally.ranks)
    assert np.array_equal(found.confidence, alone.confidence, equal_nan=True)
    assert np.array_equal(state(document).quantiles, alone.quantiles((0.05, 0.25, 0.5, 0.75, 0.95)))
    assert simulations.is_idle


def test_results_stream_in_while_it_runs(qtbot: QtBot, document: Document, simulations: Simulations) -> None:
    document.apply("many", set_setting(document.study, samples=ENDLESS))
    seen: list[int] = []

    def look(parts: Part) -> None:
        if parts & Part.SIMULATION and (found := state(document).robustness):
            seen.append(found.samples)

    document.changed.connect(look)
    simulations.want()
    qtbot.waitUntil(lambda: len(set(seen)) >= 3, timeout=30_000)
    assert seen == sorted(seen)
    assert state(document).is_running
    assert 0 < state(document).share < 1


def test_cancel_keeps_what_was_drawn_and_nothing_more_comes(
    qtbot: QtBot, document: Document, simulations: Simulations, jobs: Jobs
) -> None:
    document.apply("many", set_setting(document.study, samples=ENDLESS))
    simulations.want()
    wait_for_draws(qtbot, document)
    simulations.cancel()
    kept = state(document)
    assert not kept.is_running
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert state(document) is kept
    simulations.want()
    assert not state(document).is_running  # who cancelled it does not want it again
    simulations.again()
    assert state(document).is_running


def test_an_edit_ends_what_runs_and_the_next_is_of_the_study_as_it_is(
    qtbot: QtBot, document: Document, simulations: Simulations
) -> None:
    document.apply("many", set_setting(document.study, samples=ENDLESS))
    simulations.want()
    wait_for_draws(qtbot, document)
    document.apply("judge", judged(set_setting(document.study, samples=5_000), 9.0))
    assert not state(document).is_running
    simulations.want()
    qtbot.waitUntil(lambda: state(document).is_whole and not state(document).is_running, timeout=30_000)
    assert state(document).basis == document.basis
    assert state(document).results is document.results


def test_a_new_title_neither_ends_a_simulation_nor_asks_for_another(
    qtbot: QtBot, document: Document, simulations: Simulations
) -> None:
    simulations.want()
    document.apply("title", set_fields(document.study, title="Another"))
    assert state(document).is_running
    qtbot.waitUntil(lambda: not state(document).is_running, timeout=30_000)
    done = state(document)
    simulations.want()
    assert state(document) is done


def test_what_stands_in_the_way_is_told_as_problems(qtbot: QtBot, document: Document, simulations: Simulations) -> None:
    document.apply("none", set_setting(document.study, samples=0))
    simulations.want()
    qtbot.waitUntil(lambda: not state(document).is_running, timeout=30_000)
    assert [problem.code for problem in state(document).problems] == ["settings.samples"]


def test_another_study_begins_without_the_simulation_of_the_last(
    qtbot: QtBot, document: Document, simulations: Simulations
) -> None:
    simulations.want()
    qtbot.waitUntil(lambda: not state(document).is_running, timeout=30_000)
    document.open(document.study, None)
    assert document.simulation is None
    simulations.want()
    assert state(document).is_running
