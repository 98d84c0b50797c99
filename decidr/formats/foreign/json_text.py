"""JSON as other programs and people write it: what stands in it twice is told, not swallowed."""

import json
from collections.abc import Callable
from typing import Any

from decidr.core.study.problems import Problem, Refused
from decidr.formats.workbook_tables import Trouble

LONGEST_WHOLE = 15
"""So many digits are exact as a figure."""


def json_value(text: str, file: str, trouble: Trouble) -> Any:
    """The value; Refused where the text is no JSON. A key that an object has twice is told, with the file."""
    try:
        return json.loads(text, object_pairs_hook=_object(file, trouble), parse_int=_whole)
    except json.JSONDecodeError as error:
        problem = Problem("error", "foreign.no_json", file, {"line": error.lineno, "column": error.colno})
        raise Refused([problem]) from None
    except RecursionError:
        raise Refused([Problem("error", "file.not_a_study", file)]) from None


def _whole(text: str) -> int | float:
    """A whole number; one too long for a figure of ours as the nearest, which may be infinite."""
    return int(text) if len(text) <= LONGEST_WHOLE else float(text)


def _object(file: str, trouble: Trouble) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                trouble.error("foreign.key_twice", file, key=key)
            found[key] = value
        return found

    return build
