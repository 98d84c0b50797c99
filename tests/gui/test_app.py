"""The program: what its first paint needs, and pictures of it without a screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, qRed
from PySide6.QtWidgets import QApplication

from decidr.core.study.study import Study
from decidr.gui.app import application, draw_window
from decidr.gui.jobs import HEAVY_PARTS
from decidr.paths import templates

HEAVY_LIBRARIES = ("pyqtgraph", "pandas", "openpyxl", "scipy", "ahpy", "python_calamine", "pycountry", "babel")

START = """
import linecache
import sys
from pathlib import Path
from decidr.formats.study_file import load_study
from decidr.gui.app import run

def at_first_paint():
    print(*sys.modules)
    print(*linecache.cache)

path = Path(sys.argv[1])
sys.exit(run(load_study(path), path, at_first_paint=at_first_paint))
"""


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """What a process has loaded, and whose source it has read, when its window is painted for the first time."""
    environment = {**os.environ, "DECIDR_HOME": str(tmp_path_factory.mktemp("home"))}
    study = templates() / "ev-plant.decidr"
    command = [sys.executable, "-c", START, str(study)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=120)
    loaded, read = done.stdout.splitlines()
    return set(loaded.split()), set(read.split())


@pytest.fixture(scope="module")
def loaded_at_first_paint(first_paint: tuple[set[str], set[str]]) -> set[str]:
    """The names of the modules that are loaded then."""
    return first_paint[0]


@pytest.mark.parametrize("library", HEAVY_LIBRARIES)
def test_no_heavy_library_is_loaded_before_the_first_paint(loaded_at_first_paint: set[str], library: str) -> None:
    assert library not in loaded_at_first_paint


def test_no_heavy_part_of_ours_is_loaded_before_the_first_paint(loaded_at_first_paint: set[str]) -> None:
    assert not loaded_at_first_paint & set(HEAVY_PARTS)


def test_no_source_of_the_window_is_read_before_the_first_paint(first_paint: tuple[set[str], set[str]]) -> None:
    """As PySide6 would do for each module, to see whether it asks for one of its features."""
    assert not [file for file in first_paint[1] if "decidr/gui/panels" in Path(file).as_posix()]


def test_the_ranking_is_there_at_the_first_paint(loaded_at_first_paint: set[str]) -> None:
    assert "decidr.gui.panels.ranking.panel" in loaded_at_first_paint


def test_the_window_can_be_drawn_on_every_page(qapp: QApplication, study: Study, tmp_path: Path) -> None:
    path = tmp_path / "window.png"
    draw_window(study, path, size=(1280, 800), page="people")
    assert QImage(str(path)).width() == 1280


def test_the_window_can_be_drawn_dark_with_its_charts(qapp: QApplication, study: Study, tmp_path: Path) -> None:
    path = tmp_path / "window.png"
    draw_window(study, path, page="results", appearance="dark")
    image = QImage(str(path))
    assert image.height() == 900
    assert qRed(image.pixel(4, 400)) < 64


def test_there_is_one_application(qapp: QApplication) -> None:
    assert application() is qapp
