"""Any study that the user can name: a template, a ``.decidr`` file, a study workbook, or a decidr report."""

from collections.abc import Mapping
from pathlib import Path

from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.report_changes import INPUTS_SHEET, report_changes
from decidr.formats.spreadsheet import BOOKS, Sheet, read_sheets
from decidr.formats.study_file import load_study, study_from_text
from decidr.formats.templates import is_template, load_template
from decidr.formats.workbook_in import Opened, study_from_sheets

STUDY_SHEET = "decidr study"
"""The hidden sheet in which a report carries its study, as JSON down column A."""

__all__ = ["STUDY_SHEET", "Opened", "open_study"]


def open_study(source: str | Path) -> Opened:
    """The study that ``source`` names; Refused with a sentence where there is none."""
    if isinstance(source, str) and is_template(source):
        return Opened(load_template(source))
    path = Path(source)
    if path.suffix.lower() == ".decidr":
        return Opened(load_study(path))
    if path.is_dir() or path.suffix.lower() not in BOOKS:
        raise Refused([Problem("error", _what_is_wrong(path), str(path), {"file": str(path)})])
    sheets = read_sheets(path)
    by_name = {sheet.name: sheet for sheet in sheets}
    return _of_report(by_name) if STUDY_SHEET in by_name else study_from_sheets(sheets, path.name)


def _what_is_wrong(path: Path) -> str:
    if path.is_dir():
        return "file.a_folder"
    return "file.not_a_study" if path.exists() else "file.missing"


def _of_report(sheets: Mapping[str, Sheet]) -> Opened:
    """The study as it was when the report was written, and what was changed in the report since."""
    study = _carried_study(sheets[STUDY_SHEET])
    inputs = sheets.get(INPUTS_SHEET)
    return Opened(study, report_changes(inputs, study) if inputs else ())


def _carried_study(sheet: Sheet) -> Study:
    text = "".join(str(sheet.value(row, 0)) for row in range(len(sheet.rows)))
    return study_from_text(text, sheet.name)
