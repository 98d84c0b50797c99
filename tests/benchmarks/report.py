"""Writing the Excel report of the EV plant, against openpyxl writing as many cells (budget: at most 1.5 times).

Both start from results and analyses that are ready and end with the file on the disk: the report with its formulas,
styles and charts; openpyxl with the report's own cells, sheet by sheet, a number as a number and all else (formulas,
too) as it stands in the report, without any look. Run by ``python3 installers/dev.py bench``; prints medians of one
run, in turn.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.simulation import both_draws
from decidr.core.analysis.second_opinions import second_opinions
from decidr.formats.report.content import report_content
from decidr.formats.report.excel import write_report
from decidr.formats.templates import load_template

ROUNDS = 11
Value = float | str
Cells = Mapping[str, list[tuple[int, int, Value]]]


def cells_of(path: Path) -> Cells:
    """The cells of a workbook that hold anything, by sheet; array formulas as their text."""
    found: dict[str, list[tuple[int, int, Value]]] = {}
    for sheet in openpyxl.load_workbook(path).worksheets:
        held = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
        found[sheet.title] = [(cell.row, cell.column, _plain(cell.value)) for cell in held]
    return found


def _plain(value: object) -> Value:
    if isinstance(value, int | float | str):
        return value
    return str(getattr(value, "text", value))


def write_by_openpyxl(cells: Cells, path: Path) -> None:
    """The same cells in a workbook without styles."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, held in cells.items():
        sheet = book.create_sheet(title)
        for row, column, value in held:
            sheet.cell(row, column, value)
    book.save(path)


def milliseconds(run: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    study = load_template("ev-plant")
    results = {view.id: evaluate(study, view.id) for view in study.views}
    opinions = second_opinions(results[study.settings.base_view])
    with tempfile.TemporaryDirectory() as folder:
        path, other = Path(folder) / "report.xlsx", Path(folder) / "cells.xlsx"
        content = report_content(study, results, opinions, None, both_draws(results[study.settings.base_view]))
        write_report(content, path)
        cells = cells_of(path)
        ours, theirs = [], []
        for _round in range(ROUNDS):
            theirs.append(milliseconds(lambda: write_by_openpyxl(cells, other)))
            ours.append(milliseconds(lambda: write_report(content, path)))
    count = sum(map(len, cells.values()))
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"the Excel report of the EV plant ({count} cells)")
    print(f"  decidr {statistics.median(ours):7.0f} ms   openpyxl {statistics.median(theirs):7.0f} ms")
    print(f"  ratio  {ratio:7.2f}      budget 1.5")


if __name__ == "__main__":
    main()
