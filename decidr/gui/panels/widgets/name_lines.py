"""Names on a few narrow lines: broken at blanks and hyphens, long words inside, and cut only at the very end."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

VOWELS = frozenset("aeiouyäöüåæøéèêëáàâãóòôõíìîúùûаеёиоуыэюя")
ELLIPSIS = "…"
SOFT_HYPHEN = "\u00ad"


def name_lines(name: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """``name`` on at most ``most`` lines of ``width`` pixels; the last ends in an ellipsis where it does not fit."""
    return _name_lines(name, font.toString(), width, most)


def is_cut(lines: tuple[str, ...]) -> bool:
    """Whether anything was left out."""
    return bool(lines) and lines[-1].endswith(ELLIPSIS)


@lru_cache(maxsize=4_000)
def _name_lines(name: str, font_text: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_text)
    metrics = QFontMetrics(font)

    def fits(text: str) -> bool:
        return metrics.horizontalAdvance(text.replace(SOFT_HYPHEN, "-")) <= width

    lines = broken(name, fits)
    if len(lines) > most:
        rest = "".join(_with_glue(line) for line in lines[most - 1 :]).rstrip()
        last = metrics.elidedText(rest + ELLIPSIS, Qt.TextElideMode.ElideRight, width)
        lines = [*lines[: most - 1], last if last.endswith(ELLIPSIS) else last + ELLIPSIS]
    return tuple(line.replace(SOFT_HYPHEN, "-") for line in lines)


def broken(name: str, fits: Callable[[str], bool]) -> list[str]:
    """``name`` on lines that fit, filled from the first; words broken inside end in a soft hyphen."""
    lines = [""]
    for word in _words(name):
        for part in _parts(word, fits):
            glued = _with_glue(lines[-1]) + part
            if lines[-1] and not fits(glued):
                lines.append(part)
            else:
                lines[-1] = glued
    return lines


def _with_glue(line: str) -> str:
    """The line, ready for more words: a blank unless it ends in a hyphen."""
    if not line or line.endswith("-"):
        return line
    return line[:-1] if line.endswith(SOFT_HYPHEN) else line + " "


def _words(name: str) -> list[str]:
    """Words and the parts of hyphenated ones."""
    return [part for word in name.split() for part in word.replace("-", "-\n").split("\n") if part]


def _parts(word: str, fits: Callable[[str], bool]) -> list[str]:
    """The word, or its pieces where it is longer than a line."""
    if fits(word):
        return [word]
    end = max((i for i in range(1, len(word)) if fits(word[:i] + SOFT_HYPHEN)), default=1)
    cut = next((i for i in range(end, max(end // 2, 2) - 1, -1) if _is_syllable(word, i)), end)
    dash = SOFT_HYPHEN if word[cut - 1].islower() or word[cut - 1].isupper() else ""
    return [word[:cut] + dash, *_parts(word[cut:], fits)]


def _is_syllable(word: str, at: int) -> bool:
    """Whether a syllable may begin at this letter: a consonant before a vowel, with three letters or more to go."""
    if not 2 <= at <= len(word) - 3 or not word[at].isalpha():
        return False
    return word[at].lower() not in VOWELS and word[at + 1].lower() in VOWELS
