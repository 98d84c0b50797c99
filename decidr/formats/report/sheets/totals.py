"""Totals and ranks of every view, live, on the calculation sheet.

Each view has a table of leaves (weight, divisor, each host's contribution) and one of hosts, whose columns have names.
"""

from decidr.core.analysis.musts import parse_must
from decidr.formats.report.book.page import FIRST
from decidr.formats.report.book.places import Area, quoted
from decidr.formats.report.book.report import Report
from decidr.formats.report.sheets.data import gap_word, voices
from decidr.formats.report.sheets.scores import scores_in, turned_score
from decidr.language import _

WEIGHT, DIVISOR, HOSTS = FIRST + 1, FIRST + 2, FIRST + 3

SUM, TOTAL, RANKED, ABOVE, POSITION, SORTED, START, RANK, HOST_AT = range(9)
"""Columns of the table of hosts: the sum of contributions; the total; 1 if the host takes part in the ranks; how many
are ahead; its place in the list; then, by place: the total there, the rank that begins there; by host again: its rank;
by place: which host stands there."""


def write_totals(report: Report, view: str) -> None:
    """Write both tables of one view; ``areas["hosts", view]`` is the second one."""
    contributions = _write_leaves(report, view)
    _write_hosts(report, view, contributions)


def host_at(report: Report, place: int) -> str:
    """Which host (from 1) stands at a place (from 0) of the report's ranking; the study's order while there is none."""
    cell = report.areas["hosts", report.content.view].column(HOST_AT).cell(place, 0)
    return f"IFERROR({cell},{place + 1})"


def _write_leaves(report: Report, view: str) -> Area:
    page, content = report.calculation, report.content
    leaves = content.by_view[view].leaves
    top = report.claim(len(leaves), _("{view}: weight, divisor and contributions").format(view=content.names[view]))
    for row, leaf in enumerate(leaves, top):
        page.text(row, FIRST, content.names[leaf], "modest")
        weight = page.formula(row, WEIGHT, f"{report.places['global', view, leaf]}", "modest")
        report.places["divisor", view, leaf] = page.formula(row, DIVISOR, _divisor(report, view, leaf), "modest")
        for i, host in enumerate(content.hosts):
            score, divisor = turned_score(report, view, leaf, i), report.places["divisor", view, leaf]
            place = page.formula(row, HOSTS + i, f"{weight}*{score}/{divisor}", "modest")
            report.places["contribution", view, leaf, host] = place
    return page.area(top, HOSTS, len(leaves), len(content.hosts))


def _divisor(report: Report, view: str, leaf: str) -> str:
    """1, the leaf's sum or its largest score, by the synthesis; 1 where that is 0."""
    scores, code = scores_in(report, view, leaf), report.places["code", "synthesis"]
    total, largest = f"SUM({scores})", f"MAX({scores})"
    if turned_score(report, view, leaf, 0).startswith("(1-"):
        total, largest = f"({scores.width}-{total})", f"(1-MIN({scores}))"
    by_sum, by_largest = (f"IF({by}=0,1,{by})" for by in (total, largest))
    return f"IF({code}=1,1,IF({code}=2,{by_sum},{by_largest}))"


def _write_hosts(report: Report, view: str, contributions: Area) -> None:
    page, content = report.calculation, report.content
    n = len(content.hosts)
    top = report.claim(n + 1, _("{view}: totals and ranks").format(view=content.names[view]))
    table = page.area(top, FIRST, n, HOST_AT + 1)
    report.areas["hosts", view] = table
    _write_whole(report, view, table)
    for i in range(n):
        for column, formula in _host_formulas(report, view, contributions, table, i).items():
            if column == RANKED:  # it may look through several people's values
                page.array(page.area(top + i, FIRST + column, 1, 1), formula, "modest")
            else:
                page.formula(top + i, FIRST + column, formula, "modest")
        host = content.hosts[i]
        report.places["total", view, host] = table.cell(i, TOTAL)
        report.places["rank", view, host] = table.cell(i, RANK)


def _write_whole(report: Report, view: str, table: Area) -> None:
    """What totals are divided by, below the table: under ideal their sum, else 1."""
    sums = table.column(SUM)
    formula = f"IF({report.places['code', 'synthesis']}<>3,1,IF(SUM({sums})=0,1,SUM({sums})))"
    place = report.calculation.formula(table.top + table.height, FIRST, formula, "modest")
    report.places["whole", view] = place


