"""The wheel, installed into an empty environment and started from an empty folder, finds what it is shipped with.

The libraries that decidr needs are lent by the environment that runs the tests, as a folder on the new one's path, so
that nothing is downloaded; decidr itself comes from the wheel alone.
"""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from openpyxl import load_workbook

from decidr.core.study.edits import add_participant
from decidr.formats.study_file import save_study
from decidr.formats.templates import load_template

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """An environment with nothing but the wheel; gives its folder."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "dist"), str(ROOT)]
    subprocess.run([sys.executable, *build], check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], check=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    install = ["install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(folder / "env"), *install], check=True)
    pattern = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
    (library,) = (folder / "env").glob(pattern)
    (library / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder / "env"


def run(environment: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The installed program, started in ``folder``."""
    program = environment / ("Scripts/decidr.exe" if os.name == "nt" else "bin/decidr")
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run([program, *words], cwd=folder, env=outside, capture_output=True, text=True, check=False)


def test_the_installed_program_passes_its_own_test_with_what_the_wheel_holds(environment, tmp_path):
    done = run(environment, tmp_path, "--self-test")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(str(environment)) == 2
    assert "agrees on 7 of 7 matrices" in done.stdout


def test_the_installed_program_solves_the_template(environment, tmp_path):
    done = run(environment, tmp_path, "solve", "ev-plant", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["verdict"]["leader"] == "Spain"


def test_the_installed_program_writes_questionnaires_in_another_language(environment, tmp_path):
    save_study(add_participant(load_template("ev-plant"), "Lee"), tmp_path / "plant.decidr")
    done = run(environment, tmp_path, "questionnaire", "plant.decidr", "-o", "out", "--language", "fr")
    assert done.returncode == 0, done.stderr
    assert load_workbook(tmp_path / "out" / "Lee.xlsx").sheetnames[0] == "Commencer ici"


def test_the_installed_program_draws_its_window(environment, tmp_path):
    picture = tmp_path / "window.png"
    done = run(environment, tmp_path, "chart", "ev-plant", "window", "-o", str(picture))
    assert done.returncode == 0, done.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")
