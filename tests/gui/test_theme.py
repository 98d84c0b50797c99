"""The look: contrasts as promised, one palette and one style sheet, light and dark on demand."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from decidr.gui import theme
from decidr.gui.charts.canvas.colours import contrast
from decidr.gui.theme import DARK, LIGHT, Theme

THEMES = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


@THEMES
def test_text_has_a_contrast_of_4_5_on_every_surface_it_stands_on(look: Theme) -> None:
    inks = (look.text, look.second_text, look.third_text, look.accent, look.agrees, look.look_here, look.error)
    surfaces = (look.window, look.card)
    low = [(ink, surface) for ink in inks for surface in surfaces if contrast(ink, surface) < 4.5]
    assert low == []


@THEMES
def test_text_on_the_accent_and_on_the_soft_accent_can_be_read(look: Theme) -> None:
    assert contrast(look.on_accent, look.accent) >= 4.5
    assert contrast(look.accent, look.soft_accent) >= 4.5


@THEMES
def test_lines_and_bars_have_a_contrast_of_3(look: Theme) -> None:
    bars = (*look.hosts_in_focus, look.other_hosts)
    assert [bar for bar in bars if contrast(bar, look.card) < 3.0] == []


def test_the_chosen_appearance_is_current_and_in_the_palette(qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    assert theme.current() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    theme.apply(qapp, "light")
    assert theme.current() is LIGHT
    assert theme.appearance() == "light"


def test_widgets_hear_of_another_appearance(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    theme.apply(qapp, "dark")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    theme.apply(qapp, "light")


def test_the_style_sheet_has_a_value_for_every_name(qapp: QApplication) -> None:
    assert "$" not in qapp.styleSheet()
    assert LIGHT.accent in qapp.styleSheet()


def test_a_type_property_gives_a_label_its_size(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel("Title")
    label.setProperty("type", "page_title")
    qtbot.addWidget(label)
    label.show()
    assert label.font().pixelSize() == theme.scaled(theme.PAGE_TITLE)


def test_fonts_have_figures_of_equal_width_and_the_asked_size(qapp: QApplication) -> None:
    made = theme.font(theme.CAPTION, 600)
    assert made.pixelSize() == theme.scaled(theme.CAPTION)
    assert made.weight() == 600


def test_the_matrix_tint_grows_with_the_ratio_and_changes_side(qapp: QApplication) -> None:
    weak, strong, turned = (LIGHT.matrix_tint(ratio) for ratio in (2.0, 9.0, 1 / 9))
    assert 0 < weak.alphaF() < strong.alphaF() <= 0.71
    assert (turned.red(), turned.green(), turned.blue()) == LIGHT.tint_column
    assert LIGHT.matrix_tint(1.0).alphaF() == 0
