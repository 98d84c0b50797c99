"""The choices that can move a number: all of them, each with a line that says what it means."""

from typing import get_args

import pytest

from decidr.core.study import study
from decidr.core.study.study import Settings
from decidr.gui.panels.study.settings import settings

KINDS = {
    "priorities": study.Priorities,
    "synthesis": study.Synthesis,
    "random_index": study.RandomIndex,
    "completion": study.Completion,
    "scale": study.Scale,
    "group": study.GroupRule,
}


@pytest.mark.parametrize("field", KINDS)
def test_every_value_that_a_setting_can_have_can_be_chosen(field: str) -> None:
    choices = next(setting.choices for setting in settings() if setting.field == field)
    assert [choice.value for choice in choices if choice.value] == list(get_args(KINDS[field]))


def test_every_choice_has_a_name_and_a_meaning() -> None:
    assert all(choice.name and choice.meaning for setting in settings() for choice in setting.choices)


def test_what_a_new_study_has_can_be_shown() -> None:
    for setting in settings():
        value = getattr(Settings(), setting.field) or ""
        assert value in [choice.value for choice in setting.choices]
