"""Edits of the study itself."""

from decidr.core.study import edits
from tests.gui.structure_study import structure_study


def test_the_studys_own_texts_and_settings_change_one_at_a_time() -> None:
    study = edits.set_setting(edits.set_fields(structure_study(), title="New"), seed=7)
    assert (study.title, study.settings.seed, study.settings.base_view) == ("New", 7, "neutral")
