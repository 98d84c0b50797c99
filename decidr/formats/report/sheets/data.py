"""The figures, one row a leaf and one column a host: the inputs that scores follow from."""

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation

from decidr.core.study.criteria import Criterion
from decidr.core.study.data import Cell
from decidr.core.study.names import folded
from decidr.formats.report import look
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.leaf_table import (
    LEAST_HOST,
    MOST_HOST,
    host_width,
    name_width,
    pages_wide,
    write_host_header,
    write_name,
)
from decidr.formats.report.book.lettering import width_of
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.places import Area, quoted
from decidr.formats.report.book.printing import inputs_note, set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import GENERAL, figure_format
from decidr.formats.report.content import Content
from decidr.formats.report.headings import data_heading
from decidr.formats.report.wording import curve_said, evidence_said, scored_by_said
from decidr.language import _

UNIT, WORST, BEST, CURVE, HOSTS = range(FIRST + 1, FIRST + 6)
LEAST_UNIT, MOST_UNIT = 8.0, 20.0

STATUS_NAME, CLOSED_NAME = "decidr_status", "decidr_closed"
"""Names of both columns from row 1 on: rules on another sheet may ask by name only."""


def write_data(report: Report) -> None:
    """Write the table, the points of curves and the levels of rating scales."""
    content, page = report.content, report.pages["data"]
    caption = _("Values in each criterion’s own unit. {inputs}").format(inputs=inputs_note())
    top = write_heading(report, page, data_heading(content), caption, _legend(content))
    page.begin(top)
    write_host_header(report, page, top, [_("Criterion"), _("Unit"), _("Worst"), _("Best"), _("Curve")], 2)
    row = _write_leaves(report, page, top + 1)
    row = _write_points(report, page, row + 1)
    _write_levels(report, page, row)
    page.widths(_widths(content))
    page.freeze(top + 1, FIRST + 1)
    wide = pages_wide(len(content.hosts))
    set_up(report, page, landscape=True, repeat_rows=page.frozen, repeat_columns="A:B" * (wide > 1), pages_wide=wide)


def _widths(content: Content) -> dict[int, float]:
    """Columns have room for the longest unit, as far as it is short, and for the longest figure with its sign."""
    units = (width_of(content.criteria[leaf].unit) * look.CAPTION / look.BODY + 1.5 for leaf in content.leaves)
    unit = min(max(LEAST_UNIT, *units), MOST_UNIT)
    longest = max((width_of(_told_figure(content, cell)) for cell in content.cells.values()), default=0.0)
    host = host_width(content, min(max(LEAST_HOST, longest + 2), MOST_HOST))
    widths = {FIRST: name_width(content), UNIT: unit, WORST: 10.0, BEST: 10.0, CURVE: 8.0}
    return widths | dict.fromkeys(range(HOSTS, HOSTS + len(content.hosts)), host)


def _told_figure(content: Content, cell: Cell) -> str:
    """A figure about as long as its cell shows it."""
    return f"{cell.value:,.10g}" if isinstance(cell.value, int | float) else str(cell.value or "")


def _legend(content: Content) -> str:
    marks = [_("* placeholder, replace")] * (content.results.evidence["placeholder"] > 0)
    marks += [_("† closed: kept for display, counts as 0")] * any(cell.closed for cell in content.cells.values())
    return "   ".join(marks)


def voices(content: Content, leaf: str) -> tuple[str, ...]:
    """Participants who gave values of a leaf."""
    given = {person for (of, _host, person), cell in content.cells.items() if of == leaf and cell.value is not None}
    return tuple(person.id for person in content.study.participants if person.id in given)


def _write_leaves(report: Report, page: Page, row: int) -> int:
    """Main criteria as titles, then each leaf, with a row more for every participant who gave values."""
    main = ""
    for leaf in report.content.leaves:
        above = report.content.main_criterion(leaf)
        if above != main:
            page.group(row)
        if above not in (main, leaf):
            write_name(report, page, row, above, "group")
            row += 1
        main = above
        _write_leaf(report, page, row, report.content.criteria[leaf])
        for person in voices(report.content, leaf):
            row += 1
            _write_voice(report, page, row, leaf, person)
        row += 1
    return row


