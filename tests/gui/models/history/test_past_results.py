"""What followed from earlier states."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import set_cell
from decidr.core.study.study import Study
from decidr.gui.models.history import past_results
from decidr.gui.models.history.past_results import PastResults


@pytest.fixture
def earlier(study: Study) -> Study:
    return set_cell(study, "c2", "h1", value=0.5)


def test_results_are_those_of_an_evaluation_from_nothing(qapp: object, study: Study, earlier: Study) -> None:
    past = PastResults()
    past.want([earlier], evaluate(study, "investor"))
    found = past.of(earlier, "investor")
    assert found is not None
    assert found.view == "investor"
    assert found.totals.tolist() == evaluate(earlier, "investor").totals.tolist()


def test_each_is_worked_out_once_and_forgotten_when_nobody_wants_it(
    qapp: object, study: Study, earlier: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    past, now = PastResults(), evaluate(study)
    past.want([earlier], now)
    known = past.of(earlier, now.view)
    monkeypatch.setattr(past_results, "evaluate", None)
    past.want([earlier], now)
    assert past.of(earlier, now.view) is known
    past.want([], now)
    assert past.of(earlier, now.view) is None


def test_a_view_that_was_not_there_gives_way_to_the_base_view(qapp: object, study: Study) -> None:
    without = replace(study, views=study.views[:1])
    past = PastResults()
    past.want([without], evaluate(study, "investor"))
    found = past.of(without, "investor")
    assert found is not None
    assert found.view == "neutral"


def test_large_studies_are_worked_out_elsewhere_and_told_when_they_are_known(
    qtbot: QtBot, study: Study, earlier: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past_results, "MOST_AT_ONCE", 1)
    past = PastResults()
    with qtbot.waitSignal(past.found):
        past.want([earlier], evaluate(study))
        assert past.of(earlier, "neutral") is None
    assert past.of(earlier, "neutral") is not None
    past.close()
