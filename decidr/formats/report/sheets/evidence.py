"""What the weight rests on, live: shares of measured, proxy, judged, placeholder and missing figures."""

from decidr.core.analysis.evidence import KINDS
from decidr.core.study.data import Evidence
from decidr.formats.report.book.page import FIRST
from decidr.formats.report.book.places import Area, quoted
from decidr.formats.report.book.report import Report
from decidr.formats.report.sheets.data import gap_word, voices
from decidr.formats.report.sheets.sources import VALUE
from decidr.formats.report.sheets.totals import RANKED
from decidr.formats.report.wording import evidence_said
from decidr.language import _


def write_evidence(report: Report) -> None:
    """Write each leaf's shares on the calculation sheet, and their sums as ``("evidence", kind)``."""
    page, content, view = report.calculation, report.content, report.content.view
    leaves = content.results.leaves
    top = report.claim(len(leaves) + 1, _("what the weight rests on"))
    ranked = report.areas["hosts", view].column(RANKED)
    for row, leaf in enumerate(leaves, top):
        weight = report.places["global", view, leaf]
        for k, kind in enumerate(KINDS):
            counted = f"SUMPRODUCT({_says(report, leaf, kind)}*{ranked})"
            page.formula(row, FIRST + k, f"{weight}*{counted}/MAX(1,SUM({ranked}))", "modest")
    for k, kind in enumerate(KINDS):
        column = page.area(top, FIRST + k, len(leaves), 1)
        place = page.formula(top + len(leaves), FIRST + k, f"SUM({column})", "modest", value=content.evidence(kind))
        report.places["evidence", kind] = place


def _says(report: Report, leaf: str, kind: Evidence) -> str:
    """Which hosts' cells rest on this, as an expression over arrays."""
    status, closed = report.areas["status", leaf], report.areas["closed", leaf]
    said, is_open = f"({status}={quoted(evidence_said(kind))})", f'({closed}="")'
    held = _held(report, leaf)
    if not held:
        return f"({is_open}*{said}+(1-{is_open}))" if kind == "judged" else f"{is_open}*{said}"
    if kind == "missing":
        return f"{is_open}*(1-{held})"
    if kind == "judged":
        waiting = f"({status}={quoted(evidence_said('missing'))})"
        return f"({is_open}*{held}*({said}+{waiting})+(1-{is_open}))"
    return f"{is_open}*{held}*{said}"


def _held(report: Report, leaf: str) -> str:
    """Which cells have a value; nothing where other things than one cell tell (pairs, several people)."""
    way = report.content.ways_of_scoring[leaf]
    if way == "pairwise" or voices(report.content, leaf):
        return ""
    status = report.areas["status", leaf]
    values = Area(status.sheet, status.top, VALUE, status.height, 1)
    if way == "rating":
        return f'({values}<>"")*({values}<>{quoted(gap_word(report.content, leaf))})'
    return f"ISNUMBER({values})"