def _host_formulas(report: Report, view: str, contributions: Area, table: Area, i: int) -> dict[int, str]:
    totals, ranked = table.column(TOTAL), table.column(RANKED)
    here, counts, above = table.cell(i, TOTAL), table.cell(i, RANKED), table.cell(i, ABOVE)
    return {
        SUM: f"SUM({contributions.column(i)})" if contributions.height else "NA()",
        TOTAL: f"{table.cell(i, SUM)}/{report.places['whole', view]}",
        RANKED: _meets_musts(report, view, i),
        ABOVE: f"SUMPRODUCT({ranked}*({totals}>{here}))",
        POSITION: f"IF({counts}=1,{above}+1{_alike_before(table, i)},{_place_below(table, i)})",
        SORTED: f'IF({i + 1}<=SUM({ranked}),SUMPRODUCT(({table.column(POSITION)}={i + 1})*{totals}),"")',
        START: _start(table, i),
        RANK: f'IF({counts}=1,INDEX({table.column(START)},{above}+1),"–")',
        HOST_AT: f"MATCH({i + 1},{table.column(POSITION)},0)",
    }


def _alike_before(table: Area, i: int) -> str:
    """How many of the hosts before have the same total; they come first."""
    if i == 0:
        return ""
    totals, ranked = (Area(table.sheet, table.top, table.left + column, i, 1) for column in (TOTAL, RANKED))
    here = table.cell(i, TOTAL)
    return f"+SUMPRODUCT({ranked}*({totals}>={here})*(1-({totals}>{here})))"


def _place_below(table: Area, i: int) -> str:
    """The place of a host outside the ranks: after all that are ranked, in the study's order."""
    so_far = Area(table.sheet, table.top, table.left + RANKED, i + 1, 1)
    return f"SUM({table.column(RANKED)})+{i + 1}-SUM({so_far})"


def _start(table: Area, i: int) -> str:
    """The rank at a place: a gap above 1e-9 to the place before starts a new one."""
    if i == 0:
        return "1"
    before, here = table.cell(i - 1, SORTED), table.cell(i, SORTED)
    return f'IF(ISNUMBER({here}),IF({before}-{here}>1E-09,{i + 1},{table.cell(i - 1, START)}),"")'


def _meets_musts(report: Report, view: str, host: int) -> str:
    """1 where the host's values meet every must; a gap does not fail."""
    leaves = (report.content.criteria[leaf] for leaf in report.content.by_view[view].leaves)
    tests = [test for leaf in leaves if leaf.must and (test := _meets(report, leaf.id, leaf.must, host))]
    return f"IF(AND({','.join(tests)}),1,0)" if tests else "1"


def _meets(report: Report, leaf: str, text: str, host: int) -> str:
    """The test of one must; nothing where it is not understood or the leaf has no values."""
    way = report.content.ways_of_scoring[leaf]
    must = parse_must(text, names_level=way == "rating")
    if must is None or way == "pairwise":
        return ""
    value = _tested_value(report, leaf, host)
    if way == "rating":
        same = f"TRIM({value})={quoted(str(must.bound))}" if must.operator == "=" else "FALSE"
        return f"IF({_is_level(report, leaf, value)},{same},TRUE)"
    test = f"{value}{must.operator}{must.bound!r}" if isinstance(must.bound, float) else "FALSE"
    return f"IF(ISNUMBER({value}),{test},TRUE)"


def _tested_value(report: Report, leaf: str, host: int) -> str:
    """The study's own value, or the first that a participant gave (then the formula must be one over arrays)."""
    own, people = report.areas["values", leaf, ""].cell(0, host), voices(report.content, leaf)
    if not people:
        return f"{own}"
    column = Area(own.sheet, own.row, own.column, 1 + len(people), 1)
    held = f"ISNUMBER({column})"
    if report.content.ways_of_scoring[leaf] == "rating":
        held = f'({column}<>"")*({column}<>{quoted(gap_word(report.content, leaf))})'
    return f'IFERROR(INDEX({column},MATCH(1,1*({held}),0)),"")'


def _is_level(report: Report, leaf: str, value: str) -> str:
    return f"AND(LEN({value})>0,{value}<>{quoted(gap_word(report.content, leaf))})"
