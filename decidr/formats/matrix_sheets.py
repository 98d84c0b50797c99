"""Labelled square blocks of judgments anywhere on a sheet: names across the first row and down the first column."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from decidr.core.study.criteria import GOAL
from decidr.core.study.judgments import Judgment
from decidr.core.study.names import folded
from decidr.formats.judgment_book import JudgmentBook, Key
from decidr.formats.ratios import NotARatio, parse_ratio
from decidr.formats.spreadsheet import Sheet, Value, name_text
from decidr.formats.workbook_tables import Named, Trouble

DIAGONAL_TOLERANCE = 1e-9

DEEP = 2
"""A matrix may stand below a title and beside a numbering; with more around it, it is part of a table."""


@dataclass(frozen=True)
class Block:
    """A square block: its top-left cell at ``row`` and ``column``, names across and, in any order, down."""

    sheet: Sheet
    row: int
    column: int
    across: tuple[str, ...]
    down: tuple[str, ...]

    @property
    def corner(self) -> str:
        """What the top-left cell says."""
        return self.sheet.text(self.row, self.column)

    @property
    def address(self) -> str:
        """Where the top-left cell is."""
        return self.sheet.address(self.row, self.column)

    def cell(self, first: str, second: str) -> tuple[int, int]:
        """Row and column of the cell that says how much ``first`` is preferred to ``second``."""
        return self.row + 1 + self.down.index(first), self.column + 1 + self.across.index(second)


def square_blocks(sheet: Sheet) -> list[Block]:
    """Every labelled square block of a sheet, from the top; blocks do not overlap.

    Equal figures in the midst of a long table are no block.
    """
    labels = _Labels(sheet)
    found: list[Block] = []
    for row in range(len(sheet.rows)):
        for column in range(len(sheet.rows[row])):
            names = labels.square_at(row, column)
            is_new = names and not any(_lies_in(row, column, other) for other in found)
            if names and is_new and not labels.is_amidst(row, column, len(names[0])):
                found.append(Block(sheet, row, column, *names))
    return found


class _Labels:
    """The cells of a sheet as names, and how far the filled ones run on to the right and down from each."""

    def __init__(self, sheet: Sheet) -> None:
        width = max((len(row) for row in sheet.rows), default=0)
        blank = [""] * (width + 1)
        self.rows = [[folded(sheet.text(i, j)) for j in range(width)] + [""] for i in range(len(sheet.rows))] + [blank]
        self.columns = list(zip(*self.rows, strict=True))
        self.right, self.down = _runs(self.rows), _runs(self.columns)

    def square_at(self, row: int, column: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Names across and down from a top-left cell: as many as are the same names; None below two."""
        largest = min(self.right[row][column + 1], self.down[column][row + 1])
        across = self.rows[row][column + 1 : column + 1 + largest]
        down = self.columns[column][row + 1 : row + 1 + largest]
        if largest < 2 or across[0] not in down:
            return None
        size = next((n for n in range(largest, 1, -1) if len({*across[:n]}) == n and {*across[:n]} == {*down[:n]}), 0)
        return (tuple(across[:size]), tuple(down[:size])) if size else None

    def is_amidst(self, row: int, column: int, size: int) -> bool:
        """Whether a square lies in a table: all along it two rows above and two columns at its left are filled."""
        if row < DEEP or column < DEEP:
            return False
        above = (cell for line in self.rows[row - DEEP : row] for cell in line[column : column + size + 1])
        before = (cell for line in self.columns[column - DEEP : column] for cell in line[row : row + size + 1])
        return all(above) and all(before)


def has_ones_on_diagonal(block: Block) -> bool:
    """Whether the block may compare its items: some diagonal cell is empty or 1, as none of a normalised matrix is."""
    values = (block.sheet.value(*block.cell(label, label)) for label in block.across)
    return any(name_text(value) in ("", "1") for value in values)


def unlabelled_block(sheet: Sheet, row: int, column: int, size: int) -> Block:
    """A block whose first figure stands at ``row`` and ``column``, for items that are named elsewhere."""
    labels = tuple(str(number) for number in range(size))
    return Block(sheet, row - 1, column - 1, labels, labels)


