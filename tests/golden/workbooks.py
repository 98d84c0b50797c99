"""The published cases as study workbooks, written by openpyxl as a consultant would have them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Case = Mapping[str, Any]
Rows = list[Sequence[Any]]

CASES: tuple[Case, ...] = tuple(json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))["cases"])


def write_case(
    case: Case, path: Path, settings: Mapping[str, str], variant: str | None = None, node: str = "Goal"
) -> Path:
    """The workbook of a case, with these fields on its Study sheet.

    A case without a tree has one goal a matrix: ``node`` says which.
    """
    structure = {**case["structure"], **case["structure"].get(variant or "", {})}
    book = Workbook()
    _fill(book.active, "Study", [("Field", "Value"), ("Title", case["title"]), ("Goal", node), *settings.items()])
    for name, rows in _sheets(structure, node):
        _fill(book.create_sheet(), name, rows)
    book.save(path)
    return path


def _fill(sheet: Any, name: str, rows: Rows) -> None:
    sheet.title = name
    for row in rows:
        sheet.append(list(row))


def _sheets(structure: Mapping[str, Any], node: str) -> Iterator[tuple[str, Rows]]:
    yield "Criteria", _criteria(structure, node)
    yield "Hosts", [("Host",), *((host,) for host in structure.get("alternatives", ()))]
    if "direct" in structure:
        yield "Nodes", [("Under", "Weighted by"), *((under, "direct") for under in structure["direct"])]
    if "direct_scores" in structure:
        yield "Data", _data(structure["direct_scores"])
    if "decision_makers" in structure:
        people = structure["decision_makers"]
        yield "Participants", [("Participant",), *((person,) for person in people)]
        for person, judged in people.items():
            yield person, _blocks(judged["matrices"], f" @ {person}")
    else:
        matrices = structure["matrices"]
        yield "Matrices", _blocks(matrices if "tree" in structure else {node: matrices[node]})


def _criteria(structure: Mapping[str, Any], node: str) -> Rows:
    tree = structure.get("tree") or {node: structure["matrices"][node]["items"]}
    weights = {name: float(w) for given in structure.get("direct", {}).values() for name, w in given.items()}
    direct = structure.get("direct_scores", {})
    rows = [
        (child, parent, "direct" if child in direct else None, weights.get(child))
        for parent, children in tree.items()
        for child in children
    ]
    return [("Criterion", "Under", "Scored by", "Weight"), *rows]


def _data(scores: Mapping[str, Mapping[str, str]]) -> Rows:
    rows = [(leaf, host, float(score)) for leaf, row in scores.items() for host, score in row.items()]
    return [("Criterion", "Host", "Value"), *rows]


def _blocks(matrices: Mapping[str, Any], who: str = "") -> Rows:
    """One labelled square below the other, a blank row between."""
    rows: Rows = []
    for under, matrix in matrices.items():
        body = ((item, *row) for item, row in zip(matrix["items"], matrix["full"], strict=True))
        rows += [(under + who, *matrix["items"]), *body, ()]
    return rows
