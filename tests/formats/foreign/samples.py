"""Files as other programs write them, made from the descriptions of their formats; no file of theirs is kept here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from decidr.core.study.criteria import GOAL
from decidr.core.study.problems import Refused, sentence
from decidr.formats.opened import Opened
from decidr.formats.opening import open_study

Answers = Mapping[tuple[int, int], tuple[Any, Any]]
"""By i and j from 1: «A» or «B», and how much."""


def saved(path: Path, content: Any) -> Path:
    """A text file, or JSON of a value."""
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def told(opened: Opened) -> list[tuple[str, str]]:
    """Code and place of what was noticed, but for the settings that came with the file."""
    assert all(sentence(p) for p in opened.problems)
    return [(p.code, str(p.place)) for p in opened.problems if p.code != "foreign.settings"]


def refusal(path: Path) -> list[tuple[str, str]]:
    """Code and place of each error for which a file is refused."""
    with pytest.raises(Refused) as refused:
        open_study(path)
    assert all(sentence(p) for p in refused.value.problems)
    return [(p.code, str(p.place)) for p in refused.value.problems if p.severity == "error"]


def tree(opened: Opened) -> dict[str, list[str]]:
    """Children by parent, as names."""
    study = opened.study
    found: dict[str, list[str]] = {}
    for criterion in study.criteria:
        found.setdefault(study.name_of(criterion.under), []).append(criterion.name)
    return found


def judged(opened: Opened, node: str | None = None, who: str | None = None) -> dict[tuple[str, str], float | None]:
    """The pairs of one person at one node, by names."""
    study = opened.study
    names = {part.id: part.name for part in (*study.criteria, *study.hosts)}
    people = {p.id: p.name for p in study.participants}
    under = next((c.id for c in study.criteria if c.name == node), GOAL)
    blocks = [b for b in study.comparisons if b.under == under and people.get(b.participant) == who]
    return {(names[p.first], names[p.second]): p.value for block in blocks for p in block.pairs}


def weights(opened: Opened) -> dict[str, float | None]:
    """Direct weights by criterion."""
    return {opened.study.name_of(w.criterion): w.weight for w in opened.study.weights}


# AHPcalc, Goepel's template: a summary, and a sheet a participant with questions, each criterion's under the one before


def template(
    path: Path,
    names: Sequence[str],
    people: Sequence[tuple[str, Answers]],
    counted: int | None = None,
    weights: Sequence[float] = (),
    scale: int = 1,
) -> Path:
    """A template as it is laid out since 2013: «n=», «N=» and names in the summary, questions 1 to 45 by i and j."""
    book = Workbook()
    summary = book.active
    summary.title = "Summary"
    rows: list[Sequence[Any]] = [
        ("AHP Analytic Hierarchy Process (EVM multiple inputs)",),
        (),
        (None, "n=", len(names), "Number of criteria (3 to 10)", "Scale:", scale),
        (None, "N=", len(people) if counted is None else counted, "Number of participants"),
        (None, "Objective", "Choose a site"),
        (),
        (None, "Criterion", "Comment", "Weights"),
        *((i + 1, names[i] if i < len(names) else 0, None, 0.1) for i in range(10)),
    ]
    for row in rows:
        summary.append(row)
    for number, (person, answers) in enumerate(people, 1):
        weight = weights[number - 1] if weights else None
        _input_sheet(book.create_sheet(f"In{number}"), names, person, weight, answers)
    book.create_sheet("multInp").append(("Consolidated matrix",))
    book.save(path)
    return path


def _input_sheet(sheet: Any, names: Sequence[str], person: str, weight: float | None, answers: Answers) -> None:
    shown = [*names, *[0] * (10 - len(names))]
    sheet.append(("Please compare the elements. Which of each pair is more important, A or B, and how much more?",))
    sheet.append((None, "Participant", person or None, weight, "2018-10-08", 0.02))
    sheet.append((None, None, "Name", "Weight", "Date", "Consistency Ratio"))
    sheet.append(())
    sheet.append((None, None, "Criteria", None, "more important ?", "Scale"))
    sheet.append(("i", "j", "A", "B", "A or B", "(1-9)"))
    for i, j in sorted(combinations(range(1, 11), 2), key=lambda pair: (pair[1] > 8, pair)):
        side, strength = answers.get((i, j), (None, None))
        name = shown[i - 1] if j == i + 1 else None
        sheet.append((i, j, name, shown[j - 1], side, strength))
    for _line in range(8):
        sheet.append(())
    for i in range(1, 11):
        sheet.append((i, shown[i - 1], *range(1, 11)))


# AHP-OS


def project(
    hierarchy: str, judgments: Iterable[tuple[str, str, str, str]] = (), hosts: Sequence[str] = ()
) -> dict[str, Any]:
    """A project export: rows of person, node, which of each pair, how much."""
    return {
        "pj": [
            {
                "project_id": "1",
                "project_sc": "Ab12cd",
                "project_name": "Plant",
                "project_description": "Where\r\nto build?",
                "project_hText": hierarchy,
                "project_datetime": "2017-06-30 09:06:21",
                "project_author": "Ana",
                "project_status": "0",
            }
        ],
        "pwc": [
            {
                "project_sc": "Ab12cd",
                "pwc_part": person,
                "pwc_timestamp": "1498813840",
                "pwc_node": node,
                "pwc_ab": sides,
                "pwc_intense": strengths,
                "pwc_id": str(number),
            }
            for number, (person, node, sides, strengths) in enumerate(judgments)
        ],
        "alt": [{"project_sc": "Ab12cd", "alt": host} for host in hosts],
    }


def export(rows: Iterable[Sequence[Any]], comma: bool = False) -> str:
    """A CSV export: texts quoted, figures with six decimals, with a comma where that was ticked."""
    mark = ";" if comma else ","
    lines = (mark.join(_exported(value, comma) for value in row) for row in rows)
    return f"sep={mark}\n" + "\n".join(lines) + "\n"


def _exported(value: Any, comma: bool) -> str:
    if isinstance(value, float):
        figure = f"{value:.6f}"
        return f'"{figure.replace(".", ",") if comma else figure}"'
    return "" if value is None else f'"{value}"' if isinstance(value, str) else str(value)


def square(*upper: float) -> list[list[float]]:
    """A reciprocal matrix from its upper triangle, by rows."""
    size = round((1 + (1 + 8 * len(upper)) ** 0.5) / 2)
    matrix = [[1.0] * size for _row in range(size)]
    for (i, j), value in zip(combinations(range(size), 2), upper, strict=True):
        matrix[i][j], matrix[j][i] = float(value), 1 / value
    return matrix


HEAD: list[Sequence[Any]] = [
    [str(n) for n in (*range(14), 15)],
    ("Session Code", "Ab12cd"),
    ("Project Name", "Plant"),
    ("Description", "Where to build?"),
    ("Author", "Ana"),
    ("Created", "2017-06-30 09:06:21"),
]


def input_rows(person: str, kind: str, matrices: Mapping[str, Sequence[Sequence[float]]]) -> list[Sequence[Any]]:
    """One participant's part of the input data."""
    rows: list[Sequence[Any]] = []
    for node, matrix in matrices.items():
        rows.append((kind, node, f"{len(matrix)}x{len(matrix)} decision matrix"))
        rows += [(None, None, *row, None) for row in matrix]
    return [("Participant", person), *rows, ()]
