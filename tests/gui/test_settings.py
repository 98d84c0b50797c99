"""What the window remembers."""

from pathlib import Path

import pytest

from decidr.gui.settings import MOST_RECENT, WindowSettings


def test_settings_are_there_again_in_another_window(qapp: object, tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    settings.appearance = "dark"
    settings.is_ranking_folded = True
    again = WindowSettings(tmp_path)
    assert again.appearance == "dark"
    assert again.is_ranking_folded


def test_a_new_user_follows_the_system_and_sees_the_ranking(qapp: object, tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    assert settings.appearance == "system"
    assert not settings.is_ranking_folded
    assert settings.geometry.isEmpty()
    assert settings.recent == ()


def test_the_last_study_is_the_first_of_the_recent_ones(qapp: object, tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    for name in ("a", "b", "a"):
        (tmp_path / name).touch()
        settings.remember(tmp_path / name, f"Study {name}")
    assert [recent.title for recent in settings.recent] == ["Study a", "Study b"]
    assert len(settings.recent[0].day) == len("2026-11-24")


def test_a_study_named_from_its_folder_is_found_from_another(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = WindowSettings(tmp_path)
    (tmp_path / "a.decidr").touch()
    monkeypatch.chdir(tmp_path)
    for path in (Path("a.decidr"), tmp_path / "a.decidr"):
        settings.remember(path, "A")
    monkeypatch.chdir("/")
    assert [recent.path for recent in settings.recent] == [tmp_path / "a.decidr"]


def test_a_study_whose_file_is_gone_is_not_offered(qapp: object, tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    settings.remember(tmp_path / "gone.decidr", "Gone")
    assert settings.recent == ()


def test_the_list_of_recent_studies_ends_somewhere(qapp: object, tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    for number in range(MOST_RECENT + 3):
        (tmp_path / str(number)).touch()
        settings.remember(tmp_path / str(number), "")
    assert len(settings.recent) == MOST_RECENT


def test_a_damaged_list_of_recent_studies_troubles_nobody(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text('[General]\nrecent="[{]"\n', encoding="utf-8")
    assert WindowSettings(tmp_path).recent == ()
