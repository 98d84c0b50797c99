"""Where each figure comes from: bounds, unit, year, status, source, licence and note of every cell."""

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from decidr.core.analysis.evidence import KINDS
from decidr.core.study.criteria import Criterion
from decidr.core.study.data import Cell
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.leaf_table import name_width
from decidr.formats.report.book.lettering import width_of
from decidr.formats.report.book.page import FIRST
from decidr.formats.report.book.places import Area
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import figure_format
from decidr.formats.report.headings import sources_heading
from decidr.formats.report.sheets.data import CLOSED_NAME, STATUS_NAME, figures_format, shown_value
from decidr.formats.report.tables import SourceRow, source_rows
from decidr.formats.report.wording import evidence_said
from decidr.language import _

LEAF, HOST, VALUE, LOW, HIGH, UNIT, YEAR, STATUS, CLOSED, SOURCE, LICENCE, NOTE = range(FIRST, FIRST + 12)
WIDTHS = dict(zip(range(LEAF, NOTE + 1), (24, 14, 11, 8, 8, 18, 6, 18, 18, 38, 20, 24), strict=True))


LEAST_HOST, MOST_HOST, MOST_LEAF = 12.0, 26.0, 30.0


class SourcesSheet:
    """The sheet, planned before the data that look at its status, and filled after them."""

    def __init__(self, report: Report) -> None:
        self._report, self._page = report, report.pages["sources"]
        self._rows = tuple(source_rows(report.content))
        self._top = 4 + bool(report.content.placeholders)
        self._plan()

    def write(self) -> None:
        """Fill the sheet; the data must be there."""
        page = self._page
        caption = _("The Data sheet holds the values; here is what they rest on. Status and Closed count, too.")
        write_heading(
            self._report, page, sources_heading(self._report.content), caption, self._report.content.placeholders
        )
        header = [_("Criterion"), _("Host"), _("Value"), _("Low"), _("High"), _("Unit"), _("Year"), _("Status")]
        page.header(self._top, [*header, _("Closed, because"), _("Source"), _("Licence"), _("Note")], numbers_from=99)
        for column, text in ((VALUE, _("Value")), (LOW, _("Low")), (HIGH, _("High")), (YEAR, _("Year"))):
            page.text(self._top, column, text, "header right")
        for column, text in ((UNIT, _("Unit")), (STATUS, _("Status"))):
            page.text(self._top, column, text, "header note")
        for i, row in enumerate(self._rows, self._top + 1):
            self._write_row(i, row)
        self._offer_statuses()
        content = self._report.content
        hosts = max((width_of(content.names[host]) + 1.5 for host in content.hosts), default=0.0)
        page.widths(WIDTHS | {LEAF: min(name_width(content), MOST_LEAF), HOST: min(max(LEAST_HOST, hosts), MOST_HOST)})
        page.hide(self._empty_columns())
        page.freeze(self._top + 1, VALUE)
        page.sheet.auto_filter.ref = page.area(self._top, FIRST, len(self._rows) + 1, len(WIDTHS)).coordinates
        set_up(self._report, page, landscape=True, repeat_rows=page.frozen)

    def _offer_statuses(self) -> None:
        """A drop-down of the words that count, from a list on the calculation sheet."""
        top = self._report.claim(len(KINDS), _("what a figure may rest on"))
        for i, kind in enumerate(KINDS):
            self._report.calculation.text(top + i, FIRST, evidence_said(kind), "modest")
        words = self._report.calculation.area(top, FIRST, len(KINDS), 1)
        rule = DataValidation(type="list", formula1=f"{words}", allow_blank=True)
        self._page.validate(self._page.area(self._top + 1, STATUS, max(1, len(self._rows)), 1), rule)

    def _empty_columns(self) -> list[int]:
        """Columns of bounds, reasons, licences and notes that no cell of this study has."""
        cells = [row.cell for row in self._rows if row.cell]
        given = {
            LOW: any(cell.low is not None for cell in cells),
            HIGH: any(cell.high is not None for cell in cells),
            CLOSED: any(cell.closed for cell in cells),
            LICENCE: any(cell.licence for cell in cells),
            NOTE: any(cell.note for cell in cells),
        }
        return [column for column, is_given in given.items() if not is_given]

    def _plan(self) -> None:
        """Say where the status and the closing reason of each leaf's hosts will stand."""
        count = len(self._report.content.hosts)
        for i, row in enumerate(self._rows, self._top + 1):
            if row.participant is None and row.host == self._report.content.hosts[0]:
                for name, column in (("status", STATUS), ("closed", CLOSED), ("low", LOW), ("high", HIGH)):
                    self._report.areas[name, row.leaf] = Area(self._page.name, i, column, count, 1)
        for name, column in ((STATUS_NAME, STATUS), (CLOSED_NAME, CLOSED)):
            area = self._page.area(1, column, self._top + len(self._rows), 1)
            self._report.book.defined_names[name] = DefinedName(name, attr_text=str(area))

    def _write_row(self, i: int, row: SourceRow) -> None:
        page, names, cell = self._page, self._report.content.names, row.cell
        leaf = self._report.content.criteria[row.leaf]
        host = names[row.host] if row.participant is None else f"{names[row.host]} ({names[row.participant]})"
        page.blank(page.area(i, FIRST, 1, len(WIDTHS)), "text")
        page.text(i, LEAF, leaf.name, "text")
        page.text(i, HOST, host, "text")
        self._write_value(i, row, leaf)
        style = "look here" if row.evidence in ("placeholder", "missing") else "quiet note"
        status = page.text(i, STATUS, evidence_said(row.evidence), style)
        if row.participant is None:
            self._report.add_input(Input("status", "", row.leaf, "", row.host), status, evidence_said(row.evidence))
            reason = (cell.closed or None) if cell else None
            self._report.add_input(Input("closed", "", row.leaf, "", row.host), page.place(i, CLOSED), reason)
        if cell is not None:
            self._write_words(i, row, cell, leaf)

    def _write_value(self, i: int, row: SourceRow, leaf: Criterion) -> None:
        area = self._report.areas.get(("values", row.leaf, row.participant or ""))
        if area is None or self._report.content.ways_of_scoring[row.leaf] == "pairwise":
            return
        place = area.cell(0, self._report.content.hosts.index(row.host))
        value = shown_value(self._report.content, row.leaf, row.host, row.participant or "")
        form = figures_format(self._report.content, leaf, row.participant or "")
        self._page.formula(i, VALUE, f'IF(ISBLANK({place}),"",{place})', "number", form, value=value)

    def _write_words(self, i: int, row: SourceRow, cell: Cell, leaf: Criterion) -> None:
        page = self._page
        form = figure_format([bound for bound in (cell.low, cell.high) if bound is not None])
        for kind, column, bound in (("low", LOW, cell.low), ("high", HIGH, cell.high)):
            if bound is not None:
                place = page.number(i, column, bound, "input", form)
                if row.participant is None:
                    self._report.add_input(Input(kind, "", row.leaf, "", row.host), place, bound)
        if cell.year is not None:
            page.number(i, YEAR, cell.year, "number")
        words = {UNIT: cell.unit or leaf.unit, SOURCE: cell.source, LICENCE: cell.licence, NOTE: cell.note}
        for column, text in words.items():
            if text:
                page.text(i, column, text, "small note" if column == UNIT else "small text")
        if cell.closed:
            page.text(i, CLOSED, cell.closed, "small look here")
