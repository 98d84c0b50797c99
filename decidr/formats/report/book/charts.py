"""Native charts in the report's look: calm axes, and no legend where names can stand at the marks."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl.chart import BarChart, ScatterChart
from openpyxl.chart.axis import ChartLines, NumericAxis, TextAxis
from openpyxl.chart.data_source import AxDataSource, NumDataSource, NumRef, StrRef
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel, XYSeries
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.descriptors import Typed
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)

from decidr.formats.report import look
from decidr.formats.report.book.places import Area
from decidr.formats.report.book.styles import POINTS_OR_NOTHING, WHOLE_SHARE

EMU_PER_POINT = 12700

LONG_ENOUGH = '[>=3]0.0;""'
"""Labels of parts that have room for them."""

LABEL_FIELDS = ("txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent")
"""What is said of a label, in the format's order."""

Size = tuple[float, float]
"""Width and height in centimetres."""


class Bars(NamedTuple):
    """One colour of a bar chart: its values, and the cell with its name."""

    values: Area
    name: Area
    colour: str


class Label(NamedTuple):
    """Where a line's name stands: at which of its points, on which side (``r`` or ``t``), how much lower (a share)."""

    point: int
    side: str
    lower: float = 0.0


class Line(NamedTuple):
    """A line of a chart: its x and y, the cell with its name, and how it looks."""

    x: Area
    y: Area
    name: Area
    colour: str
    width: float
    label: Label | None = None
    is_dashed: bool = False


class Dot(NamedTuple):
    """One point of a chart with its name: single cells with x, y and the name."""

    x: Area
    y: Area
    name: Area
    colour: str


class _MovedLabel(DataLabel):
    """A label away from its place: openpyxl knows the format's labels without their layout.

    A serialisable class writes what its own body names, so the fields in use are named again.
    """

    tagname = "dLbl"
    layout = Typed(expected_type=Layout, allow_none=True)
    vars().update({name: vars(DataLabel)[name] for name in ("idx", *LABEL_FIELDS)})
    __elements__ = ("idx", "layout", *LABEL_FIELDS)

    def __init__(self, layout: Layout | None, **fields: Any) -> None:
        self.layout = layout
        super().__init__(**fields)


def ranking_chart(names: Area, colours: Sequence[Bars], size: Size) -> BarChart:
    """Horizontal bars, the first name at the top; each name has a value above 0 in one of the colours."""
    chart = _bar_chart(size, 45)
    for bars in colours:
        chart.series.append(_bar_series(names, bars, POINTS_OR_NOTHING, "outEnd", look.TEXT))
    chart.legend = None
    return chart


def stacked_chart(names: Area, parts: Sequence[Bars], size: Size, labels: str = LONG_ENOUGH) -> BarChart:
    """Horizontal bars made of parts, the first name at the top, with a legend above.

    ``labels`` is the format of the figures in them; none: they have none.
    """
    chart = _bar_chart(size, 40)
    chart.grouping = "stacked"
    for bars in parts:
        series = _bar_series(names, bars, labels, "ctr", look.CARD)
        series.graphicalProperties.line = _line(look.CARD, 0.75)
        series.dLbls = series.dLbls if labels else None
        chart.series.append(series)
    chart.legend = Legend(legendPos="t", overlay=False, txPr=_text(look.CAPTION, look.SECOND_TEXT))
    return chart


def side_by_side_chart(names: Area, parts: Sequence[Bars], size: Size) -> BarChart:
    """Horizontal bars beside each other under each name, the first name at the top, with a legend above."""
    chart = _bar_chart(size, 60)
    chart.grouping, chart.overlap = "clustered", 0
    for bars in parts:
        chart.series.append(_bar_series(names, bars, POINTS_OR_NOTHING, "outEnd", look.TEXT))
    chart.legend = Legend(legendPos="t", overlay=False, txPr=_text(look.CAPTION, look.SECOND_TEXT))
    return chart


def gradient_chart(lines: Sequence[Line], room: float, size: Size) -> ScatterChart:
    """Lines over a weight from 0 to 1; ``room`` is the share of the width that names at their ends need."""
    chart = ScatterChart(scatterStyle="lineMarker", style=None)
    for line in lines:
        chart.series.append(_line_series(line))
    chart.legend = None
    chart.x_axis = _value_axis(10, 100, "b", WHOLE_SHARE)
    chart.x_axis.scaling.min, chart.x_axis.scaling.max, chart.x_axis.majorUnit = 0, 1, 0.2
    chart.x_axis.majorGridlines = None
    chart.y_axis = _value_axis(100, 10, "l", "0")
    chart.y_axis.crosses = "min"
    chart.layout = Layout(manualLayout=ManualLayout(xMode="edge", yMode="edge", x=0.05, y=0.05, w=0.94 - room, h=0.85))
    _frame(chart, size)
    return chart


