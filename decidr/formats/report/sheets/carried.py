"""The hidden sheets: the study itself, so that a report opens as one, and the map of the inputs."""

import re
from collections.abc import Iterator

from decidr.formats.opening import STUDY_SHEET
from decidr.formats.report.sheets.inputs import INPUTS_SHEET, Input, pointer
from decidr.formats.report.sheets.page import plain
from decidr.formats.report.sheets.report import Report
from decidr.formats.study_file import study_text

CHUNK = 15_000
"""Characters a cell, so that even signs that count twice stay below Excel's 32,767."""


def write_carried(report: Report) -> None:
    """Write both sheets, after all others."""
    _write_study(report)
    _write_inputs(report)


def _write_study(report: Report) -> None:
    sheet = report.book.create_sheet(STUDY_SHEET)
    sheet.sheet_state = "veryHidden"
    text = study_text(report.content.study)
    escaped = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", r"\\u005f", text)  # spreadsheets take _x0041_ for a code
    for row, chunk in enumerate(_chunks(escaped), 1):
        cell = sheet.cell(row, 1, chunk)
        cell.data_type = "s"


def _chunks(text: str) -> Iterator[str]:
    """Whole lines as far as they fit, so that blanks at the ends mean nothing."""
    chunk = ""
    for line in text.splitlines(keepends=True):
        if chunk and len(chunk) + len(line) > CHUNK:
            yield chunk
            chunk = ""
        chunk += line
        while len(chunk) > CHUNK:
            yield chunk[:CHUNK]
            chunk = chunk[CHUNK:]
    yield chunk


def _write_inputs(report: Report) -> None:
    sheet = report.book.create_sheet(INPUTS_SHEET)
    sheet.sheet_state = "veryHidden"
    sheet.append([*Input._fields, "written", "now"])
    for row, (what, place, written) in enumerate(report.inputs, 2):
        for column, value in enumerate((*what, written), 1):
            if value not in ("", None):
                cell = sheet.cell(row, column, plain(value) if isinstance(value, str) else value)
                if isinstance(value, str):
                    cell.data_type = "s"
        sheet.cell(row, len(Input._fields) + 2, f"={pointer(str(place))}")
