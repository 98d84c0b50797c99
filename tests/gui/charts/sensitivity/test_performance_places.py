"""Where the performance chart's parts stand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_setting
from decidr.gui.charts.sensitivity.performance_places import PerformancePlaces
from tests.gui.example_study import example_study

pytestmark = pytest.mark.usefixtures("qapp")


def placed(results: Results, focus: Focus = (), node: str = GOAL, width: float = 880) -> PerformancePlaces:
    places = PerformancePlaces()
    places.take(results, focus, node)
    places.lay_out(QRectF(0, 0, width, 460))
    return places


def test_each_criterion_has_an_axis_and_the_last_is_the_total(results: Results) -> None:
    places = placed(results)
    assert places.criteria == results.tree.children[GOAL]
    assert places.names[-1] == "Total"
    assert places.scores[-1] == pytest.approx([results.totals[h] for h in results.order])
    xs = [places.x(axis) for axis in range(len(places.names))]
    assert xs == sorted(xs)
    assert xs[-1] == places.area.right()


def test_scores_stand_in_proportion(results: Results) -> None:
    places = placed(results)
    assert places.y(0.0) == places.area.bottom()
    assert places.y(1.0) == places.area.top()
    point = places.point(2, 0)
    assert point is not None
    share = (places.area.bottom() - point.y()) / places.area.height()
    assert share == pytest.approx(float(places.scores[2, 0]))


def test_a_bar_is_as_high_as_its_criterion_weighs(results: Results) -> None:
    places = placed(results)
    for axis, criterion in enumerate(places.criteria):
        share = places.weight_bar(axis).height() / places.area.height()
        assert share == pytest.approx(results.local[criterion])


@pytest.mark.parametrize("synthesis", ["distributive", "ideal"])
def test_relative_scores_get_a_scale_of_their_own(results: Results, synthesis: str) -> None:
    places = placed(evaluate(set_setting(results.study, synthesis=synthesis)))
    assert places.scores.max() <= places.high <= 1.5 * places.scores.max()


def test_names_stand_upright_where_axes_are_close_and_the_sign_of_per_cents_goes(
    results: Results, ids: dict[str, str]
) -> None:
    wide, narrow = placed(results), placed(results, node=ids["Security (low risk)"], width=300)
    assert not any(name.is_upright for name in wide.axis_names)
    assert all(name.is_upright for name in narrow.axis_names)
    assert wide.weight_text(0) == "17\u202f%"
    assert narrow.weight_text(0) == "18"


def test_names_at_the_ends_do_not_touch_and_those_in_focus_come_first(in_focus: Focus) -> None:
    crowd = evaluate(example_study(40))
    places = placed(crowd, ("h39", "h40", None, None, None))
    assert {"h39", "h40"} <= {name.host for name in places.line_names}
    tops = sorted(name.area.top() for name in places.line_names)
    heights = places.line_names[0].area.height()
    assert all(later - earlier >= heights - 0.5 for earlier, later in pairwise(tops))


def test_a_host_without_scores_has_no_point() -> None:
    places = placed(evaluate(example_study()))
    places.scores = places.scores * np.nan
    assert places.point(0, 0) is None
