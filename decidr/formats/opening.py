"""Any study that the user can name: a template, a study file or workbook, a report, or what other programs wrote."""

import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.foreign.reading import TEXTS, study_of_sheets, study_of_text
from decidr.formats.opened import Opened
from decidr.formats.questionnaire.carried import CARRIED_SHEET
from decidr.formats.report_changes import INPUTS_SHEET, report_changes
from decidr.formats.spreadsheet import BOOKS, TABLE_TEXTS, Sheet, Value, read_sheets
from decidr.formats.study_file import load_study, study_from_text
from decidr.formats.templates import is_template, load_template
from decidr.formats.workbook_in import has_criteria, has_sheets_of_a_study, study_from_sheets

STUDY_SHEET = "decidr study"
"""The hidden sheet in which a report carries its study, as JSON down column A."""

FIGURE = re.compile(r"[-−+]?\d[\d.,\s]*%?")

ENOUGH = 3
"""Rows with a name and a figure, from which on a sheet is a table of figures."""

__all__ = ["STUDY_SHEET", "Opened", "open_study"]


def open_study(source: str | Path) -> Opened:
    """The study that ``source`` names; Refused with a sentence where there is none."""
    if isinstance(source, str) and is_template(source):
        return Opened(load_template(source))
    path = Path(source)
    if path.suffix.lower() == ".decidr":
        return Opened(load_study(path))
    suffix = path.suffix.lower()
    if not path.is_file() or suffix not in (*BOOKS, *TABLE_TEXTS, *TEXTS):
        raise Refused([Problem("error", _what_is_wrong(path), str(path), {"file": str(path)})])
    return study_of_text(path) if suffix in TEXTS else _study_in_sheets(read_sheets(path), path)


def _study_in_sheets(sheets: list[Sheet], path: Path) -> Opened:
    by_name = {sheet.name: sheet for sheet in sheets}
    if STUDY_SHEET in by_name:
        return _of_report(by_name)
    if CARRIED_SHEET in by_name:
        raise Refused([Problem("error", "file.a_questionnaire", path.name)])
    if has_criteria(sheets):
        return study_from_sheets(sheets, path.name)
    if opened := study_of_sheets(sheets, path.stem):
        return opened
    if not has_sheets_of_a_study(sheets) and any(map(_holds_figures, sheets)):
        raise Refused([Problem("error", "file.figures", path.name)])
    if path.suffix.lower() in TABLE_TEXTS:
        raise Refused([Problem("error", "file.not_a_study", path.name)])
    return study_from_sheets(sheets, path.name)


def _holds_figures(sheet: Sheet) -> bool:
    """Whether a sheet is a table such as publishers write: several rows that begin with a name and have a figure."""
    rows = ([value for value in row if value != ""] for row in sheet.rows)
    like_figures = (row for row in rows if row and isinstance(row[0], str) and any(map(_is_figure, row[1:])))
    return len(list(islice(like_figures, ENOUGH))) == ENOUGH


def _is_figure(value: Value) -> bool:
    """Whether a cell holds a number, or the text of one, as all cells of a CSV are texts."""
    if isinstance(value, str):
        return FIGURE.fullmatch(value.strip()) is not None
    return isinstance(value, int | float) and not isinstance(value, bool)


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
