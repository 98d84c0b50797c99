"""The sheet of other methods."""

from __future__ import annotations

from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import opened, report_of


def texts(report: Report) -> list[str]:
    return [str(c.value) for row in opened(report)["Other methods"].iter_rows() for c in row if c.value is not None]


def test_rank_reversal_is_shown_and_not_hidden(ev_report: Report) -> None:
    said = texts(ev_report)
    assert said[0].startswith("The methods disagree: Canada leads by distributive synthesis and ideal synthesis")
    assert any(text.startswith("Canada leads; Canada passes Spain") for text in said)
    assert {"Ideal synthesis", "Without Mexico"} <= set(said)


def test_every_matrix_has_its_ratio_by_all_four_tables(ev_report: Report) -> None:
    said = texts(ev_report)
    assert {"saaty 2005", "saaty 1980", "donegan-dodd", "alonso-lamata"} <= set(said)
    assert said.count("CR ≤ 0.10 by all tables") == len(ev_report.content.agreement.ratios)


def test_names_that_look_like_formulas_stay_text() -> None:
    report = report_of(studies.data_study({"A": 0.5, "B": 0.5}, {"A": [0.9, 0.1], "B": [0.8, 0.2]}, ["=X", "Y"]))
    assert texts(report)[0] == "The methods agree: =X leads by each of them"
    assert {"Without =X", "=X leads"} & set(texts(report))


def test_without_a_leader_there_is_no_such_sheet() -> None:
    report = report_of(studies.data_study({"A": 1.0}, {"A": [None, None]}, "XY"))
    assert "methods" not in report.pages
