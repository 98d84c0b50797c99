"""Charts drawn to a file without a window, for the command line and the pictures of documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from decidr.core.analysis.cost.beside_quality import cost_beside_quality
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts import two_views
from decidr.core.analysis.hosts.focus import Focus, focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.plan import plan_of
from decidr.core.analysis.scenarios.across import across_cases
from decidr.core.analysis.sensitivity.one_way import OneWay
from decidr.core.analysis.sensitivity.tornado import tornado
from decidr.core.analysis.sensitivity.winner_maps import WinnerMap, triangle, two_way
from decidr.core.study.criteria import GOAL
from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.gui.charts.canvas.chart import Chart
from decidr.gui.charts.canvas.picture import KINDS, save_picture
from decidr.gui.charts.results.contributions import ContributionsChart
from decidr.gui.charts.results.cost import CostChart
from decidr.gui.charts.results.head_to_head import HeadToHeadChart, default_pair
from decidr.gui.charts.results.scatter import ScatterChart
from decidr.gui.charts.results.views import ViewsChart
from decidr.gui.charts.robustness.central_weights import CentralWeightsChart, host_to_explain
from decidr.gui.charts.robustness.pair_wins import PairWinsChart
from decidr.gui.charts.robustness.rank_shares import RankSharesChart
from decidr.gui.charts.robustness.score_boxes import ScoreBoxesChart
from decidr.gui.charts.robustness.simulated import simulated
from decidr.gui.charts.robustness.simulated_chart import SimulatedChart
from decidr.gui.charts.scenarios.cases import CasesChart
from decidr.gui.charts.sensitivity.dynamic import DynamicChart
from decidr.gui.charts.sensitivity.gradient import GradientChart
from decidr.gui.charts.sensitivity.performance import PerformanceChart
from decidr.gui.charts.sensitivity.sweep import answer, by_how_little, sweep_of
from decidr.gui.charts.sensitivity.tornado import TornadoChart
from decidr.gui.charts.sensitivity.winner_map import WinnerMapChart
from decidr.gui.jobs import load
from decidr.gui.theme import apply
from decidr.language import _
from decidr.number_text import listed
from decidr.usage import WrongUsage

WIDTH, GRADIENT_HEIGHT, MAP_HEIGHT = 880, 460, 620
"""Pixels of a picture at the screen's normal resolution; other charts are as high as their rows."""
MOST_BARS = 20
"""Of a tornado on a picture, the widest."""

SomeChart = TypeVar("SomeChart", bound=Chart)
Views = Mapping[str, Results]
Show = Callable[[Results, Sequence[OneWay], Focus, Views], Chart]


def draw_study(study: Study, name: str, path: Path) -> None:
    """Draw one chart of a study in its base view.

    WrongUsage for a name or an ending that is none; Refused where there is nothing to draw or no way to write.
    """
    if name not in CHARTS:
        raise WrongUsage(_("there is no chart «{name}»; use one of {names}").format(name=name, names=listed([*CHARTS])))
    if path.suffix.lower().lstrip(".") not in KINDS:
        raise WrongUsage(_("a chart is drawn as .png or .svg, not «{ending}»").format(ending=path.suffix))
    views = {view.id: evaluate(study, view.id) for view in study.views}
    results = views[study.settings.base_view]
    try:
        draw_chart(results, by_how_little(results, GOAL), focus(results), name, path, views)
    except OSError as trouble:
        said = {"reason": trouble.strerror or str(trouble)}
        raise Refused([Problem("error", "file.unwritable", str(path), said)]) from trouble


def draw_chart(
    results: Results,
    sweeps: Sequence[OneWay],
    focus: Focus,
    name: str,
    path: Path,
    views: Views | None = None,
) -> None:
    """Draw one chart to ``path``, PNG or SVG by its ending.

    ``name`` is one of ``CHARTS``; the gradient takes the first of ``sweeps``, ``views`` has the results of every view.
    KeyError for another name, ValueError for another ending, Refused where there is nothing to draw, OSError where the
    file cannot be written.
    """
    show = CHARTS[name]
    _application()
    chart = show(results, sweeps, focus, views or {results.view: results})
    try:
        save_picture(chart, path)
    finally:
        chart.deleteLater()


