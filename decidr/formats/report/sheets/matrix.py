"""A node weighed by judgments: its matrix with live weights and consistency, on the weights or the host sheet."""

from collections.abc import Collection
from itertools import product
from math import isnan, log, nan

from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation

from decidr.core.ahp.random_index import random_index
from decidr.core.analysis.matrices import MatrixResult
from decidr.core.analysis.nodes import LARGEST_CR
from decidr.formats.report import look
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.lettering import BOLD, column_width
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.places import Area, Place, quoted
from decidr.formats.report.book.power import Priorities, write_priorities
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import CR, FINE, SHARE, ratio_format
from decidr.formats.report.nodes import SolvedNode
from decidr.formats.report.tables import told_views
from decidr.formats.report.wording import weighted_by_said
from decidr.language import _, ngettext

WEIGHT, MATRIX = FIRST + 1, FIRST + 2
"""Columns: the items' names, their weights, then the matrix."""

LEAST_WIDTH, MOST_WIDTH = 10.8, 12.5
"""The least holds the words beside the consistency ratio."""

TINTS = ((6.5, 9.0), (4.0, 5.0), (2.5, 3.0), (1.5, 2.0))
"""From which ratio on a judgment is tinted as which."""
STRONGEST_TINT = 0.2
"""Share of colour for a 9, so pale that blue and grey figures stand out from it by 4.5 : 1."""


def cell_width(names: Collection[str]) -> float:
    """How wide a matrix's columns must be, so that the names over them stand apart and none of their words is cut."""
    return column_width(names, 0.8 * BOLD, LEAST_WIDTH, MOST_WIDTH)


def write_matrix(report: Report, page: Page, row: int, node: SolvedNode) -> int:
    """Write the section of one node from ``row`` on, and its computing steps; the first row after it."""
    n = len(node.items)
    top = write_title(report, page, row, node, _judged_said(node))
    _write_header(report, page, top, node)
    matrix = page.area(top + 1, MATRIX, n, n)
    _write_judgments(report, page, matrix, node)
    steps = write_priorities(report, _step_title(report, node), matrix, node.counted)
    weights = _group_weights(report, matrix, node) or steps.weights
    _write_weights(report, page, matrix, node, weights)
    row = matrix.top + n
    _write_consistency(report, page, row, node, matrix, steps)
    gaps = node.counted is not None and node.counted.missing > 0
    return _write_gaps(report, page, row + 1 + gaps, node, steps.completed) + 1


def write_title(report: Report, page: Page, row: int, node: SolvedNode, said: str) -> int:
    """A section's title, and below it how the node is weighed; the first row after both."""
    page.text(row, FIRST, node.result.node.name, "section")
    told = [told_views(report.content, node), weighted_by_said(node.weighted_by), said]
    page.text(row + 1, FIRST, "  ·  ".join(part for part in told if part), "line")
    row += 2
    if node.counted is not None and node.counted.placeholder:
        text = _("{count} of {judged} judgments here are placeholders — replace them by your own")
        page.text(row, FIRST, text.format(count=node.counted.placeholder, judged=node.counted.judged), "warning")
        row += 1
    return row


def write_weight(report: Report, node: SolvedNode, item: str, place: Place) -> None:
    """Say that a cell holds an item's weight in every view that counts the node."""
    kind = "priority" if node.id in report.content.leaves else "local"
    key = (node.id, item) if kind == "priority" else (item,)
    report.put([(kind, view, *key) for view in node.views], place)


def weight_bars(page: Page, area: Area) -> None:
    """Bars behind the weights."""
    ends = [FormatObject(type="num", val=0), FormatObject(type="max")]
    bar = DataBar(cfvo=ends, color=Color(rgb=look.lighter(look.ACCENT, 0.55)))
    page.rule(area, Rule(type="dataBar", dataBar=bar))


def _judged_said(node: SolvedNode) -> str:
    matrix = node.counted
    if matrix is None or not matrix.judged:
        return _("nothing is judged here yet")
    people = len(node.voices)
    pooled = (
        ngettext("of {count} participant", "pooled from {count} participants", people).format(count=people)
        if people
        else ""
    )
    all_pairs = matrix.judged + matrix.missing
    text = _("{judged} of {all} pairs judged").format(judged=matrix.judged, all=all_pairs)
    return f"{text}, {pooled}" if pooled else text


