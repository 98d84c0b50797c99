"""About decidr."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr import __version__
from decidr.gui.dialogs.about import AboutDialog


def test_it_tells_version_licence_and_the_libraries_it_stands_on(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    text = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"decidr {__version__}" in text
    assert "MIT" in text
    assert "AHPy 2" in text
