"""The Sensitivity page: its tabs, its addresses, and what is tried on all of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.one_weight_page import OneWeightPage
from decidr.gui.panels.sensitivity.page import SensitivityPanel, tabs
from tests.gui.panels.sensitivity.conftest import Named

TABS = [tab.id for tab in tabs()]


@pytest.mark.parametrize("tab", TABS)
def test_every_tab_has_an_address_and_answers(panel: SensitivityPanel, tab: str) -> None:
    panel.show_place(f"sensitivity:{tab}")
    assert panel.tabs.choice == tab
    assert panel.page.isVisible()
    assert panel.header.subtitle.strip()


def test_the_address_of_a_criterion_shows_its_gradient(panel: SensitivityPanel, named: Named) -> None:
    panel.show_place(f"sensitivity:{TABS[-1]}")
    panel.show_place(f"sensitivity:{named('Home EV market')}")
    assert isinstance(panel.page, OneWeightPage)
    assert panel.page.criterion == named("Home EV market")


def test_an_address_that_is_none_shows_the_page_as_it_was(panel: SensitivityPanel) -> None:
    panel.show_place("sensitivity:nothing")
    assert panel.tabs.choice == TABS[0]


@pytest.mark.parametrize("tab", TABS)
def test_escape_ends_the_try_on_every_tab(
    panel: SensitivityPanel, document: Document, named: Named, qtbot: QtBot, tab: str
) -> None:
    panel.show_place(f"sensitivity:{tab}")
    document.try_weight(named("Stability"), 0.5)
    qtbot.keyClick(panel.tabs.button(tab), Qt.Key.Key_Escape)
    assert not document.is_trying


@pytest.mark.parametrize("tab", TABS)
def test_what_is_tried_stays_from_tab_to_tab(
    panel: SensitivityPanel, document: Document, named: Named, tab: str
) -> None:
    document.try_weight(named("Stability"), 0.5)
    panel.show_place(f"sensitivity:{tab}")
    assert document.tried_weights == {named("Stability"): 0.5}
    assert panel.tried.words.whole.startswith("Canada leads by")


def test_leaving_the_page_ends_the_try(panel: SensitivityPanel, document: Document, named: Named) -> None:
    document.try_weight(named("Stability"), 0.5)
    panel.hide()
    assert not document.is_trying
