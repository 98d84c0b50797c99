"""The report being written: its pages, and where each thing stands, so that formulas can point to it."""

from collections.abc import Iterable
from typing import IO

from openpyxl import Workbook
from openpyxl.styles import Font

from decidr.formats.report import look
from decidr.formats.report.book.inputs import Input, Value
from decidr.formats.report.book.page import Page
from decidr.formats.report.book.places import Area, Key, Place
from decidr.formats.report.book.stream import save
from decidr.formats.report.book.styles import Styles
from decidr.formats.report.content import Content
from decidr.language import _

START = 12
"""The first row of the calculation sheet below its heading."""


TABS = {
    **dict.fromkeys(("weights", "hosts", "data", "sources", "settings"), look.ACCENT),
    **dict.fromkeys(("values", "calculation"), look.OTHER_HOSTS),
}
"""Colours of sheets' tabs; those with answers are dark."""


class Report:
    """A workbook in the making. ``places`` finds single cells by what they mean, ``areas`` whole tables.

    ``inputs`` lists what the reader may change, each with its place and the value written.
    """

    def __init__(self, content: Content) -> None:
        self.content = content
        self.book = Workbook()
        first = self.book.worksheets[0]
        self._styles = Styles(first)
        self.pages = {name: Page(self.book, title, self._styles) for name, title in _titles(content)}
        self.book.remove(first)
        _dress(self.book)
        self._colour_tabs()
        self.places: dict[Key, Place] = {}
        self.areas: dict[Key, Area] = {}
        self.inputs: list[tuple[Input, Place, Value]] = []
        self._formats: dict[str, int] = {}
        self.next_row = START
        """The first free row on the calculation sheet."""

    def _colour_tabs(self) -> None:
        """Blue for sheets with inputs, grey for those that few will open."""
        for name, page in self.pages.items():
            page.sheet.sheet_properties.tabColor = TABS.get(name, look.TEXT)

    @property
    def calculation(self) -> Page:
        """The sheet of the computing steps."""
        return self.pages["calculation"]

    def add_page(self, name: str, title: str) -> Page:
        """A further sheet, after all others."""
        self.pages[name] = Page(self.book, title, self._styles)
        return self.pages[name]

    def save(self, target: IO[bytes]) -> None:
        """Write the workbook."""
        cells = {page.name: page.cells for page in self.pages.values()}
        heights = {page.name: page.heights for page in self.pages.values()}
        save(self.book, cells, heights, target)

    def add_input(self, what: Input, place: Place, written: Value) -> None:
        """Say that a cell may be changed, and what it means."""
        self.inputs.append((what, place, written))
        self.places[tuple(what)] = place

    def number_format(self, code: str) -> int:
        """A number of its own for a format that rules apply; those below 400 are taken by cells."""
        return self._formats.setdefault(code, 400 + len(self._formats))

    def put(self, keys: Iterable[Key], place: Place) -> None:
        """Say what a cell means; it may mean the same in several views."""
        for key in keys:
            self.places[key] = place

    def claim(self, height: int, title: str) -> int:
        """The first of so many free rows on the calculation sheet, under a title."""
        top = self.next_row + 1
        self.calculation.text(self.next_row, 2, title, "modest")
        self.next_row = top + height + 1
        return top


def _dress(book: Workbook) -> None:
    """The report's family for all that has no style of its own; columns are measured by it, too."""
    normal = next(s for s in book._named_styles if s.name == "Normal")  # type: ignore[attr-defined]  # no public way
    normal.font = Font(name=look.FAMILY, size=look.BODY)


def _titles(content: Content) -> list[tuple[str, str]]:
    """The sheets in their order; those that would have nothing to say are left out."""
    compares = any(way == "pairwise" for way in content.ways_of_scoring.values())
    leads = content.results.leader is not None
    return [
        ("cover", _("Summary")),
        ("weights", _("Weights")),
        *([("hosts", _("Host comparisons"))] * compares),
        ("data", _("Data")),
        ("sources", _("Sources")),
        ("scores", _("Scores")),
        ("contributions", _("Contributions")),
        *([("costs", _("Cost and quality"))] * (content.beside is not None)),
        ("sensitivity", _("Sensitivity")),
        *([("takes", _("What it takes"))] * leads),
        *([("robustness", _("Robustness"))] * (content.draws.planned is not None)),
        *([("scenarios", _("Scenarios"))] * (content.across is not None)),
        ("judgments", _("Judgments")),
        *([("methods", _("Other methods"))] * leads),
        ("settings", _("Settings")),
        ("values", _("Values")),
        ("calculation", _("Calculation")),
    ]
