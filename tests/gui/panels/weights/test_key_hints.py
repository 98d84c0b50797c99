"""Which keys do what."""

from pytestqt.qtbot import QtBot

from decidr.gui.panels.weights.key_hints import KeyHints

HINTS = [(("←", "→"), "move"), (("Enter",), "next")]


def test_the_hints_are_told_to_screen_readers(qtbot: QtBot) -> None:
    hints = KeyHints(HINTS)
    qtbot.addWidget(hints)
    assert hints.accessibleName() == "← → move; Enter next"


def test_hints_that_do_not_fit_are_left_out_from_the_end(qtbot: QtBot) -> None:
    hints = KeyHints(HINTS)
    qtbot.addWidget(hints)
    wide = hints.sizeHint().width()
    assert hints.fitting(wide) == HINTS
    assert hints.fitting(wide - 1) == HINTS[:1]
    assert hints.fitting(10) == []