def _write_leaf(report: Report, page: Page, row: int, leaf: Criterion) -> None:
    content = report.content
    way = content.ways_of_scoring[leaf.id]
    page.text(row, FIRST, leaf.name, "indented 1")
    page.text(row, UNIT, leaf.unit, "quiet text")
    page.text(row, CURVE, scored_by_said(way) or curve_said(leaf.curve.form), "quiet right")
    values = page.area(row, HOSTS, 1, len(content.hosts))
    report.areas["values", leaf.id, ""] = values
    if way == "pairwise":
        for place in range(values.width):
            page.text(row, HOSTS + place, "–", "set aside number")
        return
    form = _write_values(report, page, values, leaf, "")
    if way == "data":
        _write_ends(report, page, row, leaf)
    _mark(report, page, values, leaf.id, form)


def _write_voice(report: Report, page: Page, row: int, leaf: str, person: str) -> None:
    content = report.content
    text = _("as {participant} sees it").format(participant=content.names[person])
    page.text(row, FIRST, text, "indented 2")
    values = page.area(row, HOSTS, 1, len(content.hosts))
    report.areas["values", leaf, person] = values
    _write_values(report, page, values, content.criteria[leaf], person)


def _write_values(report: Report, page: Page, area: Area, leaf: Criterion, person: str) -> str:
    """Put the inputs; the number format that they need."""
    content, form = report.content, figures_format(report.content, leaf, person)
    for i, host in enumerate(content.hosts):
        value = shown_value(content, leaf.id, host, person)
        style = "missing" if not person and value == gap_word(content, leaf.id) else "input"
        place = page.number(area.top, area.left + i, value, style, form)
        report.add_input(Input("value", "", leaf.id, person, host), place, value)
    return form


def figures_format(content: Content, leaf: Criterion, person: str) -> str:
    """One number format for a row of figures: as many decimals as any of them or an end of the scale needs."""
    if content.ways_of_scoring[leaf.id] == "rating":
        return GENERAL
    cells = (content.cells.get((leaf.id, host, person or None)) for host in content.hosts)
    numbers = [float(cell.value) for cell in cells if cell and isinstance(cell.value, int | float)]
    return figure_format([*numbers, *(end for end in (leaf.worst, leaf.best) if end is not None)])


def shown_value(content: Content, leaf: str, host: str, person: str = "") -> float | str | None:
    """A cell's value; a level under its name on the scale; in the study's own cells a word for what is missing."""
    cell = content.cells.get((leaf, host, person or None))
    value = cell.value if cell else None
    if isinstance(value, str):
        levels = (level.name for level in content.study.levels if level.criterion == leaf)
        return next((level for level in levels if folded(level) == folded(value)), value)
    if value is None:
        return None if person else gap_word(content, leaf) or None
    return value


def gap_word(content: Content, leaf: str) -> str:
    """What stands in a cell without a value: «missing», or nothing where a level has that name."""
    word = evidence_said("missing")
    taken = (folded(level.name) for level in content.study.levels if level.criterion == leaf)
    return "" if folded(word) in taken else word


def _write_ends(report: Report, page: Page, row: int, leaf: Criterion) -> None:
    """Worst and Best; those of points from their curve, and where none are given the hosts' smallest and largest."""
    if leaf.curve.form == "points":
        return
    form = figure_format([end for end in (leaf.worst, leaf.best) if end is not None])
    if leaf.worst is not None and leaf.best is not None:
        for kind, column, end in (("worst", WORST, leaf.worst), ("best", BEST, leaf.best)):
            place = page.number(row, column, end, "input", form)
            report.add_input(Input(kind, "", leaf.id), place, end)
        return
    extremes = ("MAX", "MIN") if leaf.better == "lower" else ("MIN", "MAX")
    for kind, column, extreme in zip(("worst", "best"), (WORST, BEST), extremes, strict=True):
        given = _given_areas(report, leaf.id)
        formula = f"IF({report.places['code', 'synthesis']}=1,NA(),{extreme}({given}))"
        report.places[tuple(Input(kind, "", leaf.id))] = page.formula(row, column, formula, "fixed number", form)


