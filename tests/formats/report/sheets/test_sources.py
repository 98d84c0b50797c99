"""The sheet of sources."""

from decidr.formats.report.book.inputs import Input, cell_of
from decidr.formats.report.book.report import Report
from tests.formats.report.live import opened


def test_every_figure_has_its_year_status_source_and_licence(ev_report: Report) -> None:
    rows = list(opened(ev_report)["Sources"].iter_rows(min_row=5, values_only=True))
    first = next(row for row in rows if row[1] == "Political stability" and row[2] == "Canada")
    assert first[7] == 2023
    assert first[8] == "measured"
    assert "Worldwide Governance Indicators" in str(first[10])
    assert "CC BY" in str(first[11])


def test_placeholders_say_that_they_are_to_be_replaced(ev_report: Report) -> None:
    statuses = [cell.value for cell in opened(ev_report)["Sources"]["I"]]
    assert statuses.count("placeholder, replace") == 140
    assert statuses.count("missing") == 6


def test_any_cell_can_be_closed_and_any_status_changed(full_report: Report) -> None:
    book = opened(full_report)
    assert cell_of(book, Input("closed", "", "log", "", "R")).value == "shut to this investor"
    assert cell_of(book, Input("closed", "", "log", "", "P")).value is None
    assert cell_of(book, Input("status", "", "linear", "", "P")).value == "placeholder, replace"
    rules = book["Sources"].data_validations.dataValidation
    assert [rule.type for rule in rules] == ["list"]


def test_columns_of_bounds_are_hidden_where_none_is_given(ev_report: Report, full_report: Report) -> None:
    assert opened(ev_report)["Sources"].column_dimensions["E"].hidden
    assert not opened(full_report)["Sources"].column_dimensions["E"].hidden


def test_a_figure_has_as_many_decimals_as_its_row_of_data(ev_report: Report) -> None:
    book = opened(ev_report)
    formats = {
        row[0].value: {cell.number_format for cell in row[-6:]}
        for row in book["Data"].iter_rows(min_row=6, min_col=2)
        if row[-1].value is not None
    }
    for row in book["Sources"].iter_rows(min_row=6, min_col=2, max_col=4):
        if row[2].value is not None:
            assert row[2].number_format in formats[row[0].value]
