"""What every tab of the Sensitivity page shares."""

import pytest

from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.page import SensitivityPanel, tabs
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from tests.gui.panels.sensitivity.conftest import Named


@pytest.mark.parametrize("tab", [tab.id for tab in tabs()])
def test_a_tab_knows_the_studys_own_results_whatever_is_tried(
    panel: SensitivityPanel, document: Document, named: Named, tab: str
) -> None:
    own = document.results
    panel.show_place(f"sensitivity:{tab}")
    document.try_weight(named("Stability"), 0.5)
    assert isinstance(panel.page, SensitivityTab)
    assert panel.page.own is own
    assert document.results is not own
