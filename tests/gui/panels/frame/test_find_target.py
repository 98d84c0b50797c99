"""What matches what was typed."""

import pytest

from decidr.gui.panels.frame.find_target import Target, matching

TARGETS = [Target(name, "criterion", lambda: None) for name in ("Energy price", "Price of labour", "Türkiye")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("price", ["Price of labour", "Energy price"]),
        ("TURK", ["Türkiye"]),
        ("price en", ["Energy price"]),
        ("nothing like it", []),
        ("  ", []),
    ],
)
def test_every_word_is_looked_for_and_beginnings_come_first(typed: str, found: list[str]) -> None:
    assert [target.name for target in matching(TARGETS, typed)] == found
