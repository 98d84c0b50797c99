"""Edits of the study's own texts and settings."""

from typing import Any

from msgspec.structs import replace

from decidr.core.study.study import Study


def set_fields(study: Study, **fields: Any) -> Study:
    """Title, question, goal and their like."""
    return replace(study, **fields)


def set_setting(study: Study, **fields: Any) -> Study:
    """Any of ``Settings``."""
    return replace(study, settings=replace(study.settings, **fields))
