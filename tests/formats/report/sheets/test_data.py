"""The sheet of figures."""

from msgspec.structs import replace

from decidr.core.study.criteria import Level
from decidr.formats.report.book.inputs import Input, cell_of
from decidr.formats.report.book.report import Report
from decidr.formats.report.sheets.data import gap_word, shown_value, voices
from tests.formats.report import studies
from tests.formats.report.live import content_of, opened, report_of, value


def test_levels_stand_under_their_names_on_the_scale() -> None:
    content = content_of(studies.everything())
    assert shown_value(content, "rated", "P") == "Good"
    assert shown_value(content, "rated", "R") == "missing"


def test_a_gap_has_no_word_where_a_level_has_that_name() -> None:
    study = studies.everything()
    content = content_of(replace(study, levels=(*study.levels, Level(criterion="rated", name="Missing", score=0.0))))
    assert gap_word(content, "rated") == ""
    assert gap_word(content, "linear") == "missing"


def test_ends_are_inputs_and_those_taken_from_the_data_are_formulas() -> None:
    study = studies.everything()
    without = tuple(
        replace(c, worst=None, best=None, better="lower") if c.id == "linear" else c for c in study.criteria
    )
    report = report_of(replace(study, criteria=without))
    assert tuple(Input("worst", "", "linear")) in report.places
    place = report.places[tuple(Input("worst", "", "linear"))]
    assert "MAX(" in report.pages["data"].cells[place.row][place.column]
    assert cell_of(opened(report), Input("best", "", "log")).value == 1.5e6


def test_participants_figures_have_rows_of_their_own() -> None:
    report = report_of(studies.group())
    assert voices(report.content, "A") == ("L", "M", "O")
    assert cell_of(opened(report), value("A", "X", "M")).value == 0.3


def test_placeholders_and_closed_cells_carry_a_sign(ev_report: Report) -> None:
    sheet = opened(ev_report)["Data"]
    formats = {
        rule.dxf.numFmt.formatCode
        for found in sheet.conditional_formatting
        for rule in found.rules
        if rule.dxf and rule.dxf.numFmt
    }
    assert any('"*"' in form for form in formats)
    assert any('"†"' in form for form in formats)
    assert "* placeholder, replace" in str(sheet["B3"].value)


def test_points_of_curves_and_levels_of_scales_are_listed(full_report: Report) -> None:
    values = [cell.value for row in opened(full_report)["Data"].iter_rows() for cell in row]
    assert {"Value curves by points", "Levels of rating scales", "Poor, very"} <= set(values)
