"""A small study with people, its questionnaires, and what people do with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from decidr.core.study.criteria import GOAL, Criterion, Level
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import NodeSetting
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.formats.questionnaire.book import write_questionnaires
from decidr.formats.questionnaire.columns import NUMBER, REASON, TIMES, WHICH

CRITERIA = (
    Criterion(id="c1", name="Stability", description="How steady politics are"),
    Criterion(id="c2", name="Incentives", scored_by="data", unit="%", worst=15.0, best=2.0),
    Criterion(id="c3", name="Jobs", scored_by="pairwise"),
    Criterion(id="c4", name="Law", under="c1", scored_by="data", unit="1-9", worst=1.0, best=9.0),
    Criterion(id="c5", name="Peace", under="c1", scored_by="rating"),
)
HOSTS = (Host(id="h1", name="Canada"), Host(id="h2", name="México"))
LEE, ANA = Participant(id="p1", name="Lee", email="lee@example.org"), Participant(id="p2", name="Ana")

STUDY = Study(
    title="EV plant",
    goal="Best host",
    criteria=CRITERIA,
    hosts=HOSTS,
    participants=(LEE, ANA),
    levels=(Level(criterion="c5", name="calm", score=1.0), Level(criterion="c5", name="war", score=0.0)),
    nodes=(NodeSetting(under="c1", weighted_by="swing"),),
)
"""At the goal three pairs (1: Stability, Incentives; 2: Stability, Jobs; 3: Incentives, Jobs), two points under
Stability (4: Law, 5: Peace), and the hosts compared on Jobs (6: Canada, México)."""

STABILITY_INCENTIVES, STABILITY_JOBS, INCENTIVES_JOBS, LAW, PEACE, HOSTS_ON_JOBS = range(1, 7)

COLUMNS = {"which": WHICH, "times": TIMES, "reason": REASON, "points": WHICH}


def written(folder: Path, study: Study = STUDY, language: str = "en", **how: Any) -> Path:
    """The questionnaire of the study's first participant."""
    return write_questionnaires(study, folder, language, **how).questionnaires[0].path


def filled(path: Path, answers: Mapping[int, Mapping[str, Any]]) -> Path:
    """The same file, with cells of these questions filled in."""

    def fill(sheet: Worksheet) -> None:
        rows = row_of(sheet)
        for number, cells in answers.items():
            for column, value in cells.items():
                sheet.cell(rows[number], COLUMNS[column]).value = value

    return edited(path, fill)


def edited(path: Path, edit: Callable[[Worksheet], None]) -> Path:
    """The same file, with its questions changed."""
    book = openpyxl.load_workbook(path)
    edit(book.worksheets[1])
    book.save(path)
    return path


def row_of(sheet: Worksheet) -> dict[int, int]:
    """The row of each question by its number."""
    cells = (sheet.cell(row, NUMBER) for row in range(1, sheet.max_row + 1))
    return {int(cell.value): cell.row for cell in cells if isinstance(cell.value, int | float)}


def judged(which: str, times: object = None, reason: str | None = None) -> dict[str, object]:
    """The cells of one answer."""
    return {"which": which, "times": times, "reason": reason}


EVERYTHING: Mapping[int, Mapping[str, object]] = {
    STABILITY_INCENTIVES: judged("A", "3 – moderately more", "it shook us once"),
    STABILITY_JOBS: judged("equal"),
    INCENTIVES_JOBS: judged("B", "5/2"),
    LAW: {"points": 100},
    PEACE: {"points": 40},
    HOSTS_ON_JOBS: judged("B", 2),
}
RATIOS = {
    (GOAL, "c1", "c2"): 3.0,
    (GOAL, "c1", "c3"): 1.0,
    (GOAL, "c2", "c3"): 0.4,
    ("c3", "h1", "h2"): 0.5,
}
"""What they mean, by node and pair."""


def ratios(study: Study, participant: str = "p1") -> dict[tuple[str, str, str], float | None]:
    """A participant's judgments in a study."""
    blocks = (block for block in study.comparisons if block.participant == participant)
    return {(block.under, pair.first, pair.second): pair.value for block in blocks for pair in block.pairs}


def with_criterion(study: Study, criterion: str, **fields: Any) -> Study:
    """The study with a criterion's fields changed."""
    return replace(study, criteria=tuple(replace(c, **fields) if c.id == criterion else c for c in study.criteria))
