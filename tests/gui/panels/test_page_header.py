"""The top of a page."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.gui.panels.page_header import PageHeader
from decidr.gui.panels.segmented import SegmentedButtons


def test_title_and_subtitle_can_change(qtbot: QtBot) -> None:
    header = PageHeader("Security", "How much more?")
    qtbot.addWidget(header)
    header.set_title("Spain stays first")
    header.set_subtitle("")
    assert (header.title, header.subtitle) == ("Spain stays first", "")
    subtitle = header.findChild(QLabel, "page_subtitle")
    assert subtitle is not None
    assert subtitle.isHidden()


def test_the_switch_stands_at_the_right(qtbot: QtBot) -> None:
    header, switch = PageHeader("Security", "How much more?"), SegmentedButtons([("a", "A"), ("b", "B")])
    qtbot.addWidget(header)
    header.set_right(switch)
    header.resize(700, 60)
    header.show()
    assert switch.geometry().right() >= 690


def test_a_long_title_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    header = PageHeader("A question that is far longer than the page is wide " * 4)
    qtbot.addWidget(header)
    header.resize(500, 60)
    assert header.heightForWidth(500) > PageHeader("Short").sizeHint().height()
