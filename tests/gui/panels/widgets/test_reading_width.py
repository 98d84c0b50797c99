"""Pages of words do not grow with the screen."""

from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.reading_width import READING_WIDTH, keep_readable
from decidr.gui.theme import scaled


def test_on_a_large_screen_the_page_stops_growing(qtbot: QtBot) -> None:
    page = PageScroll("page")
    qtbot.addWidget(page)
    keep_readable(page)
    page.resize(2000, 400)
    page.show()
    content = page.widget()
    assert content is not None
    assert content.width() == scaled(READING_WIDTH)
    page.resize(600, 400)
    assert content.width() <= 600
