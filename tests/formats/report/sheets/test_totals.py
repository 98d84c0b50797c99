"""Totals and ranks by formulas; that they are right LibreOffice says in test_excel."""

from decidr.formats.report.book.report import Report
from decidr.formats.report.sheets.totals import HOST_AT, RANKED


def test_every_view_has_a_table_of_hosts(ev_report: Report) -> None:
    for view in ev_report.content.by_view:
        table = ev_report.areas["hosts", view]
        assert (table.height, table.width) == (10, HOST_AT + 1)


def test_hosts_are_ranked_if_they_meet_every_must_that_their_view_counts(full_report: Report) -> None:
    cells = full_report.calculation.cells
    place = full_report.areas["hosts", "base"].cell(0, RANKED)
    formula = cells[place.row][place.column]
    assert "&gt;=1.0" in formula
    assert "TRIM('Data'!" in formula
    assert '="Good"' in formula


def test_without_musts_every_host_is_ranked(ev_report: Report) -> None:
    place = ev_report.areas["hosts", ev_report.content.view].cell(0, RANKED)
    assert ">1</f>" in ev_report.calculation.cells[place.row][place.column]
