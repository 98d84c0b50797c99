"""The map of what may be changed in a report."""

from pathlib import Path

import pytest

from decidr.core.study.criteria import GOAL
from decidr.formats.report.book.inputs import InputNow, cell_of, inputs_now
from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import judgment, opened, report_of, setting, value, written


def test_inputs_are_found_by_what_they_mean(full_report: Report) -> None:
    book = opened(full_report)
    assert cell_of(book, value("log", "P")).value == 190000
    assert cell_of(book, value("rated", "P")).value == "Good"
    assert cell_of(book, value("linear", "R")).value == "missing"
    assert cell_of(book, setting("synthesis")).value == "absolute"
    assert cell_of(book, judgment("compared", "R", "S")).value == 1.5


def test_what_is_no_input_is_not_found(full_report: Report) -> None:
    with pytest.raises(KeyError):
        cell_of(opened(full_report), value("compared", "P"))


def test_a_group_s_judgments_stand_in_the_order_in_which_they_were_made() -> None:
    book = opened(report_of(studies.group()))
    assert cell_of(book, judgment(GOAL, "D", "A", "O")).value == 4
    with pytest.raises(KeyError):
        cell_of(book, judgment(GOAL, "A", "D", "O"))


def test_every_input_is_listed_with_what_was_written_and_what_is_there_now(full_report: Report, tmp_path: Path) -> None:
    listed = inputs_now(written(full_report, tmp_path))
    assert len(listed) == len(full_report.inputs)
    assert InputNow(value("log", "P"), 190000.0, 190000.0) in listed
    assert InputNow(setting("synthesis"), "absolute", "absolute") in listed
    assert all(one.written == one.now for one in listed)
