"""Figures as publishers print them: decimal commas, thousands, per cent, footnote marks, and words for none."""

import math
import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Literal, NamedTuple

from decidr.core.study.names import folded
from decidr.formats.ratios import DATE
from decidr.formats.spreadsheet import Value

Mark = Literal[".", ","]
"""The decimal mark of a table."""

GAPS = frozenset(
    folded(word)
    for word in (
        *("", ".", "..", "...", "…", "-", "--", "–", "—", "−", ":", "*", "?", "x", "#"),
        *(
            "n/a",
            "na",
            "n.a.",
            "n.a",
            "#n/a",
            "nan",
            "null",
            "none",
            "nil",
            "n.d.",
            "nd",
            "n.d",
            "n.r.",
            "k. a.",
            "k.a.",
        ),
        *("s.o.", "s/d", "s.d.", "not available", "not applicable", "no data", "missing", "unknown", "keine angabe"),
        *("non disponible", "no disponible", "dato non disponibile", "nicht verfügbar", "b.d.", "无", "不详", "暂无"),
    )
)
"""What stands where there is no figure."""

FOOTNOTE = r"(?:\s*(?:[*†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉ]+|\[[^\]]{1,12}\]|\([a-z\d]\)|[a-z]\))|\s+(?!bn)[bcdefnprsuz]{1,2})+$"
"""Marks behind a figure: 12.3*, 12.3 [a], 12.3 (1), 12.3 b, 12.3¹."""

MONEY = r"US\$|[$€£¥₺₹]|USD|EUR|GBP|CAD|MXN|CNY|JPY"

DIGITS = r"\d[\d.,]*|[.,]\d+"


class Parsed(NamedTuple):
    """What a cell says: a figure, with its unit where the cell tells one, or nothing; ``trouble`` is a problem code."""

    value: float | None = None
    unit: str = ""
    trouble: str = ""


GAP = Parsed()
NO_NUMBER = Parsed(trouble="cell.not_a_number")


def parse(value: Value, decimal: Mark | None = None) -> Parsed:
    """The figure in a cell; ``decimal`` is the table's mark, without which a lone comma before three digits is told."""
    if isinstance(value, bool):
        return NO_NUMBER
    if isinstance(value, float | int):
        return Parsed(float(value)) if math.isfinite(value) else GAP
    if isinstance(value, date | time | timedelta):
        return Parsed(trouble="import.a_date")
    text = " ".join(value.split())
    return GAP if is_gap(text) else _from_text(text, decimal)


def is_gap(text: str) -> bool:
    """Whether a text says that there is no figure, with or without a footnote's mark."""
    return folded(text) in GAPS or folded(re.sub(FOOTNOTE, "", text)) in GAPS


def _from_text(text: str, decimal: Mark | None) -> Parsed:
    if re.fullmatch(DATE, text):
        return Parsed(trouble="import.a_date")
    text, unit = _without_unit(re.sub(FOOTNOTE, "", text))
    if found := re.fullmatch(r"\((.+)\)", text):
        text = f"-{found[1]}"
    number = re.fullmatch(rf"([-+−–]?)\s?((?:{DIGITS})(?:[ '’]\d{{3}})*(?:[.,]\d+)?)(e[-+]?\d+)?", text, re.IGNORECASE)
    if not number:
        return NO_NUMBER
    sign, body, exponent = number[1], re.sub(r"[ '’]", "", number[2]), number[3] or ""
    plain = _plain(body, decimal)
    if plain is None:
        return Parsed(trouble="import.ambiguous_number" if re.fullmatch(r"\d{1,3},\d{3}", body) else NO_NUMBER.trouble)
    return Parsed(float(f"{'-' if sign and sign != '+' else ''}{plain}{exponent}"), unit)


def _without_unit(text: str) -> tuple[str, str]:
    """The text without its per cent or money sign, and that sign."""
    if found := re.fullmatch(r"(.+?)\s?(%|per ?cent|pct)\.?", text, re.IGNORECASE):
        return found[1], "%"
    if found := re.fullmatch(rf"([-−(]?)({MONEY})\s?(.+)", text):
        return found[1] + found[3], found[2]
    if found := re.fullmatch(rf"(.+?)\s?({MONEY})", text):
        return found[1], found[2]
    return text, ""


def _plain(body: str, decimal: Mark | None) -> str | None:
    """Digits with a decimal point; None where they are no number, or may be two."""
    marks = [sign for sign in body if sign in ".,"]
    if not marks:
        return body
    if len(set(marks)) == 2:
        return _grouped(body, "," if marks[-1] == "." else ".", marks[-1])
    (mark,) = set(marks)
    if len(marks) > 1:
        return _grouped(body, mark, "")
    if not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", body):
        return body.replace(",", ".")
    if decimal is None:
        return body if mark == "." else None
    return body.replace(",", ".") if decimal == mark else body.replace(mark, "")


def _grouped(body: str, thousands: str, decimal: str) -> str | None:
    whole, found, rest = body.partition(decimal) if decimal else (body, "", "")
    if not re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", whole):
        return None
    return f"{whole.replace(thousands, '')}{'.' if found else ''}{rest}"


def decimal_mark(texts: Iterable[str]) -> Mark | None:
    """The decimal mark that a table's texts tell; None where none does, or they contradict each other."""
    votes = {vote for text in texts if (vote := _vote(text))}
    return votes.pop() if len(votes) == 1 else None


def _vote(text: str) -> Mark | None:
    found = re.search(r"\d[\d.,]*\d", text)
    marks = [sign for sign in found[0] if sign in ".,"] if found else []
    if not found or not marks:
        return None
    last: Mark = "." if marks[-1] == "." else ","
    if len(set(marks)) == 2:
        return last
    if len(marks) > 1:
        return "," if last == "." else "."
    return None if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", found[0]) else last
