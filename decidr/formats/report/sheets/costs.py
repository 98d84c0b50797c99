"""Cost beside quality, live: what was given, what it is in the study's currency, and the chart of both."""

from collections.abc import Sequence
from math import floor, isnan

from decidr.core.analysis.cost.beside_quality import CostBesideQuality
from decidr.core.analysis.cost.words import answer, axis, lacking, money_unit, terms
from decidr.core.study.data import CostItem
from decidr.core.study.names import folded
from decidr.formats.report import look
from decidr.formats.report.book.charts import Dot, quadrant_chart
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.page import CENTIMETRES_A_ROW, FIRST, Page
from decidr.formats.report.book.places import Area, Place
from decidr.formats.report.book.printing import inputs_note, set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import GENERAL, POINTS
from decidr.formats.report.content import Content
from decidr.language import _

COST, QUALITY = FIRST + 1, FIRST + 2
ITEM, AMOUNT, CURRENCY, YEAR, OWN, SOURCE = range(FIRST + 1, FIRST + 7)
X, Y, COUNTED_COST, COUNTED_QUALITY = range(FIRST + 1, FIRST + 5)
CHART_ROWS, CHART_WIDTH = 22, 21.0


def write_costs(report: Report) -> None:
    """Write the sheet; the totals must be there. Nothing where the study has no table of costs."""
    beside = report.content.beside
    if beside is None:
        return
    page, content = report.pages["costs"], report.content
    heading = f"{terms(beside)}. {_caption(content, beside)} {inputs_note()}"
    top = write_heading(report, page, answer(beside), heading, lacking(beside))
    chart = top + len(beside.hosts) + 3
    items = chart + CHART_ROWS
    rates = _write_rates(report, page, items + len(content.study.costs) + 3)
    converted = _write_items(report, page, beside, items, rates)
    table = _write_hosts(report, page, beside, top, converted)
    _draw(report, page, beside, table, chart)
    page.widths({FIRST: 24, ITEM: 24, AMOUNT: 18, CURRENCY: 12, YEAR: 8, OWN: 20, SOURCE: 34})
    set_up(report, page, landscape=True)


def _caption(content: Content, beside: CostBesideQuality) -> str:
    if not beside.left_out:
        return _("Quality is the total, points of 100.")
    names = ", ".join(content.names[criterion] for criterion in beside.left_out)
    return _("Quality is the total without {names}, points of 100, as the report was written.").format(names=names)


def _write_rates(report: Report, page: Page, top: int) -> dict[str, Place]:
    """The rates as inputs, where there are any; the cell of each currency."""
    study = report.content.study
    if not study.rates:
        return {}
    page.section(top, _("Rates"))
    page.header(top + 1, [_("Currency"), _("Per unit of the study's currency"), _("Year")])
    page.merged(top + 1, FIRST + 3, 4, _("Source"), "header note")
    found: dict[str, Place] = {}
    for row, rate in enumerate(study.rates, top + 2):
        page.text(row, FIRST, rate.currency)
        found[folded(rate.currency)] = page.number(row, FIRST + 1, rate.per_unit, "input", GENERAL)
        report.add_input(Input("rate", first=rate.currency, second=str(row)), page.place(row, FIRST + 1), rate.per_unit)
        page.number(row, FIRST + 2, rate.year, "quiet number", "0")
        page.merged(row, FIRST + 3, 4, rate.source, "quiet note")
    return found


def _write_items(
    report: Report, page: Page, beside: CostBesideQuality, top: int, rates: dict[str, Place]
) -> dict[str, list[Place]]:
    """The table of costs with its amounts as inputs; for each host the cells with its money in the own currency."""
    own = beside.money.currency
    page.section(top, _("What each host costs"))
    converted = _("In {currency}").format(currency=own) if own else _("Converted")
    heads = (_("Host"), _("Item"), _("Amount"), _("Currency"), _("Year"), converted, _("Source"))
    styles = ("header", "header", "header right", "header note", "header right", "header right", "header note")
    for column, (head, style) in enumerate(zip(heads, styles, strict=True), FIRST):
        page.text(top + 1, column, head, style)
    found: dict[str, list[Place]] = {host: [] for host in beside.hosts}
    for row, item in enumerate(report.content.study.costs, top + 2):
        place = _write_item(report, page, row, item, _rate_of(item, own, rates))
        if item.host in found:
            found[item.host].append(place)
    return found


