"""The sheet of robustness."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from decidr.core.analysis.robustness.words import drawn_said, who_is_first
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import WHOLE_SHARE
from tests.conftest import LibreOffice
from tests.formats.report import studies
from tests.formats.report.live import Computed, opened, report_of, written


def texts(report: Report) -> list[str]:
    return [str(c.value) for row in opened(report)["Robustness"].iter_rows() for c in row if c.value is not None]


def test_seed_count_and_error_stand_below_the_answer(ev_report: Report) -> None:
    content, said = ev_report.content, texts(ev_report)
    found = content.draws.planned
    assert found is not None
    assert said[0] == who_is_first(content.results, found).rstrip(".")
    assert said[1].startswith(drawn_said(found))
    assert "seed 1" in said[1]


def test_rank_acceptabilities_stand_by_expected_rank_and_sum_to_one(
    ev_report: Report, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    found, table = ev_report.content.draws.planned, ev_report.areas["rank acceptability",]
    assert found is not None
    computed = Computed(libreoffice.recalculate(written(ev_report, tmp_path)))
    shown = np.array([[computed.number(table.cell(k, i)) for i in range(table.width)] for k in range(table.height)])
    order = np.argsort(found.expected_rank, kind="stable")
    assert np.abs(shown - found.rank_acceptability[order]).max() < 1e-12
    assert np.abs(shown.sum(axis=0) - 1).max() < 1e-9


def test_only_what_never_or_always_happens_reads_none_or_all(ev_report: Report) -> None:
    sheet = opened(ev_report)["Robustness"]
    text = "In which share of the draws the host at the left is before the one above"
    top = next(c.row for row in sheet.iter_rows() for c in row if c.value == text) + 2
    rows = sheet.iter_rows(top, top + len(ev_report.content.hosts) - 1)
    cells = [c for row in rows for c in row if isinstance(c.value, (int, float))]
    rare = {c.number_format for c in cells if 0 < c.value < 0.005}
    usual = {c.number_format for c in cells if 0.995 <= c.value < 1}
    assert (rare, usual) == ({'"under 1\u202f%"'}, {'"over 99\u202f%"'})
    assert {c.number_format for c in cells if c.value in (0, 1) or 0.01 < c.value < 0.99} == {WHOLE_SHARE}


def test_hosts_that_are_ever_first_show_with_which_weights(ev_report: Report) -> None:
    found, said = ev_report.content.draws.planned, texts(ev_report)
    assert found is not None
    firsts = [h for h in range(len(found.hosts)) if found.rank_acceptability[h, 0] > 0]
    heading = said.index("Today")
    names = {ev_report.content.names[found.hosts[h]] for h in firsts}
    assert set(said[heading + 1 : heading + 1 + len(firsts)]) == names


def test_without_a_simulation_there_is_no_such_sheet() -> None:
    report = report_of(studies.data_study({"A": 0.5, "B": 0.5}, {"A": [0.9, 0.1], "B": [0.8, 0.2]}, ["=X", "Y"]))
    assert "robustness" not in report.pages
    assert report.content.verdict.class_ is None


def test_the_cover_leads_with_the_class_of_the_verdict(ev_report: Report) -> None:
    assert ev_report.content.verdict.class_ == "likely"
    assert any(str(c.value).startswith("Likely: Spain is first") for c in opened(ev_report)["Summary"]["B"])
