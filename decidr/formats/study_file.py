"""The ``.decidr`` study file: UTF-8 JSON, one study, saved atomically."""

import json
import math
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from decidr.core.study.checks import structure_problems
from decidr.core.study.problems import Problem, Refused, Severity
from decidr.core.study.study import Study
from decidr.formats.atomic import write_atomically
from decidr.formats.part_json import flattened, gathered
from decidr.formats.snapshot_states import NotHeld, expanded, sharing_parts, written
from decidr.formats.study_references import wrong_judgments, wrong_references
from decidr.language import _

FORMAT = (1, 0)
"""Major and minor number: a newer major is refused, a newer minor's unknown fields are kept."""

NUMBERS = r"\[\n([-+.,\seE\d]+?)\n *\]"
"""A list of numbers over several lines; no text holds a line break, so none is taken for one."""

Json = dict[str, Any]


def load_study(path: Path) -> Study:
    """The study in a file; Refused with a sentence where it is not there, damaged, or newer than this decidr."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise _refused("file.missing", str(path), file=str(path)) from None
    except UnicodeDecodeError:
        raise _refused("file.not_a_study", path.name) from None
    except OSError as error:
        if path.is_dir():
            raise _refused("file.a_folder", str(path)) from None
        raise _refused("file.unreadable", path.name, reason=error.strerror or str(error)) from None
    return study_from_text(text, path.name)


def save_study(study: Study, path: Path) -> None:
    """Write a study whole or not at all; OSError where the place cannot be written."""
    write_atomically(path, study_text(study).encode("utf-8", errors="replace"))


def study_text(study: Study) -> str:
    """The study as JSON, its format first, one field a line; ValueError if a number is not finite."""
    fields = {"format": list(FORMAT), **flattened(replace(study, snapshots=()))}
    if study.snapshots:
        fields["snapshots"] = written(study.snapshots)
    text = json.dumps(fields, ensure_ascii=False, indent=1, allow_nan=False)
    return re.sub(NUMBERS, lambda found: f"[{' '.join(found[1].split())}]", text) + "\n"


def study_from_text(text: str, place: str = "") -> Study:
    """The study that ``study_text`` wrote; Refused with a sentence and its place where it is something else."""
    fields = _fields(text, place)
    major, minor = fields["format"]
    if major > FORMAT[0]:
        raise _refused("file.too_new", place, version=f"{major}.{minor}")
    if (major, minor) <= FORMAT:
        del fields["format"]
    try:
        study = msgspec.convert(gathered(_with_whole_snapshots(fields), Study), Study)
    except msgspec.ValidationError as error:
        raise Refused([_in_words(str(error))]) from None
    if wrong := list(_damage(study)):
        raise Refused(wrong)
    return replace(study, snapshots=sharing_parts(study))


def _with_whole_snapshots(fields: Json) -> Json:
    """The fields with each snapshot's study as it was, not by what changed."""
    try:
        return {**fields, "snapshots": expanded(fields["snapshots"])} if "snapshots" in fields else fields
    except NotHeld as error:
        raise _refused("file.broken_snapshot", error.place) from None


def _damage(study: Study) -> Iterator[Problem]:
    """What only a damaged file holds, in the study and in its snapshots."""
    yield from _damage_at(study, "$")
    for number, snapshot in enumerate(study.snapshots):
        place = f"$.snapshots[{number}].study"
        if snapshot.study.snapshots:
            yield _error("file.snapshot_in_snapshot", f"{place}.snapshots")
        else:
            yield from _damage_at(snapshot.study, place)


def _damage_at(study: Study, path: str) -> Iterator[Problem]:
    yield from wrong_references(study, path)
    yield from wrong_judgments(study, path)
    yield from (p for p in structure_problems(study) if p.code == "criteria.cycle")


def _fields(text: str, place: str) -> Json:
    """The JSON object, if it says which format it has."""
    if not text.lstrip().startswith("{"):
        raise _refused("file.not_a_study", place)
    try:
        fields = json.loads(text, parse_constant=partial(_finite, place), parse_float=partial(_finite, place))
    except json.JSONDecodeError as error:
        raise _refused("file.damaged", place, line=error.lineno) from None
    except RecursionError:
        raise _refused("file.not_a_study", place) from None
    if not _is_format(fields.get("format")):
        raise _refused("file.not_a_study", place)
    return dict(fields)


def _finite(place: str, word: str) -> float:
    number = float(word)
    if not math.isfinite(number):
        raise _refused("file.no_number", place, value=word)
    return number


def _is_format(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(number) is int for number in value)


def _refused(code: str, place: str, **values: str | int) -> Refused:
    return Refused([_error(code, place, **values)])


def _error(code: str, place: str, **values: str | int) -> Problem:
    severity: Severity = "error"
    return Problem(severity, code, place, values)


# What is wrong, in words


def _in_words(message: str) -> Problem:
    """A message of msgspec, such as «Expected `float`, got `str` - at `$.criteria[3].worst`», as a problem."""
    what, _at, place = message.partition(" - at ")
    place = place.strip("`")
    if found := re.fullmatch(r"Expected `(.+)`, got `(.+)`", what):
        expected, given = (_kinds(kinds) for kinds in found.groups())
        return _error("file.wrong_kind", place, expected=expected, found=given)
    if found := re.fullmatch(r"Expected `array` of length (\d+), got (\d+)", what):
        expected, given = (_("a list of {count}").format(count=count) for count in found.groups())
        return _error("file.wrong_kind", place, expected=expected, found=given)
    if found := re.fullmatch(r"Object missing required field `(.+)`", what):
        return _error("file.field_missing", place, field=found[1])
    if found := re.fullmatch(r"Invalid enum value '?(.*?)'?", what):
        return _error("file.unknown_word", place, value=found[1])
    return _error("file.wrong_content", place, reason=what)


def _kinds(kinds: str) -> str:
    words = {
        "float": _("a number"),
        "int": _("a whole number"),
        "str": _("a text"),
        "bool": _("true or false"),
        "null": _("nothing"),
        "array": _("a list"),
        "object": _("fields"),
    }
    return _(" or ").join(words.get(kind, kind) for kind in kinds.split(" | "))
