"""``installers/dev.py`` sets decidr up with no more words and no more work than needed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "installers" / "dev.py"


class Calls:
    """Stands for ``dev.call``: remembers the commands, and answers with the code told for their last words."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.variables: list[Mapping[str, str]] = []
        self.codes: dict[str, int] = {}

    def __call__(
        self,
        command: Sequence[str],
        *,
        folder: Path | None = None,
        variables: Mapping[str, str] = MappingProxyType({}),
        quietly: bool = False,
    ) -> int:
        self.commands.append([str(word) for word in command])
        self.variables.append(variables)
        return next((code for word, code in self.codes.items() if word in command), 0)

    def holding(self, word: str) -> list[list[str]]:
        """The commands with this word."""
        return [command for command in self.commands if word in command]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, in an empty checkout on a system that lacks nothing."""
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    environment = tmp_path / ".venv"
    for name, value in {
        "ROOT": tmp_path,
        "ENVIRONMENT": environment,
        "PYTHON": environment / "bin" / "python",
        "STAMP": environment / "decidr-setup",
        "missing_packages": list,
    }.items():
        monkeypatch.setattr(module, name, value)
    (tmp_path / "pyproject.toml").write_text("[project]")
    (tmp_path / "installers").mkdir()
    (tmp_path / "installers" / "constraints.txt").write_text("numpy==2.4.6")
    module.PYTHON.parent.mkdir(parents=True)
    module.PYTHON.touch()
    return module


@pytest.fixture
def calls(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What the script calls; nothing is run."""
    recorder = Calls()
    monkeypatch.setattr(dev, "call", recorder)
    return recorder


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def test_set_up_installs_the_pinned_versions_with_the_tools_of_development(dev: ModuleType, calls: Calls) -> None:
    assert dev.main(["setup"]) == 0
    (install,) = calls.holding("install")
    assert install[-2:] == ["--editable", ".[dev]"]
    assert calls.variables[calls.commands.index(install)]["PIP_CONSTRAINT"] == "installers/constraints.txt"


def test_a_second_start_calls_neither_pip_nor_venv(dev: ModuleType, calls: Calls) -> None:
    dev.main(["setup"])
    calls.commands.clear()
    assert dev.main(["test"]) == 0
    assert calls.commands == [[str(dev.PYTHON), "-m", "pytest"]]


@pytest.mark.parametrize("file", ["pyproject.toml", "installers/constraints.txt"])
def test_changed_requirements_are_installed_again(dev: ModuleType, calls: Calls, file: str) -> None:
    dev.main(["setup"])
    (dev.ROOT / file).write_text("changed")
    dev.main(["setup"])
    assert len(calls.holding("install")) == 2


def test_a_set_up_that_failed_is_tried_again(dev: ModuleType, calls: Calls) -> None:
    calls.codes = {"install": 1}
    assert dev.main(["setup"]) == 1
    calls.codes = {}
    assert dev.main(["setup"]) == 0
    assert len(calls.holding("install")) == 2


def test_an_environment_that_does_not_work_is_made_anew(dev: ModuleType, calls: Calls) -> None:
    dev.PYTHON.unlink()
    dev.main(["setup"])
    assert [sys.executable, "-m", "venv", "--clear", str(dev.ENVIRONMENT)] in calls.commands


def test_one_that_works_is_kept(dev: ModuleType, calls: Calls) -> None:
    dev.main(["setup"])
    assert calls.holding("venv") == []


def test_a_python_without_venv_says_what_to_install(
    dev: ModuleType, calls: Calls, capsys: pytest.CaptureFixture[str]
) -> None:
    dev.PYTHON.unlink()
    calls.codes = {"venv": 1}
    assert dev.main(["setup"]) == 1
    assert f"apt-get install {dev.venv_package()}" in capsys.readouterr().err


def test_an_old_python_is_told_the_oldest_that_will_do(
    dev: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))
    assert dev.main(["run"]) == 1
    assert "decidr needs 3.11 or later" in capsys.readouterr().err
    assert calls.commands == []


