"""The report being written."""

from decidr.formats.report import look
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import content_of


def test_sheets_for_comparisons_of_hosts_are_there_where_hosts_are_compared() -> None:
    assert "hosts" in Report(content_of(studies.compared())).pages
    assert "hosts" not in Report(content_of(studies.with_views())).pages


def test_parts_of_the_calculation_sheet_do_not_overlap() -> None:
    report = Report(content_of(studies.compared()))
    first, second = report.claim(3, "one"), report.claim(2, "two")
    assert second >= first + 3 + 1


def test_an_input_can_be_found_by_what_it_means() -> None:
    report = Report(content_of(studies.compared()))
    what, place = Input("setting", first="synthesis"), report.calculation.place(3, 2)
    report.add_input(what, place, "ideal")
    assert report.places[tuple(what)] == place
    assert report.inputs == [(what, place, "ideal")]


def test_sheets_with_inputs_have_blue_tabs_and_the_cover_is_the_first_in_sight() -> None:
    book = Report(content_of(studies.compared())).book
    tabs = {sheet.title: sheet.sheet_properties.tabColor.rgb[2:] for sheet in book.worksheets}
    blue = {title for title, colour in tabs.items() if colour == look.ACCENT}
    assert blue == {"Weights", "Host comparisons", "Data", "Sources", "Settings"}
    assert book.active is book["Summary"]