def _step_title(report: Report, node: SolvedNode) -> str:
    views = told_views(report.content, node)
    return f"{node.result.node.name} ({views})" if views else node.result.node.name


def _write_header(report: Report, page: Page, row: int, node: SolvedNode) -> None:
    page.header(row, ["", _("Weight")])
    for column, item in enumerate(node.items, MATRIX):
        page.text(row, column, report.content.names[item], "header centre")


def _write_judgments(report: Report, page: Page, matrix: Area, node: SolvedNode) -> None:
    n, given = len(node.items), node.counted
    gaps = given is None or given.missing > 0
    for i, j in product(range(n), repeat=2):
        cell, mirror = matrix.cell(i, j), matrix.cell(j, i)
        if i == j:
            page.number(cell.row, cell.column, 1, "matrix", "0")
        elif i < j:
            _write_judgment(report, page, cell, node, (i, j), given)
        else:
            value = None if given is None else float(given.judgments[i, j])
            formula = f'IF(ISNUMBER({mirror}),1/{mirror},"")' if gaps else f"1/{mirror}"
            page.formula(cell.row, cell.column, formula, "matrix", ratio_format(value), value=_told(value))
    _tint(page, matrix)
    _mark_gaps(page, matrix)
    page.validate(matrix, _ratios_only())


def _write_judgment(
    report: Report, page: Page, cell: Place, node: SolvedNode, pair: tuple[int, int], given: MatrixResult | None
) -> None:
    """An input above the diagonal, or what other cells say of the pair: the participants, or a matrix that has it."""
    first, second = (node.items[k] for k in pair)
    value = None if given is None else float(given.judgments[pair])
    known = None if value is None or isnan(value) else value
    formats = ratio_format(known)
    if node.voices:
        pooled = pooled_judgment(report, node, first, second)
        page.array(page.area(cell.row, cell.column, 1, 1), pooled, "matrix strong", formats, value=known)
        return
    same = report.places.get(_key(node, first, second))
    turned = report.places.get(_key(node, second, first))
    if same or turned:
        there = f"{same}" if same else f"1/{turned}"
        page.formula(
            cell.row, cell.column, f'IF(ISNUMBER({same or turned}),{there},"")', "matrix strong", formats, value=known
        )
        return
    page.number(cell.row, cell.column, known, "matrix input", formats)
    report.add_input(_key(node, first, second), cell, known)


def _told(value: float | None) -> float | str | None:
    """A judgment as a formula gives it: nothing where it is missing."""
    return "" if value is not None and isnan(value) else value


def _key(node: SolvedNode, first: str, second: str) -> Input:
    return Input("judgment", node.view_of_entries, node.id, "", first, second)


def pooled_judgment(report: Report, node: SolvedNode, first: str, second: str) -> str:
    """The weighted geometric mean over those who judged the pair, as an array formula; empty where nobody did."""
    rows = report.areas.get(("pooled", node.view_of_entries, node.id, first, second))
    if rows is None:
        return '""'
    weights, values = rows.column(0), rows.column(1)
    logs = f"SUM(IF(ISNUMBER({values}),{weights}*LN({values}),0))"
    return f'IFERROR(EXP({logs}/SUM(IF(ISNUMBER({values}),{weights},0))),"")'


def _group_weights(report: Report, matrix: Area, node: SolvedNode) -> Area | None:
    """Where the participants' priorities are combined instead of their judgments; None else."""
    rule = report.content.study.settings.group
    if rule == "judgments" or not node.voices:
        return None
    voices = [voice for voice in node.voices if voice.priorities is not None]
    columns = [_voice_priorities(report, matrix, node, voice) for voice in voices]
    people = [report.places["participant weight", "", "", voice.participant or "", "", ""] for voice in voices]
    return combined(report, _step_title(report, node), columns, people, rule == "priorities arithmetic")


