"""The sheet of plain numbers."""

from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import opened, report_of


def test_there_are_no_formulas_but_the_check(ev_report: Report) -> None:
    sheet = opened(ev_report)["Values"]
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert len(formulas) == 1
    assert formulas[0].startswith("=MAX(")


def test_totals_weights_and_contributions_are_there_in_full_precision(ev_report: Report) -> None:
    values = [cell.value for row in opened(ev_report)["Values"].iter_rows() for cell in row]
    results = ev_report.content.results
    assert 100 * float(results.totals[0]) in values
    assert results.global_[results.leaves[0]] in values
    assert 100 * float(results.contributions[3, 2]) in values


def test_a_leaf_that_a_view_leaves_out_has_a_dash() -> None:
    sheet = opened(report_of(studies.with_views()))["Values"]
    row = next(cell.row for cell in sheet["B"] if cell.value == "a2")
    assert [sheet.cell(row, column).value for column in (5, 6)] == ["–", "–"]
