"""The fields of a study by their labels."""

from decidr.core.study.comparison_rows import rows_of
from decidr.gui.models.shared.field_labels import field_labels, study_labels
from tests.formats.every_part import EVERY_PART

OTHERWISE_SAID = {"group", "move"}
"""A group of hosts has a label of its own, beside that of several people; a move is told as a sentence."""


def test_every_field_whose_change_can_be_told_has_a_label() -> None:
    fields = {field for row in rows_of(EVERY_PART).values() for field in row.fields}
    assert fields - OTHERWISE_SAID <= field_labels().keys()


def test_the_texts_of_a_study_are_fields_of_it() -> None:
    assert study_labels().keys() <= set(EVERY_PART.__struct_fields__)


def test_no_label_is_empty() -> None:
    assert all(field_labels().values())
