"""What the frame of the window says."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QMenuBar
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_fields
from decidr.gui.actions import RECENT, Actions, table
from decidr.gui.document import Document
from decidr.gui.menus import SUBMENUS, Menus
from decidr.gui.settings import WindowSettings
from decidr.gui.window_frame import WindowFrame


class Framed(QMainWindow):
    """A bare window with a frame."""

    def __init__(self, document: Document, folder: Path) -> None:
        super().__init__()
        self.settings = WindowSettings(folder)
        rows = [row.id for row in table() if row.id and row.id not in SUBMENUS]
        self.doing = Actions({row: lambda: None for row in rows}, self)
        self.menus = Menus(QMenuBar(self), self.doing)
        self.frame = WindowFrame(self, document, self.settings, self.doing, self.menus, lambda path: None)


@pytest.fixture
def window(qtbot: QtBot, document: Document, tmp_path: Path) -> Framed:
    made = Framed(document, tmp_path)
    qtbot.addWidget(made)
    return made


def test_without_a_study_the_title_is_the_programs(window: Framed) -> None:
    window.frame.show(has_study=False)
    assert window.windowTitle() == "decidr"
    assert not window.doing["save"].isEnabled()


def test_a_study_without_a_title_is_called_by_its_file(window: Framed, document: Document, tmp_path: Path) -> None:
    window.frame.show(has_study=True)
    document.apply("Clear", set_fields(document.study, title=""))
    assert window.windowTitle().startswith("New study")
    document.saved_as(tmp_path / "plant.decidr")
    assert window.windowTitle().startswith("plant")
    assert not window.isWindowModified()


def test_what_was_read_from_a_workbook_without_a_title_is_called_by_that(
    window: Framed, document: Document, tmp_path: Path
) -> None:
    window.frame.show(has_study=True)
    document.open(set_fields(document.study, title=""), tmp_path / "Car choice.xlsx")
    assert window.windowTitle().startswith("Car choice")
    assert window.windowFilePath() == ""


def test_undo_and_redo_are_on_when_there_is_something_to_do(window: Framed, document: Document) -> None:
    window.frame.show(has_study=True)
    assert not window.doing["undo"].isEnabled()
    document.apply("Client: R&D", set_fields(document.study, client="R&D"))
    assert window.doing["undo"].isEnabled()
    assert window.doing["undo"].text() == "Undo: Client: R&&D"
    document.undo_stack.undo()
    assert window.doing["undo"].text() == "Undo"
    assert window.doing["redo"].isEnabled()


def test_a_weight_that_is_tried_can_be_put_back(window: Framed, document: Document) -> None:
    window.frame.show(has_study=True)
    assert not window.doing["stop_trying"].isEnabled()
    document.try_weight("c1", 0.5)
    assert window.doing["stop_trying"].isEnabled()


def test_a_saved_study_is_among_the_recent_ones(window: Framed, document: Document, tmp_path: Path) -> None:
    window.frame.show(has_study=True)
    path = tmp_path / "plant.decidr"
    path.touch()
    window.settings.remember(path, "Plant")
    document.saved_as(path)
    assert [action.text() for action in window.menus.hanging[RECENT].actions()] == ["Plant  (plant.decidr)"]