def test_with_a_display_the_window_opens_on_the_study(
    dev: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.main(["run"]) == 0
    assert calls.commands[-1][1:] == ["-m", "decidr", "open", "ev-plant"]


@pytest.mark.usefixtures("no_display")
def test_without_a_display_the_study_is_ranked_and_both_files_are_named(
    dev: ModuleType,
    calls: Calls,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert dev.main(["run"]) == 0
    assert [command[3] for command in calls.holding("decidr")] == ["solve", "report", "chart"]
    assert calls.variables[-1]["QT_QPA_PLATFORM"] == "offscreen"
    said = capsys.readouterr().out
    assert "no display" in said
    assert str(tmp_path / "ev-plant-report.xlsx") in said
    assert str(tmp_path / "ev-plant-window.png") in said


@pytest.mark.usefixtures("no_display")
def test_without_a_display_the_first_failure_ends_the_run(dev: ModuleType, calls: Calls) -> None:
    calls.codes = {"report": 3}
    assert dev.main(["run"]) == 3
    assert calls.holding("chart") == []


def test_tests_get_their_arguments_and_give_their_exit_code(dev: ModuleType, calls: Calls) -> None:
    calls.codes = {"-k": 5}
    assert dev.main(["test", "-k", "matrix"]) == 5
    assert calls.commands[-1] == [str(dev.PYTHON), "-m", "pytest", "-k", "matrix"]


def test_pictures_go_into_the_folder_named(dev: ModuleType, calls: Calls) -> None:
    dev.main(["pictures", "drawn"])
    assert calls.commands[-1] == [str(dev.PYTHON), str(dev.ROOT / "tests" / "pictures.py"), "drawn"]


@pytest.mark.parametrize(("names", "run"), [([], ["edit", "import"]), (["import"], ["import"])])
def test_benchmarks_run_one_after_the_other(dev: ModuleType, calls: Calls, names: list[str], run: list[str]) -> None:
    folder = dev.ROOT / "tests" / "benchmarks"
    folder.mkdir(parents=True)
    for file in ("import.py", "edit.py", "__init__.py"):
        (folder / file).touch()
    dev.main(["setup"])
    calls.commands.clear()
    assert dev.main(["bench", *names]) == 0
    assert calls.commands == [[str(dev.PYTHON), "-m", f"tests.benchmarks.{name}"] for name in run]


def test_root_installs_the_missing_packages_without_questions(
    dev: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    _on_debian(dev, monkeypatch, user=0)
    dev.provide_system_packages(["libegl1"])
    assert calls.commands == [["apt-get", "update"], dev.apt_get(["libegl1"])]
    assert calls.variables[-1] == {"DEBIAN_FRONTEND": "noninteractive"}


def test_others_are_told_the_one_line(
    dev: ModuleType, calls: Calls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _on_debian(dev, monkeypatch, user=1000)
    dev.provide_system_packages(["libegl1", "libgl1"])
    assert calls.commands == []
    line = "sudo apt-get install --yes --no-install-recommends libegl1 libgl1"
    assert line in capsys.readouterr().out


def test_a_library_that_the_system_has_is_not_missing(dev: ModuleType) -> None:
    assert not dev.loads("libthere-is-no-such-library.so.0")


def test_a_wrong_command_shows_the_right_ones(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["rnu"]) == 2
    assert "setup" in capsys.readouterr().out


def test_a_program_that_is_called_quietly_speaks_only_when_it_fails(
    dev: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    assert dev.call([sys.executable, "-c", "print('well')"], quietly=True) == 0
    assert dev.call([sys.executable, "-c", "print('badly'); raise SystemExit(3)"], quietly=True) == 3
    said = capfd.readouterr()
    assert (said.out, said.err.strip()) == ("", "badly")


def test_the_script_needs_nothing_but_python() -> None:
    outcome = subprocess.run(
        [sys.executable, "-I", "-S", str(SCRIPT), "help"], capture_output=True, text=True, check=False
    )
    assert (outcome.returncode, outcome.stderr) == (0, "")


def _on_debian(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev.os, "geteuid", lambda: user, raising=False)
