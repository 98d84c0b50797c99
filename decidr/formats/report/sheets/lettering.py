"""How much room text takes in the report's family, counted in its figures as columns' widths are."""

import unicodedata
from functools import lru_cache

NARROW = {
    0.35: "'|",
    0.4: "ijl",
    0.5: " !,./:;I[\\]ft\u2009\u202f",
    0.6: '()-`r{}"',
    0.7: "*",
    0.85: "^",
    0.9: "Jcksvxyz",
}
WIDE = {
    1.05: "+<=>~",
    1.1: "FTZ",
    1.2: "ABEKPSVXY&",
    1.3: "CDHNRUw",
    1.4: "GOQ",
    1.5: "Mm",
    1.6: "%",
    1.7: "W",
    1.8: "@—…",
}
SHARES = {sign: share for shares in (NARROW, WIDE) for share, signs in shares.items() for sign in signs}
"""Widths of Arial's signs as shares of a figure's width, to a twentieth; all others are as wide as a figure."""

BOLD = 1.08
"""How much wider bold text is."""


@lru_cache(maxsize=4096)
def width_of(text: str) -> float:
    """How many figures' room a text takes; Chinese and Japanese signs take two, accents none."""
    return sum(map(_width, unicodedata.normalize("NFD", text)))


@lru_cache(maxsize=1024)
def _width(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0.0
    return 2.0 if unicodedata.east_asian_width(sign) in "WF" else SHARES.get(sign, 1.0)


@lru_cache(maxsize=4096)
def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many figures, about."""
    return sum(_wrapped(part, max(width, 1.0)) for part in text.split("\n")) if text else 1


def _wrapped(text: str, width: float) -> int:
    """Lines of one paragraph, broken at blanks; a word that is too long is cut anywhere."""
    lines, used = 1, 0.0
    for word in text.split():
        needed = width_of(word)
        if used and used + SHARES[" "] + needed > width:
            lines, used = lines + 1, 0.0
        used += needed + (SHARES[" "] if used else 0.0)
        if used > width:
            lines, used = lines + int(used // width), used % width
    return lines
