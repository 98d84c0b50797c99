"""200 participants × 60 pairs collected from 200 workbooks in one go, against calamine reading the same files alone.

Every workbook is read, its hidden sheet understood, each answer checked and compared with the study, and all of them
are taken in. Both are measured in turn, file by file, in one run; the study is checked afterwards. Run by
``python3 installers/dev.py bench collect``; prints medians.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from decidr.core.study.judgments import Comparisons
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.formats.questionnaire.book import write_questionnaires
from decidr.formats.questionnaire.collecting import collect
from decidr.formats.questionnaire.reading import read_answers
from decidr.formats.templates import load_template

PEOPLE = 200
PAIRS = 60
SCALE = (1 / 5, 1 / 4, 1 / 3, 1 / 2, 1.0, 2.0, 3.0, 4.0, 2.5)


def group_study() -> Study:
    """The EV plant with many participants, each of whom has judged every pair."""
    draw = random.Random(1)
    study = load_template("ev-plant")
    persons = tuple(Participant(id=f"p{i}", name=f"Participant {i}") for i in range(PEOPLE))
    base = [b for b in study.comparisons if b.view == study.settings.base_view]
    own = [_judged_by(block, person.id, draw) for person in persons for block in base]
    return replace(study, participants=persons, comparisons=(*study.comparisons, *own))


def _judged_by(block: Comparisons, person: str, draw: random.Random) -> Comparisons:
    pairs = tuple(replace(pair, value=draw.choice(SCALE), status="judged", note="", when="") for pair in block.pairs)
    return replace(block, participant=person, pairs=pairs)


def without_answers(study: Study) -> Study:
    """The same study before anybody has answered."""
    return replace(study, comparisons=tuple(block for block in study.comparisons if block.participant is None))


def read_alone(path: Path) -> None:
    """What any reader of these files must do."""
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def milliseconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1e3


def one_by_one(study: Study, paths: Sequence[Path]) -> tuple[list[float], list[float]]:
    """Each file read alone by calamine, and with all that decidr does to it, in turn."""
    alone, ours = [], []
    for path in paths:
        alone.append(milliseconds(lambda path=path: read_alone(path)))
        ours.append(milliseconds(lambda path=path: read_answers(study, path)))
    return alone, ours


def main() -> None:
    answered = group_study()
    asked = without_answers(answered)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        paths = [one.path for one in write_questionnaires(answered, Path(folder), "en").questionnaires]
        writing = (time.perf_counter() - start) * 1e3 / PEOPLE
        alone, ours = one_by_one(asked, paths)
        all_alone = milliseconds(lambda: [read_alone(path) for path in paths]) / PEOPLE
        start = time.perf_counter()
        found = collect(asked, paths, "2026-01-01")
        together = (time.perf_counter() - start) * 1e3 / PEOPLE
    _check(found.study, answered)
    base, each = statistics.median(alone), statistics.median(ours)
    ratio = together / all_alone
    print(f"{PEOPLE} participants × {PAIRS} pairs from {PEOPLE} workbooks, a workbook (ms)")
    print(f"  in turn     calamine alone {base:7.2f}   read and checked {each:7.2f}   ratio {each / base:5.2f}")
    print(f"  in one go   calamine alone {all_alone:7.2f}   collected {together:14.2f}   ratio {ratio:5.2f}")
    print(f"  written {writing:26.2f}")


def _check(found: Study, wanted: Study) -> None:
    """Every answer has come back."""
    values = [
        {
            (b.participant, b.under, p.first, p.second): round(p.value or 0, 9)
            for b in study.comparisons
            for p in b.pairs
        }
        for study in (found, wanted)
    ]
    if values[0] != values[1]:
        raise SystemExit("the answers collected are not those given")


if __name__ == "__main__":
    main()
