"""What the cells of an answer hold: a judgment as two cells, both ways, and the formulas that follow the answers."""

from collections.abc import Sequence
from typing import NamedTuple

from decidr.formats.questionnaire.carried import Words
from decidr.formats.ratios import ratio_text
from decidr.formats.report.book.places import quoted

DONE = "✓"
ALIKE = 1e-9
DIGITS = 10
"""Significant digits of a ratio that is on no scale; ``present.SAME`` is wider than what they round."""


class Filled(NamedTuple):
    """Which of the two, and how much more, as texts."""

    which: str = ""
    times: str = ""


def filled(ratio: float | None, words: Words, mark: str = ".") -> Filled:
    """The two cells for a ratio of the first over the second, with this decimal mark; empty where there is none."""
    if ratio is None:
        return Filled()
    first, second, equal = words.choices
    if abs(ratio - 1) <= ALIKE:
        return Filled(equal)
    return Filled(first if ratio > 1 else second, _times(max(ratio, 1 / ratio), words, mark))


def _times(times: float, words: Words, mark: str) -> str:
    """On the scale in words, else the plain ratio."""
    whole = round(times)
    if whole <= len(words.strengths) and abs(times - whole) <= ALIKE * times:
        return words.strengths[whole - 1]
    return ratio_text(float(f"{times:.{DIGITS}g}")).replace(".", mark)


def pair_state(which: str, times: str, words: Words, remarks: Sequence[str]) -> str:
    """The formula that says how a pair stands: answered, half answered (``remarks``), or nothing yet.

    ``which`` and ``times`` are the cells; the remarks ask for the choice, for how much, and whether equal is meant.
    """
    first, second, equal = (f"{which}={quoted(choice)}" for choice in words.choices)
    ask_which, ask_times, ask_equal = map(quoted, remarks)
    is_plain = f'OR({times}="",{times}={quoted(words.strengths[0])},{times}&""="1")'
    when_equal = f"IF({is_plain},{quoted(DONE)},{ask_equal})"
    when_chosen = f'IF({times}="",{ask_times},{quoted(DONE)})'
    chosen = f"IF({equal},{when_equal},IF(OR({first},{second}),{when_chosen},{ask_which}))"
    return f'IF(AND({which}="",{times}=""),"",{chosen})'


def number_state(cell: str, remark: str) -> str:
    """The formula that says whether a weight stands in the cell."""
    is_weight = f"IF(ISNUMBER({cell}),{cell}>=0,FALSE)"
    return f'IF({cell}="","",IF({is_weight},{quoted(DONE)},{quoted(remark)}))'


def counted(areas: Sequence[str]) -> str:
    """How many of the states in these areas are done."""
    return "+".join(f"COUNTIF({area},{quoted(DONE)})" for area in areas)


def sentence(text: str, **formulas: str) -> str:
    """The formula that gives a text whose braces are filled by formulas."""
    parts = [quoted(text)]
    for name, formula in formulas.items():
        parts = [piece for part in parts for piece in _put_in(part, "{" + name + "}", formula)]
    return "&".join(part for part in parts if part != '""')


def _put_in(part: str, brace: str, formula: str) -> list[str]:
    if not part.startswith('"') or brace not in part:
        return [part]
    before, _, after = part[1:-1].partition(brace)
    return [f'"{before}"', f"({formula})", f'"{after}"']
