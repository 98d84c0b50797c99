"""Every text of a document is there in every language it is promised in."""

import re
from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from decidr import paths
from decidr.catalogues import catalogue
from decidr.formats.questionnaire.wording import DOMAIN
from decidr.language import ENGLISH, LANGUAGES

SOURCES = paths.PACKAGE / "formats" / "questionnaire"
TRANSLATED = [language for language in LANGUAGES if language != ENGLISH]


def said() -> set[str]:
    """The texts of questionnaires, as they stand in the code."""
    return {str(text) for _file, _line, text, *_rest in extract_from_dir(SOURCES, keywords={"say": None})}


def messages(language: str) -> Iterator[Message]:
    path = paths.resources() / "translations" / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    with path.open("rb") as file:
        yield from (message for message in read_po(file, locale=language) if message.id)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_of_a_questionnaire_is_translated_and_none_is_left_over(language: str) -> None:
    assert len(said()) > 50
    assert {message.id for message in messages(language) if message.string and not message.fuzzy} == said()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_text(language: str) -> None:
    for message in messages(language):
        braces = [sorted(re.findall(r"{.*?}", str(text))) for text in (message.id, message.string)]
        assert braces[0] == braces[1], message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_can_be_chosen_differs_in_every_language(language: str) -> None:
    """A choice that two answers share could not be read back."""
    texts = {message.id: message.string for message in messages(language)}
    strengths = [text for id_, text in texts.items() if str(id_).endswith("more") or id_ == "equally"]
    assert len(set(strengths)) == len(strengths) == 9
    assert "," not in texts["equal"]


def test_a_catalogue_speaks_its_language_whatever_decidr_speaks() -> None:
    assert catalogue(DOMAIN, "fr").gettext("equal") == "égal"
    assert catalogue(DOMAIN, "zh").gettext("equal") == "相同"


def test_english_needs_no_catalogue() -> None:
    assert type(catalogue(DOMAIN, ENGLISH)) is NullTranslations


def test_a_catalogue_that_is_missing_is_no_silent_english() -> None:
    with pytest.raises(FileNotFoundError):
        catalogue("no-such-domain", "fr")
