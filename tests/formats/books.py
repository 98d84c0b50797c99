"""Workbooks for tests, written by openpyxl from rows, and read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from decidr.core.study.problems import Refused
from decidr.formats.workbook_in import Opened, read_workbook

Rows = Iterable[Sequence[Any]]

TREE = [("Criterion", "Under"), ("Cost", ""), ("Risk", ""), ("Labour", "Cost"), ("Energy", "Cost"), ("Land", "Cost")]
"""A goal with Cost (Labour, Energy, Land) and Risk."""

HOSTS = [("Host", "Code"), ("Canada", "CAN"), ("México", "MEX"), ("Spain", "ESP")]

PLAIN: Mapping[str, Rows] = {"Criteria": TREE, "Hosts": HOSTS}


def write_book(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook of these sheets, each from A1 on; returns its path."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def read_book(folder: Path, sheets: Mapping[str, Rows], plain: Mapping[str, Rows] = PLAIN) -> Opened:
    """What is read from a plain study with these sheets added or replaced."""
    return read_workbook(write_book(folder / "study.xlsx", {**plain, **sheets}))


def trouble_in(folder: Path, sheets: Mapping[str, Rows], plain: Mapping[str, Rows] = PLAIN) -> list[tuple[str, str]]:
    """Place and code of each error for which such a workbook is refused."""
    with pytest.raises(Refused) as refused:
        read_book(folder, sheets, plain)
    return [(str(p.place), p.code) for p in refused.value.problems if p.severity == "error"]
