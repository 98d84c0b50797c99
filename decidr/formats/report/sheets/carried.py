"""The hidden sheets: the study itself, so that a report opens as one, and the map of the inputs."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from decidr.formats.opening import STUDY_SHEET
from decidr.formats.report.book.inputs import Input, pointer
from decidr.formats.report.book.report import Report
from decidr.formats.report_changes import INPUTS_SHEET
from decidr.formats.study_file import study_text

CHUNK = 15_000
"""Characters a cell, so that even signs that count twice stay below Excel's 32,767."""


def write_carried(report: Report) -> None:
    """Write both sheets, after all others."""
    _write_study(report)
    _write_inputs(report)


def _write_study(report: Report) -> None:
    page = report.add_page("study", STUDY_SHEET)
    page.sheet.sheet_state = "veryHidden"
    text = study_text(replace(report.content.study, snapshots=()))  # how it came to this is not the client's to read
    escaped = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", r"\\u005f", text)  # spreadsheets take _x0041_ for a code
    for row, chunk in enumerate(_chunks(escaped), 1):
        page.text(row, 1, chunk, "modest")


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
    page = report.add_page("inputs", INPUTS_SHEET)
    page.sheet.sheet_state = "veryHidden"
    page.header(1, [*Input._fields, "written", "now"], column=1)
    for row, (what, place, written) in enumerate(report.inputs, 2):
        for column, value in enumerate((*what, written), 1):
            if value not in ("", None):
                page.number(row, column, value, "modest")
        page.formula(
            row, len(Input._fields) + 2, pointer(str(place)), "modest", value="" if written is None else written
        )
