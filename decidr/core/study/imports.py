"""Mappings of imported spreadsheets, which the study keeps for next year's file."""

from typing import Literal

from decidr.core.study.part import Part

ImportForm = Literal["wide", "long", "years across"]
"""How a table holds its figures: a column an indicator, a row a figure, or a column a year."""


class Filter(Part, frozen=True):
    """Only rows count whose ``column`` holds one of ``values``."""

    column: str
    values: tuple[str, ...]


class SeriesTarget(Part, frozen=True):
    """Figures of the table, by the name of their series, and the leaf (an id) that they belong to."""

    series: str
    criterion: str


class HostLabel(Part, frozen=True):
    """What the file calls a host (an id), where that is none of the names and codes that are known."""

    label: str
    host: str


class ImportMapping(Part, frozen=True):
    """Which figures of a spreadsheet belong where; ``year`` None: the latest of each host.

    ``form`` tells how the table was understood, ``source`` and ``licence`` are written to each cell.
    """

    file: str
    sheet: str = ""
    form: ImportForm | None = None
    where: tuple[Filter, ...] = ()
    year: int | None = None
    series: tuple[SeriesTarget, ...] = ()
    hosts: tuple[HostLabel, ...] = ()
    source: str = ""
    licence: str = ""