def _runs(lines: Sequence[Sequence[str]]) -> list[list[int]]:
    """How many cells from each on, itself included, are filled without a gap along its line."""
    return [_runs_along(line) for line in lines]


def _runs_along(line: Sequence[str]) -> list[int]:
    runs = [0] * (len(line) + 1)
    for i in range(len(line) - 1, -1, -1):
        runs[i] = runs[i + 1] + 1 if line[i] else 0
    return runs


def _lies_in(row: int, column: int, block: Block) -> bool:
    rows = block.row <= row <= block.row + len(block.down)
    return rows and block.column <= column <= block.column + len(block.across)


def read_matrix_sheet(sheet: Sheet, book: JudgmentBook, view: str) -> bool:
    """Take every matrix of a sheet into ``book``; False if the sheet holds none that belongs to the study."""
    blocks = square_blocks(sheet)
    ours = [block for block in blocks if _belongs(block, book)]
    for block in ours:
        _read_block(block, book, view)
    for block in blocks if ours else ():
        if block not in ours:
            book.trouble.notice("matrix.left_out", block.address)
    return bool(ours)


def tell_mistyped_labels(sheet: Sheet, book: JudgmentBook) -> bool:
    """Tell of the names that keep a sheet from being a matrix of the study; False if it is like none.

    Like one are as many names down as across, all of criteria or all of hosts, most of them right and the others near.
    """
    labels = _labels_of_first_block(sheet)
    for named in (book.names.criteria, book.names.hosts):
        wrong = [(text, address) for text, address in labels if named.find(text) is None]
        if 0 < len(wrong) <= len(labels) / 2 and all(named.nearest(text) for text, _ in wrong):
            for text, address in wrong:
                named.tell_unknown(text, address, book.trouble)
            return True
    return False


def _labels_of_first_block(sheet: Sheet) -> list[tuple[str, str]]:
    """Text and address of the names across the first filled row and down the first filled column, if as many."""
    width = max((len(row) for row in sheet.rows), default=0)
    top = next((i for i in range(len(sheet.rows)) if sheet.is_filled(i)), 0)
    left = next((j for j in range(width) if any(sheet.text(i, j) for i in range(top + 1, len(sheet.rows)))), 0)
    across = list(takewhile(lambda place: sheet.text(*place), ((top, j) for j in range(left + 1, width + 1))))
    down = list(takewhile(lambda place: sheet.text(*place), ((i, left) for i in range(top + 1, len(sheet.rows) + 1))))
    places = [*across, *down] if len(across) == len(down) > 1 else []
    return [(sheet.text(*place), sheet.address(*place)) for place in places]


def _belongs(block: Block, book: JudgmentBook) -> bool:
    """Whether the corner names a node, or some node has items of these names."""
    return book.names.criteria.find(_corner_parts(block, book)[0]) is not None or bool(_nodes_with(block, book))


def _corner_parts(block: Block, book: JudgmentBook) -> tuple[str, str]:
    """Node and participant that the corner names, as in ``Stability @ Lee``; a node's own name may have an @."""
    if book.names.criteria.find(block.corner) is not None:
        return block.corner, ""
    name, _, person = block.corner.partition("@")
    return name.strip(), person.strip()


def _nodes_with(block: Block, book: JudgmentBook) -> list[str]:
    """The nodes whose items are those of the block."""
    nodes = [GOAL, *(criterion.id for criterion in book.criteria)]
    return [node for node in nodes if _items(block, node, book) is not None]


def _items(block: Block, node: str, book: JudgmentBook) -> list[str] | None:
    """Ids of the block's names across, if they are exactly the node's items."""
    named = _named_at(node, book)
    ids = [named.find(label) for label in block.across]
    known = [id_ for id_ in ids if id_ is not None]
    return known if len(known) == len(ids) and set(known) == set(book.items_at(node)) else None


def _named_at(node: str, book: JudgmentBook) -> Named:
    return book.names.criteria if node in book.children else book.names.hosts