def combined(report: Report, title: str, columns: list[Area], people: list[Place], arithmetic: bool) -> Area:
    """The participants' priorities (columns anywhere) as one column, by the weighted geometric or arithmetic mean."""
    page, n, p = report.calculation, columns[0].height, len(columns)
    text = _("{title}: the participants’ weights combined").format(title=title)
    top = report.claim(n + 2, text)
    given, shares = page.area(top, FIRST, 1, p), page.area(top + 1, FIRST, 1, p)
    own = page.area(top + 2, FIRST, n, p)
    mean, weights = page.area(own.top, FIRST + p + 1, n, 1), page.area(own.top, FIRST + p + 2, n, 1)
    for k in range(p):
        page.formula(top, FIRST + k, f"{people[k]}", "modest")
        page.formula(top + 1, FIRST + k, f"{given.cell(0, k)}/SUM({given})", "modest")
        for i in range(n):
            page.formula(own.top + i, FIRST + k, f"{columns[k].cell(i, 0)}", "modest")
    for i in range(n):
        one = f"SUM({shares}*{own.row(i)})" if arithmetic else f"PRODUCT({own.row(i)}^{shares})"
        page.array(mean.row(i), one, "modest")
        page.formula(own.top + i, weights.left, f"{mean.cell(i, 0)}/SUM({mean})", "modest")
    return weights


def _voice_priorities(report: Report, matrix: Area, node: SolvedNode, voice: MatrixResult) -> Area:
    """One participant's own matrix on the calculation sheet, from his judgments, and its priorities."""
    page, n = report.calculation, matrix.height
    title = f"{_step_title(report, node)}: {report.content.names[voice.participant or '']}"
    top = report.claim(n, title)
    own = page.area(top, FIRST, n, n)
    for i, j in product(range(n), repeat=2):
        cell, mirror = own.cell(i, j), own.cell(j, i)
        formula = "1" if i == j else f'IF(ISNUMBER({mirror}),1/{mirror},"")'
        page.formula(cell.row, cell.column, formula if i >= j else _own_judgment(report, node, voice, (i, j)), "modest")
    return write_priorities(report, title, own, voice).weights


def _own_judgment(report: Report, node: SolvedNode, voice: MatrixResult, pair: tuple[int, int]) -> str:
    first, second = (node.items[k] for k in pair)
    place = report.places.get(("in order", node.view_of_entries, node.id, voice.participant or "", first, second))
    return '""' if place is None else f"{place}"


def _write_weights(report: Report, page: Page, matrix: Area, node: SolvedNode, weights: Area) -> None:
    for i, item in enumerate(node.items):
        page.text(matrix.top + i, FIRST, report.content.names[item], "text")
        now = nan if node.result.weights is None else float(node.result.weights[i])
        place = page.formula(matrix.top + i, WEIGHT, f"{weights.cell(i, 0)}", "strong number", SHARE, value=now)
        write_weight(report, node, item, place)
    weight_bars(page, page.area(matrix.top, WEIGHT, len(node.items), 1))


def _write_consistency(report: Report, page: Page, row: int, node: SolvedNode, matrix: Area, steps: Priorities) -> None:
    """CR, CI, lambda-max and random index in one line; live for complete matrices, else as of this report."""
    found, n = node.counted.consistency if node.counted else None, len(node.items)
    if found is None or node.counted is None:
        return
    at = [page.place(row, column) for column in (WEIGHT, MATRIX + 1, MATRIX + 3, MATRIX + 5)]
    for text, place in zip((_("Consistency ratio"), "CI", "λmax", _("random index")), at, strict=True):
        page.text(row, place.column - 1, text, "line" if place.column == WEIGHT else "label")
    cr, ci, largest, index = at
    for key, place in (("cr", cr), ("ci", ci), ("lambda max", largest)):
        report.put([(key, view, node.id) for view in node.views], place)
    live = f"MAX({n},SUMPRODUCT(MMULT({matrix},{steps.eigenvector})))"
    ratio = f"{ci}/{index}" if n > 2 else "0"
    if node.counted.missing:
        whole = f"COUNT({matrix})={n * n}"
        live = f"IF({whole},{live},{found.lambda_max!r})"
        ratio = f"IF({whole},{ratio},{quoted('–') if found.cr is None else repr(found.cr)})"
        told = _("as of this report: pairs are missing")
        if found.cr is None:
            told = _("too few pairs for a ratio; the others as of this report")
        page.formula(row + 1, FIRST, f'IF({whole},"",{quoted(told)})', "line", value=told)
    settings = report.content.study.settings
    chosen = str(report.places["random index", str(n)]) if n > 2 else "0"
    page.formula(row, largest.column, live, "figure", FINE, value=found.lambda_max)
    page.formula(row, ci.column, f"({largest}-{n})/{n - 1}", "figure", FINE, value=found.ci)
    page.formula(row, index.column, chosen, "figure", "0.00##", value=random_index(settings.random_index, n))
    page.formula(row, cr.column, ratio, "ratio", CR, value="–" if found.cr is None else found.cr)
    mark_ratio(report, page, page.area(cr.row, cr.column, 1, 1))


