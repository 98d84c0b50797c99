"""Many people's answers taken into a study at once."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.questionnaire.answers import Answers, take_in
from decidr.formats.questionnaire.reading import answers_in
from decidr.formats.questionnaire.recognition import Known
from decidr.formats.questionnaire.survey import is_survey, survey_answers
from decidr.formats.spreadsheet import read_sheets

Outcome = Literal["taken", "superseded", "silent", "refused"]
"""In the study; given way to later answers of the same person; nothing filled in; an error."""

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Collected:
    """The study with all that could be taken in, and what became of each file's answers, in the order given."""

    study: Study
    answers: tuple[Answers, ...]
    outcomes: tuple[Outcome, ...]

    def those(self, outcome: Outcome) -> tuple[Answers, ...]:
        """The answers of which this became."""
        return tuple(one for one, became in zip(self.answers, self.outcomes, strict=True) if became == outcome)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything to be told, with the file before each place: ``Lee.xlsx: Questions!D14``."""
        labels = _labels(self.answers)
        return tuple(_in_file(one.path, labels[one.path], p) for one in self.answers for p in one.problems)


def collect(study: Study, paths: Iterable[Path], when: str, *, step: Callable[[], None] | None = None) -> Collected:
    """Read files that came back and take in what is right: of a wrong one nothing, of two of one person the later.

    Later is what was saved later, as the workbooks say themselves, and where they do not differ what comes later in
    ``paths``. ``when`` (a date) marks what is new; ``step`` is called after each file.
    """
    known = Known(study)
    found: list[Answers] = []
    for path in paths:
        found += _read(path, known)
        if step:
            step()
    return _sorted_out(study, found, when)


def _read(path: Path, known: Known) -> Sequence[Answers]:
    """The answers in one file: one person's, or those of each row of a survey."""
    try:
        sheets = read_sheets(path)
        return survey_answers(sheets[0], path, known) if is_survey(sheets, path) else [answers_in(sheets, path, known)]
    except Refused as refusal:
        return [Answers(path, path.name, problems=refusal.problems)]


def _sorted_out(study: Study, found: Sequence[Answers], when: str) -> Collected:
    saved = sorted(range(len(found)), key=lambda i: found[i].saved or LONG_AGO)
    last = {_who(found[i]): i for i in saved if _says_something(found[i])}
    outcomes = tuple(_outcome(one, last.get(_who(one)) == i) for i, one in enumerate(found))
    labels = _labels(found)
    where = [labels[one.path] if one.place == one.path.name else f"{labels[one.path]}: {one.place}" for one in found]
    told = tuple(
        _told(one, outcome, where[last.get(_who(one), i)])
        for i, (one, outcome) in enumerate(zip(found, outcomes, strict=True))
    )
    taken = (one for one, outcome in zip(told, outcomes, strict=True) if outcome == "taken")
    return Collected(take_in(study, taken, when), told, outcomes)


def _who(one: Answers) -> tuple[str | None, str]:
    return one.participant, one.view


def _says_something(one: Answers) -> bool:
    return not one.is_refused and not one.is_silent


def _outcome(one: Answers, is_last: bool) -> Outcome:
    if one.is_refused:
        return "refused"
    if one.is_silent:
        return "silent"
    return "taken" if is_last else "superseded"


def _told(one: Answers, outcome: Outcome, later: str) -> Answers:
    """With a word on why it is not taken in; ``later`` is where the answers are that count instead."""
    if outcome == "superseded":
        problem = Problem("warning", "questionnaire.superseded", one.place, {"name": one.person, "other": later})
    elif outcome == "silent":
        problem = Problem("warning", "questionnaire.silent", one.place, {"name": one.person})
    else:
        return one
    return dataclasses.replace(one, problems=(*one.problems, problem))


def _labels(answers: Iterable[Answers]) -> dict[Path, str]:
    """Each file by its name, or by its whole path where another has the same."""
    paths = {one.path for one in answers}
    alike = Counter(path.name for path in paths)
    return {path: path.name if alike[path.name] == 1 else str(path) for path in paths}


def _in_file(path: Path, label: str, problem: Problem) -> Problem:
    """The problem with its file before the place, unless the place is the file."""
    is_whole = str(problem.place) in (path.name, str(path))
    return replace(problem, place=label if is_whole else f"{label}: {problem.place}")