def _read_block(block: Block, book: JudgmentBook, view: str) -> None:
    name, person = _corner_parts(block, book)
    participant = _participant(block, person, book)
    node = _node(block, name, book)
    if node is None or (person and participant is None):
        return
    items = _items(block, node, book)
    if items is None:
        _tell_wrong_items(block, node, book)
        return
    key: Key = (node, view, participant)
    for judgment, address in judgments_in(block, items, book.trouble):
        book.add(key, judgment, address)


def _tell_wrong_items(block: Block, node: str, book: JudgmentBook) -> None:
    """Name the labels that nothing is called like; where all are known, that some are of another node or lacking."""
    named = _named_at(node, book)
    unknown = [block.column + 1 + i for i, label in enumerate(block.across) if named.find(label) is None]
    for column in unknown:
        named.tell_unknown(block.sheet.text(block.row, column), block.sheet.address(block.row, column), book.trouble)
    if not unknown:
        book.trouble.error("matrix.wrong_items", block.address, node=book.names.criteria.names[node])


def _participant(block: Block, person: str, book: JudgmentBook) -> str | None:
    found = book.names.participants.find(person) if person else None
    if person and found is None:
        book.names.participants.tell_unknown(person, block.address, book.trouble)
    return found


def _node(block: Block, name: str, book: JudgmentBook) -> str | None:
    """The node that the corner names, or the only one with these items."""
    named = book.names.criteria.find(name) if name else None
    fitting = _nodes_with(block, book)
    if named is not None:
        return named
    if len(fitting) == 1 and not name:
        return fitting[0]
    code = "matrix.unknown_node" if name else "matrix.which_node"
    book.trouble.error(code, block.address, name=name)
    return None


def judgments_in(block: Block, items: Sequence[str], trouble: Trouble) -> Iterator[tuple[Judgment, str]]:
    """Each pair across the upper triangle, as it stands or as its mirror says."""
    for i, first in enumerate(block.across):
        _check_diagonal(block, first, trouble)
        for j in range(i + 1, len(block.across)):
            second = block.across[j]
            value = _pair_value(block, first, second, trouble)
            address = block.sheet.address(*block.cell(first, second))
            yield Judgment(first=items[i], second=items[j], value=value), address


def _check_diagonal(block: Block, label: str, trouble: Trouble) -> None:
    value = read_ratio(block.sheet, *block.cell(label, label), trouble)
    if value is not None and abs(value - 1) > DIAGONAL_TOLERANCE:
        trouble.error("matrix.diagonal", block.sheet.address(*block.cell(label, label)))


def _pair_value(block: Block, first: str, second: str, trouble: Trouble) -> float | None:
    """Of two mirrored cells the one >= 1 counts; the other must be its reciprocal as shown, or within 1 %."""
    here, there = block.cell(first, second), block.cell(second, first)
    above, below = (read_ratio(block.sheet, *place, trouble) for place in (here, there))
    if above is None or below is None:
        return above if below is None else 1 / below
    large, small, small_at = (above, below, there) if above >= below else (below, above, here)
    if large < 1 or not _mirrors(block.sheet.value(*small_at), small, large):
        trouble.error("matrix.not_reciprocal", block.sheet.address(*here), other=block.sheet.address(*there))
        return None
    return large if above >= below else 1 / large


def _mirrors(shown: Value, small: float, large: float) -> bool:
    """Whether the smaller cell is the reciprocal of the larger, rounded to the places it shows, or within 1 %."""
    text = name_text(shown).replace(",", ".")
    places = len(text.partition(".")[2]) if "/" not in text else 0
    typed = float(text) if places else small
    is_rounded = places > 0 and math.floor(10**places / large + 0.5) == round(typed * 10**places)
    return is_rounded or abs(small * large - 1) <= 0.01


def read_ratio(sheet: Sheet, row: int, column: int, trouble: Trouble) -> float | None:
    """The ratio in a cell; None where it is empty, or wrong, which is told."""
    value, address = sheet.value(row, column), sheet.address(row, column)
    if address.rpartition("!")[2] in sheet.uncached:
        trouble.error("cell.formula_without_number", address)
        return None
    if value == "" or (isinstance(value, str) and not value.strip()):
        return None
    try:
        return parse_ratio(value)
    except NotARatio as error:
        trouble.error(error.code, address, value=name_text(value))
        return None
