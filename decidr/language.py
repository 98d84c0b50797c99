"""The language of all that decidr says; without a translation, English.

The text is looked up each time: it may be asked for before a language is chosen, and follows a later choice.
"""

import gettext

from decidr import paths

DOMAIN = "decidr"

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr", "zh")
"""What documents for others are written in; their texts lie in ``catalogues``."""

_catalogue = gettext.NullTranslations()


def use(language: str | None = None) -> None:
    """Speak this language from now on, named as in ``fr``, ``fr_CA`` or ``fr-CA``; None is the system's own.

    A language without a catalogue gives the nearest one (``fr`` for ``fr_CA``), else English.
    """
    global _catalogue  # noqa: PLW0603 (a process speaks one language)
    languages = None if language is None else [language.replace("-", "_")]
    folder = paths.resources() / "translations"
    _catalogue = gettext.translation(DOMAIN, folder, languages, fallback=True)


def _(text: str) -> str:
    """The text in the language in use; nothing stays nothing (gettext would give the catalogue's header)."""
    return _catalogue.gettext(text) if text else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The text for this count in the language in use."""
    return _catalogue.ngettext(singular, plural, count)
