"""What a report says, apart from how it looks."""

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.problems import Refused
from decidr.formats.report.content import Content, report_content
from tests.formats.report import studies
from tests.formats.report.live import content_of


def test_the_report_s_own_view_comes_first() -> None:
    assert [view.name for view in content_of(studies.with_views(), "v").views] == ["investor", "neutral", "government"]


def test_results_of_the_report_s_view_must_be_there() -> None:
    study = studies.with_views()
    with pytest.raises(KeyError):
        report_content(study, {"base": evaluate(study)}, None, "v")


def test_there_is_nothing_to_report_without_criteria() -> None:
    study = replace(studies.compared(), criteria=())
    with pytest.raises(Refused):
        report_content(study, {"base": evaluate(study)}, None)


def test_criteria_that_any_view_counts_are_shown_and_dormant_ones_are_not() -> None:
    content = content_of(studies.with_views())
    assert content.tree == ("A", "a1", "a2", "a3", "B", "b", "c", "d1", "d2")
    assert content.leaves == ("a1", "a2", "a3", "d1", "d2")
    assert [content.depth(node) for node in ("A", "c", "d1")] == [0, 2, 3]
    assert content.main_criterion("d1") == "B"


def test_the_nearest_change_is_the_one_told_of_the_ev_study(ev_content: Content) -> None:
    change = ev_content.nearest_change
    assert change is not None
    assert ev_content.names[change.criterion] == "Stability"
    assert ev_content.names[change.host] == "Canada"


def test_hosts_outside_the_ranks_are_listed_last() -> None:
    content = content_of(studies.everything())
    assert content.hosts[content.listed[-1]] == "S"


def test_client_author_and_date_stand_in_one_line() -> None:
    study = replace(studies.four([1] * 6), client="Ontario", author="Lee", date="2026")
    assert content_of(study).byline == "for Ontario  ·  by Lee  ·  2026"
    assert content_of(studies.four([1] * 6)).byline == ""
