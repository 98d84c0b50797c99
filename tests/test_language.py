from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from decidr import language, paths
from decidr.language import _, ngettext


@pytest.fixture(autouse=True)
def french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """French is the only language with a catalogue; afterwards English is spoken again."""
    catalogue = Catalog(locale="fr")
    catalogue.add("Weights", "Poids")
    catalogue.add(("{n} host", "{n} hosts"), ("{n} pays", "{n} pays"))
    folder = tmp_path / "translations" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "decidr.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    yield
    language.use("en")


def test_before_a_language_is_chosen_the_text_is_english() -> None:
    assert _("Weights") == "Weights"
    assert ngettext("{n} host", "{n} hosts", 2) == "{n} hosts"


@pytest.mark.parametrize("name", ["fr", "fr_CA", "fr-CA"])
def test_the_nearest_catalogue_is_spoken(name: str) -> None:
    language.use(name)
    assert _("Weights") == "Poids"
    assert ngettext("{n} host", "{n} hosts", 2) == "{n} pays"


def test_without_a_choice_the_system_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    language.use()
    assert _("Weights") == "Poids"


def test_a_text_without_translation_stays_english() -> None:
    language.use("fr")
    assert _("Hosts") == "Hosts"


def test_a_language_without_catalogue_is_english() -> None:
    language.use("fr")
    language.use("tlh")
    assert _("Weights") == "Weights"


def test_documents_are_written_in_english_french_and_chinese() -> None:
    assert language.LANGUAGES == ("en", "fr", "zh")


def test_nothing_stays_nothing() -> None:
    language.use("fr")
    assert _("") == ""
