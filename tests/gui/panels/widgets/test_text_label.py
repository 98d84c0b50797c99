"""Labels that say by their type how they look."""

from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.text_label import set_tone, text_label
from decidr.gui.theme import CARD_TITLE, LIGHT, scaled


def test_users_text_is_never_taken_for_markup(qtbot: QtBot) -> None:
    label = text_label("<b>=SUM</b>")
    qtbot.addWidget(label)
    assert label.sizeHint().width() > text_label("=SUM").sizeHint().width()


def test_the_type_gives_the_size(qtbot: QtBot) -> None:
    label = text_label("Title", "card_title")
    qtbot.addWidget(label)
    label.show()
    assert label.font().pixelSize() == scaled(CARD_TITLE)


def test_the_tone_gives_the_colour_and_can_change(qtbot: QtBot) -> None:
    label = text_label("CR", "caption", "agrees")
    qtbot.addWidget(label)
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.agrees)
    set_tone(label, "look_here")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.look_here)


def test_text_wraps_unless_told_otherwise() -> None:
    assert text_label("text").wordWrap()
    assert not text_label("text", wraps=False).wordWrap()
