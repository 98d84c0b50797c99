"""Scores of single cells as formulas; that they are right LibreOffice says in test_excel."""

from decidr.formats.report.book.report import Report
from decidr.formats.report.book.score_formulas import curve, direct_score, gap_score, level_score


def test_curves_take_their_ends_and_points_from_cells(full_report: Report) -> None:
    criteria = full_report.content.criteria
    assert "LN(v/'Data'!$D$" in curve(full_report, criteria["log"])("v")
    assert str(full_report.areas["points", "points"].row(0).cell(0, 0)) in curve(full_report, criteria["points"])("v")


def test_a_gap_with_bounds_counts_with_the_middle_of_their_scores(full_report: Report) -> None:
    criteria = full_report.content.criteria
    assert gap_score(full_report, criteria["linear"], 0) == "0.5"
    assert gap_score(full_report, criteria["linear"], 2).count("'Sources'!") == 2
    assert "0.5" in gap_score(full_report, criteria["direct"], 1)


def test_levels_are_found_without_wildcards(full_report: Report) -> None:
    formula = level_score(full_report.areas["levels", "rated"])("v")
    assert "SUMPRODUCT" in formula
    assert "MATCH" not in formula


def test_direct_scores_above_one_are_refused_under_absolute_alone(full_report: Report) -> None:
    code = full_report.places["code", "synthesis"]
    assert f"AND({code}=1,v>1)" in direct_score(full_report)("v")
