"""The CSV exports of AHP-OS, also as they look once saved as a workbook, with decimal points or commas.

Four kinds, told apart by their first lines: the judgments that participants entered («Session Code», matrices without
names), the group's result (the same with «Weights»), the hierarchy with its priorities («Project: …»), and the priority
calculator's one matrix (a title with the time, the number of items, their names).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from decidr.core.study.edits import set_fields
from decidr.core.study.study import Study
from decidr.formats.foreign.ahp_os_project import SETTINGS
from decidr.formats.foreign.draft import study_from
from decidr.formats.foreign.given import Given
from decidr.formats.foreign.matrices import pairs_of
from decidr.formats.matrix_sheets import unlabelled_block
from decidr.formats.opened import Opened
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_tables import Trouble, figure
from decidr.language import _

PLACES = 1e-6
"""Half of what the six decimals of the exports hide, twice."""

WHOLE = ("pTot", "pGlb")
"""Not nodes, but the whole, under AHP-OS's own names for it."""

ABOUT = {
    "Project Name": "title",
    "Project": "title",
    "Description": "question",
    "Author": "author",
    "Created": "date",
}


def study_of_export(sheets: Sequence[Sheet], title: str) -> Opened | None:
    """The study in the first sheet that is such an export; None where none is, Refused where it is damaged."""
    for sheet in sheets:
        export = _export(sheet)
        if export:
            return export.study(title)
    return None


def _export(sheet: Sheet) -> "_Export | None":
    first = [sheet.text(row, 0) for row in range(min(3, len(sheet.rows)))]
    if any(text.startswith("Project: ") for text in first) and "Level 1" in first:
        return _Hierarchy(sheet)
    if "Session Code" in first:
        words = {sheet.text(row, 0) for row in range(len(sheet.rows))}
        return _GroupResult(sheet) if {"Weights", "Crit/Alt"} & words else _Inputs(sheet)
    is_timed = re.fullmatch(r"\d{4}\.\d\d\.\d\d \d\d:\d\d:\d\d", sheet.text(0, 1))
    return _Calculator(sheet) if is_timed and figure(sheet.value(1, 0)) else None


@dataclass
class _Export:
    """One sheet, and what was found in it so far."""

    sheet: Sheet
    trouble: Trouble = field(default_factory=Trouble)
    about: dict[str, str] = field(default_factory=dict)
    found: list[Given] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)

    def study(self, title: str) -> Opened:
        self.read()
        self.trouble.notice("foreign.settings", self.sheet.name, program="AHP-OS", table="Alonso-Lamata")
        said = {name: text for name, text in self.about.items() if text}
        about = set_fields(Study(title=title, settings=SETTINGS), **said)
        return study_from(self.found, self.trouble, about, self.hosts)

    def read(self) -> None:
        """Fill in what the sheet says."""
        raise NotImplementedError

    def text(self, row: int, column: int = 0) -> str:
        return self.sheet.text(row, column)

    def filled(self, row: int, column: int) -> tuple[str, ...]:
        """The texts from a cell to the right, up to the first empty one."""
        texts = []
        while self.text(row, column):
            texts.append(self.text(row, column))
            column += 1
        return tuple(texts)

    def size_at(self, row: int, column: int) -> int:
        """How many rows of figures follow from a row on, in a column."""
        size = 0
        while self.sheet.value(row + size, column) != "" and figure(self.sheet.value(row + size, column)) is not None:
            size += 1
        return size

    def matrix(self, node: str, names: Sequence[str], row: int, column: int, person: str = "") -> int:
        """Take the matrix whose first figure is there, of items in this order; how many rows it has."""
        place, size = self.sheet.address(row, column), self.size_at(row, column)
        if size != len(names):
            self.trouble.error("ahp_os.size", place, node=node, found=size, wanted=len(names))
        else:
            pairs = pairs_of(unlabelled_block(self.sheet, row, column, size), names, self.trouble)
            self.found.append(Given(node, tuple(names), place, person, pairs))
        return size

    def tell_about(self, row: int) -> None:
        field_ = ABOUT.get(self.text(row))
        if field_:
            text = " ".join(self.text(row, 1).split())
            self.about.setdefault(field_, text[:10] if field_ == "date" else text)


