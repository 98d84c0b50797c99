"""The pages, each made when it is first shown."""

import pytest
from pytestqt.qtbot import QtBot

from decidr.gui.document import Document
from decidr.gui.panels.frame.page_stack import PANELS, WITH_CHARTS, PageStack
from decidr.gui.panels.frame.steps import BESIDE, steps
from decidr.gui.panels.results.page import ResultsPanel
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def pages(qtbot: QtBot, document: Document, messages: RecordingMessages) -> PageStack:
    made = PageStack(document, messages)
    qtbot.addWidget(made)
    made.resize(780, 700)
    made.show()
    return made


def test_every_step_has_a_page_and_every_other_page_lies_beside_a_step() -> None:
    pages = [step.id for step in steps()]
    assert list(PANELS) == [*pages, *BESIDE]
    assert set(BESIDE.values()) <= set(pages)


@pytest.mark.parametrize("page", [page for page in PANELS if page not in WITH_CHARTS])
def test_a_page_is_made_once_when_it_is_shown(qtbot: QtBot, pages: PageStack, page: str) -> None:
    made: list[str] = []
    pages.made.connect(lambda name, panel: made.append(name))
    with qtbot.waitSignal(pages.turned) as turned:
        pages.show_page(page)
    pages.show_page(page)
    assert made == [page]
    assert turned.args == [page]
    assert pages.currentWidget() is pages.panel(page)


def test_a_page_with_charts_waits_for_its_parts(pages: PageStack) -> None:
    pages.show_page("sensitivity")
    assert pages.currentWidget().objectName() == "loading"
    pages.allow_charts()
    assert pages.currentWidget() is pages.panel("sensitivity")


def test_charts_do_not_come_up_by_themselves(pages: PageStack) -> None:
    pages.show_page("results")
    pages.show_page("study")
    pages.allow_charts()
    assert pages.currentWidget() is pages.panel("study")


def test_a_place_is_shown_on_the_open_page(pages: PageStack) -> None:
    pages.show_page("study")
    pages.show_place("study:client")
    focused = pages.panel("study").focusWidget()
    assert focused is not None
    assert focused.objectName() == "study_client"


def test_a_place_on_a_page_that_waits_is_shown_once_it_is_there(pages: PageStack) -> None:
    pages.show_page("results")
    pages.show_place("results:views")
    pages.allow_charts()
    panel = pages.panel("results")
    assert isinstance(panel, ResultsPanel)
    assert panel.tabs.choice == "views"


def test_a_place_that_waited_is_forgotten_when_another_page_opens(pages: PageStack) -> None:
    pages.show_page("results")
    pages.show_place("results:views")
    pages.show_page("study")
    pages.show_page("results")
    pages.allow_charts()
    panel = pages.panel("results")
    assert isinstance(panel, ResultsPanel)
    assert panel.tabs.choice == "contributions"
