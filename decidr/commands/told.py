"""What a command tells: results on stdout, trouble on stderr, and files that cannot be written."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from decidr.core.analysis.results import Results
from decidr.core.study.problems import Place, Problem
from decidr.formats.answers import problem_rows
from decidr.language import _
from decidr.usage import WrongUsage, option_for


def print_json(answer: Any) -> None:
    """The answer for scripts, on stdout."""
    print(json.dumps(answer, ensure_ascii=False, indent=1, allow_nan=False))


def tell(
    problems: Iterable[Problem],
    addresses: Mapping[Place, str],
    severities: tuple[str, ...] = ("error", "warning"),
    stream: Any = None,
) -> None:
    """One problem a line, on stderr or ``stream``; notices only where they are asked for."""
    shown = [problem for problem in problems if problem.severity in severities]
    for problem, row in zip(shown, problem_rows(shown, addresses), strict=True):
        place = f"{row['place']}: " if row["place"] else ""
        print(f"{row['severity']}: {place}{row['text']}{option_for(problem)}", file=stream or sys.stderr)


def tell_skipped_moves(results: Results, addresses: Mapping[Place, str]) -> None:
    """The moves of the scenario that is supposed which could not be made, on stderr."""
    moves = results.sources.moves
    tell(moves.problems if moves else (), addresses, ("notice",))


def problem_key(problem: Problem, addresses: Mapping[Place, str]) -> str:
    """The same text for the same problem, met in several views."""
    return json.dumps(problem_rows([problem], addresses))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Tell in a sentence that a place cannot be written."""
    try:
        yield
    except OSError as error:
        said = _("{file} cannot be written: {reason}").format(file=path, reason=error.strerror or error)
        raise WrongUsage(said) from None
