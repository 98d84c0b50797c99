"""Words that every report shares."""

from decidr.formats.report.wording import evidence_said, placeholders_said


def test_a_placeholder_says_what_to_do_with_it() -> None:
    assert evidence_said("placeholder") == "placeholder, replace"
    assert placeholders_said(0.468) == "47\u202f% of the weight rests on placeholders — replace them"


def test_nothing_is_said_where_nothing_rests_on_placeholders() -> None:
    assert placeholders_said(0.0) == ""
