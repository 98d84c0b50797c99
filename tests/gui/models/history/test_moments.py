"""Days and moments in words."""

from datetime import date

import pytest

from decidr.gui.models.history.moments import day_in_words, moment_in_words

TODAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("when", "words"), [("2026-11-03", "3 Nov 2026"), ("2026-11-03T09:30", "3 Nov 2026"), ("last May", "last May")]
)
def test_a_day_is_told_by_its_name_and_another_text_as_it_stands(when: str, words: str) -> None:
    assert day_in_words(when) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2026-11-03T09:30", "today, 09:30"),
        ("2026-11-03", "today"),
        ("2026-11-02T18:05", "yesterday, 18:05"),
        ("2026-10-28T16:40", "28 Oct 2026, 16:40"),
        ("2026-11-04", "4 Nov 2026"),
        ("March 2026, or so", "March 2026, or so"),
        ("", ""),
    ],
)
def test_what_is_near_is_told_from_today_and_the_time_where_there_is_one(when: str, words: str) -> None:
    assert moment_in_words(when, TODAY) == words
