"""«Find or do …»"""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.frame.find_field import FindField
from decidr.gui.panels.frame.find_target import Target


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def field(qtbot: QtBot, went: list[str]) -> FindField:
    def targets() -> list[Target]:
        return [Target(name, "page", lambda name=name: went.append(name)) for name in ("Results", "Report", "Data")]

    made = FindField(targets)
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_goes_to_the_first_that_matches_and_empties_the_field(
    qtbot: QtBot, field: FindField, went: list[str]
) -> None:
    field.start()
    qtbot.keyClicks(field, "rep")
    assert [target.name for target in field.found] == ["Report"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert went == ["Report"]
    assert field.text() == ""


def test_escape_ends_the_search_and_goes_nowhere(qtbot: QtBot, field: FindField, went: list[str]) -> None:
    field.start()
    qtbot.keyClicks(field, "re")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.found == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert went == []


def test_what_matches_nothing_goes_nowhere(qtbot: QtBot, field: FindField, went: list[str]) -> None:
    qtbot.keyClicks(field, "xyz")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert went == []
