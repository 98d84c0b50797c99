"""Reports made live in tests: written, changed as a client does, computed by LibreOffice, compared with the engine."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import numpy as np
import openpyxl
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import totals_at
from decidr.core.study.study import Study
from decidr.formats.report.book.inputs import Input, cell_of
from decidr.formats.report.book.places import Place
from decidr.formats.report.book.report import Report
from decidr.formats.report.content import Content, report_content
from decidr.formats.report.excel import build_report
from decidr.formats.report.sheets.sensitivity import STEPS

CLOSE = 1e-9
Value = float | str
Changes = Mapping[Input, Value | None]


def content_of(study: Study, view: str | None = None) -> Content:
    """What a report on all views of a study says, without a second opinion."""
    return report_content(study, {v.id: evaluate(study, v.id) for v in study.views}, None, view)


def report_of(study: Study, view: str | None = None) -> Report:
    """The report on all views of a study, without a second opinion."""
    return build_report(content_of(study, view))


def opened(report: Report) -> Workbook:
    """The report as openpyxl reads it: formulas, no values."""
    stream = BytesIO()
    report.save(stream)
    return openpyxl.load_workbook(stream)


def written(report: Report, folder: Path) -> Path:
    """The report in a file."""
    path = folder / "report.xlsx"
    with path.open("wb") as file:
        report.save(file)
    return path


def change(path: Path, changes: Changes) -> None:
    """Do what a client does: type into cells and save."""
    book = openpyxl.load_workbook(path)
    for wanted, value in changes.items():
        cell_of(book, wanted).value = value
    book.save(path)


def judgment(under: str, first: str, second: str, who: str = "", view: str = "base") -> Input:
    """The input of one judgment."""
    return Input("judgment", view, under, who, first, second)


def value(leaf: str, host: str, who: str = "") -> Input:
    """The input of one figure."""
    return Input("value", "", leaf, who, host)


def setting(name: str) -> Input:
    """The input of a setting that a report can switch."""
    return Input("setting", first=name)


class Computed:
    """The values of a workbook's cells; empty where a formula has none, or an error."""

    def __init__(self, path: Path) -> None:
        book = CalamineWorkbook.from_path(path)
        self.sheets: dict[str, list[list[Value]]] = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[misc]
            for name in book.sheet_names
        }

    def __getitem__(self, place: Place) -> Value:
        rows = self.sheets[place.sheet]
        row = rows[place.row - 1] if place.row <= len(rows) else []
        return row[place.column - 1] if place.column <= len(row) else ""

    def number(self, place: Place) -> float:
        """A cell that must hold a number."""
        found = self[place]
        assert isinstance(found, int | float), f"{place} holds {found!r}"
        return float(found)


def differences(report: Report, computed: Computed, study: Study) -> list[str]:
    """Every live number of the report that is not what the engine says of ``study``."""
    told = []
    for view in report.content.by_view:
        for name, place, wanted in _figures(report, evaluate(study, view)):
            found = computed[place]
            if not (isinstance(found, int | float) and abs(found - wanted) <= CLOSE):
                told.append(f"{name} in {view}: {found!r}, not {wanted!r}")
    return told + _moved_weights(report, computed, study)


def _figures(report: Report, results: Results) -> Iterator[tuple[str, Place, float]]:
    """Totals, ranks, weights, contributions, scores, consistency and evidence with the places where they stand."""
    view, places = results.view, report.places
    for i, host in enumerate(results.hosts):
        yield f"total of {host}", places["total", view, host], float(results.totals[i])
        if results.ranks[i]:
            yield f"rank of {host}", places["rank", view, host], float(results.ranks[i])
    for node in results.tree.nodes[1:]:
        yield f"local weight of {node}", places["local", view, node], results.local[node]
        yield f"global weight of {node}", places["global", view, node], results.global_[node]
    yield from _consistency(report, results)
    if view == report.content.view:
        yield from _own_view(report, results)


def _consistency(report: Report, results: Results) -> Iterator[tuple[str, Place, float]]:
    for node, solved in results.nodes.items():
        matrix = next((m for m in solved.matrices if m.participant is None), None)
        found = matrix.consistency if matrix and not matrix.missing else None
        if found is not None and found.cr is not None:
            for key, wanted in (("cr", found.cr), ("ci", found.ci), ("lambda max", found.lambda_max)):
                yield f"{key} of {node}", report.places[key, results.view, node], wanted


def _own_view(report: Report, results: Results) -> Iterator[tuple[str, Place, float]]:
    shown = report.areas["contributions",]
    for kind, share in results.evidence.items():
        yield f"evidence {kind}", report.places["evidence", kind], share
    for i, host in enumerate(results.hosts):
        yield f"total of {host}, shown", shown.cell(shown.height, i), 100 * float(results.totals[i])
        for leaf, row in zip(results.leaves, results.scores, strict=True):
            yield f"score of {host} on {leaf}", report.places["taken", leaf, host], float(row[i])


def _moved_weights(report: Report, computed: Computed, study: Study) -> list[str]:
    """Where the gradient chart's figures differ from the engine's totals under moved weights."""
    grid = report.areas.get(("gradient",))
    if grid is None:
        return []
    content = content_of(study, report.content.view)
    shown = report.content.nearest_change.criterion if report.content.nearest_change else report.content.movable[0]
    wanted = 100 * totals_at(content.results, content.sweeps[shown], np.linspace(0.0, 1.0, STEPS + 1))
    found = [[computed.number(grid.cell(k, i)) for i in range(grid.width)] for k in range(grid.height)]
    return [] if np.abs(np.array(found) - wanted).max() <= 100 * CLOSE else ["the gradient chart"]
