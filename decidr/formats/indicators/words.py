"""Words that publishers head their columns with, and how a header's year and unit are told from its name."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple

from decidr.formats.spreadsheet import Value
from decidr.formats.workbook_tables import unspelled

Role = Literal["place", "year", "unit", "indicator", "code", "note", "figure", "key"]
"""What a column holds: ``key`` columns tell rows apart, such as a mode of transport; ``code`` is an indicator's."""


def _heads(*lines: str) -> frozenset[str]:
    return frozenset(head for line in lines for head in line.split("|"))


HEADS: Mapping[Role, frozenset[str]] = {
    "year": _heads(
        "year|years|time|time period|period|date|edition|ref year|reference year|refyear|yr",
        "ano|annee|jahr|anno|rok|yil|年|年份",
    ),
    "unit": _heads(
        "unit|units|unit name|unit of measure|measure unit|measurement unit|uom",
        "unite|einheit|unidad|unidade|unita|单位",
    ),
    "code": _heads(
        "indicator code|series code|indicator id|variable code|measure code|item code|subject code",
    ),
    "indicator": _heads(
        "indicator|indicators|indicator name|series|series name|variable|variable name|parameter|measure|subject",
        "item|criterion|criteria|metric|statistic|element|topic|indicateur|indikator|indicador|indicatore|指标",
    ),
    "note": _heads(
        "note|notes|footnote|footnotes|flag|flags|obs status|status|comment|comments|remark|remarks",
        "source|sources|licence|license|备注|来源",
    ),
}
"""How columns of each role are headed, as ``unspelled``."""

PARTNER = _heads("partner|partner country|counterpart|counterpart country|destination|origin")
"""Heads of a second place in the row, which is not what the row is about."""

GENERIC = _heads(
    "value|values|obs value|obsvalue|observation|amount|data|figure|estimate|score|number",
    "wert|valeur|valor|valore|数值",
)
"""Heads of the figures of a long table, which say nothing of the indicator."""

ASIDE = (
    r"\b(rank\w*|std\.? ?(dev|err)\w*|standard (error|deviation)|s\.?e\.?|nsource|number of sources|sources?|"
    r"lower|upper|bound|confidence|interval|weight|pctrank\w*|percentile|percent rank|of highest performer|"
    r"margin of error)\b"
)
"""What stands beside a figure and is not it: ranks, errors, bounds."""

NUMBERED = r"\b(code|iso|m49|numeric|id|un)\b|^(#|no\.?|nr\.?|s/?no\.?)$"
"""Heads of numbers that count or name, such as the numeric code of a country."""

YEAR = r"(?:19|20)\d\d"
YEAR_HEAD = rf"(?:fy|cy|yr|y|x|f)?\s?({YEAR})(?:\s?\[yr\d{{4}}\])?(?:\s?[-/–]\s?\d{{2,4}})?\s?(?:[*pef]|\([a-z.]+\))?"
"""2023, FY2023, X2023, 2023 [YR2023], 2023/24, 2023*."""

UNIT_BEHIND = r"(.+?)\s*[,;]?\s*[(\[]([^()\[\]]*(?:\([^()]*\))?[^()\[\]]*)[)\]]\s*"
"""A unit in brackets behind the name: GDP (billion USD)."""

UNIT_WORDS = (
    r"%.*|per ?cent.*|pct.*|share|ratio|index|.*\$.*|usd.*|eur.*|€.*|cad.*|score.*|points?|.+/.+|.*\bper\b.*|"
    r"(thousand|million|billion)s?.*|.*\b(vehicles?|units?|kwh|mwh|twh|gw|mw|km2?|persons?|people|years?|days|hours|tonnes|"
    r"dollars|euros|usd|eur|ppp|gco2e?|lcu)\b.*|number|\d+[-–]\d+|0 to 100|1 to 5"
)
"""What is a unit rather than a remark."""


class Head(NamedTuple):
    """A header taken apart."""

    name: str = ""
    year: int | None = None
    unit: str = ""


def year_of(value: Value) -> int | None:
    """The year that a cell holds, 1900 to 2099, as a number, a text such as FY2023, or a date."""
    if isinstance(value, date):
        return value.year
    if isinstance(value, float | int):
        return int(value) if value == value // 1 and 1900 <= value < 2100 else None
    found = re.fullmatch(YEAR_HEAD, str(value).strip(), re.IGNORECASE)
    return int(found[1]) if found else None


def years_in(text: str) -> set[int]:
    """The years that a text names."""
    return {int(year) for year in re.findall(rf"(?<!\d){YEAR}(?!\d)", text)}


def head_of(text: str) -> Head:
    """Name, year and unit of a header such as «GDP per capita, 2023 (USD)»."""
    name, unit = text.strip(), ""
    found = re.fullmatch(UNIT_BEHIND, name)
    if found and is_unit(found[2]):
        name, unit = found[1], found[2].strip()
    years = years_in(name)
    if len(years) == 1:
        without = re.sub(rf"\s*[-,(\[–:]*\s*(?:in\s)?(?<!\d){YEAR}(?!\d)\s*[)\]]?", "", name).strip(" ,:-–")
        return Head(without or name, years.pop(), unit) if without else Head(name, None, unit)
    return Head(name, None, unit)


def is_unit(text: str) -> bool:
    """Whether a text reads as a unit, with or without brackets."""
    plain = text.strip().strip("()[]").strip().casefold()
    return bool(re.fullmatch(UNIT_WORDS, plain)) and len(plain) < 60


def role_by_head(head: str) -> Role | None:
    """The role that a column's head tells; None where it tells none."""
    plain = unspelled(head)
    return next((role for role, heads in HEADS.items() if plain in heads), None)


def stands_aside(head: str) -> bool:
    """Whether a column of numbers is a rank, an error, a bound or the like."""
    return bool(re.search(ASIDE, unspelled(head)))


def names_or_counts(head: str) -> bool:
    """Whether a column of numbers holds codes."""
    return bool(re.search(NUMBERED, unspelled(head)))


def joined(parts: Iterable[str]) -> str:
    """Header texts from top to bottom as one name, each once."""
    return ": ".join(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))
