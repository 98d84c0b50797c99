"""The verdict's simulation comes after each change, of the study's own numbers, and only the last counts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.robustness.plan import Plan, verdict_plan
from decidr.core.analysis.robustness.simulation import simulate
from decidr.core.study.edits import set_fields, set_judgment, set_setting
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.jobs import Jobs
from decidr.gui.simulation import Simulation
from decidr.gui.verdict_grounds import VerdictGrounds
from tests.gui.example_study import example_study


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(set_setting(example_study(), samples=3_000))


@pytest.fixture
def jobs(document: Document) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def draws(document: Document, jobs: Jobs) -> VerdictGrounds:
    return VerdictGrounds(document, jobs, jobs)


def judge(document: Document, value: float) -> None:
    study = set_judgment(document.study, under="goal", view="neutral", first="c1", second="c4", value=value)
    document.apply("judge", study)


def wait(qtbot: QtBot, document: Document) -> None:
    qtbot.waitUntil(lambda: document.robustness is not None, timeout=30_000)


def test_nothing_is_drawn_before_the_parts_are_there(document: Document, jobs: Jobs, draws: VerdictGrounds) -> None:
    judge(document, 3.0)
    assert draws.is_idle
    assert jobs.is_idle


def test_it_is_the_simulation_that_the_method_names(qtbot: QtBot, document: Document, draws: VerdictGrounds) -> None:
    document.apply("free", set_setting(document.study, simulation_weights="free", sampling="sobol", seed=5))
    draws.start()
    wait(qtbot, document)
    expected = simulate(document.results, Plan(samples=3_000, seed=5))
    assert document.robustness is not None
    assert document.robustness.plan == expected.plan
    assert np.array_equal(document.robustness.leads, expected.leads)


def test_after_several_edits_it_is_of_the_last(qtbot: QtBot, document: Document, draws: VerdictGrounds) -> None:
    draws.start()
    wait(qtbot, document)
    for value in (2.0, 1 / 3, 1 / 9):
        judge(document, value)
        assert document.robustness is None
    wait(qtbot, document)
    expected = simulate(document.results, verdict_plan(document.study.settings))
    assert document.robustness is not None
    assert np.array_equal(document.robustness.leads, expected.leads)


def test_a_title_and_the_settings_of_the_page_leave_it_as_it_is(
    qtbot: QtBot, document: Document, draws: VerdictGrounds
) -> None:
    draws.start()
    wait(qtbot, document)
    kept = document.robustness
    document.apply("title", set_fields(document.study, title="Another"))
    document.apply("free", set_setting(document.study, simulation_weights="free", sampling="sobol"))
    assert document.robustness is kept
    document.apply("seed", set_setting(document.study, seed=7))
    assert document.robustness is None
    document.undo_stack.undo()
    assert document.robustness is kept


def test_another_view_has_a_simulation_of_its_own(qtbot: QtBot, document: Document, draws: VerdictGrounds) -> None:
    draws.start()
    wait(qtbot, document)
    document.choose_view("investor")
    assert document.robustness is None
    wait(qtbot, document)
    assert document.robustness is not None
    assert len(document.robustness.leaves) == 5


def test_it_stands_back_while_the_studys_own_simulation_runs(
    qtbot: QtBot, document: Document, jobs: Jobs, draws: VerdictGrounds
) -> None:
    document.take_simulation(Simulation(document.basis, document.results))
    draws.start()
    qtbot.waitUntil(lambda: draws.is_idle)
    assert jobs.is_idle
    document.take_simulation(Simulation(document.basis, document.results, is_running=False))
    wait(qtbot, document)


def test_a_whole_simulation_of_the_same_plan_is_taken_for_it(document: Document, draws: VerdictGrounds) -> None:
    found = simulate(document.results, document.basis.plan)
    document.take_simulation(Simulation(document.basis, document.results, found, is_running=False))
    assert document.robustness is found


def test_a_study_that_cannot_be_simulated_has_none_and_no_error(
    qtbot: QtBot, document: Document, jobs: Jobs, draws: VerdictGrounds, caplog: pytest.LogCaptureFixture
) -> None:
    document.open(Study(), None)
    draws.start()
    qtbot.waitUntil(lambda: draws.is_idle and jobs.is_idle)
    assert document.robustness is None
    assert caplog.records == []
