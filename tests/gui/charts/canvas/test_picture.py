from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import one_way
from decidr.gui.charts.canvas.picture import MARGIN, copy_picture, image_of, save_picture
from decidr.gui.charts.results.contributions import ContributionsChart
from decidr.gui.charts.sensitivity.gradient import GradientChart
from decidr.gui.charts.sensitivity.sweep import sweep_of
from decidr.gui.theme import LIGHT


@pytest.fixture
def chart(qtbot: QtBot, results: Results, in_focus: Focus) -> ContributionsChart:
    made = ContributionsChart()
    qtbot.addWidget(made)
    made.resize(860, 400)
    made.show_results(results, in_focus)
    return made


def test_a_picture_has_twice_the_screens_resolution_and_a_margin(chart: ContributionsChart) -> None:
    image = image_of(chart)
    assert image.width() == 2 * (chart.width() + 2 * MARGIN)
    assert image.height() > 2 * (chart.height() + 2 * MARGIN)  # its heading stands above
    assert image.pixelColor(2, 2) == QColor(LIGHT.card)


def test_a_png_can_be_read_again(chart: ContributionsChart, tmp_path: Path) -> None:
    save_picture(chart, tmp_path / "chart.png")
    read = QImage(str(tmp_path / "chart.png"))
    assert read.size() == image_of(chart).size()
    assert "Spain 60.6" in read.text("Description")


def test_an_svg_looks_like_the_png(chart: ContributionsChart, tmp_path: Path, ids: dict[str, str]) -> None:
    save_picture(chart, tmp_path / "chart.svg")
    png = image_of(chart)
    svg = QImage(png.size(), QImage.Format.Format_ARGB32)
    painter = QPainter(svg)
    QSvgRenderer(str(tmp_path / "chart.svg")).render(painter)
    painter.end()
    bar = chart.mark("segment", ids["Spain"], ids["Market access"]).area
    top = png.height() // 2 - MARGIN - chart.height()
    x, y = 2 * (MARGIN + round(bar.left()) + 6), 2 * (top + round(bar.center().y()))
    assert svg.pixelColor(x, y) == png.pixelColor(x, y) == QColor(LIGHT.criteria[2])


def test_an_svg_holds_its_words_as_text(chart: ContributionsChart, tmp_path: Path) -> None:
    save_picture(chart, tmp_path / "chart.svg")
    words = "".join(ET.parse(tmp_path / "chart.svg").getroot().itertext())
    assert "Spain" in words
    assert "60.6" in words
    assert chart.heading in words


def test_lines_are_as_wide_in_a_picture_as_on_the_screen(
    results: Results, in_focus: Focus, ids: dict[str, str], qtbot: QtBot
) -> None:
    chart = GradientChart()
    qtbot.addWidget(chart)
    chart.resize(600, 400)
    chart.show_sweep(sweep_of(results, one_way(results, ids["Stability"])), in_focus, "")
    image, sweep = image_of(chart), chart.places.sweep
    x, total = chart.places.x(0.8), float(sweep.totals_near(0.8)[sweep.hosts.index(ids["Thailand"])])
    column, middle = round(2 * (MARGIN + x)), round(2 * (MARGIN + chart.places.y(total)))
    inked = sum(image.pixelColor(column, y).lightness() < 160 for y in range(middle - 8, middle + 8))
    assert inked >= 4


def test_a_copy_is_on_the_clipboard(chart: ContributionsChart) -> None:
    copy_picture(chart)
    assert QGuiApplication.clipboard().image().size() == image_of(chart).size()


def test_another_ending_is_refused(chart: ContributionsChart, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="gif"):
        save_picture(chart, tmp_path / "chart.gif")


def test_a_folder_that_is_not_there_is_an_error_and_leaves_nothing(chart: ContributionsChart, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        save_picture(chart, tmp_path / "none" / "chart.svg")
