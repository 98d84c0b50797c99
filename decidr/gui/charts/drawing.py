"""Charts drawn to a file without a window, for the command line and the pictures of documents."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from decidr.core.analysis.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity import OneWay
from decidr.gui.charts.chart import Chart
from decidr.gui.charts.contributions import ContributionsChart
from decidr.gui.charts.gradient import GradientChart
from decidr.gui.charts.head_to_head import HeadToHeadChart, default_pair
from decidr.gui.charts.picture import save_picture
from decidr.gui.charts.sweep import answer, sweep_of
from decidr.gui.charts.views import ViewsChart
from decidr.gui.theme import apply

WIDTH, GRADIENT_HEIGHT = 880, 460


def draw_chart(
    results: Results,
    sweeps: Sequence[OneWay],
    focus: Focus,
    name: str,
    path: Path,
    views: Mapping[str, Results] | None = None,
) -> None:
    """Draw one chart to ``path``, PNG or SVG by its ending.

    ``name`` is one of ``CHARTS``; the gradient takes the first of ``sweeps``. ``views`` has the results of every view.
    KeyError for another name, ValueError for another ending or where there is nothing to draw, OSError where the file
    cannot be written.
    """
    make = CHARTS[name]
    _application()
    chart = make(results, sweeps, focus, views or {results.view: results})
    chart.ensurePolished()
    save_picture(chart, path)
    chart.deleteLater()


Make = Callable[[Results, Sequence[OneWay], Focus, Mapping[str, Results]], Chart]


def _contributions(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Mapping[str, Results]) -> Chart:
    chart = _at_width(ContributionsChart())
    chart.show_results(results, focus)
    return chart


def _head_to_head(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Mapping[str, Results]) -> Chart:
    pair = default_pair(results)
    if pair is None:
        raise ValueError("fewer than two hosts")
    chart = _at_width(HeadToHeadChart())
    chart.show_pair(results, focus, *pair)
    return chart


def _gradient(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Mapping[str, Results]) -> Chart:
    if not sweeps:
        raise ValueError("no weight to move")
    chart = _at_width(GradientChart())
    chart.show_sweep(sweep_of(results, sweeps[0]), focus, answer(results, sweeps[0]))
    return chart


def _views(results: Results, sweeps: Sequence[OneWay], focus: Focus, views: Mapping[str, Results]) -> Chart:
    chart = _at_width(ViewsChart())
    chart.show_views(views, results.view, focus)
    return chart


CHARTS: Mapping[str, Make] = {
    "contributions": _contributions,
    "head-to-head": _head_to_head,
    "gradient": _gradient,
    "views": _views,
}
"""Every chart that can be drawn, by its name on the command line."""

Drawn = TypeVar("Drawn", bound=Chart)


def _at_width(chart: Drawn) -> Drawn:
    chart.resize(WIDTH, GRADIENT_HEIGHT)
    return chart


def _application() -> None:
    """A program without a window needs an application all the same; it draws off the screen, in the light column."""
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        apply(QApplication([]), "light")
