"""Answers read from a questionnaire that came back, whatever program it was filled in with."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from decidr.core.study.judgments import Comparisons, Judgment, WeightEntry
from decidr.core.study.problems import Refused
from decidr.core.study.study import Study
from decidr.formats.questionnaire.answer_lines import Line, answer_lines, pair_ratio, weight
from decidr.formats.questionnaire.answers import Answers, compared
from decidr.formats.questionnaire.carried import CARRIED_SHEET, Carried, Row, read_carried
from decidr.formats.questionnaire.recognition import Found, Known, Recognition
from decidr.formats.spreadsheet import Sheet, read_sheets
from decidr.formats.workbook_tables import Trouble


def read_answers(study: Study, path: Path) -> Answers:
    """What a questionnaire says, beside the study; problems are placed at their cells, as in ``Questions!D14``."""
    try:
        return answers_in(read_sheets(path), path, Known(study))
    except Refused as refusal:
        return Answers(path, path.name, problems=refusal.problems)


def answers_in(sheets: list[Sheet], path: Path, known: Known) -> Answers:
    """What the sheets of a questionnaire say; Refused where they are none, or their hidden one is broken."""
    carried = read_carried(sheets, path.name)
    reading = _Reading(carried, known, path.name)
    if reading.fits():
        reading.read(sheets)
    return reading.answers(path)


class _Reading:
    """One questionnaire being read."""

    def __init__(self, carried: Carried, known: Known, file: str) -> None:
        self._carried, self._known, self._file = carried, known, file
        self._trouble = Trouble()
        self._recognition = Recognition(carried, known, self._trouble)
        self._participant: str | None = None
        self._view: str | None = None
        self._pairs: dict[str, list[Judgment]] = {}
        self._weights: list[WeightEntry] = []

    def fits(self) -> bool:
        """Whether study, person and view are found again; what is not is told."""
        if not self._recognition.is_of_study(self._file):
            return False
        self._participant = self._recognition.participant(self._file)
        self._view = self._recognition.view(self._file)
        return self._participant is not None and self._view is not None

    def read(self, sheets: Sequence[Sheet]) -> None:
        """Every row that was asked."""
        lines = answer_lines(sheets, self._carried.words, self._trouble)
        if self._carried.asked and not lines:
            self._trouble.error("questionnaire.no_rows", self._file, head=self._carried.words.number)
            return
        for row in self._carried.asked:
            line = lines.get(str(row.number))
            found = self._recognition.row(row, self._view or "", line.address("number") if line else CARRIED_SHEET)
            if line is None:
                self._trouble.warning("questionnaire.row_gone", self._file, number=row.number)
            if found:
                self._take(row, found, line)

    def _take(self, row: Row, found: Found, line: Line | None) -> None:
        if found.second is None:
            given = weight(line, self._trouble) if line else None
            entry = WeightEntry(
                criterion=found.first, view=self._view, participant=self._participant, way=row.way, weight=given
            )
            self._weights.append(entry)
        else:
            value = pair_ratio(line, self._carried.words, self._trouble) if line else None
            note = line.text("reason") if line else ""
            judgment = Judgment(first=found.first, second=found.second, value=value, note=note)
            self._pairs.setdefault(found.node, []).append(judgment)

    def answers(self, path: Path) -> Answers:
        """All of it; without judgments and weights where something is wrong."""
        who = Answers(path, path.name, self._participant, self._carried.participant.name, self._view or "")
        said = (tuple(self._blocks()), tuple(self._weights))
        return compared(self._known.study, who, *said, self._trouble.problems)

    def _blocks(self) -> Iterator[Comparisons]:
        for node, pairs in self._pairs.items():
            yield Comparisons(under=node, view=self._view or "", participant=self._participant, pairs=tuple(pairs))
