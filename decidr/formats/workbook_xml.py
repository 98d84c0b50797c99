"""What calamine does not tell of ``.xlsx`` and ``.xlsm``: formulas without a number, errors, and numbers as shown."""

import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

FIXED = {1: "0", 2: "0.00", 9: "0%", 10: "0.00%"}
"""The number formats that are known by their number alone, as far as they matter here."""

TELLING = r"(0+)(?:\.(0+))?(%?)"
"""Formats that show a number otherwise than it is written: 1.10, 007, 12%."""


class CellMarks(NamedTuple):
    """Cells of one sheet, by their name: those without a result, and numbers that are shown in a form of their own."""

    uncached: frozenset[str] = frozenset()
    shown: Mapping[str, str] = {}


PER_CENT = r"(0+)(?:\.(0+))?(%)"
"""Those of them that show a share as per cent."""


def cell_marks(path: Path, telling: str = TELLING, sheets: Collection[str] | None = None) -> dict[str, CellMarks]:
    """The marks of each sheet (None: of all), by its name; ElementTree.ParseError or KeyError in a damaged file."""
    with zipfile.ZipFile(path) as package:
        formats = _formats(package, telling)
        wanted = ((name, part) for name, part in _sheet_parts(package) if sheets is None or name in sheets)
        return {name: _marks(package.read(part), formats) for name, part in wanted}


def uses_format(path: Path, telling: str) -> bool:
    """Whether any style of a workbook has a number format that ``telling`` describes; errors as ``cell_marks``."""
    with zipfile.ZipFile(path) as package:
        return bool(_formats(package, telling))


def _sheet_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet; by local names, since «Strict Open XML» has other namespaces."""
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in ElementTree.fromstring(package.read("xl/workbook.xml")).iterfind(".//{*}sheets/{*}sheet"):
        relation = next((value for key, value in sheet.items() if key.endswith("}id")), None)
        target = targets.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in package.namelist():
            yield sheet.get("name", ""), part


def _formats(package: zipfile.ZipFile, telling: str) -> dict[str, str]:
    """The telling number formats by the number of the cell style that has them."""
    if "xl/styles.xml" not in package.namelist():
        return {}
    styles = ElementTree.fromstring(package.read("xl/styles.xml"))
    codes = FIXED | {int(f.get("numFmtId", 0)): f.get("formatCode", "") for f in styles.iterfind(".//{*}numFmt")}
    found = (codes.get(int(style.get("numFmtId", 0)), "") for style in styles.iterfind("{*}cellXfs/{*}xf"))
    return {str(n): code for n, code in enumerate(found) if code != "0" and re.fullmatch(telling, code)}


def _marks(content: bytes, formats: Mapping[str, str]) -> CellMarks:
    if not any(re.search(telling, content) for telling in _telling(formats)):
        return CellMarks()
    cells = ElementTree.fromstring(content).findall(".//{*}sheetData/{*}row/{*}c")
    shown = ((cell.get("r", ""), _shown(cell, formats)) for cell in cells if cell.get("s") in formats)
    uncached = frozenset(cell.get("r", "") for cell in cells if _lacks_result(cell))
    return CellMarks(uncached, {name: text for name, text in shown if text})


def _telling(formats: Mapping[str, str]) -> Iterator[bytes]:
    """What a sheet must hold to be worth taking apart; each begins with a sign of its own, which is found at once."""
    yield from (rb"<f[ >/]", rb":f[ >/]", rb" t=[\"']e[\"']")
    if formats:
        yield rb" s=[\"'](%b)[\"']" % "|".join(formats).encode()


def _lacks_result(cell: ElementTree.Element) -> bool:
    """Whether it is an error such as ``#DIV/0!``, or a formula whose result is not stored; a text may be empty."""
    if cell.get("t") == "e":
        return True
    parts = {part.tag.rpartition("}")[2]: part for part in cell}
    value = parts.get("v")
    return "f" in parts and (value is None or (not value.text and cell.get("t") != "str"))


def _shown(cell: ElementTree.Element, formats: Mapping[str, str]) -> str:
    """The number as its format shows it; empty for what is no number."""
    value, format_ = cell.findtext("{*}v"), re.fullmatch(TELLING, formats[cell.get("s", "")])
    if not value or not format_ or cell.get("t", "n") != "n":
        return ""
    zeros, places, per_cent = (part or "" for part in format_.groups())
    width = len(zeros) + len(places) + bool(places)
    return f"{float(value) * (100 if per_cent else 1):0{width}.{len(places)}f}{per_cent}"
