"""Names on a few narrow lines."""

import pytest
from PySide6.QtGui import QFontMetrics

from decidr.gui.panels.widgets.name_lines import broken, is_cut, name_lines
from decidr.gui.theme import CAPTION, font

NARROW = 10


def ten(text: str) -> bool:
    return len(text.replace("\u00ad", "-")) <= NARROW


def lines(name: str) -> list[str]:
    return [line.replace("\u00ad", "-") for line in broken(name, ten)]


def test_words_fill_each_line() -> None:
    assert lines("the end of a day") == ["the end of", "a day"]


def test_hyphenated_words_break_at_their_hyphen() -> None:
    assert lines("connected-vehicle") == ["connected-", "vehicle"]


def test_a_word_longer_than_a_line_breaks_before_a_syllable() -> None:
    assert lines("Macroeconomic") == ["Macroeco-", "nomic"]


def test_scripts_without_case_break_without_a_hyphen() -> None:
    assert lines("供应链本地化和技术转让供应") == ["供应链本地化和技术", "转让供应"]


@pytest.mark.parametrize("name", ["Data and connected-vehicle security", "x" * 200, "2030", "=SUM(A1)", "   "])
def test_nothing_is_lost_and_every_line_fits(name: str) -> None:
    parts = broken(name, ten)
    assert all(ten(part) for part in parts)
    assert "".join(parts).replace("\u00ad", "").replace(" ", "") == name.replace(" ", "")


@pytest.mark.usefixtures("qapp")
def test_a_name_that_needs_more_lines_ends_in_an_ellipsis_and_fits() -> None:
    small = font(CAPTION)
    found = name_lines("Political influence and dependence on somebody else", small, 60, 2)
    assert len(found) == 2
    assert is_cut(found)
    assert all(QFontMetrics(small).horizontalAdvance(line) <= 62 for line in found)


@pytest.mark.usefixtures("qapp")
def test_a_short_name_is_left_alone() -> None:
    found = name_lines("Data", font(CAPTION), 60, 2)
    assert found == ("Data",)
    assert not is_cut(found)