def _contributions(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    _need_totals(results)
    chart = _sized(ContributionsChart())
    chart.show_results(results, focus)
    return chart


def _head_to_head(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    pair = default_pair(results)
    if pair is None:
        raise _nothing(_("it takes two hosts to compare"))
    chart = _sized(HeadToHeadChart())
    chart.show_pair(results, focus, *pair)
    return chart


def _gradient(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    if not sweeps:
        raise _nothing(_("the study has no criteria"))
    chart = _sized(GradientChart())
    chart.show_sweep(sweep_of(results, sweeps[0]), focus, answer(results, sweeps[0]))
    return chart


def _views(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    if not results.hosts:
        raise _nothing(_("the study has no hosts"))
    chart = _sized(ViewsChart())
    chart.show_views(views, results.view, focus)
    return chart


def _two_views(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    pair = two_views.default_pair(results.study)
    if pair is None or not results.hosts:
        raise _nothing(_("it takes two views, and hosts"))
    chart = ScatterChart()
    chart.resize(WIDTH, chart.height())
    chart.show_pair(views[pair[0]], views[pair[1]], focus)
    return chart


def _cost(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    beside = cost_beside_quality(results)
    if beside is None:
        raise _nothing(_("the study has no table of costs"))
    if not beside.counted.any():
        raise _nothing(_("no host has both a cost and a quality"))
    chart = CostChart()
    chart.resize(WIDTH, chart.height())
    chart.show_costs(beside, focus)
    return chart


def _scenarios(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    if not (results.study.scenarios and results.hosts):
        raise _nothing(_("the study has no scenarios or no hosts"))
    chart = _sized(CasesChart())
    chart.show_cases(across_cases(results.study, results.view, results), focus)
    return chart


def _dynamic(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    _need_totals(results)
    chart = _sized(DynamicChart())
    chart.show_weights(results, results, {}, focus)
    return chart


def _performance(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    _need_totals(results)
    chart = _sized(PerformanceChart())
    chart.show_scores(results, focus)
    return chart


def _tornado(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    shown = tornado(results)
    if shown is None:
        raise _nothing(_("it takes two hosts that can lead"))
    chart = _sized(TornadoChart())
    chart.show_tornado(results, shown, shown.bars, focus, MOST_BARS)
    return chart


def _two_weights(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    if len(sweeps) < 2:
        raise _nothing(_("it takes three criteria under one node"))
    return _winner_map(results, two_way(results, *(sweep.criterion for sweep in sweeps[:2])), focus)


def _triangle(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
    if len(sweeps) < 3:
        raise _nothing(_("it takes three criteria under one node"))
    return _winner_map(results, triangle(results, *(sweep.criterion for sweep in sweeps[:3])), focus)


def _winner_map(results: Results, winner_map: WinnerMap, focus: Focus) -> Chart:
    if winner_map.reason:
        raise _nothing(winner_map.reason)
    chart = _sized(WinnerMapChart(), MAP_HEIGHT)
    chart.show_map(results, winner_map, focus)
    return chart


def _simulated_by(make: Callable[[], SimulatedChart]) -> Show:
    """Draws a chart of the simulation that the study plans."""

    def show(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Views) -> Chart:
        _need_totals(results)
        simulate = load("decidr.core.analysis.robustness.simulation").simulate
        shown = simulated(results, simulate(results, plan_of(results.study.settings)))
        chart = _sized(make())
        if isinstance(chart, CentralWeightsChart):
            chart.choose(host_to_explain(shown))
        chart.show_simulated(shown, focus)
        return chart

    return show


CHARTS: Mapping[str, Show] = {
    "contributions": _contributions,
    "head-to-head": _head_to_head,
    "gradient": _gradient,
    "dynamic": _dynamic,
    "performance": _performance,
    "tornado": _tornado,
    "two-weights": _two_weights,
    "triangle": _triangle,
    "views": _views,
    "two-views": _two_views,
    "cost": _cost,
    "scenarios": _scenarios,
    "ranks": _simulated_by(RankSharesChart),
    "totals": _simulated_by(ScoreBoxesChart),
    "pairs": _simulated_by(PairWinsChart),
    "central-weights": _simulated_by(CentralWeightsChart),
}
"""Every chart that can be drawn, by its name on the command line."""


def _sized(chart: SomeChart, height: int = GRADIENT_HEIGHT) -> SomeChart:
    chart.resize(WIDTH, height)
    return chart


def _need_totals(results: Results) -> None:
    if not results.hosts or not results.leaves:
        raise _nothing(_("the study has no hosts or no criteria"))


def _nothing(reason: str) -> Refused:
    return Refused([Problem("error", "chart.nothing", "", {"reason": reason})])


def _application() -> None:
    """Qt draws nothing without an application; one without a window draws off the screen, in the light colours."""
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QApplication([]))
        apply(_kept[0], "light")


_kept: list[QApplication] = []
"""The application that was made here lives until the process ends."""
