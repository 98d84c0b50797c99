from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.theme import BODY, font


@pytest.mark.usefixtures("qapp")
def test_letters_are_those_of_the_theme() -> None:
    assert lettering(BODY, QFont.Weight.DemiBold) == font(BODY, QFont.Weight.DemiBold)


@pytest.mark.usefixtures("qapp")
def test_changing_letters_changes_nobody_elses() -> None:
    lettering(BODY).setUnderline(True)
    assert not lettering(BODY).underline()


@pytest.mark.usefixtures("qapp")
def test_all_figures_are_equally_wide() -> None:
    assert {measure(BODY).horizontalAdvance(figure) for figure in "0123456789"} == {
        measure(BODY).horizontalAdvance("0")
    }