def _rate_of(item: CostItem, own: str, rates: dict[str, Place]) -> Place | str | None:
    """1 for the own currency, the rate's cell for another, None where none is stated."""
    if folded(item.currency) in ("", folded(own)):
        return "1"
    return rates.get(folded(item.currency))


def _write_item(report: Report, page: Page, row: int, item: CostItem, rate: Place | str | None) -> Place:
    page.text(row, FIRST, report.content.names.get(item.host, ""))
    page.text(row, ITEM, item.item)
    amount = page.number(row, AMOUNT, item.amount, "input", _money_format(report.content))
    report.add_input(Input("cost", "", item.host, "", item.item, str(row)), amount, item.amount)
    page.text(row, CURRENCY, item.currency, "quiet note")
    page.number(row, YEAR, item.year, "quiet number", "0")
    page.text(row, SOURCE, item.source, "quiet note")
    now = _now(report, item)
    if rate is None or now == "–":
        return page.text(row, OWN, "–", "missing")
    formula = f'IF(AND(ISNUMBER({amount}),ISNUMBER({rate})),IF({rate}>0,{amount}/{rate},"–"),"–")'
    return page.formula(row, OWN, formula, "number", _money_format(report.content), value=now)


def _money_format(content: Content) -> str:
    """Whole units where any amount is large, else hundredths."""
    return "#,##0" if any(abs(item.amount) >= 10_000 for item in content.study.costs) else "#,##0.00"


def _now(report: Report, item: CostItem) -> float | str:
    beside = report.content.beside
    items = beside.money.items.get(item.host, ()) if beside else ()
    return next((amount for one, amount in items if one is item and amount is not None), "–")


def _write_hosts(
    report: Report, page: Page, beside: CostBesideQuality, top: int, converted: dict[str, list[Place]]
) -> Area:
    """Every host with cost and quality, and the medians below."""
    content, own = report.content, beside.money.currency
    cost = _("Cost, {unit}").format(unit=own) if own else _("Cost")
    page.begin(top)
    page.header(top, [_("Host"), cost, _("Quality")])
    for i, host in enumerate(beside.hosts):
        page.text(top + 1 + i, FIRST, beside.names[i], "strong" if host in content.focus else "text")
        _write_cost(report, page, top + 1 + i, converted[host], float(beside.costs[i]))
        quality = 100 * float(beside.quality[i])
        if beside.left_out:
            page.number(top + 1 + i, QUALITY, quality, "fixed number", POINTS)
        else:
            total = f"100*{report.places['total', content.view, host]}"
            page.formula(top + 1 + i, QUALITY, total, "number", POINTS, value=quality)
    return page.area(top + 1, COST, len(beside.hosts), 2)


def _write_cost(report: Report, page: Page, row: int, cells: Sequence[Place], cost: float) -> None:
    if not cells:
        page.text(row, COST, "–", "missing")
        return
    listed = ",".join(map(str, cells))
    formula = f'IF(COUNT({listed})={len(cells)},SUM({listed}),"–")'
    form = _money_format(report.content)
    page.formula(row, COST, formula, "number", form, value="–" if isnan(cost) else cost)


