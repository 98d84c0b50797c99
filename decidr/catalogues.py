"""Catalogues of texts that speak a language of their own, whatever decidr itself speaks: questionnaires go abroad.

They are kept as ``.po`` alone and compiled when they are read. Babel, which reads them, is heavy, so this stands apart
from ``language``, which every module needs before the first paint.
"""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from decidr import paths
from decidr.language import ENGLISH


@cache
def catalogue(domain: str, language: str) -> NullTranslations:
    """The texts of a domain in a language of ``language.LANGUAGES``; English needs none.

    FileNotFoundError if the installation lacks it: a document half in another language helps nobody.
    """
    if language == ENGLISH:
        return NullTranslations()
    path = paths.resources() / "translations" / language / "LC_MESSAGES" / f"{domain}.po"
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
