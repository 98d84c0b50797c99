"""A label of one line."""

from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.elided_label import ElidedLabel


def test_it_is_cut_where_there_is_no_room_and_the_tooltip_tells_it_whole(qtbot: QtBot, qapp: object) -> None:
    label = ElidedLabel("Before the workshop\nwith everybody")
    qtbot.addWidget(label)
    label.show()
    label.resize(60, 20)
    qtbot.waitUntil(lambda: label.width() == 60)
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole == label.accessibleName() == "Before the workshop with everybody"
    label.resize(label.sizeHint())
    assert label.text() == label.whole
    assert label.toolTip() == ""


def test_it_asks_for_the_room_of_its_text_and_needs_none(qtbot: QtBot, qapp: object) -> None:
    label = ElidedLabel("Canada")
    qtbot.addWidget(label)
    short = label.sizeHint().width()
    label.show_text("Canada and the United States")
    assert label.sizeHint().width() > short
    assert label.minimumSizeHint().width() == 0
    assert label.sizeHint().height() == ElidedLabel("x").sizeHint().height()


def test_markup_stays_text(qtbot: QtBot, qapp: object) -> None:
    label = ElidedLabel("<b>Canada</b>")
    qtbot.addWidget(label)
    label.show()
    label.resize(label.sizeHint())
    assert label.text() == "<b>Canada</b>"