class _Inputs(_Export):
    """What every participant entered: matrices of hosts with their names, of criteria without."""

    def read(self) -> None:
        person, nodes = "", dict[str, str]()
        for row in range(len(self.sheet.rows)):
            word = self.text(row)
            self.tell_about(row)
            if word == "Participant":
                person = self.text(row, 1)
            elif word == "Alternatives" and not self.hosts:
                self.hosts = list(self.filled(row, 1))
            elif word == "Criterion":
                nodes.setdefault(self.text(row, 1), self.sheet.address(row, 1))
                self.matrix(self.text(row, 1), self.hosts, row + 1, 2, person)
            elif word == "Node":
                nodes.setdefault(self.text(row, 1), self.sheet.address(row, 1))
                self.matrix(self.text(row, 1), self._numbered(row), row + 1, 2, person)
        self._tell_of(nodes)

    def _numbered(self, row: int) -> list[str]:
        return [_("Criterion {number}").format(number=i + 1) for i in range(self.size_at(row + 1, 2))]

    def _tell_of(self, nodes: dict[str, str]) -> None:
        """This export has no names of criteria below a node, and no weights of criteria above hosts."""
        if not nodes:
            self.trouble.error("ahp_os.nobody", self.sheet.name)
        elif self.hosts:
            place = next(iter(nodes.values()))
            self.found.insert(0, Given("", tuple(nodes), place))
            self.trouble.warning("ahp_os.no_weights", place)
        elif len(nodes) > 1:
            self.trouble.error("ahp_os.no_names", [*nodes.values()][1])
            self.found = self.found[:1]
        else:
            self.trouble.warning("ahp_os.numbered", next(iter(nodes.values())))


class _GroupResult(_Export):
    """What the group came to: consolidated matrices, with names."""

    def read(self) -> None:
        node, names = "", tuple[str, ...]()
        for row in range(len(self.sheet.rows)):
            word = self.text(row)
            self.tell_about(row)
            if word == "Node":
                node = self.text(row, 1)
            elif word == "Weights":
                names = self.filled(row, 1)[:-1]
            elif word == "Consolidated Decision Matrix" and node not in WHOLE and self.size_at(row + 1, 1):
                self.matrix(node, names, row + 1, 1)
            elif word == "Crit/Alt":
                self._take_leaves(row)
            elif word and self.text(row, 1) == "CR" and self.hosts:
                self.matrix(word, self.hosts, row + 1, 1)
        self.trouble.notice("ahp_os.group_only", self.sheet.name)

    def _take_leaves(self, row: int) -> None:
        """The leaves with their weights in the whole, above the hosts."""
        self.hosts = list(self.filled(row, 2))
        rows = range(row + 1, row + 1 + self.size_at(row + 1, 1))
        weights = {self.text(line): figure(self.sheet.value(line, 1)) or 0.0 for line in rows}
        self.found.append(Given("", tuple(weights), self.sheet.address(row, 0), weights=weights))


