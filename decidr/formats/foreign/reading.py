"""Which reader takes a file that is no study of decidr's own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from decidr.core.study.problems import Problem, Refused
from decidr.formats.foreign.ahp_os_project import is_project, study_of_project
from decidr.formats.foreign.ahp_os_tables import study_of_export
from decidr.formats.foreign.ahpy_json import study_of_ahpy
from decidr.formats.foreign.bpmsg import study_of_template
from decidr.formats.foreign.hierarchy_text import is_hierarchy, study_of_hierarchy
from decidr.formats.foreign.json_text import json_value
from decidr.formats.foreign.matrices import study_of_matrices
from decidr.formats.opened import Opened
from decidr.formats.spreadsheet import Sheet, decoded
from decidr.formats.study_file import study_from_text
from decidr.formats.workbook_tables import Trouble

TEXTS = (".json", ".txt")

OF_SHEETS: tuple[Callable[[Sequence[Sheet], str], Opened | None], ...] = (
    study_of_export,
    study_of_template,
    study_of_matrices,
)
"""In this order: the first two know their own tables, the last takes any matrix."""


def study_of_sheets(sheets: Sequence[Sheet], title: str) -> Opened | None:
    """The study in sheets that are no study workbook; None where nothing of it is known."""
    found = (reader(sheets, title) for reader in OF_SHEETS)
    return next((opened for opened in found if opened), None)


def study_of_text(path: Path) -> Opened:
    """The study in a JSON or a text file; Refused with a sentence and its place."""
    try:
        text = decoded(path.read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused([Problem("error", "file.unreadable", path.name, {"reason": reason})]) from None
    if path.suffix.lower() == ".txt":
        opened = study_of_hierarchy(text, path.stem, path.name) if is_hierarchy(text) else None
    else:
        opened = _of_json(text, path)
    if opened is None:
        raise Refused([Problem("error", "file.not_a_study", path.name)])
    return opened


def _of_json(text: str, path: Path) -> Opened | None:
    trouble = Trouble()
    value: Any = json_value(text, path.name, trouble)
    if isinstance(value, dict) and "format" in value:
        return Opened(study_from_text(text, path.name))
    if isinstance(value, dict) and "Priorities" in value and "Scale" in value:
        raise Refused([Problem("error", "ahp_os.priorities", path.name)])
    if is_project(value):
        return study_of_project(value, path.name, trouble)
    return study_of_ahpy(value, path.stem, path.name, trouble)
