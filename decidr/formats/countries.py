"""Countries by their names, in several languages, and by their ISO codes."""

from collections.abc import Iterator, Mapping
from functools import cache

import pycountry
from babel import Locale, localedata

from decidr.core.study.names import folded

LANGUAGES = ("en", "fr", "es", "de", "pt", "zh")
"""Languages whose names of countries are known (Unicode CLDR)."""

ALIASES: Mapping[str, str] = {
    "america": "USA",
    "burma": "MMR",
    "cape verde": "CPV",
    "east timor": "TLS",
    "great britain": "GBR",
    "holland": "NLD",
    "ivory coast": "CIV",
    "macedonia": "MKD",
    "mainland china": "CHN",
    "swaziland": "SWZ",
    "turkey": "TUR",
    "u.k.": "GBR",
    "u.s.": "USA",
    "u.s.a.": "USA",
    "uae": "ARE",
    "uk": "GBR",
}
"""Names in use that neither ISO nor CLDR has."""


def country_code(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the country that a name or code stands for, None where it stands for none.

    The ISO 3166-2 code of a province or state (``CA-ON``) stands for itself; names of provinces are not known.
    """
    wanted = folded(name).removeprefix("the ")
    if not wanted:
        return None
    return _codes().get(wanted) or _names_by_iso().get(wanted) or _names_by_cldr().get(wanted) or _subdivision(name)


@cache
def _codes() -> dict[str, str]:
    """Alpha-2 and alpha-3 codes, and the aliases, to alpha-3."""
    found = {c.alpha_2.casefold(): c.alpha_3 for c in pycountry.countries}
    return found | {c.alpha_3.casefold(): c.alpha_3 for c in pycountry.countries} | dict(ALIASES)


@cache
def _names_by_iso() -> dict[str, str]:
    fields = ("official_name", "common_name", "name")
    return {
        folded(getattr(country, field)): country.alpha_3
        for field in fields
        for country in pycountry.countries
        if hasattr(country, field)
    }


@cache
def _names_by_cldr() -> dict[str, str]:
    return dict(_territories())


def _territories() -> Iterator[tuple[str, str]]:
    """Names and alpha-3 codes; the first language wins."""
    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    for language in reversed([language for language in LANGUAGES if localedata.exists(language)]):
        for territory, name in Locale.parse(language).territories.items():
            if territory in codes:
                yield folded(name), codes[territory]


def _subdivision(name: str) -> str | None:
    code = name.strip().upper()
    is_known = "-" in code and any(place.code == code for place in pycountry.subdivisions)
    return code if is_known else None
