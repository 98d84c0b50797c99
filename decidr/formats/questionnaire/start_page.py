"""The first sheet: what it is about, how to answer, what the figures mean, and how far one has come."""

from collections.abc import Iterator, Sequence

from decidr.formats.questionnaire.asked import Block
from decidr.formats.questionnaire.progress import Progress, write_bar, write_progress
from decidr.formats.questionnaire.wording import Wording
from decidr.formats.report.book.page import FIRST, Page

SIGN, TEXT = FIRST, FIRST + 1
WIDTHS = {SIGN: 6, TEXT: 84}


def write_start(page: Page, wording: Wording, title: str, question: str, person: str) -> int:
    """Title, question and person; the row for the progress, which is known once the questions stand."""
    page.widths(WIDTHS)
    page.merged(1, FIRST, 2, title, "cover title")
    page.merged(2, FIRST, 2, question, "question")
    page.merged(3, FIRST, 2, wording.say("Questionnaire for {person}", person=person), "section")
    return 5


def write_steps(page: Page, row: int, wording: Wording, blocks: tuple[Block, ...], progress: Progress) -> None:
    """The progress, the steps in order, and the scale where pairs are asked."""
    write_progress(page, row, FIRST, progress, wording, "line")
    write_bar(page, row + 1, FIRST, progress)
    row += 3
    page.text(row, FIRST, wording.say("How to answer"), "card title")
    steps = list(_steps(wording, blocks))
    _write_numbered(page, row + 1, steps)
    if _has_pairs(blocks):
        row += len(steps) + 2
        page.text(row, FIRST, wording.say("The scale"), "card title")
        _write_numbered(page, row + 1, wording.strengths())


def _write_numbered(page: Page, row: int, texts: Sequence[str]) -> None:
    for number, text in enumerate(texts, 1):
        page.number(row + number - 1, SIGN, number, "step")
        page.text(row + number - 1, TEXT, text, "guidance")


def _steps(wording: Wording, blocks: tuple[Block, ...]) -> Iterator[str]:
    yield wording.say(
        "Open the sheet «{sheet}». Only the tinted cells can be filled in; Tab leads from one to the next.",
        sheet=wording.say("Questions"),
    )
    if _has_pairs(blocks):
        yield wording.say(
            "Each row sets two things side by side, A and B. Choose A, B or equal, then how much more, from the list. "
            "A ratio typed by hand will do as well: 2.5, or 7/2 for seven to two."
        )
    if any(not block.compares_hosts for block in blocks):
        yield wording.say(
            "Weigh the steps, not the names: how much is it worth to go from the worst to the best that is printed "
            "below each name? Where that step is small, even a weighty name may matter little."
        )
    yield wording.say(
        "If you cannot say, leave the row empty. An empty row is not «equal»; it simply counts as not answered."
    )
    yield wording.say("A word on why helps those who read the answers; it is up to you.")
    yield wording.say("You may stop and go on at any time. When you are done, save the file and send it back as it is.")


def _has_pairs(blocks: tuple[Block, ...]) -> bool:
    return any(block.way == "judgments" for block in blocks)
