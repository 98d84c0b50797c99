"""The sheet that explains the names: what each criterion that is asked about means, and what its scale is."""

from collections.abc import Iterable

from decidr.formats.questionnaire.asked import Asking, Block, questions_of
from decidr.formats.questionnaire.sides import Sides
from decidr.formats.questionnaire.wording import Wording
from decidr.formats.report.book.page import FIRST, Page

HEAD_ROW = 3
WIDTHS = {FIRST: 36, FIRST + 1: 60, FIRST + 2: 44}


def terms(asking: Asking, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The criteria in the questions that are described, in the tree's order."""
    named = {item for q in questions_of(blocks) for item in (q.node, q.first, q.second)}
    return tuple(n for n in asking.tree.nodes if n in named and n in asking.criteria and asking.criteria[n].description)


def write_terms(page: Page, asking: Asking, found: Iterable[str], sides: Sides, wording: Wording) -> None:
    """A row a criterion."""
    page.widths(WIDTHS)
    page.text(1, FIRST, wording.say("What the names mean"), "heading")
    heads = (wording.say("Criterion"), wording.say("What it means"), wording.say("The step that is weighed"))
    page.header(HEAD_ROW, heads, numbers_from=len(heads))
    for row, criterion in enumerate(found, HEAD_ROW + 1):
        page.text(row, FIRST, sides.name(criterion), "strong")
        page.text(row, FIRST + 1, asking.criteria[criterion].description, "text")
        page.text(row, FIRST + 2, sides.swing(criterion), "quiet note")
    page.sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    page.sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
