"""The sheet that is filled in: block by block, a row a question, with the progress at its top."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from decidr.formats.questionnaire.answer_cells import DONE, filled, number_state, pair_state
from decidr.formats.questionnaire.answer_rules import add_rules
from decidr.formats.questionnaire.asked import Block, Question
from decidr.formats.questionnaire.columns import LEFT, NUMBER, REASON, RIGHT, STATE, TIMES, WHICH, WIDTHS
from decidr.formats.questionnaire.present import Present
from decidr.formats.questionnaire.progress import Progress, write_bar, write_progress
from decidr.formats.questionnaire.sides import Sides
from decidr.formats.questionnaire.wording import Wording
from decidr.formats.report.book.page import FIRST, Page

HEAD_STYLES = {NUMBER: "header", WHICH: "header centre"}
TITLE_ROW, PROGRESS_ROW, HEAD_ROW = 1, 2, 3


class QuestionPage:
    """Writes the sheet; ``write`` gives what the progress can be counted from."""

    def __init__(self, page: Page, sides: Sides, wording: Wording, said: Present) -> None:
        self._page, self._sides, self._wording, self._said = page, sides, wording, said
        self._words = wording.words()
        self._row = HEAD_ROW + 1
        self.pair_rows: list[int] = []
        self.number_rows: list[int] = []

    def write(self, title: str, blocks: Sequence[Block]) -> Progress:
        """Title, progress, heads, and every block."""
        page, words = self._page, self._words
        page.widths(WIDTHS)
        page.merged(TITLE_ROW, FIRST, len(WIDTHS), title, "heading")
        heads = (words.number, "A", words.which, words.times, "B", words.reason, "")
        for column, text in enumerate(heads, FIRST):
            page.text(HEAD_ROW, column, text, HEAD_STYLES.get(column, "header note"))
        whole = Progress.sum(self._write_block(block) for block in blocks)
        write_progress(page, PROGRESS_ROW, FIRST, whole, self._wording, "section")
        write_bar(page, PROGRESS_ROW, WHICH, whole)
        add_rules(page, self._wording, self.pair_rows, self.number_rows)
        page.sheet.freeze_panes = f"A{HEAD_ROW + 1}"
        return whole

    def _write_block(self, block: Block) -> Progress:
        """A blank row, the block's question and progress, how to answer, and its rows."""
        top = self._row + 1
        title = self._wording.block_title(self._sides.name(block.node), block.way, block.compares_hosts)
        about = self._wording.block_about(block.way, block.compares_hosts)
        self._page.merged(top, FIRST, RIGHT - FIRST + 1, title, "card title")
        self._page.merged(top + 1, FIRST, RIGHT - FIRST + 1, about, "guidance")
        self._page.begin(top)
        self._row = top + 2
        if block.way != "judgments":
            self._write_number_heads(block)
        first = self._row
        answered = sum(self._write_question(block, question) for question in block.questions)
        area = self._page.area(first, STATE, len(block.questions), 1)
        progress = Progress((area,), answered, len(block.questions))
        write_progress(self._page, top, REASON, progress, self._wording, "line")
        return progress

    def _write_number_heads(self, block: Block) -> None:
        heads = (self._words.number, "", self._wording.weight_heads()[block.way])
        for column, text in enumerate(heads, FIRST):
            self._page.text(self._row, column, text, HEAD_STYLES.get(column, "header note"))
        self._row += 1

    def _write_question(self, block: Block, question: Question) -> bool:
        """One row; whether it is answered already."""
        row = self._row
        self._row += 1
        self._page.number(row, NUMBER, question.number, "rank")
        self._write_side(row, LEFT, question.first)
        if question.second is None:
            return self._write_number(row, block, question)
        self._write_side(row, RIGHT, question.second)
        return self._write_pair(row, question, question.second)

    def _write_side(self, row: int, column: int, item: str) -> None:
        self._page.titled(row, column, self._sides.name(item), self._sides.swing(item), "side")

    def _write_pair(self, row: int, question: Question, second: str) -> bool:
        asked = (question.node, question.first, second)
        cells = filled(self._said.ratio(*asked), self._words, self._wording.mark)
        self._page.entry(row, WHICH, cells.which, "answer")
        self._page.entry(row, TIMES, cells.times, "answer words")
        self._page.entry(row, REASON, self._said.note(*asked), "answer note")
        self.pair_rows.append(row)
        which, times = _cell(WHICH, row), _cell(TIMES, row)
        return self._write_state(row, pair_state(which, times, self._words, self._wording.remarks()), bool(cells.which))

    def _write_number(self, row: int, block: Block, question: Question) -> bool:
        weight = self._said.weight(question.first, block.way)
        self._page.number(row, WHICH, weight, "answer")
        self._page.blank(self._page.area(row, TIMES, 1, STATE - TIMES), "side")
        self.number_rows.append(row)
        formula = number_state(_cell(WHICH, row), self._wording.say("a number?"))
        return self._write_state(row, formula, weight is not None)

    def _write_state(self, row: int, formula: str, is_done: bool) -> bool:
        self._page.formula(row, STATE, formula, "done", value=DONE if is_done else "")
        return is_done


def _cell(column: int, row: int) -> str:
    return f"${get_column_letter(column)}{row}"
