"""The sheet of sensitivity; that the chart follows LibreOffice says in test_excel."""

from pathlib import Path

import numpy as np
import openpyxl

from decidr.core.analysis.sensitivity.one_way import totals_at
from decidr.formats.report import look
from decidr.formats.report.book.report import Report
from decidr.formats.report.sheets.sensitivity import STEPS
from tests.conftest import LibreOffice
from tests.formats.report import studies
from tests.formats.report.live import Computed, opened, report_of, written


def test_hosts_in_focus_are_coloured_and_named_and_the_others_grey(ev_report: Report) -> None:
    (chart,) = ev_report.pages["sensitivity"].sheet._charts
    colours = [series.graphicalProperties.ln.solidFill.srgbClr for series in chart.series]
    in_focus = [host for host in ev_report.content.focus if host]
    assert [colours.count(colour) for colour in look.HOSTS_IN_FOCUS[: len(in_focus)]] == [1] * len(in_focus)
    assert colours.count(look.OTHER_HOSTS) == len(ev_report.content.hosts) - len(in_focus)
    named = [series for series in chart.series if series.dLbls]
    assert len(named) >= len(in_focus)


def test_the_chart_begins_with_the_nearest_change_and_offers_every_criterion(ev_report: Report) -> None:
    sheet = opened(ev_report)["Sensitivity"]
    assert "Stability" in [cell.value for cell in sheet["B"]][:8]
    (rule,) = sheet.data_validations.dataValidation
    first, last = rule.formula1.replace("$", "").partition("!")[2].split(":")
    assert int(last[1:]) - int(first[1:]) + 1 == len(ev_report.content.movable)


def test_another_criterion_may_be_chosen_in_the_chart(
    ev_report: Report, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    content, path = ev_report.content, written(ev_report, tmp_path)
    book = openpyxl.load_workbook(path)
    cell = next(c for c in book["Sensitivity"]["B"] if c.value == "Stability")
    cell.value = "Backlash"
    book.save(path)
    node = next(id_ for id_, name in content.names.items() if name == "Backlash")
    wanted = 100 * totals_at(content.results, content.sweeps[node], np.linspace(0, 1, STEPS + 1))
    grid, computed = ev_report.areas["gradient",], Computed(libreoffice.recalculate(path))
    found = [[computed.number(grid.cell(k, i)) for i in range(grid.width)] for k in range(grid.height)]
    assert np.abs(np.array(found) - wanted).max() < 1e-9


def test_without_a_weight_that_can_move_there_is_no_chart() -> None:
    report = report_of(studies.data_study({"A": 1.0}, {"A": [0.1, 0.2, 0.3]}, "XYZ"))
    assert report.pages["sensitivity"].sheet._charts == []


def test_names_of_lines_that_end_close_together_are_moved_apart() -> None:
    rows = {"A": [0.50, 0.51, 0.1], "B": [0.62, 0.6, 0.1]}
    report = report_of(studies.data_study({"A": 0.5, "B": 0.5}, rows, "XYZ"))
    (chart,) = report.pages["sensitivity"].sheet._charts
    labels = [series.dLbls.dLbl[0] for series in chart.series[:-1]]
    moved = sorted(label.layout.manualLayout.y for label in labels if label.layout)
    assert len(moved) == 2
    assert moved[0] < 0 < moved[1]
