"""How sheets are printed."""

from msgspec.structs import replace

from decidr.formats.report import look
from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import opened, report_of


def test_every_sheet_fits_its_width_and_has_title_and_page_in_its_footer(ev_report: Report) -> None:
    for sheet in opened(ev_report).worksheets:
        if sheet.sheet_state == "visible":
            assert sheet.page_setup.fitToWidth == 1
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert sheet.oddFooter.left.text == "EV plant: where should it stand?"
            assert sheet.oddFooter.right.text == "&A, page &P"


def test_placeholders_are_named_on_every_page(ev_report: Report) -> None:
    visible = [sheet for sheet in opened(ev_report).worksheets if sheet.sheet_state == "visible"]
    assert {sheet.oddFooter.center.text for sheet in visible} == {
        "47\u202f% of the weight rests on placeholders — replace them"
    }


def test_ampersands_in_a_title_are_no_codes_and_long_titles_are_cut() -> None:
    report = report_of(replace(studies.compared(), title="A & B" + " and so on" * 20))
    text = report.pages["cover"].sheet.oddFooter.left.text
    assert text.startswith("A && B")
    assert len(text) < 50
    assert text.endswith("…")


def test_many_hosts_take_pages_side_by_side_with_the_names_repeated() -> None:
    hosts = [f"host {i}" for i in range(40)]
    study = studies.data_study({"A": 0.5, "B": 0.5}, {"A": [0.1] * 40, "B": [0.2] * 40}, hosts)
    sheet = report_of(study).pages["scores"].sheet
    assert sheet.page_setup.fitToWidth == 3
    assert sheet.print_title_cols == "$A:$B"


def test_long_tables_repeat_their_header_on_every_page(ev_report: Report) -> None:
    book = opened(ev_report)
    for name, header in (("Data", "Unit"), ("Sources", "Source"), ("Scores", "Canada"), ("Judgments", "Second")):
        sheet = book[name]
        row = int(sheet.print_title_rows.partition(":")[2].strip("$"))
        assert header in [cell.value for cell in sheet[row]]


def test_the_footer_has_the_colour_that_says_look_here() -> None:
    report = report_of(studies.compared())
    footer = report.pages["cover"].sheet.oddFooter
    assert [footer.left.color, footer.center.color, footer.right.color] == [
        look.THIRD_TEXT,
        look.LOOK_HERE,
        look.THIRD_TEXT,
    ]
