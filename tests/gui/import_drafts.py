"""Drafts of imports for tests of the window."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from decidr.core.study.data import Cell
from decidr.formats.indicators.choosing import Draft, begin, read_file
from tests.formats.indicators.corpus import GDP, LAW, STUDY

PRESENT = replace(STUDY, cells=(Cell(criterion="gdp", host="CAN", value=7.0, year=2020, status="measured"),))
"""A study in which one figure stands already."""

TABLE = f"""\
Country,{GDP},{LAW},Tax rate in force,Rain
Canada,1,0.5,9,3
Turkey,2,0.25,8,4
Elsewhere,3,0.1,7,5
"""
"""Two series that have the name of a leaf, one that is near to one, and one of nothing known."""


def draft(folder: Path, text: str = TABLE, study=PRESENT) -> Draft:
    """The draft with which the import of such a file begins."""
    path = folder / "a_2023.csv"
    path.write_text(text, encoding="utf-8")
    return begin(study, read_file(path))
