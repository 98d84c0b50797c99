"""Our icons: 16 by 16, one line of 1.6, tinted."""

from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from decidr.gui.icons import icon, icon_pixmap
from decidr.gui.panels.frame.steps import steps
from decidr.paths import resources

ICONS = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_on_16_by_16_with_a_line_of_1_6(name: str) -> None:
    drawn = ElementTree.parse(resources() / "icons" / f"{name}.svg").getroot()
    assert drawn.get("viewBox") == "0 0 16 16"
    assert drawn.get("stroke-width") == "1.6"


def test_every_step_has_an_icon() -> None:
    assert {step.id for step in steps()} <= set(ICONS)


def test_an_icon_takes_the_colour_it_is_given(qapp: QApplication) -> None:
    image = icon_pixmap("notice", "#FF0000", 16).toImage()
    assert image.pixelColor(8, 8).name() == "#ff0000"
    assert image.pixelColor(0, 0).alpha() == 0


def test_an_icon_is_sharp_on_dense_screens(qapp: QApplication) -> None:
    assert icon_pixmap("study", "#000000", 16, 2.0).width() == 32
    assert len(icon("study", "#000000").availableSizes()) == 2
