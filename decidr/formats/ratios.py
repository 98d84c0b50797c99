"""Judgments as people write them: ``3``, ``1/3``, ``8/9``, ``0.333``, ``0,333``."""

import math
import re
from decimal import Decimal
from fractions import Fraction

LARGEST_PART = 9
"""Fractions of whole numbers up to this are written as fractions."""

NUMBER = r"\d+(?:[.,]\d+)?|[.,]\d+"


class NotARatio(ValueError):
    """The text is not a ratio above 0."""


def parse_ratio(text: str | float) -> float:
    """How many times one is preferred to the other, from a number or a text.

    A decimal below 1 stands for 1/n if it is exactly that, or if it has at least two places and only one of
    1/2 ... 1/9 rounds to it (halves up); any other stands as typed. NotARatio for anything else.
    """
    if isinstance(text, str):
        return _from_text(text.strip())
    return _checked(_nearest_unit_fraction(_plain(_checked(float(text)))))


def ratio_text(value: float) -> str:
    """The shortest usual way to write a ratio; reading it again gives the same value.

    ``3``, ``1/3``, ``8/9``, ``2.5``, ``1/2.29``.
    """
    if value < 1:
        return _small_text(value)
    short = _short_decimal(value)
    return short or _fraction_text(value) or _plain(value)


def _from_text(text: str) -> float:
    fraction = re.fullmatch(rf"({NUMBER})\s*/\s*({NUMBER})", text)
    if fraction:
        above, below = (_decimal(part) for part in fraction.groups())
        return _checked(above / below if below else math.inf)
    if not re.fullmatch(NUMBER, text):
        raise NotARatio(text)
    return _checked(_nearest_unit_fraction(text.replace(",", ".")))


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))


def _plain(value: float) -> str:
    """The shortest decimal that is the value, without an exponent."""
    return format(Decimal(repr(value)), "f")


def _checked(value: float) -> float:
    if not (math.isfinite(value) and value > 0):
        raise NotARatio(str(value))
    return value


def _nearest_unit_fraction(text: str) -> float:
    """1/n where the decimal means that, else the decimal itself."""
    value = float(text)
    if not 0 < value < 1:
        return value
    exact = [n for n in range(2, LARGEST_PART + 1) if 1 / n == value]
    places = len(text.partition(".")[2])
    rounded = [n for n in range(2, LARGEST_PART + 1) if _rounds_to(n, value, places)] if places >= 2 else []
    found = exact or (rounded if len(rounded) == 1 else [])
    return 1 / found[0] if found else value


def _rounds_to(n: int, value: float, places: int) -> bool:
    """Whether 1/n, rounded to as many places (halves up), is the decimal."""
    return bool(math.floor(Fraction(10**places, n) + Fraction(1, 2)) == round(value * 10**places))


def _short_decimal(value: float) -> str:
    """The value with at most two decimals, if that is all of it."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text if float(text) == value else ""


def _fraction_text(value: float) -> str:
    fraction = Fraction(value).limit_denominator(LARGEST_PART)
    fits = fraction.numerator <= LARGEST_PART and float(fraction) == value
    return f"{fraction.numerator}/{fraction.denominator}" if fits else ""


def _small_text(value: float) -> str:
    fraction = _fraction_text(value)
    if fraction:
        return fraction
    inverse = _short_inverse(value)
    return f"1/{inverse}" if inverse else _plain(value)


def _short_inverse(value: float) -> str:
    """The reciprocal with at most four decimals, if one over it is exactly the value."""
    text = f"{1 / value:.4f}".rstrip("0").rstrip(".")
    return text if float(text) and 1 / float(text) == value else ""
