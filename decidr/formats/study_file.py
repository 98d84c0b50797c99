"""The ``.decidr`` study file: UTF-8 JSON, one study, saved atomically."""

import json
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_type_hints

import msgspec

from decidr.core.study.criteria import GOAL
from decidr.core.study.part import Part
from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.atomic import write_atomically

FORMAT = (1, 0)
"""Major and minor number: a newer major is refused, a newer minor's unknown fields are kept."""

Json = dict[str, Any]


def load_study(path: Path) -> Study:
    """The study in a file; Refused with a sentence where it is not there, damaged, or newer than this decidr."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise _refused("file.missing", path, file=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise _refused("file.unreadable", path, reason=str(error)) from None
    return study_from_text(text, path.name)


def save_study(study: Study, path: Path) -> None:
    """Write a study whole or not at all; OSError where the place cannot be written."""
    write_atomically(path, study_text(study).encode("utf-8"))


def study_text(study: Study) -> str:
    """The study as JSON, its format first, one field a line."""
    fields = _flattened(msgspec.to_builtins(study))
    return json.dumps({"format": list(FORMAT), **fields}, ensure_ascii=False, indent=1) + "\n"


def study_from_text(text: str, place: str = "") -> Study:
    """The study that ``study_text`` wrote; Refused with a sentence where it is something else."""
    try:
        fields = json.loads(text)
    except json.JSONDecodeError as error:
        raise _refused("file.damaged", place, line=error.lineno) from None
    if not isinstance(fields, dict) or not _is_format(fields.get("format")):
        raise _refused("file.not_a_study", place)
    major, minor = fields.pop("format")
    if major > FORMAT[0]:
        raise _refused("file.too_new", place, version=f"{major}.{minor}")
    try:
        study = msgspec.convert(_gathered(fields, Study), Study)
    except msgspec.ValidationError as error:
        raise _refused("file.wrong_content", place, reason=str(error)) from None
    broken = _broken_references(study)
    if broken:
        raise Refused([Problem("error", "file.broken_reference", place, {"reference": broken[0]})])
    return study


def _broken_references(study: Study) -> list[str]:
    """What the study refers to and does not have."""
    criteria = {GOAL, *(c.id for c in study.criteria)}
    hosts, views, people = ({part.id for part in parts} for parts in (study.hosts, study.views, study.participants))
    wanted = [
        ([c.under for c in study.criteria], criteria),
        ([h.group for h in study.hosts if h.group], hosts),
        ([study.settings.base_view, *(b.view for b in study.comparisons)], views),
        ([b.under for b in study.comparisons], criteria),
        ([c.criterion for c in study.cells], criteria),
        ([c.host for c in study.cells], hosts),
        ([leaf for v in study.views for leaf in (*v.left_out, *v.turned)], criteria),
        ([b.participant for b in study.comparisons if b.participant], people),
        ([w.criterion for w in study.weights], criteria),
        ([n.under for n in study.nodes], criteria),
    ]
    return [reference for found, known in wanted for reference in found if reference not in known]


def _is_format(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(number, int) for number in value)


def _refused(code: str, place: object, **values: str | int) -> Refused:
    return Refused([Problem("error", code, str(place), values)])


def _gathered(fields: Any, kind: Any) -> Any:
    """JSON as ``msgspec`` takes it: what ``kind`` does not know moves into ``kept``, at any depth."""
    if isinstance(fields, list):
        inner = next((a for a in get_args(kind) if a is not Ellipsis), None)
        return [_gathered(item, inner) for item in fields]
    if not isinstance(fields, dict) or not (isinstance(kind, type) and issubclass(kind, Part)):
        return fields
    types = _types(kind)
    known = {name: _gathered(value, types[name]) for name, value in fields.items() if name in types}
    kept = {name: value for name, value in fields.items() if name not in types}
    return {**known, "kept": kept} if kept else known


@cache
def _types(part: type[Part]) -> dict[str, Any]:
    """The type of each field, without ``None``."""
    return {name: _plain(kind) for name, kind in get_type_hints(part).items()}


def _plain(kind: Any) -> Any:
    """The type without ``None``."""
    if isinstance(kind, UnionType):
        return next((a for a in get_args(kind) if a is not type(None)), kind)
    return kind


def _flattened(value: Any) -> Any:
    """The reverse of ``_gathered``: what was kept stands beside the known fields again."""
    if isinstance(value, list | tuple):
        return [_flattened(item) for item in value]
    if not isinstance(value, dict):
        return value
    known = {name: _flattened(inner) for name, inner in value.items() if name != "kept"}
    return {**known, **value.get("kept", {})}
