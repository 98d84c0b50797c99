"""How far a questionnaire is filled in, counted by formulas: in words, and as a bar."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from decidr.formats.questionnaire.answer_cells import counted, sentence
from decidr.formats.questionnaire.wording import Wording
from decidr.formats.report.book.page import Page
from decidr.formats.report.book.places import Area

BAR_LENGTH = 30
FULL, EMPTY = "█", "░"


class Progress(NamedTuple):
    """The areas of states, and how many of how many questions were answered as the sheet was written."""

    areas: tuple[Area, ...]
    answered: int
    asked: int

    @classmethod
    def sum(cls, parts: Iterable[Self]) -> "Progress":
        """Several as one."""
        areas, answered, asked = zip(*parts, strict=True)
        return Progress(tuple(area for group in areas for area in group), sum(answered), sum(asked))

    @property
    def formula(self) -> str:
        """How many are answered now."""
        return counted([str(area) for area in self.areas])


def write_progress(page: Page, row: int, column: int, progress: Progress, wording: Wording, style: str) -> None:
    """``23 of 60 answered``."""
    text = wording.progress("{answered}", "{asked}")
    formula = sentence(text, answered=progress.formula, asked=str(progress.asked))
    page.formula(row, column, formula, style, value=wording.progress(progress.answered, progress.asked))


def write_bar(page: Page, row: int, column: int, progress: Progress) -> None:
    """The share that is answered, as a row of blocks."""
    blocks = f"ROUND({BAR_LENGTH}*({progress.formula})/{progress.asked},0)"
    formula = f'REPT("{FULL}",{blocks})&REPT("{EMPTY}",{BAR_LENGTH}-{blocks})'
    now = round(BAR_LENGTH * progress.answered / progress.asked)
    page.formula(row, column, formula, "bar", value=FULL * now + EMPTY * (BAR_LENGTH - now))
