"""Weights given without pairs."""

import pytest

from decidr.core.study.criteria import GOAL
from decidr.formats.report.book.inputs import Input, cell_of
from tests.formats.report import studies
from tests.formats.report.live import opened, report_of


@pytest.mark.parametrize("way", ["direct", "swing", "ranks"])
def test_what_was_given_is_an_input(way: str) -> None:
    book = opened(report_of(studies.given(way)))
    assert cell_of(book, Input("weight", "base", GOAL, "", "A", way)).value == 3


def test_several_people_have_a_column_each_and_incomplete_ones_none() -> None:
    book = opened(report_of(studies.given("swing", with_people=True)))
    assert cell_of(book, Input("weight", "base", GOAL, "M", "D", "swing")).value == 5
    with pytest.raises(KeyError):
        cell_of(book, Input("weight", "base", GOAL, "O", "A", "swing"))
