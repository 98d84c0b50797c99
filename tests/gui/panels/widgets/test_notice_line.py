"""A line that says something about the page."""

from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.notice_line import NoticeLine


def test_it_is_there_only_while_it_has_something_to_say(qtbot: QtBot) -> None:
    line = NoticeLine("line")
    qtbot.addWidget(line)
    assert line.isHidden()
    line.say("These are the base view's.")
    assert not line.isHidden()
    assert line.button.isHidden()
    line.say("")
    assert line.isHidden()


def test_an_ampersand_is_a_sign_and_no_shortcut(qtbot: QtBot) -> None:
    line = NoticeLine("line")
    qtbot.addWidget(line)
    line.say("Look there.", "People & views")
    assert line.button.text() == "People && views"
    assert line.button.shortcut().isEmpty()


def test_its_link_does_what_was_offered_last(qtbot: QtBot) -> None:
    line = NoticeLine("line")
    qtbot.addWidget(line)
    done: list[str] = []
    line.say("one", "Do it", lambda: done.append("one"))
    line.say("two", "Do it", lambda: done.append("two"))
    line.button.click()
    assert done == ["two"]