def quadrant_chart(
    dots: Sequence[Dot], lines: Sequence[tuple[Area, Area]], titles: tuple[str, str], lowest: float, size: Size
) -> ScatterChart:
    """Dots with their names beside them, and dashed lines (x, y).

    ``titles`` of the axes across and up; the latter begins at ``lowest``.
    """
    chart = ScatterChart(scatterStyle="lineMarker", style=None)
    for x, y in lines:
        name = Area(x.sheet, x.top, x.left, 1, 1)
        chart.series.append(_line_series(Line(x, y, name, look.THIRD_TEXT, 1.0, is_dashed=True)))
    for dot in dots:
        chart.series.append(_dot_series(dot))
    chart.legend = None
    chart.x_axis, chart.y_axis = _value_axis(10, 100, "b", "General"), _value_axis(100, 10, "l", "0")
    chart.y_axis.scaling.min = lowest
    for axis, title in zip((chart.x_axis, chart.y_axis), titles, strict=True):
        axis.majorGridlines = None
        axis.crosses = "min"
        axis.title = _axis_title(title)
    _frame(chart, size)
    return chart


def _axis_title(text: str) -> Title:
    properties = CharacterProperties(sz=look.CAPTION * 100, solidFill=look.SECOND_TEXT, b=False)
    run = RegularTextRun(rPr=properties, t=text)
    return Title(tx=Text(rich=RichText(bodyPr=RichTextProperties(), p=[Paragraph(r=[run])])), overlay=False)


def _dot_series(dot: Dot) -> XYSeries:
    series = _line_series(Line(dot.x, dot.y, dot.name, dot.colour, 1.0, Label(0, "r")))
    fill = GraphicalProperties(solidFill=dot.colour, ln=_line(look.CARD, 0.75))
    series.marker = Marker(symbol="circle", size=8, spPr=fill)
    series.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    return series


def _bar_chart(size: Size, gap: int) -> BarChart:
    chart = BarChart(barDir="bar", gapWidth=gap, overlap=100)
    chart.x_axis = TextAxis(axId=10, crossAx=100, delete=False, axPos="l", majorTickMark="none", tickLblPos="low")
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.txPr = _text(look.CAPTION, look.TEXT)
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=_line(look.LINE, 0.75))
    chart.x_axis.tickLblSkip = 1
    chart.y_axis = _value_axis(100, 10, "t", "0")
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    _frame(chart, size)
    return chart


def _bar_series(names: Area, bars: Bars, number_format: str, place: str, colour: str) -> Series:
    series = Series(val=NumDataSource(numRef=NumRef(f=str(bars.values))), cat=AxDataSource(strRef=StrRef(f=str(names))))
    series.tx = SeriesLabel(strRef=StrRef(f=str(bars.name)))
    series.graphicalProperties = GraphicalProperties(solidFill=bars.colour)
    series.invertIfNegative = False
    series.dLbls = DataLabelList(
        numFmt=number_format, dLblPos=place, showVal=True, showSerName=False, showCatName=False, showLegendKey=False,
        showPercent=False, txPr=_text(8, colour),
    )  # fmt: skip
    return series


def _line_series(line: Line) -> XYSeries:
    series = XYSeries(
        xVal=AxDataSource(numRef=NumRef(f=str(line.x))), yVal=NumDataSource(numRef=NumRef(f=str(line.y))), smooth=False
    )
    series.tx = SeriesLabel(strRef=StrRef(f=str(line.name)))
    series.marker = Marker(symbol="none")
    series.graphicalProperties = GraphicalProperties(ln=_line(line.colour, line.width, line.is_dashed))
    if line.label:
        label = _MovedLabel(
            layout=_moved(line.label.lower), idx=line.label.point, dLblPos=line.label.side, showSerName=True,
            showVal=False, showCatName=False, showLegendKey=False, showPercent=False,
            txPr=_text(look.CAPTION, _readable(line.colour)),
        )  # fmt: skip
        series.dLbls = DataLabelList(
            dLbl=[label], showSerName=False, showVal=False, showCatName=False, showLegendKey=False, showPercent=False
        )
    return series


def _moved(lower: float) -> Layout | None:
    """A shift by a share of the chart's height; None where there is none."""
    return Layout(manualLayout=ManualLayout(x=0.0, y=round(lower, 4))) if lower else None


def _readable(colour: str) -> str:
    """The colour of a name beside a line: the grey of lines is too pale for letters."""
    return look.THIRD_TEXT if colour == look.OTHER_HOSTS else colour


def _value_axis(id_: int, crossing: int, position: str, number_format: str) -> NumericAxis:
    axis = NumericAxis(
        axId=id_, crossAx=crossing, delete=False, axPos=position, majorTickMark="none", minorTickMark="none"
    )
    axis.number_format = number_format
    axis.tickLblPos = "low"
    axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=_line(look.LINE, 0.75)))
    axis.graphicalProperties = GraphicalProperties(ln=_line(look.LINE, 0.75))
    axis.txPr = _text(look.CAPTION, look.SECOND_TEXT)
    return axis


def _frame(chart: BarChart | ScatterChart, size: Size) -> None:
    chart.width, chart.height = size  # type: ignore[assignment]  # the stubs know whole centimetres only
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    chart.roundedCorners = False


def _line(colour: str, points: float, is_dashed: bool = False) -> LineProperties:
    return LineProperties(solidFill=colour, w=round(points * EMU_PER_POINT), prstDash="sysDash" if is_dashed else None)


def _text(size: float, colour: str) -> RichText:
    family = Font(typeface=look.FAMILY)
    properties = CharacterProperties(sz=round(size * 100), solidFill=colour, latin=family, b=False)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=properties)
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])
