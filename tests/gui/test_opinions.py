"""AHPy is asked after each change, and only its last answer counts."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_judgment
from decidr.gui.document import Document
from decidr.gui.jobs import Jobs
from decidr.gui.opinions import SecondOpinions


@pytest.fixture
def jobs(document: Document) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def _judge(document: Document, value: float) -> None:
    study = set_judgment(document.study, under="goal", view="neutral", first="c1", second="c4", value=value)
    document.apply("judge", study)


def test_nothing_is_asked_before_the_parts_are_there(qtbot: QtBot, document: Document, jobs: Jobs) -> None:
    SecondOpinions(document, jobs, jobs)
    _judge(document, 3.0)
    assert jobs.is_idle


def test_every_matrix_gets_an_opinion(qtbot: QtBot, document: Document, jobs: Jobs) -> None:
    SecondOpinions(document, jobs, jobs).start()
    qtbot.waitUntil(lambda: document.opinions is not None, timeout=30_000)
    assert document.opinions is not None
    assert len(document.opinions) == len(document.results.matrices)
    assert {opinion.status for opinion in document.opinions} == {"agrees"}


def test_the_answer_belongs_to_the_last_of_several_edits(qtbot: QtBot, document: Document, jobs: Jobs) -> None:
    SecondOpinions(document, jobs, jobs).start()
    for value in (2.0, 3.0, 5.0):
        _judge(document, value)
    qtbot.waitUntil(lambda: jobs.is_idle and document.opinions is not None, timeout=30_000)
    assert document.results.matrices[0].judgments[0, 1] == 5.0
    assert document.opinions is not None


def test_a_weight_that_is_only_tried_asks_nothing(qtbot: QtBot, document: Document, jobs: Jobs) -> None:
    SecondOpinions(document, jobs, jobs).start()
    qtbot.waitUntil(lambda: document.opinions is not None, timeout=30_000)
    document.try_weight("c1", 0.4)
    assert jobs.is_idle
