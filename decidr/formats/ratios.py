"""Judgments as people write them: ``3``, ``1/3``, ``8/9``, ``0.333``, ``0,333``."""

import math
import re
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

LARGEST_PART = 9
"""Fractions of whole numbers up to this are written as fractions."""

NUMBER = r"\d+(?:[.,]\d+)?|[.,]\d+"
MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DATE = rf"\d+[-. ]+{MONTH}.*|{MONTH}[-. ]+\d+.*|\d{{4}}-\d\d?-\d\d?.*|\d\d?([./-])\d\d?\1\d{{2,4}}"
"""What a spreadsheet shows where it took a typed 1/3 for a day."""


class NotARatio(ValueError):
    """It is not a ratio above 0; ``code`` is that of the sentence that says why."""

    def __init__(self, given: object, code: str = "judgments.not_a_ratio") -> None:
        super().__init__(str(given))
        self.code = code


def parse_ratio(given: str | float | date | time | timedelta) -> float:
    """How many times one is preferred to the other, from a number or a text.

    A decimal below 1 stands for 1/n if it is exactly that, or if it has at least two places and only one of
    1/2 ... 1/9 rounds to it (halves up); any other stands as typed. NotARatio for anything else, a date among them.
    """
    if isinstance(given, str):
        return _from_text(given.strip())
    if isinstance(given, bool):
        raise NotARatio(given)
    if isinstance(given, date | time | timedelta):
        raise NotARatio(given, "judgments.a_date")
    return _nearest_unit_fraction(_plain(_checked(float(given))))


def ratio_text(value: float) -> str:
    """The shortest usual way to write a ratio above 0; reading it again gives exactly the value.

    ``3``, ``1/3``, ``8/9``, ``2.5``, ``1/2.29``.
    """
    return _small_text(value) if value < 1 else _short_decimal(value) or _fraction_text(value) or _plain(value)


def _from_text(text: str) -> float:
    fraction = re.fullmatch(rf"({NUMBER})\s*/\s*({NUMBER})", text)
    if fraction:
        above, below = (_decimal(part) for part in fraction.groups())
        return _checked(above / below if below else math.inf)
    if not re.fullmatch(NUMBER, text):
        raise NotARatio(text, "judgments.a_date" if re.fullmatch(DATE, text) else "judgments.not_a_ratio")
    return _checked(_nearest_unit_fraction(text.replace(",", ".")))


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))


def _plain(value: float) -> str:
    """The shortest decimal that is the value, without an exponent."""
    return format(Decimal(repr(value)), "f")


def _checked(value: float) -> float:
    if not (math.isfinite(value) and value > 0):
        raise NotARatio(value)
    return value


def _nearest_unit_fraction(text: str) -> float:
    """1/n where the decimal means that, else the decimal itself."""
    value = float(text)
    if not 0 < value < 1:
        return value
    exact = [n for n in range(2, LARGEST_PART + 1) if 1 / n == value]
    digits = text.partition(".")[2]
    rounded = [n for n in range(2, LARGEST_PART + 1) if _rounds_to(n, digits)] if len(digits) >= 2 else []
    found = exact or (rounded if len(rounded) == 1 else [])
    return 1 / found[0] if found else value


def _rounds_to(n: int, digits: str) -> bool:
    """Whether 1/n, rounded to as many places (halves up), has these digits behind the point."""
    scale: int = 10 ** len(digits)
    return (2 * scale + n) // (2 * n) == int(digits)


def _short_decimal(value: float) -> str:
    """The value with at most two decimals, if that is all of it."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text if float(text) == value else ""


def _fraction_text(value: float) -> str:
    fraction = Fraction(value).limit_denominator(LARGEST_PART)
    fits = fraction.numerator <= LARGEST_PART and float(fraction) == value
    return f"{fraction.numerator}/{fraction.denominator}" if fits else ""


def _small_text(value: float) -> str:
    """A ratio below 1: a fraction, one over a short decimal, or the decimal unless that would be read as 1/n."""
    usual = _fraction_text(value) or _short_inverse(value)
    if usual:
        return usual
    decimal = _plain(value)
    return decimal if _nearest_unit_fraction(decimal) == value else "{}/{}".format(*Decimal(decimal).as_integer_ratio())


def _short_inverse(value: float) -> str:
    """One over a decimal with at most four places, if that is exactly the value."""
    text = f"{1 / value:.4f}".rstrip("0").rstrip(".")
    return f"1/{text}" if float(text) and 1 / float(text) == value else ""
