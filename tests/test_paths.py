from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from decidr import paths

Folder = Callable[[], Path]
SHIPPED = pytest.mark.parametrize(("folder", "name"), [(paths.resources, "resources"), (paths.templates, "templates")])
OWN = pytest.mark.parametrize(
    "folder", [paths.settings_folder, paths.recovery_folder, paths.log_folder, paths.own_templates]
)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty package in an empty folder."""
    package = tmp_path / "decidr"
    package.mkdir()
    monkeypatch.setattr(paths, "PACKAGE", package)
    return package


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with nothing but a home."""
    for variable in ("DECIDR_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@SHIPPED
def test_a_checkout_has_its_folders_beside_the_package(package: Path, folder: Folder, name: str) -> None:
    (package.parent / name).mkdir()
    assert folder() == package.parent / name


@SHIPPED
def test_an_installed_package_has_them_inside_whatever_lies_beside(package: Path, folder: Folder, name: str) -> None:
    (package / name).mkdir()
    (package.parent / name).mkdir()
    assert folder() == package / name


@SHIPPED
def test_a_broken_installation_is_told_by_name(package: Path, folder: Folder, name: str) -> None:
    with pytest.raises(FileNotFoundError, match=f"«{name}» is missing.*install decidr again"):
        folder()


@OWN
def test_one_variable_moves_all_that_is_the_users(folder: Folder, decidr_home: Path) -> None:
    assert folder().is_relative_to(decidr_home)


def test_recovery_copies_and_logs_have_folders_of_their_own() -> None:
    assert len({paths.settings_folder(), paths.recovery_folder(), paths.log_folder()}) == 3


@pytest.mark.parametrize(
    ("platform", "settings"),
    [
        ("linux", ".config/decidr"),
        ("win32", "AppData/Roaming/decidr"),
        ("darwin", "Library/Application Support/decidr"),
    ],
)
def test_settings_lie_where_the_platform_keeps_them(
    user: Path, monkeypatch: pytest.MonkeyPatch, platform: str, settings: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert paths.settings_folder() == user / settings


@pytest.mark.parametrize(("platform", "variable"), [("linux", "XDG_CONFIG_HOME"), ("win32", "APPDATA")])
def test_the_platforms_own_variable_is_followed_if_absolute(
    user: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(user / "elsewhere"))
    assert paths.settings_folder() == user / "elsewhere" / "decidr"
    monkeypatch.setenv(variable, "relative")
    assert "relative" not in paths.settings_folder().parts
