"""What edits share."""

from decidr.core.study import edits
from tests.building import judged
from tests.gui.structure_study import structure_study


def test_an_edit_of_judgments_elsewhere_is_not_touched_by_a_removal_of_a_host() -> None:
    before = structure_study()
    untouched = judged("Market", ("Sales", "Exports"), ("3",), view="neutral")
    left = edits.remove_host(before, "Canada")
    assert next(b for b in left.comparisons if b.under == "Market") == untouched
