"""A node whose weights are given without pairs: directly, as swing points or as ranks; live as well."""

from collections.abc import Mapping
from math import nan

import numpy as np

from decidr.core.study.judgments import WeightEntry
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.places import Area
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import GENERAL, SHARE
from decidr.formats.report.nodes import SolvedNode
from decidr.formats.report.sheets.matrix import WEIGHT, combined, weight_bars, write_title, write_weight
from decidr.language import _

GIVEN = WEIGHT + 1
"""The first column of what people gave."""


def write_given(report: Report, page: Page, row: int, node: SolvedNode) -> int:
    """Write the section of one node from ``row`` on; the first row after it."""
    people = _people(report, node)
    top = write_title(report, page, row, node, "")
    names = [report.content.names[person] if person else _given_said(node) for person in people]
    page.header(top, ["", _("Weight"), *names])
    shares = [_write_person(report, page, top + 1, node, k, person) for k, person in enumerate(people)]
    _write_weights(report, page, top + 1, node, _together(report, node, people, shares))
    return top + 1 + len(node.items) + 2


def _people(report: Report, node: SolvedNode) -> list[str | None]:
    """Who counts: the participants who gave every item a weight, else the study itself."""
    complete = [person for person in node.result.own if person]
    voices = [] if node.is_agreed else complete
    return [*voices] or [None]


def _given_said(node: SolvedNode) -> str:
    return {"swing": _("Points"), "ranks": _("Rank")}.get(node.weighted_by, _("Given"))


def _write_person(report: Report, page: Page, top: int, node: SolvedNode, k: int, person: str | None) -> Area:
    """What one person gave, and on the calculation sheet his weights."""
    entries: Mapping[str, WeightEntry] = {e.criterion: e for e in node.entries if e.participant == person}
    given = page.area(top, GIVEN + k, len(node.items), 1)
    for i, item in enumerate(node.items):
        weight = entries[item].weight if item in entries else None
        place = page.number(top + i, given.left, weight, "input", GENERAL)
        key = Input("weight", node.view_of_entries, node.id, person or "", item, node.weighted_by)
        if tuple(key) in report.places:
            page.formula(top + i, given.left, f"{report.places[tuple(key)]}", "number")
        else:
            report.add_input(key, place, weight)
    return _shares(report, node, given)


def _shares(report: Report, node: SolvedNode, given: Area) -> Area:
    """Weights that sum to 1, as a column of the calculation sheet."""
    page, n = report.calculation, given.height
    top = report.claim(n, _("{node}: weights from what was given").format(node=node.result.node.name))
    shares = page.area(top, FIRST, n, 1)
    if node.weighted_by == "ranks":
        by_place = _centroids(report, top, n)
        for i in range(n):
            page.formula(top + i, FIRST, _centroid(given, by_place, i), "modest")
        return shares
    for i in range(n):
        complete = f"AND(COUNT({given})={n},MIN({given})>=0,SUM({given})>0)"
        page.formula(top + i, FIRST, f"IF({complete},{given.cell(i, 0)}/SUM({given}),NA())", "modest")
    return shares


def _centroids(report: Report, top: int, n: int) -> Area:
    """Two columns: the places 1 to n, and the rank-order centroid weight of each."""
    page = report.calculation
    weights = np.cumsum(1.0 / np.arange(n, 0, -1))[::-1] / n
    for k in range(n):
        page.number(top + k, FIRST + 2, k + 1, "modest")
        page.number(top + k, FIRST + 3, float(weights[k]), "modest")
    return page.area(top, FIRST + 2, n, 2)


def _centroid(given: Area, by_place: Area, i: int) -> str:
    """The mean over the places that the items of this rank share."""
    rank, places, weights = given.cell(i, 0), by_place.column(0), by_place.column(1)
    before, alike = f"SUMPRODUCT(--({given}<{rank}))", f"SUMPRODUCT(--({given}={rank}))"
    share = f"SUMPRODUCT(({places}>{before})*({places}<={before}+{alike})*{weights})/{alike}"
    return f"IF(COUNT({given})={given.height},{share},NA())"


def _together(report: Report, node: SolvedNode, people: list[str | None], shares: list[Area]) -> Area:
    if people == [None]:
        return shares[0]
    weights = [report.places["participant weight", "", "", person or "", "", ""] for person in people]
    arithmetic = report.content.study.settings.group == "priorities arithmetic"
    return combined(report, node.result.node.name, shares, weights, arithmetic)


def _write_weights(report: Report, page: Page, top: int, node: SolvedNode, weights: Area) -> None:
    for i, item in enumerate(node.items):
        page.text(top + i, FIRST, report.content.names[item], "text")
        now = nan if node.result.weights is None else float(node.result.weights[i])
        place = page.formula(top + i, WEIGHT, f"{weights.cell(i, 0)}", "strong number", SHARE, value=now)
        write_weight(report, node, item, place)
    weight_bars(page, page.area(top, WEIGHT, len(node.items), 1))
