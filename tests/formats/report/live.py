"""Reports made live in tests: written, changed by openpyxl, computed by LibreOffice, and compared with the engine."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
from python_calamine import CalamineWorkbook

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.study import Study
from decidr.formats.report.content import report_content
from decidr.formats.report.excel import build_report
from decidr.formats.report.sheets.inputs import Input, cell_of
from decidr.formats.report.sheets.places import Place
from decidr.formats.report.sheets.report import Report

CLOSE = 1e-9
Value = float | str | bool
Changes = Mapping[Input, float | str | None]


def report_of(study: Study, view: str | None = None) -> Report:
    """The report on all views of a study, without a second opinion."""
    results = {v.id: evaluate(study, v.id) for v in study.views}
    return build_report(report_content(study, results, None, view))


def change(path: Path, changes: Changes) -> None:
    """Do what a client does: type into cells and save."""
    book = openpyxl.load_workbook(path)
    for wanted, value in changes.items():
        cell_of(book, wanted).value = value
    book.save(path)


class Computed:
    """A workbook that a spreadsheet program has computed: the values of its cells."""

    def __init__(self, path: Path) -> None:
        self._book = CalamineWorkbook.from_path(path)
        self._sheets: dict[str, list[list[Value]]] = {}

    def __getitem__(self, place: Place) -> Value:
        if place.sheet not in self._sheets:
            rows = self._book.get_sheet_by_name(place.sheet).to_python(skip_empty_area=False)
            self._sheets[place.sheet] = rows  # type: ignore[assignment]
        rows = self._sheets[place.sheet]
        row = rows[place.row - 1] if place.row <= len(rows) else []
        return row[place.column - 1] if place.column <= len(row) else ""


def differences(report: Report, computed: Computed, study: Study) -> list[str]:
    """Every live number of the report that is not what the engine says of ``study``."""
    told = []
    for view in report.content.by_view:
        for name, place, wanted in _figures(report, evaluate(study, view)):
            found = computed[place]
            if not (isinstance(found, int | float) and abs(found - wanted) <= CLOSE):
                told.append(f"{name} in {view}: {found!r}, not {wanted!r}")
    return told


def _figures(report: Report, results: Results) -> Iterator[tuple[str, Place, float]]:
    """Totals, ranks, weights, contributions, consistency and evidence with the places where they stand."""
    view, places = results.view, report.places
    for i, host in enumerate(results.hosts):
        yield f"total of {host}", places["total", view, host], float(results.totals[i])
        if results.ranks[i]:
            yield f"rank of {host}", places["rank", view, host], float(results.ranks[i])
    for node in results.tree.nodes[1:]:
        yield f"local weight of {node}", places["local", view, node], results.local[node]
        yield f"global weight of {node}", places["global", view, node], results.global_[node]
    for node, solved in results.nodes.items():
        matrix = next((m for m in solved.matrices if m.participant is None), None)
        found = matrix.consistency if matrix and not matrix.missing else None
        if found is not None and found.cr is not None and len(solved.node.items) > 1:
            yield f"CR of {node}", places["cr", view, node], found.cr
            yield f"CI of {node}", places["ci", view, node], found.ci
            yield f"lambda max of {node}", places["lambda max", view, node], found.lambda_max
    if view == report.content.view:
        for kind, share in results.evidence.items():
            yield f"evidence {kind}", places["evidence", kind], share


def shown_contributions(report: Report, computed: Computed) -> dict[tuple[str, str], Value]:
    """The contributions on their sheet, as shares, by leaf and host."""
    view = report.content.view
    whole = {
        (leaf, host): (place, report.places["whole", view])
        for (kind, *of), place in report.places.items()
        if kind == "contribution" and of[0] == view
        for leaf, host in [of[1:]]
    }
    return {key: float(computed[place]) / float(computed[by]) for key, (place, by) in whole.items()}
