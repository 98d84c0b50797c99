"""Names cut to what a menu can hold."""

from decidr.gui.models.shared.short_name import LONGEST, short_name


def test_only_long_names_are_cut_and_end_in_an_ellipsis() -> None:
    assert short_name("Spain") == "Spain"
    cut = short_name("word " * 20)
    assert len(cut) <= LONGEST
    assert cut.endswith("word…")
