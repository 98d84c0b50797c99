"""How much room text takes in the report's family, counted in its figures as columns' widths are."""

import unicodedata
from collections.abc import Collection
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

TIGHT, PADDING = 1.6, 0.7
"""A line that leaves less of its column free seems to go on in the next one; what a cell keeps free itself."""


LIBREOFFICE = 1.06
"""How much wider LibreOffice makes columns than Excel, which rounds a figure's width down to whole pixels."""


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
    return sum(len(_lines(part, max(width, 1.0))) for part in text.split("\n")) if text else 1


def _lines(text: str, width: float) -> list[float]:
    """The lengths of one paragraph's lines, broken at blanks; a word that is too long is cut anywhere."""
    lines = [0.0]
    for word in text.split():
        needed = width_of(word)
        if lines[-1] and lines[-1] + SHARES[" "] + needed > width:
            lines.append(0.0)
        lines[-1] += needed + (SHARES[" "] if lines[-1] else 0.0)
        while lines[-1] > width:
            lines[-1:] = [width, lines[-1] - width]
    return lines


def column_width(names: Collection[str], share: float, least: float, most: float) -> float:
    """The width of columns under these names, from ``least`` to ``most``: no word is cut, few run into the next name.

    ``share`` is the names' size as a share of the body's.
    """
    words = {word for name in names for word in name.replace("-", "- ").split()}
    least = min(most, max(least, max(map(width_of, words), default=0.0) * share + PADDING))
    widths = [least + step / 2 for step in range(int(2 * (most - least)) + 1)]
    return min(widths, key=lambda width: sum(_is_tight(name, share, width) for name in names))


def _is_tight(name: str, share: float, width: float) -> bool:
    """Whether any line of the name fills the column, be it as wide as Excel makes it, or as LibreOffice."""
    wide = (width, width * LIBREOFFICE)
    return any(line * share > room - TIGHT for room in wide for line in _lines(name, (room - PADDING) / share))
