"""The performance chart: how each host scores on each criterion, what the criteria weigh, and the totals."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.leaf_facts import leaf_facts
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.stacks import contribution_of
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.charts.sensitivity.performance_drawing import draw_ground, draw_lines
from decidr.gui.charts.sensitivity.performance_places import PerformancePlaces
from decidr.language import _
from decidr.number_text import signed_points

REACH = 9.0
"""How near the mouse must come to a point."""
LEAST_HEIGHT = 340


class PerformanceChart(MarkedChart):
    """Lines of the hosts over parallel axes; marks are ``score`` with a host and a criterion, none for the total."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("performance", parent)
        self.places = PerformancePlaces()
        self._results: Results | None = None
        self.add_layer(lambda painter: draw_ground(painter, self.places, self.theme))
        self.add_layer(self._draw_lines, z=1)
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_scores(self, results: Results, focus: Focus, node: str = GOAL) -> None:
        """Draw how the hosts score on the children of a node."""
        self._results = results
        self.places.take(results, focus, node)
        self.heading = performance_answer(results, node)
        self.tell(_("Performance"), self.heading)
        self.show_anew()

    def lay_out(self) -> None:
        self.places.lay_out(QRectF(0, 0, self.width(), self.height()))

    def make_marks(self) -> list[list[Mark]]:
        at = self.places
        return [[self._mark(axis, host) for axis in range(len(at.names))] for host in range(len(at.hosts))]

    def _mark(self, axis: int, host: int) -> Mark:
        at = self.places
        place = at.point(axis, host)
        area = QRectF() if place is None else QRectF(place.x() - REACH, place.y() - REACH, 2 * REACH, 2 * REACH)
        return Mark(area, "score", at.hosts[host], at.criteria[axis] if axis < len(at.criteria) else "")

    def mark_at(self, place: QPointF) -> Mark | None:
        """The nearest point within reach; a name stands for its host's total."""
        near = [mark for row in self.marks for mark in row if mark.area.contains(place)]
        if near:
            return min(near, key=lambda mark: QLineF(mark.area.center(), place).length())
        named = next((name.host for name in self.places.line_names if name.area.contains(place)), "")
        return self.mark("score", named) if named else None

    # words

    def tip(self, mark: Mark) -> str:
        if self._results is None:
            return ""
        results, at = self._results, self.places
        host = results.names[mark.host]
        score = float(at.scores[at.criteria.index(mark.criterion) if mark.criterion else -1, at.hosts.index(mark.host)])
        if not mark.criterion:
            return tip(host, _("{name}: {points} points").format(name=at.names[-1], points=exact_points(score)))
        added = float(contribution_of(results, mark.criterion)[results.hosts.index(mark.host)])
        line = _("scores {score} on {criterion}, which adds {points} points").format(
            score=exact_points(score), criterion=results.study.name_of(mark.criterion), points=exact_points(added)
        )
        return tip(host, line, leaf_facts(results, mark.criterion, mark.host))

    # the picture

    def _draw_lines(self, painter: QPainter) -> None:
        pointed = self.pointed[1] if self.pointed else ""
        if pointed != self.places.pointed:
            self.places.pointed = pointed
            self.lay_out()
        draw_lines(painter, self.places, self.theme)


def performance_answer(results: Results, node: str = GOAL) -> str:
    """On which of a node's criteria the leader is furthest ahead of the second, and furthest behind."""
    if len(results.eligible_order) < 2 or node not in results.tree.children:
        return _("How the hosts score on each criterion")
    first, second = results.eligible_order[:2]
    leads = {c: contribution_of(results, c) for c in results.tree.children[node]}
    by_lead = sorted(leads, key=lambda c: float(leads[c][second] - leads[c][first]))
    best, worst = (float(leads[c][first] - leads[c][second]) for c in (by_lead[0], by_lead[-1]))
    said = {
        "leader": results.names[results.hosts[first]],
        "second": results.names[results.hosts[second]],
        "best": results.study.name_of(by_lead[0]),
        "best_points": signed_points(best),
        "worst": results.study.name_of(by_lead[-1]),
        "worst_points": signed_points(worst),
    }
    if best > 0 > worst:
        text = _(
            "{leader} is furthest ahead of {second} on {best} ({best_points}), behind on {worst} ({worst_points})."
        )
        return text.format(**said)
    if best > 0:
        return _("{leader} is behind {second} on nothing, and furthest ahead on {best} ({best_points}).").format(**said)
    return _("{leader} is ahead of {second} on nothing here.").format(**said)