def _write_gaps(report: Report, page: Page, row: int, node: SolvedNode, completed: Area) -> int:
    """The pairs that nobody judged, with the value that stands for each."""
    matrix, names = node.counted, report.content.names
    if matrix is None or not matrix.missing or matrix.priorities is None:
        return row
    fixed = report.content.study.settings.completion == "smallest lambda-max"
    text = _("Not judged, filled in by {method}").format(method=report.content.study.settings.completion)
    text += _(" (fixed, as of this report):") if fixed else ":"
    page.text(row, FIRST, text, "line")
    for i, j in product(range(len(node.items)), repeat=2):
        if i < j and matrix.judgments[i, j] != matrix.judgments[i, j]:
            row += 1
            said = _("{first} over {second}").format(first=names[node.items[i]], second=names[node.items[j]])
            page.text(row, FIRST, said, "quiet text")
            page.formula(row, WEIGHT, f"{completed.cell(i, j)}", "fixed number", "0.00")
    return row + 1


def _tint(page: Page, matrix: Area) -> None:
    """Blue where the row is preferred, brown where the column is, stronger with the ratio."""
    here = matrix.cell(0, 0).coordinate
    for least, ratio in TINTS:
        for test, colour in ((f"{here}>={least}", look.TINT_ROW), (f"{here}<={1 / least!r}", look.TINT_COLUMN)):
            fill = PatternFill(bgColor=look.lighter(colour, 1 - log(ratio) / log(9) * STRONGEST_TINT))
            style = DifferentialStyle(fill=fill)
            formula = f"AND(ISNUMBER({here}),{test})"
            page.rule(matrix, Rule(type="expression", formula=[formula], dxf=style, stopIfTrue=True))


def mark_ratio(report: Report, page: Page, area: Area) -> None:
    """A consistency ratio above its limit has a colour and a sign."""
    signed = f'"▲ "{CR}'
    style = DifferentialStyle(
        font=Font(color=look.LOOK_HERE, bold=True), numFmt=NumberFormat(report.number_format(signed), signed)
    )
    here = area.cell(0, 0).coordinate
    page.rule(area, Rule(type="expression", formula=[f"AND(ISNUMBER({here}),{here}>{LARGEST_CR})"], dxf=style))


def _mark_gaps(page: Page, matrix: Area) -> None:
    """A pair that nobody judged has a frame where its judgment belongs, above the diagonal."""
    line = Side(style="thin", color=look.LOOK_HERE)
    style = DifferentialStyle(border=Border(left=line, right=line, top=line, bottom=line))
    here = matrix.cell(0, 0).coordinate
    above = f"COLUMN({here})-{matrix.left}>ROW({here})-{matrix.top}"
    page.rule(matrix, Rule(type="expression", formula=[f"AND(LEN({here})=0,{above})"], dxf=style))


def _ratios_only() -> DataValidation:
    rule = DataValidation(type="decimal", operator="between", formula1="0.0001", formula2="9999", allow_blank=True)
    rule.errorTitle = _("Not a ratio")
    rule.error = _(
        "Write how many times the row is preferred to the column: 3, or =1/3 (1/3 alone is a date for Excel)."
    )
    return rule
