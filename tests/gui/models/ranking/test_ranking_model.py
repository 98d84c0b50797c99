"""The ranking as rows."""

from msgspec.structs import replace
from pytestqt.modeltest import ModelTester

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import focus
from decidr.core.study.edits import set_cell, set_criterion, set_setting
from decidr.core.study.study import Study
from decidr.gui.models.ranking.ranking_model import RankedHost, RankingModel, ranked_at, ranked_hosts, told
from tests.gui.grouped_study import grouped_study


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


def test_groups_stand_in_their_order_with_their_best_members_colour_and_the_reach_of_all() -> None:
    results = evaluate(grouped_study())
    rows = ranked_at(results, focus(results), 0)
    assert [(row.rank, row.name, row.total) for row in rows] == [
        (1, "Canada", 0.8),
        (2, "Spain", 0.75),
        (3, "Mexico", 0.2),
    ]
    canada = rows[0]
    assert (canada.low, canada.high, canada.alternative) == (0.6, 0.8, "Windsor")
    assert canada.slot == focus(results).index("Windsor")
    assert (rows[1].members, rows[1].alternative) == ((), "Spain")
    assert told(canada) == (
        "Canada: 80.0000 points, rank 1, the best of Windsor, Oakville and Bécancour, from 60.0 to 80.0"
    )


def test_the_mean_of_a_group_is_told_as_such() -> None:
    results = evaluate(set_setting(grouped_study(), group_figure="mean"))
    canada = next(row for row in ranked_at(results, (), 0) if row.name == "Canada")
    assert "the mean of Windsor, Oakville and Bécancour" in told(canada)


def test_a_group_that_cannot_lead_stands_below_the_line_with_the_reason() -> None:
    results = evaluate(set_criterion(grouped_study(), "x", must=">= 0.5"))
    rows = ranked_at(results, (), 1)
    assert [(row.name, row.rank, row.reason, row.is_first_below) for row in rows[-1:]] == [
        ("Sonora", 0, "no member is ranked", True)
    ]
    gaps = evaluate(grouped_study(Hermosillo=None))
    (mexico,) = [row for row in ranked_at(gaps, (), 0) if row.reason]
    assert (mexico.name, mexico.rank, mexico.reason) == ("Mexico", 3, "its figure rests on too many gaps")


def test_each_host_for_itself_is_the_ranking_as_ever() -> None:
    results = evaluate(grouped_study())
    assert ranked_at(results, focus(results), None) == ranked_hosts(results, focus(results))
    assert [row.name for row in ranked_at(results, focus(results), 2)] == [
        row.name for row in ranked_hosts(results, focus(results))
    ]
