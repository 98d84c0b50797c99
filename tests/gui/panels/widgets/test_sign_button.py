"""A button whose icon follows the theme."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.gui import theme
from decidr.gui.panels.widgets.sign_button import SignButton


def _ink(button: SignButton) -> str:
    image = button.icon().pixmap(16, 16).toImage()
    return image.pixelColor(8, 8).name()


def test_the_icon_is_tinted_anew_in_another_appearance(qtbot: QtBot, qapp: QApplication) -> None:
    button = SignButton("notice", "accent")
    qtbot.addWidget(button)
    button.show()
    assert _ink(button) == theme.LIGHT.accent.lower()
    theme.apply(qapp, "dark")
    assert _ink(button) == theme.DARK.accent.lower()
    theme.apply(qapp, "light")
