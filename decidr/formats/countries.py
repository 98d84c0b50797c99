"""Countries by their names, in several languages and spellings, and by their ISO codes."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import pycountry
from babel import Locale, localedata

from decidr.core.study.names import folded

LANGUAGES = ("en", "fr", "es", "de", "pt", "zh", "it", "nl", "pl", "tr", "ja")
"""Languages whose names of countries are known (Unicode CLDR)."""

ALIASES: Mapping[str, str] = {
    "america": "USA",
    "burma": "MMR",
    "cape verde": "CPV",
    "east timor": "TLS",
    "great britain": "GBR",
    "fyr macedonia": "MKD",
    "holland": "NLD",
    "hong kong, china": "HKG",
    "ivory coast": "CIV",
    "korea": "KOR",
    "korea, dem. rep.": "PRK",
    "macedonia": "MKD",
    "macedonia, fyr": "MKD",
    "mainland china": "CHN",
    "palestine": "PSE",
    "swaziland": "SWZ",
    "taiwan, china": "TWN",
    "turkey": "TUR",
    "u.k.": "GBR",
    "u.s.": "USA",
    "u.s.a.": "USA",
    "uae": "ARE",
    "uk": "GBR",
    "venezuela, rb": "VEN",
    "viet nam": "VNM",
    "west bank and gaza": "PSE",
}
"""Names in use that neither ISO nor CLDR has."""


SHORT: Mapping[str, str] = {
    "dem": "democratic",
    "fed": "federated",
    "is": "islands",
    "isl": "islands",
    "pdr": "people s democratic republic",
    "rep": "republic",
    "st": "saint",
    "sts": "states",
}
"""What statistical offices shorten."""

SEVERAL = re.compile(r"[,.(&’'-]|\b(?:of|and|rep|republic|st|saint|pdr|is|islands?)\b")
"""What a name holds that may be written in several ways."""

WORD = re.compile(r"[^\s.,()&’'-]+")

FILLING = frozenset(("the", "of", "and", "de", "la", "former"))
"""Words that may be there or not."""


def country_code(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the country that a name or code stands for, None where it stands for none.

    The ISO 3166-2 code of a province or state (``CA-ON``) stands for itself; names of provinces are not known.
    """
    wanted = folded(name).removeprefix("the ")
    if not wanted:
        return None
    return _known().get(wanted) or (_by_words(wanted) if SEVERAL.search(wanted) else None) or _subdivision(name)


def _by_words(name: str) -> str | None:
    return _names_by_words().get(_words(name))


@cache
def _known() -> dict[str, str]:
    """Everything that stands for a country as it is written; codes go before names, and ISO's names before others."""
    return {**_names_garbled(), **_names_by_cldr(), **_names_by_iso(), **_codes()}


def country_by_number(code: str | float) -> str | None:
    """The alpha-3 code of the country with this numeric ISO 3166-1 code: ``124``, ``"004"``, 4.0."""
    text = str(int(code)) if isinstance(code, int | float) and code == code // 1 else str(code).strip()
    if not re.fullmatch(r"\d{1,3}", text):
        return None
    country = pycountry.countries.get(numeric=text.zfill(3))
    return country.alpha_3 if country else None


def _words(name: str) -> frozenset[str]:
    """The words of a folded name whatever their order, shortened ones in full: «Korea, Rep.» is «Republic of Korea»."""
    words = set(WORD.findall(name)) - FILLING
    for word in words & SHORT.keys():
        words = (words - {word}) | set(SHORT[word].split())
    return frozenset(words)


@cache
def _names_garbled() -> dict[str, str]:
    """Names as programs spoil them that know no UTF-8: «TÃ¼rkiye», and «TC<rkiye» where the eighth bit was lost."""
    names = [(name, code) for name, code in _iso_names() if not name.isascii()]
    bits = {folded(bytes(byte & 127 for byte in name.encode()).decode("ascii")): code for name, code in names}
    return bits | {folded(name.encode().decode("cp1252", errors="replace")): code for name, code in names}


@cache
def _names_by_words() -> dict[frozenset[str], str]:
    """Names of ISO and English ones of CLDR by their words; the shorter ISO name wins."""
    english = {folded(name): code for name, code in _territories_in("en")}
    names = {**_names_by_iso(), **english, **ALIASES}
    found = {_words(name): code for name, code in names.items() if len(name) > 3}
    return {words: code for words, code in found.items() if words}


@cache
def _codes() -> dict[str, str]:
    """Alpha-2 and alpha-3 codes, and the aliases, to alpha-3."""
    found = {c.alpha_2.casefold(): c.alpha_3 for c in pycountry.countries}
    return found | {c.alpha_3.casefold(): c.alpha_3 for c in pycountry.countries} | dict(ALIASES)


@cache
def _names_by_iso() -> dict[str, str]:
    return {folded(name): code for name, code in _iso_names()}


def _iso_names() -> Iterator[tuple[str, str]]:
    for field in ("official_name", "common_name", "name"):
        for country in pycountry.countries:
            if hasattr(country, field):
                yield getattr(country, field), country.alpha_3


@cache
def _names_by_cldr() -> dict[str, str]:
    return dict(_territories())


def _territories() -> Iterator[tuple[str, str]]:
    """Names and alpha-3 codes; the first language wins."""
    for language in reversed([language for language in LANGUAGES if localedata.exists(language)]):
        for name, code in _territories_in(language):
            yield folded(name), code


def _territories_in(language: str) -> Iterator[tuple[str, str]]:
    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    for territory, name in Locale.parse(language).territories.items():
        if territory in codes:
            yield name, codes[territory]


def _subdivision(name: str) -> str | None:
    code = name.strip().upper()
    return code if "-" in code and code in _subdivisions() else None


@cache
def _subdivisions() -> frozenset[str]:
    return frozenset(place.code for place in pycountry.subdivisions)
