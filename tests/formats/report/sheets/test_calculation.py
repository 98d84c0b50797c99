"""The sheet of the computing steps."""

from decidr.formats.report.book.report import START, Report
from tests.formats.report.live import opened


def test_only_the_method_in_words_is_printed(ev_report: Report) -> None:
    sheet = opened(ev_report)["Calculation"]
    assert sheet.print_area == f"'Calculation'!$A$1:$J${START - 2}"
    assert "twelve times" in str(sheet["B2"].value)
    assert all(cell.value is None for cell in sheet[START - 1])
