"""What a client has changed in a report: told, since the study that the report carries is as it was written."""

import math
from collections.abc import Iterator, Mapping

from decidr.core.study.criteria import GOAL
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study
from decidr.formats.ratios import parse_ratio, ratio_text
from decidr.formats.spreadsheet import Sheet, Value, cell_name, name_text
from decidr.language import _

INPUTS_SHEET = "decidr inputs"
"""The hidden sheet on which a report lists its inputs: what each is, its value as written, and as it is now."""

SAME = 1e-9
"""Two figures are the same within this share of them: a spreadsheet stores fifteen digits."""

SHEETS: Mapping[str, tuple[str, str]] = {
    "judgment": ("Judgments", ""),
    "value": ("Data", ""),
    "low": ("Data", "Low"),
    "high": ("Data", "High"),
    "closed": ("Data", "Closed"),
    "status": ("Data", "Status"),
    "weight": ("Weights", ""),
    "participant weight": ("Participants", "Weight"),
    "worst": ("Criteria", "Worst"),
    "best": ("Criteria", "Best"),
    "cost": ("Costs", "Amount"),
    "rate": ("Rates", "Per unit of the study's currency"),
}
"""Sheet and column of a study workbook that hold each kind of input; settings are lines of the sheet Study."""

Row = Mapping[str, Value]


def report_changes(sheet: Sheet, study: Study) -> tuple[Problem, ...]:
    """A warning for each input, of those that the sheet lists, that is no longer as it was written.

    Where no spreadsheet program has computed the report since another program saved it, one warning says so.
    """
    heads = [name_text(head) for head in sheet.rows[0]]
    now = heads.index("now")
    if any(cell_name(line, now) in sheet.uncached for line in range(1, len(sheet.rows))):
        return (Problem("warning", "report.not_computed"),)
    return tuple(_changed([dict(zip(heads, row, strict=False)) for row in sheet.rows[1:]], study))


def _changed(rows: list[Row], study: Study) -> Iterator[Problem]:
    names = _names(study)
    for row in rows:
        written, now = row.get("written", ""), row.get("now", "")
        if not _is_same(written, now):
            said = {"written": _said(written, row["kind"]), "now": _said(now, row["kind"])}
            yield Problem("warning", "report.changed", _place(row, names), said)


def _is_same(written: Value, now: Value) -> bool:
    if isinstance(written, float | int) and isinstance(now, float | int):
        return math.isclose(written, now, rel_tol=SAME)
    return name_text(written) == name_text(now)


def _said(value: Value, kind: Value) -> str:
    if kind == "judgment" and isinstance(value, float | int) and value > 0:
        return ratio_text(parse_ratio(f"{value:.12f}"))
    return f"{value:.12g}" if isinstance(value, float) else name_text(value) or _("nothing")


def _place(row: Row, names: Mapping[str, str]) -> Place:
    """Where a study workbook has the input, by the names that lead there."""
    kind = str(row["kind"])
    if kind == "setting":
        return Place("Study", (), str(row["first"]).replace("_", " ").capitalize())
    sheet, column = SHEETS.get(kind, (kind, ""))
    ids = [str(row[part]) for part in ("under", "first", "second", "participant")]
    if kind in ("cost", "rate"):
        ids[2] = ""  # the line of the table, which tells items of one name apart
    if kind == "weight":
        ids = [ids[1], ids[3]]
    return Place(sheet, tuple(names.get(id_, id_) for id_ in ids if id_), column)


def _names(study: Study) -> dict[str, str]:
    names = {GOAL: study.goal, **{c.id: c.name for c in study.criteria}}
    return {**names, **{h.id: h.name for h in study.hosts}, **{p.id: p.name for p in study.participants}}