class _Hierarchy(_Export):
    """The table of the hierarchy with its priorities, and the matrices of the nodes that were compared."""

    def read(self) -> None:
        head = next(row for row in range(3) if self.text(row) == "Level 1")
        goal = next(self.text(row) for row in range(3) if self.text(row).startswith("Project: "))[len("Project: ") :]
        headers = self.filled(head, 0)
        whole = headers.index("Glb. Pr.") if "Glb. Pr." in headers else len(headers)
        self.hosts = list(headers[whole + 1 : whole + 1 + (len(headers) - whole - 1) // 2])
        end = self._end_of_table(head + 1)
        tree = _branches_of_table(self.sheet, range(head + 1, end), goal, whole // 2)
        judged = self._take_matrices(end, {one.node: one.items for one in tree})
        rows = {self.text(row, c): row for row in range(head + 1, end) for c in range(0, whole, 2) if self.text(row, c)}
        priorities = self._scores(rows, whole + 1, judged, {one.node for one in tree})
        self.found = [*(self._weighed(one, judged) for one in tree), *self.found, *priorities]

    def _end_of_table(self, row: int) -> int:
        while row < len(self.sheet.rows) and self.sheet.is_filled(row):
            if self.text(row) == "Total" and not self.text(row, 1):
                break
            row += 1
        return row

    def _take_matrices(self, row: int, tree: dict[str, tuple[str, ...]]) -> set[str]:
        judged = set()
        while row < len(self.sheet.rows):
            node, names = self.text(row), self._names_at(row + 1)
            leaf = node.removeprefix("Alternatives for ") if names == self.hosts else node
            if node and names and not self.text(row, 1):
                if leaf in tree or names == self.hosts:
                    judged.add(leaf)
                    self.matrix(leaf, names, row + 1, 1)
                else:
                    self.trouble.error("ahp_os.unknown_node", self.sheet.address(row, 0), name=node)
                row += len(names)
            row += 1
        return judged

    def _names_at(self, row: int) -> list[str]:
        """The names down the first column, beside figures."""
        return [self.text(row + i) for i in range(self.size_at(row, 1)) if self.text(row + i)]

    def _weighed(self, one: Given, judged: set[str]) -> Given:
        """A node with its priorities as weights, unless its matrix follows; equal ones are what nobody judged."""
        if one.node in judged:
            return Given(one.node, one.items, one.place)
        return self._with_status(one)

    def _with_status(self, one: Given) -> Given:
        is_equal = _are_equal(one.weights.values()) and len(one.items) > 1
        if is_equal:
            self.trouble.warning("ahp_os.equal", one.place, node=one.node)
        status: Literal["judged", "placeholder"] = "placeholder" if is_equal else "judged"
        return Given(one.node, one.items, one.place, weights=one.weights, status=status)

    def _scores(self, rows: dict[str, int], column: int, judged: set[str], parents: set[str]) -> Iterator[Given]:
        """The hosts' priorities under the leaves whose matrices are not in the file."""
        for leaf, row in rows.items() if self.hosts else ():
            if leaf not in judged and leaf not in parents:
                figures = [figure(self.sheet.value(row, column + i)) for i in range(len(self.hosts))]
                weights = {h: f for h, f in zip(self.hosts, figures, strict=True) if f is not None}
                if len(weights) == len(self.hosts) and not _are_equal(weights.values()):
                    yield Given(leaf, tuple(self.hosts), self.sheet.address(row, column), weights=weights)


def _are_equal(weights: Iterable[float]) -> bool:
    found = list(weights)
    return bool(found) and max(found) - min(found) <= PLACES


def _branches_of_table(sheet: Sheet, rows: Sequence[int], goal: str, depth: int) -> list[Given]:
    """The nodes of a table with a name and a priority a level; a name stands only where it begins."""
    weights: dict[str, dict[str, float]] = {goal: {}}
    places = {goal: sheet.address(rows[0], 0) if rows else sheet.name}
    path: list[str] = []
    for row in rows:
        for level in range(depth):
            name = sheet.text(row, 2 * level)
            if name:
                path[level:] = [name]
                above = path[level - 1] if level else goal
                places.setdefault(above, sheet.address(row, 2 * level))
                weights.setdefault(above, {})[name] = figure(sheet.value(row, 2 * level + 1)) or 0.0
    return [Given(node, tuple(found), places[node], weights=found) for node, found in weights.items()]


class _Calculator(_Export):
    """One matrix: title and time, how many items, their names, the figures, the priorities."""

    def read(self) -> None:
        names = self.filled(2, 0)
        size = int(figure(self.sheet.value(1, 0)) or 0)
        if size != len(names):
            self.trouble.error(
                "ahp_os.size", self.sheet.address(2, 0), node=self.text(0), found=len(names), wanted=size
            )
        block = unlabelled_block(self.sheet, 3, 0, len(names))
        pairs = pairs_of(block, names, self.trouble)
        self.found.append(Given(self.text(0), names, self.sheet.address(3, 0), pairs=pairs))
