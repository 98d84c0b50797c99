"""The sheet of contributions."""

from decidr.formats.report import look
from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import opened, report_of


def test_a_stacked_chart_has_a_colour_for_each_main_criterion(ev_report: Report) -> None:
    (chart,) = ev_report.pages["contributions"].sheet._charts
    colours = [series.graphicalProperties.solidFill.srgbClr for series in chart.series]
    assert colours == list(look.CRITERIA)
    assert chart.grouping == "stacked"


def test_main_criteria_are_sums_of_their_leaves(ev_report: Report) -> None:
    place = ev_report.areas["main", ev_report.content.main_criteria[0]].cell(0, 0)
    cell = ev_report.pages["contributions"].cells[place.row][place.column]
    assert f"<f>SUM($D${place.row + 1}:$D${place.row + 3})</f>" in cell


def test_more_main_criteria_than_colours_have_a_table_and_no_chart() -> None:
    leaves = [f"c{i}" for i in range(13)]
    study = studies.data_study(dict.fromkeys(leaves, 1 / 13), {leaf: [0.1, 0.2, 0.3] for leaf in leaves}, "XYZ")
    report = report_of(study)
    assert report.pages["contributions"].sheet._charts == []
    texts = [cell.value for cell in opened(report)["Contributions"]["B"]]
    assert "c12" in texts