def _draw(report: Report, page: Page, beside: CostBesideQuality, table: Area, top: int) -> None:
    """Medians below the table, what the chart needs on the calculation sheet, and the chart."""
    calculation, content, n = report.calculation, report.content, len(beside.hosts)
    unit = money_unit(beside.costs[beside.counted])
    rows = report.claim(n, _("Cost and quality: chart"))
    for i, host in enumerate(beside.hosts):
        cost, quality = table.cell(i, 0), table.cell(i, 1)
        both = f"AND(ISNUMBER({cost}),ISNUMBER({quality}))"
        counts = f"AND({both},ISNUMBER({report.places['rank', content.view, host]}))"
        calculation.text(rows + i, FIRST, beside.names[i], "modest")
        calculation.formula(rows + i, X, f"IF({both},{cost}/{unit!r},NA())", "modest")
        calculation.formula(rows + i, Y, f"IF({both},{quality},NA())", "modest")
        calculation.formula(rows + i, COUNTED_COST, f'IF({counts},{cost},"")', "modest")
        calculation.formula(rows + i, COUNTED_QUALITY, f'IF({counts},{quality},"")', "modest")
    report.areas["cost and quality",] = table
    medians = _write_medians(report, page, beside, table, rows)
    if not beside.counted.any():
        return
    lines = _median_lines(report, medians, rows, unit, n)
    chart = quadrant_chart(
        [_dot(content, calculation, rows + i, i) for i in range(n)],
        lines,
        (axis(beside, unit), _("Quality, points of 100")),
        _lowest(beside),
        (CHART_WIDTH, (CHART_ROWS - 2) * CENTIMETRES_A_ROW),
    )
    page.sheet.add_chart(chart, page.place(top, FIRST).coordinate)


def _lowest(beside: CostBesideQuality) -> float:
    """Where the axis of quality begins: a round figure with room below all hosts, so that some may still sink."""
    return max(0.0, 10 * floor(10 * float(beside.quality[beside.counted].min()) - 1))


def _write_medians(
    report: Report, page: Page, beside: CostBesideQuality, table: Area, rows: int
) -> tuple[Place, Place]:
    """The medians of the hosts that the ranking counts, below the table."""
    row, n = table.top + table.height, table.height
    page.text(row, FIRST, _("Median"), "total")
    given = (
        (COUNTED_COST, _money_format(report.content), beside.median_cost),
        (COUNTED_QUALITY, POINTS, 100 * beside.median_quality),
    )
    places = []
    for column, (counted, form, now) in enumerate(given):
        area = report.calculation.area(rows, counted, n, 1)
        value = "–" if isnan(now) else now
        formula = f'IF(COUNT({area})>0,MEDIAN({area}),"–")'
        places.append(page.formula(row, COST + column, formula, "total number", form, value=value))
    return places[0], places[1]


def _median_lines(
    report: Report, medians: tuple[Place, Place], rows: int, unit: float, n: int
) -> list[tuple[Area, Area]]:
    """Both medians as lines of two points, through all that is counted: (x, y) each."""
    page = report.calculation
    top = report.claim(4, _("Cost and quality: medians"))
    found = []
    for at, (x, y) in enumerate(((0, 1), (1, 0))):  # the upright line at the median cost, then the level one
        for end, function in enumerate(("MIN", "MAX")):
            columns = (COUNTED_COST, COUNTED_QUALITY)
            divisors = (f"/{unit!r}", "")
            areas = [page.area(rows, column, n, 1) for column in columns]
            ends = [f"{function}({area}){by}" for area, by in zip(areas, divisors, strict=True)]
            fixed = [f"{median}{by}" for median, by in zip(medians, divisors, strict=True)]
            row = top + 2 * at + end
            page.formula(row, X, fixed[0] if x == 0 else ends[0], "modest")
            page.formula(row, Y, ends[1] if y == 1 else fixed[1], "modest")
        found.append((page.area(top + 2 * at, X, 2, 1), page.area(top + 2 * at, Y, 2, 1)))
    return found


def _dot(content: Content, page: Page, row: int, i: int) -> Dot:
    host = content.hosts[i]
    is_in_focus = host in content.focus
    colour = look.HOSTS_IN_FOCUS[content.focus.index(host)] if is_in_focus else look.OTHER_HOSTS
    return Dot(page.area(row, X, 1, 1), page.area(row, Y, 1, 1), page.area(row, FIRST, 1, 1), colour)
