"""The sheet of scores."""

from decidr.formats.report.book.report import Report
from decidr.formats.report.sheets.scores import scores_in, turned_score
from tests.formats.report.live import opened


def test_a_view_turns_scores_and_cannot_turn_comparisons(full_report: Report) -> None:
    assert turned_score(full_report, "other", "linear", 0).startswith("(1-")
    assert not turned_score(full_report, "base", "linear", 0).startswith("(1-")
    assert not turned_score(full_report, "other", "compared", 0).startswith("(1-")


def test_views_share_scores_that_rest_on_the_same_data(full_report: Report) -> None:
    assert scores_in(full_report, "other", "direct") == scores_in(full_report, "base", "direct")


def test_scores_stand_before_and_after_the_synthesis(ev_report: Report) -> None:
    texts = [cell.value for cell in opened(ev_report)["Scores"]["B"]]
    assert "Scores from the values, before any view turns or divides them" in texts
    assert "As the synthesis takes them in this view" in texts
    assert texts.count("Political stability") == 2


def test_both_tables_stand_under_one_header_that_stays_in_sight(ev_report: Report) -> None:
    sheet = opened(ev_report)["Scores"]
    assert [cell.value for cell in sheet["B"]].count("Criterion") == 1
    assert sheet.freeze_panes == "C6"
    assert sheet["C5"].value == "Canada"
