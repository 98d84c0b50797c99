"""What was noticed while a file was read."""

from decidr.gui.panels.importing.notice import Notice


def test_notices_with_the_same_words_are_the_same() -> None:
    assert Notice("warning", "Data!C9", "missing") == Notice("warning", "Data!C9", "missing")
