"""What may be changed in a report, and where: the map on its hidden sheet, for tests and for ``decidr check``.

The sheet «decidr inputs» has one row an input: what it is (ids), the value as written, and a formula that points to
the cell. So the map follows when rows or columns are moved, and holds the value of now once Excel has computed it.
"""

import re
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from python_calamine import CalamineWorkbook

from decidr.formats.report_changes import INPUTS_SHEET

Value = float | str | None


class Input(NamedTuple):
    """What an input cell means; ids, empty where they do not apply.

    Kinds: ``judgment`` (under, first over second), ``value``, ``low``, ``high``, ``closed`` and ``status`` (under: the
    leaf, first: the host), ``weight`` (under: the node, first: the criterion, second: the way), ``participant weight``,
    ``worst`` and ``best`` (under: the leaf), ``setting`` (first: its name), ``cost`` (under: the host, first: the item,
    second: its line) and ``rate`` (first: the currency, second: its line).
    """

    kind: str
    view: str = ""
    under: str = ""
    participant: str = ""
    first: str = ""
    second: str = ""


class InputNow(NamedTuple):
    """An input as the report was written, and as it is now; None where there is nothing."""

    input: Input
    written: Value
    now: Value


def cell_of(book: Workbook, wanted: Input) -> Cell:
    """The cell of an input in a report opened by openpyxl; KeyError where the report has no such input.

    A judgment stands in the order of the matrix; ask for the other order where this one is not there.
    """
    for row in book[INPUTS_SHEET].iter_rows(min_row=2, values_only=True):
        if Input(*(str(part or "") for part in row[: len(Input._fields)])) == wanted:
            sheet, coordinate = _pointed(str(row[-1]))
            cell = book[sheet][coordinate]
            assert isinstance(cell, Cell)
            return cell
    raise KeyError(wanted)


def inputs_now(report: Path) -> tuple[InputNow, ...]:
    """Every input of a report that a spreadsheet program has saved, with its value then and now."""
    rows = CalamineWorkbook.from_path(report).get_sheet_by_name(INPUTS_SHEET).to_python(skip_empty_area=False)
    count = len(Input._fields)
    return tuple(InputNow(Input(*map(str, r[:count])), _value(r[count]), _value(r[count + 1])) for r in rows[1:])


def pointer(reference: str) -> str:
    """The formula that shows a cell and says where it is."""
    return f'IF(ISBLANK({reference}),"",{reference})'


def _pointed(formula: str) -> tuple[str, str]:
    found = re.fullmatch(r"=IF\(ISBLANK\((?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)\),.*", formula)
    if not found:
        raise ValueError(f"not a pointer to a cell: {formula}")
    return (found[1] or found[2]).replace("''", "'"), f"{found[3]}{found[4]}"


def _value(value: object) -> Value:
    if value == "" or value is None:
        return None
    return float(value) if isinstance(value, int | float) else str(value)
