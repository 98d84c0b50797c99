"""Native charts in the report's look."""

from decidr.formats.report import look
from decidr.formats.report.book.charts import (
    Bars,
    Dot,
    Label,
    Line,
    gradient_chart,
    quadrant_chart,
    ranking_chart,
    stacked_chart,
)
from decidr.formats.report.book.places import Area

NAMES, VALUES, NAME = Area("S", 2, 1, 3, 1), Area("S", 2, 2, 3, 1), Area("S", 1, 2, 1, 1)


def test_bars_begin_with_the_best_and_have_their_figures_and_no_legend() -> None:
    chart = ranking_chart(NAMES, [Bars(VALUES, NAME, "112233")], (18, 9))
    assert chart.x_axis.scaling.orientation == "maxMin"
    assert chart.legend is None
    (series,) = chart.series
    assert series.dLbls.showVal
    assert series.val.numRef.f == "'S'!$B$2:$B$4"
    assert not chart.x_axis.delete


def test_parts_of_bars_are_told_by_a_legend() -> None:
    chart = stacked_chart(NAMES, [Bars(VALUES, NAME, "112233")] * 2, (18, 9))
    assert chart.legend.position == "t"
    assert chart.overlap == 100


def test_lines_run_over_the_whole_weight_and_end_with_their_names() -> None:
    lines = [Line(NAMES, VALUES, NAME, "112233", 2.0, Label(2, "r")), Line(NAMES, VALUES, NAME, "445566", 1.0)]
    chart = gradient_chart(lines, 0.2, (18, 9))
    assert (chart.x_axis.scaling.min, chart.x_axis.scaling.max) == (0, 1)
    named, unnamed = chart.series
    assert [label.idx for label in named.dLbls.dLbl] == [2]
    assert unnamed.dLbls is None


def test_a_name_may_stand_lower_than_its_line_ends_and_is_never_too_pale() -> None:
    line = Line(NAMES, VALUES, NAME, look.OTHER_HOSTS, 1.0, Label(2, "r", 0.05))
    (series,) = gradient_chart([line], 0.2, (18, 9)).series
    label = series.dLbls.to_tree("dLbls").find("dLbl")
    parts = [part.tag for part in label]
    assert parts.index("idx") < parts.index("layout") < parts.index("dLblPos")
    assert label.find("layout/manualLayout/y").get("val") == "0.05"
    assert series.dLbls.dLbl[0].txPr.p[0].pPr.defRPr.solidFill.srgbClr == look.THIRD_TEXT


def test_dots_have_names_and_no_lines_and_lines_have_no_dots() -> None:
    one = Area("S", 2, 1, 1, 1)
    chart = quadrant_chart([Dot(one, one, NAME, "112233")], [(NAMES, VALUES)], ("across", "up"), 30.0, (18, 9))
    line, dot = chart.series
    assert line.graphicalProperties.ln.prstDash == "sysDash"
    assert line.marker.symbol is None
    assert dot.graphicalProperties.ln.noFill
    assert [label.showSerName for label in dot.dLbls.dLbl] == [True]
    assert chart.y_axis.scaling.min == 30
    assert chart.y_axis.title.tx.rich.p[0].r[0].t == "up"
