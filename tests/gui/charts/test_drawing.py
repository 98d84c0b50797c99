from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from decidr.core.study.edits import set_setting
from decidr.core.study.problems import Refused
from decidr.core.study.study import Study
from decidr.formats.templates import load_template
from decidr.gui.charts.drawing import CHARTS, draw_study
from decidr.usage import WrongUsage
from tests.gui.costed_study import with_costs

STUDY = set_setting(with_costs(load_template("ev-plant")), samples=2_000)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_can_be_drawn_as_png_and_svg(name: str, tmp_path: Path) -> None:
    draw_study(STUDY, name, tmp_path / "chart.png")
    draw_study(STUDY, name, tmp_path / "chart.svg")
    assert QImage(str(tmp_path / "chart.png")).width() > 1000
    assert QSvgRenderer(str(tmp_path / "chart.svg")).isValid()


def test_a_chart_can_be_drawn_without_a_screen_and_without_a_window(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from decidr.formats.templates import load_template\n"
        "from decidr.gui.charts.drawing import draw_study\n"
        "draw_study(load_template('ev-plant'), 'gradient', Path(sys.argv[1]))"
    )
    clean = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DISPLAY")}
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", script, tmp_path / "g.png"], env=clean, cwd=root, check=True, timeout=120)
    assert (tmp_path / "g.png").stat().st_size > 10_000


def test_an_unknown_chart_is_wrong_usage_that_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="head-to-head"):
        draw_study(STUDY, "pie", tmp_path / "chart.png")


def test_an_unknown_ending_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="jpg"):
        draw_study(STUDY, "views", tmp_path / "chart.jpg")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", CHARTS)
def test_a_study_with_nothing_to_draw_is_refused_in_words(name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing to draw"):
        draw_study(Study(), name, tmp_path / "chart.png")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be written"):
        draw_study(STUDY, "views", tmp_path / "none" / "chart.png")


@pytest.mark.usefixtures("qapp")
def test_costs_without_a_rate_leave_nothing_to_draw(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no host has both"):
        draw_study(replace(STUDY, rates=(), currency="JPY"), "cost", tmp_path / "chart.png")
