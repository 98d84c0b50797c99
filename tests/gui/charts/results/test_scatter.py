"""One dot a host: one view across, another up."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.charts.canvas.marks import plain
from decidr.gui.charts.canvas.picture import image_of
from decidr.gui.charts.results.scatter import ScatterChart
from tests.gui.example_study import example_study
from tests.gui.large_study import large_study

INVESTOR, GOVERNMENT = "v2", "v3"


@pytest.fixture
def chart(qtbot: QtBot, views: dict[str, Results], in_focus: Focus) -> ScatterChart:
    made = ScatterChart()
    qtbot.addWidget(made)
    made.resize(700, made.height())
    made.show_pair(views[INVESTOR], views[GOVERNMENT], in_focus)
    with qtbot.waitExposed(made):
        made.show()
    return made


def places(chart: ScatterChart) -> dict[str, tuple[float, float]]:
    return {m.host: (m.area.center().x(), m.area.center().y()) for row in chart.marks for m in row}


def test_every_host_has_a_dot_as_far_across_and_up_as_its_totals(
    chart: ScatterChart, views: dict[str, Results]
) -> None:
    found, across, up = places(chart), views[INVESTOR], views[GOVERNMENT]
    assert set(found) == set(across.hosts)
    by_x = sorted(range(len(across.hosts)), key=lambda h: across.totals[h])
    by_y = sorted(range(len(up.hosts)), key=lambda h: up.totals[h])
    assert [across.hosts[h] for h in by_x] == sorted(found, key=lambda host: found[host][0])
    assert [up.hosts[h] for h in by_y] == sorted(found, key=lambda host: -found[host][1])


def test_dots_lie_in_proportion_to_the_totals(chart: ScatterChart, views: dict[str, Results]) -> None:
    found, totals = places(chart), views[INVESTOR].totals
    a, b, c = (views[INVESTOR].hosts[h] for h in (0, 1, 2))
    share = (found[b][0] - found[a][0]) / (found[c][0] - found[a][0])
    assert share == pytest.approx((totals[1] - totals[0]) / (totals[2] - totals[0]), abs=1e-6)


def test_a_tip_tells_rank_and_points_in_both(chart: ScatterChart, views: dict[str, Results]) -> None:
    host = views[INVESTOR].hosts[0]
    said = plain(chart.tip(chart.mark("host", host)))
    for view, name in ((INVESTOR, "investor"), (GOVERNMENT, "host government")):
        assert f"{name}: {views[view].totals[0] * 100:.10g} points, rank {views[view].ranks[0]}" in said


def test_the_nearest_of_two_close_dots_is_meant(qtbot: QtBot, views: dict[str, Results]) -> None:
    study = example_study(40)
    crowd = ScatterChart()
    qtbot.addWidget(crowd)
    crowd.resize(700, crowd.height())
    crowd.show_pair(evaluate(study, "investor"), evaluate(study, "government"), ())
    for row in crowd.marks:
        for mark in row:
            found = crowd.mark_at(mark.area.center())
            assert found is not None
            assert found.area.center() == mark.area.center()


def test_names_cover_no_dot_and_no_other_name(chart: ScatterChart, in_focus: Focus) -> None:
    assert {host for host in in_focus if host} <= set(chart.labels)
    areas = list(chart.labels.values())
    assert not any(a.intersects(b) for i, a in enumerate(areas) for b in areas[:i])
    assert not any(a.contains(m.area.center()) for a in areas for row in chart.marks for m in row)


def test_names_never_lie_on_each_other_in_a_crowd(qtbot: QtBot) -> None:
    study = large_study(hosts=40)
    crowd = ScatterChart()
    qtbot.addWidget(crowd)
    crowd.resize(440, crowd.height())
    crowd.show_pair(evaluate(study, "v1"), evaluate(study, "v2"), ("h14", "h3", "h24", "h28"))
    areas = list(crowd.labels.values())
    assert len(areas) >= 4
    assert not any(a.intersects(b) for i, a in enumerate(areas) for b in areas[:i])


def test_a_click_tells_the_host_and_pointing_colours_it(chart: ScatterChart, qtbot: QtBot) -> None:
    mark = chart.marks[0][0]
    at: QPoint = mark.area.center().toPoint()
    with qtbot.waitSignal(chart.pressed) as told:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [mark]
    before, saved = chart.grab().toImage(), image_of(chart)
    qtbot.mouseMove(chart.viewport(), at)
    qtbot.waitUntil(lambda: chart.pointed == mark.key)
    assert chart.grab().toImage() != before
    assert image_of(chart) == saved  # nothing is pointed at there


def test_the_sentence_names_both_views_and_every_host(chart: ScatterChart) -> None:
    said = chart.accessibleDescription()
    assert said.startswith("investor across, host government up, points of 100: ")
    assert said.count(";") == len(places(chart)) - 1


def test_without_any_total_there_is_no_dot(qtbot: QtBot) -> None:
    bare = example_study(0)
    chart = ScatterChart()
    qtbot.addWidget(chart)
    chart.show_pair(evaluate(bare, "investor"), evaluate(bare, "neutral"), ())
    assert [mark for row in chart.marks for mark in row] == []
    assert not image_of(chart).isNull()