def _given_areas(report: Report, leaf: str) -> str:
    """The cells whose values count: the participants', and the study's own where nobody else gave one."""
    content, people = report.content, voices(report.content, leaf)
    own = report.areas["values", leaf, ""]
    if not people:
        return f"{own}"
    below = [Area(own.sheet, own.top + 1, own.left, len(people), own.width)]
    alone = [
        own.cell(0, i) for i, host in enumerate(content.hosts) if not any(_gave(content, leaf, host, p) for p in people)
    ]
    return ",".join(str(part) for part in (*below, *alone))


def _gave(content: Content, leaf: str, host: str, person: str) -> bool:
    cell = content.cells.get((leaf, host, person))
    return cell is not None and cell.value is not None


def _mark(report: Report, page: Page, values: Area, leaf: str, form: str) -> None:
    """Placeholders and closed cells look so, and follow the status on the sheet of sources."""
    row = f"COLUMN()+{report.areas['status', leaf].top - values.left}"
    closed = f"LEN(INDEX({CLOSED_NAME},{row}))>0"
    placeholder = f"INDEX({STATUS_NAME},{row})={quoted(evidence_said('placeholder'))}"
    for formula, colour, sign in ((closed, look.THIRD_TEXT, "†"), (placeholder, look.LOOK_HERE, "*")):
        signed = f'{form}"{sign}";-{form}"{sign}";{form}"{sign}";@"{sign}"'
        style = DifferentialStyle(
            font=Font(color=colour, italic=True, strike=sign == "†"),
            numFmt=NumberFormat(report.number_format(signed), signed),
        )
        page.rule(values, Rule(type="expression", formula=[formula], dxf=style, stopIfTrue=True))


def _write_points(report: Report, page: Page, row: int) -> int:
    """The points of curves that have them, x above their scores."""
    leaves = [report.content.criteria[leaf] for leaf in report.content.leaves]
    curved = [c for c in leaves if c.curve.form == "points" and report.content.ways_of_scoring[c.id] == "data"]
    if not curved:
        return row
    page.section(row, _("Value curves by points"))
    for leaf in curved:
        page.text(row + 1, FIRST, leaf.name, "text")
        page.text(row + 1, UNIT, leaf.unit or _("value"), "quiet text")
        page.text(row + 2, UNIT, _("score"), "quiet text")
        for i, (x, score) in enumerate(leaf.curve.points):
            page.number(row + 1, WORST + i, x, "input", GENERAL)
            page.number(row + 2, WORST + i, score, "input", GENERAL)
        report.areas["points", leaf.id] = page.area(row + 1, WORST, 2, len(leaf.curve.points))
        row += 2
    return row + 2


def _write_levels(report: Report, page: Page, row: int) -> None:
    """The levels of rating scales with their scores."""
    content = report.content
    rated = [leaf for leaf in content.leaves if content.ways_of_scoring[leaf] == "rating"]
    if rated:
        page.section(row, _("Levels of rating scales"))
    for leaf in rated:
        levels = [level for level in content.study.levels if level.criterion == leaf]
        page.text(row + 1, FIRST, content.names[leaf], "text")
        for i, level in enumerate(levels, row + 1):
            page.text(i, UNIT, level.name, "text")
            page.number(i, WORST, level.score, "input", GENERAL)
        report.areas["levels", leaf] = page.area(row + 1, UNIT, len(levels), 2)
        _offer_levels(report, page, leaf)
        row += max(len(levels), 1)


def _offer_levels(report: Report, page: Page, leaf: str) -> None:
    """A drop-down of the levels in the cells of a rated leaf; other words are taken, too."""
    names = report.areas["levels", leaf].column(0)
    for person in ("", *voices(report.content, leaf)):
        rule = DataValidation(type="list", formula1=names.local, allow_blank=True, showErrorMessage=False)
        page.validate(report.areas["values", leaf, person], rule)
