"""The sheet of what it would take."""

from __future__ import annotations

from decidr.core.analysis.sensitivity.critical_words import cell_said, judgment_said
from decidr.core.analysis.sensitivity.flip_words import flip_said
from decidr.formats.report.book.report import Report
from tests.core.analysis.sensitivity.test_method_agreement import belton_gear
from tests.formats.report import studies
from tests.formats.report.live import opened, report_of


def texts(report: Report) -> list[str]:
    return [str(c.value) for row in opened(report)["What it takes"].iter_rows() for c in row if c.value is not None]


def test_every_other_host_has_its_sentence_and_so_has_every_critical_cell(ev_report: Report) -> None:
    content, said = ev_report.content, texts(ev_report)
    assert all(flip_said(content.results, flip) in said for flip in content.flips)
    assert all(cell_said(content.results, cell) in said for cell in content.critical_cells)
    assert said[0].startswith("Canada would win if ")


def test_where_no_cell_does_it_that_is_said() -> None:
    rows = {"A": [0.9, 0.1], "B": [0.9, 0.1], "C": [0.9, 0.1], "D": [0.9, 0.1]}
    report = report_of(studies.data_study(dict.fromkeys("ABCD", 0.25), rows, ["=X", "Y"]))
    assert report.content.critical_cells == ()
    assert "No cell alone changes the leader." in texts(report)


def test_without_a_leader_there_is_no_such_sheet() -> None:
    report = report_of(studies.data_study({"A": 1.0}, {"A": [None, None]}, "XY"))
    assert "takes" not in report.pages


def test_shares_of_spans_are_numbers_that_the_format_shows_as_per_cents(ev_report: Report) -> None:
    sheet = opened(ev_report)["What it takes"]
    shares = [cell for row in sheet.iter_rows() for cell in row if "%" in cell.number_format]
    assert [cell.value for cell in shares] == [cell.share for cell in ev_report.content.critical_cells]


def test_judgments_between_hosts_that_do_it_alone_are_told() -> None:
    report = report_of(belton_gear().study)
    said = texts(report)
    assert report.content.critical_judgments
    assert all(judgment_said(report.content.results, one) in said for one in report.content.critical_judgments)
