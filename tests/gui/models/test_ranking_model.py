"""The ranking as rows."""

from msgspec.structs import replace
from pytestqt.modeltest import ModelTester

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.focus import focus
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.study import Study
from decidr.gui.models.ranking_model import RankedHost, RankingModel, ranked_hosts, told


def _rows(study: Study) -> tuple[RankedHost, ...]:
    results = evaluate(study)
    return ranked_hosts(results, focus(results))


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, study: Study) -> None:
    model = RankingModel()
    model.show_hosts(_rows(study))
    qtmodeltester.check(model)
    model.show_hosts(_rows(study)[:4])
    qtmodeltester.check(model)


def test_hosts_stand_in_their_order_with_their_colours(study: Study) -> None:
    rows = _rows(study)
    assert [row.rank for row in rows] == sorted(row.rank for row in rows)
    coloured = [row.name for row in rows if row.slot is not None]
    assert {"United States", "Canada"} <= set(coloured)
    assert len(coloured) <= 5


def test_a_host_that_fails_a_must_stands_below_the_line_with_the_reason(study: Study) -> None:
    rows = _rows(set_criterion(study, "c5", must=">= 3"))
    below = [row for row in rows if row.reason]
    assert below
    assert rows[-len(below) :] == tuple(below)
    assert [row.is_first_below for row in below] == [True, *[False] * (len(below) - 1)]
    assert all(row.rank == 0 for row in below)
    assert ">= 3" in below[0].reason


def test_a_host_that_lacks_too_much_keeps_its_rank_below_the_line(study: Study) -> None:
    for leaf in ("c5", "c6", "c8"):
        study = set_cell(study, leaf, "h1", value=None)
    spain = next(row for row in _rows(study) if row.name == "Spain")
    assert spain.rank > 0
    assert "of the weight is missing" in spain.reason


def test_every_detail_is_told(study: Study) -> None:
    thailand = next(row for row in _rows(study) if row.name == "Thailand")
    text = told(thailand)
    assert text.startswith("Thailand: 56.6667 points, rank 4")
    assert "with its gaps from 48.3333 to 65.0000" in text
    assert "gaps could make its rank" in text


def test_a_host_without_a_rank_says_why(study: Study) -> None:
    failed = _rows(set_criterion(study, "c5", must=">= 3"))[-1]
    assert "cannot lead: fails the must" in told(failed)


def test_a_study_without_hosts_has_no_rows(study: Study) -> None:
    assert _rows(replace(study, hosts=(), cells=())) == ()
