"""Problems as values: what is wrong, how grave, and where; collected, never raised one by one."""

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from decidr.core.study.sentences import SENTENCES
from decidr.language import _

Severity = Literal["error", "warning", "notice"]


class Place(msgspec.Struct, frozen=True):
    """Where in a study: the sheet that holds it, the names that find the row there, and the column.

    The text reads ``Data: Home EV market, Morocco``; a study read from a workbook turns it into ``Data!C9``.
    """

    sheet: str = ""
    names: tuple[str, ...] = ()
    column: str = ""

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.sheet, ", ".join(self.names)) if part)
        return f"{where} ({self.column})" if self.column else where


class Problem(msgspec.Struct, frozen=True):
    """One thing that the user should know; ``values`` fill the sentence that ``code`` stands for."""

    severity: Severity
    code: str
    place: Place | str = ""
    values: Mapping[str, str | int | float] = {}


def sentence(problem: Problem) -> str:
    """What is wrong and what to do, in the user's language; KeyError for a code without a sentence."""
    return _(SENTENCES[problem.code]).format_map(problem.values)


class Refused(Exception):
    """The input was refused; carries every problem found, errors among them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.place}: {sentence(p)}" for p in self.problems))
