"""Names of files made of people's names: such as every system takes, and each once."""

import re
import unicodedata
from collections.abc import Iterable

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""What Windows keeps for itself, whatever the suffix."""

LONGEST = 180
"""Bytes, so that number and suffix still fit into the 255 of most systems."""


def file_stem(name: str, taken: Iterable[str]) -> str:
    """The person's name as that of a file, without suffix; with a number where another has it.

    Two are the same if they differ only in case, as on Windows and macOS.
    """
    used = {_compared(other) for other in taken}
    stem = wanted = _safe(name)
    number = 1
    while _compared(stem) in used:
        number += 1
        stem = f"{wanted} {number}"
    return stem


def _safe(name: str) -> str:
    r"""Without what some system refuses (``<>:"/\|?*``, control signs, blanks and points at the ends)."""
    plain = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn") else sign for sign in name)
    plain = re.sub(r'[<>:"/\\|?*]', " ", unicodedata.normalize("NFC", plain))
    plain = " ".join(_cut(plain).split()).strip(". ").lstrip("-~")
    return f"{plain} -" if plain.partition(".")[0].strip().casefold() in RESERVED else plain or "participant"


def _cut(text: str) -> str:
    return text.encode()[:LONGEST].decode(errors="ignore")


def _compared(stem: str) -> str:
    return unicodedata.normalize("NFKC", stem).casefold()
