"""The top of a page."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.segmented import SegmentedButtons


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


def _shown(qtbot: QtBot, width: int, title: str, subtitle: str) -> tuple[QWidget, PageHeader, SegmentedButtons]:
    """A page of this width, with a header and its switch on top."""
    page, header = QWidget(), PageHeader(title, subtitle)
    switch = SegmentedButtons([("a", "Contributions"), ("b", "Head to head"), ("c", "Views")])
    header.set_right(switch)
    column = QVBoxLayout(page)
    column.addWidget(header)
    column.addWidget(QWidget(), 1)
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    return page, header, switch


@pytest.mark.parametrize("width", [480, 560, 700, 1200])
@pytest.mark.parametrize("title", ["Spain", "Where should the second plant and its supplier park stand, if anywhere?"])
def test_no_word_is_cut_at_any_width(qtbot: QtBot, width: int, title: str) -> None:
    _page, header, switch = _shown(
        qtbot, width, title, "Contributions of six criteria to each host's total, points of 100"
    )
    for name in ("page_title", "page_subtitle"):
        label = header.findChild(QLabel, name)
        assert label is not None
        assert label.height() >= label.heightForWidth(label.width())
        assert not label.geometry().intersects(switch.geometry())
        assert header.rect().contains(label.geometry())


def test_the_switch_goes_below_where_it_would_break_the_heading(qtbot: QtBot) -> None:
    _page, header, switch = _shown(qtbot, 480, "Where should the plant stand?", "Points of 100")
    subtitle = header.findChild(QLabel, "page_subtitle")
    assert subtitle is not None
    assert switch.y() >= subtitle.geometry().bottom()
    assert switch.x() == subtitle.x()


def test_a_new_heading_takes_the_room_it_needs(qtbot: QtBot) -> None:
    _page, header, _switch = _shown(qtbot, 560, "Spain", "")
    before = header.height()
    header.set_title("A question that is far longer than the page is wide " * 3)
    qtbot.waitUntil(lambda: header.height() > before)


def test_a_subtitle_of_two_lines_leaves_the_switch_at_its_side(qtbot: QtBot) -> None:
    subtitle = "How much more does the swing from worst to best matter, row against column?"
    _page, header, switch = _shown(qtbot, 720, "Goal", subtitle)
    label = header.findChild(QLabel, "page_subtitle")
    assert label is not None
    assert label.height() > 1.5 * label.fontMetrics().lineSpacing()
    assert switch.geometry().bottom() == label.geometry().bottom()
