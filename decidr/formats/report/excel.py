"""The decision report as a live workbook: whoever changes a judgment or a figure in it sees the ranking move."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from decidr.formats.atomic import write_atomically
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.stream import plain
from decidr.formats.report.content import Content
from decidr.formats.report.sheets.calculation import write_calculation
from decidr.formats.report.sheets.carried import write_carried
from decidr.formats.report.sheets.contributions import write_contributions
from decidr.formats.report.sheets.costs import write_costs
from decidr.formats.report.sheets.cover import write_cover, write_names
from decidr.formats.report.sheets.data import write_data
from decidr.formats.report.sheets.evidence import write_evidence
from decidr.formats.report.sheets.judgments import JudgmentsSheet
from decidr.formats.report.sheets.methods import write_methods
from decidr.formats.report.sheets.robustness import write_robustness
from decidr.formats.report.sheets.scenarios import write_scenarios
from decidr.formats.report.sheets.scores import write_scores, write_taken_scores
from decidr.formats.report.sheets.sensitivity import write_sensitivity
from decidr.formats.report.sheets.settings import write_settings
from decidr.formats.report.sheets.sources import SourcesSheet
from decidr.formats.report.sheets.takes import write_takes
from decidr.formats.report.sheets.totals import write_totals
from decidr.formats.report.sheets.values import write_values
from decidr.formats.report.sheets.weights import write_weights

if TYPE_CHECKING:
    pass


def write_report(content: Content, path: Path) -> None:
    """Write the report, whole or not at all; OSError where the place cannot be written."""
    report = build_report(content)
    stream = io.BytesIO()
    report.save(stream)
    write_atomically(path, stream.getvalue())


def build_report(content: Content) -> Report:
    """The workbook in memory, with the places of all that it shows."""
    report = Report(content)
    judgments, sources = _write_first(report)
    write_weights(report)
    judgments.write()
    write_data(report)
    sources.write()
    below = write_scores(report)
    for view in content.by_view:
        write_totals(report, view)
    write_taken_scores(report, below)
    write_evidence(report)
    write_contributions(report)
    write_costs(report)
    write_sensitivity(report)
    write_takes(report)
    write_robustness(report)
    write_scenarios(report)
    write_methods(report)
    write_values(report)
    write_cover(report)
    write_calculation(report)
    write_carried(report)
    _set_properties(report)
    return report


def _write_first(report: Report) -> tuple[JudgmentsSheet, SourcesSheet]:
    """What other sheets point to before it is filled: settings, names, and the plans of two sheets."""
    write_names(report)
    write_settings(report)
    return JudgmentsSheet(report), SourcesSheet(report)


def _set_properties(report: Report) -> None:
    """Title and author of the file; spreadsheet programs are asked to compute everything when they open it."""
    properties, study = report.book.properties, report.content.study
    properties.title, properties.description = plain(report.content.title), plain(study.question)
    properties.creator = plain(study.author) or "decidr"
    report.book.calculation.fullCalcOnLoad = True
