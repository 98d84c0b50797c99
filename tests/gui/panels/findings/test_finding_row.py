"""One finding as a line."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.findings.finding_row import FindingRow, severity_colour, severity_word
from decidr.gui.theme import DARK, LIGHT


def _row(qtbot: QtBot, text: str) -> FindingRow:
    row = FindingRow("warning", text, "finding_x")
    qtbot.addWidget(row)
    row.resize(280, 60)
    row.show()
    return row


def test_it_can_be_clicked_and_reached_by_keys(qtbot: QtBot) -> None:
    row = _row(qtbot, "5 cells are missing")
    for act in (
        lambda: qtbot.mouseClick(row, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(row, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(row.clicked):
            act()


def test_its_gravity_is_told_in_a_word(qtbot: QtBot) -> None:
    assert _row(qtbot, "5 cells are missing").accessibleName() == "Warning: 5 cells are missing"
    assert {severity_word(severity) for severity in ("error", "warning", "notice")} == {"Error", "Warning", "Notice"}


def test_a_long_sentence_wraps_to_three_lines_at_most_and_hover_has_the_whole(qtbot: QtBot) -> None:
    text = "A sentence that goes on " * 20
    row = _row(qtbot, text)
    assert _row(qtbot, "short").heightForWidth(280) < row.heightForWidth(280) < 80
    assert row.toolTip() == text


def test_red_is_for_errors_only() -> None:
    for theme in (LIGHT, DARK):
        assert severity_colour(theme, "error") == theme.error
        assert severity_colour(theme, "warning") == theme.look_here
