"""Scores of single cells as formulas: value curves, levels, direct scores, and what stands for a gap."""

from collections.abc import Callable

from decidr.core.study.criteria import Criterion
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.places import Area
from decidr.formats.report.book.report import Report

Curve = Callable[[str], str]
"""From a value's reference to the expression of its score."""


def curve(report: Report, leaf: Criterion) -> Curve:
    """The value curve of a data leaf, with ends and points taken from their cells."""
    if leaf.curve.form == "points":
        return _by_points(report.areas["points", leaf.id])
    worst, best = (str(report.places[tuple(Input(end, "", leaf.id))]) for end in ("worst", "best"))

    def score(value: str) -> str:
        if leaf.curve.form == "log":
            return f"MAX(0,MIN(1,LN({value}/{worst})/LN({best}/{worst})))"
        return f"MAX(0,MIN(1,({value}-{worst})/({best}-{worst})))"

    if leaf.worst is not None and leaf.best is not None:
        return score
    return lambda value: f"IF({worst}={best},1,{score(value)})"


def _by_points(points: Area) -> Curve:
    """Piecewise linear, clamped beyond the first and the last point.

    From each stretch a to b comes its rise times how far the value v reaches into it, (|v − a| − |v − b| + b − a) / 2.
    """
    n = points.width
    x, scores = points.row(0), points.row(1)
    lower, upper = _part(x, 0, n - 1), _part(x, 1, n - 1)
    rises = f"({_part(scores, 1, n - 1)}-{_part(scores, 0, n - 1)})/({upper}-{lower})"

    def score(value: str) -> str:
        inside = f"MAX({x.cell(0, 0)},MIN({x.cell(0, n - 1)},{value}))"
        reach = f"(ABS({inside}-{lower})-ABS({inside}-{upper})+{upper}-{lower})/2"
        return f"({scores.cell(0, 0)}+SUMPRODUCT({rises}*{reach}))"

    return score


def _part(row: Area, start: int, width: int) -> Area:
    return Area(row.sheet, row.top, row.left + start, 1, width)


def level_score(levels: Area) -> Curve:
    """The score of a level by its name; #N/A for a name that is no level."""
    names, scores = levels.column(0), levels.column(1)

    def score(value: str) -> str:
        found = f'({names}=TRIM({value}&""))'
        return f"IF(SUMPRODUCT(--{found})=0,NA(),SUMPRODUCT({found}*{scores}))"

    return score


def direct_score(report: Report) -> Curve:
    """A score as given; #N/A below 0, and above 1 under the absolute synthesis."""
    code = report.places["code", "synthesis"]
    return lambda value: f"IF(OR({value}<0,AND({code}=1,{value}>1)),NA(),{value})"


def gap_score(report: Report, leaf: Criterion, host: int) -> str:
    """The middle of what a missing cell could score."""
    way, id_ = report.content.ways_of_scoring[leaf.id], leaf.id
    if way == "direct":
        code, given = report.places["code", "synthesis"], report.areas["values", id_, ""]
        return f"IF({code}=1,0.5,MAX(0,{Area(given.sheet, given.top, given.left, _rows(report, id_), given.width)})/2)"
    cell = report.content.cells.get((id_, report.content.hosts[host], None))
    if way == "data" and cell is not None and cell.low is not None and cell.high is not None:
        score = curve(report, leaf)
        bounds = (str(report.areas[end, id_].cell(host, 0)) for end in ("low", "high"))
        return f"({'+'.join(score(bound) for bound in bounds)})/2"
    return "0.5"


def _rows(report: Report, leaf: str) -> int:
    return sum(key[:2] == ("values", leaf) for key in report.areas)
