"""Blocks of judgments as tab separated text, the way spreadsheets copy and paste them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from decidr.formats.ratios import NotARatio, parse_ratio
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair
from decidr.language import _, ngettext

CLOSED = ("", "1", "1.0", "1,0", "·", "-", "–", "—")
"""What may stand on the diagonal of a pasted block."""

MIRROR_TOLERANCE = 0.01
"""How far two mirrored cells may be from each other's reciprocal: the rounding of a spreadsheet."""

MOST_TOLD = 3


class Typed(NamedTuple):
    """A pasted cell: how many times its row is preferred to its column, and the text that said so."""

    value: float
    text: str


class Block(NamedTuple):
    """What a pasted text says: ``values`` by pair of ids, and ``troubles`` in words; with any, nothing counts."""

    values: Mapping[Pair, float]
    troubles: tuple[str, ...]


def read_block(text: str, shown: NodeJudgments, row: int, column: int) -> Block:
    """The judgments of a tab separated block whose first cell lands on (row, column); empty cells say nothing."""
    cells = [[cell.strip() for cell in line.split("\t")] for line in text.rstrip("\r\n").splitlines()]
    if not _fits(cells, len(shown.node.items), row, column):
        return Block({}, (_too_large(cells, len(shown.node.items), row, column),))
    given: dict[tuple[int, int], Typed] = {}
    troubles: list[str] = []
    for i, line in enumerate(cells, start=row):
        for j, cell in enumerate(line, start=column):
            trouble = _read_cell(cell, shown, (i, j), given)
            troubles += [trouble] if trouble else []
    troubles += _contradictions(given, shown.node.names)
    return Block({} if troubles else _pairs(given, shown.node.items), tuple(troubles))


def block_text(shown: NodeJudgments, rows: Sequence[int], columns: Sequence[int], decimal_point: str) -> str:
    """Judgments as tab separated decimals in full precision (a spreadsheet would take 1/3 for a date)."""
    return "\n".join("\t".join(_exact(float(shown.judgments[i, j]), decimal_point) for j in columns) for i in rows)


def told(troubles: Sequence[str]) -> str:
    """The troubles of a block as one text, the first few in full."""
    rest = len(troubles) - MOST_TOLD
    more = [ngettext("and {count} more", "and {count} more", rest).format(count=rest)] if rest > 0 else []
    return "\n".join([_("Nothing was pasted."), *troubles[:MOST_TOLD], *more])


def _exact(value: float, decimal_point: str) -> str:
    if value != value:  # noqa: PLR0124 - NaN: not judged
        return ""
    return repr(int(value) if value.is_integer() else value).replace(".", decimal_point)


def _fits(cells: list[list[str]], size: int, row: int, column: int) -> bool:
    return row + len(cells) <= size and all(column + len(_filled(line)) <= size for line in cells)


def _filled(line: list[str]) -> list[str]:
    """The line without the empty cells at its end."""
    return line[: max((i for i, cell in enumerate(line, start=1) if cell), default=0)]


def _too_large(cells: list[list[str]], size: int, row: int, column: int) -> str:
    width = max(len(_filled(line)) for line in cells)
    return _(
        "The block has {rows} rows and {columns} columns, but from here on there are {free_rows} and {free_columns}; "
        "paste it at the first cell."
    ).format(rows=len(cells), columns=width, free_rows=size - row, free_columns=size - column)


def _read_cell(cell: str, shown: NodeJudgments, place: tuple[int, int], given: dict[tuple[int, int], Typed]) -> str:
    """Put a cell's ratio into ``given``; what is wrong with it, or nothing."""
    names = shown.node.names
    i, j = place
    if i == j:
        if cell in CLOSED:
            return ""
        return _("{name} over itself is always 1, not «{text}».").format(name=names[i], text=cell)
    if not cell:
        return ""
    try:
        given[place] = Typed(parse_ratio(cell), cell)
    except NotARatio:
        return _("{first} over {second}: «{text}» is not a ratio; write 3, 1/3 or 0.333.").format(
            first=names[i], second=names[j], text=cell
        )
    return ""


def _contradictions(given: Mapping[tuple[int, int], Typed], names: Sequence[str]) -> Iterator[str]:
    for (i, j), upper in given.items():
        lower = given.get((j, i))
        if i < j and lower and not _mirror(upper, lower):
            yield _(
                "{first} over {second} is {upper}, but {second} over {first} is {lower}; one is 1 over the other."
            ).format(first=names[i], second=names[j], upper=upper.text, lower=lower.text)


def _mirror(one: Typed, other: Typed) -> bool:
    """Whether the smaller is the reciprocal of the larger, to as many places as it shows or within 1 %."""
    large, small = (one, other) if one.value >= other.value else (other, one)
    wanted = 1 / large.value
    _whole, _point, places = small.text.replace(",", ".").partition(".")
    as_shown = round(wanted, len(places)) == small.value
    return as_shown or abs(small.value / wanted - 1) <= MIRROR_TOLERANCE


def _pairs(given: Mapping[tuple[int, int], Typed], items: Sequence[str]) -> dict[Pair, float]:
    """One value a pair, in the study's order of it; of two mirrored cells the one of at least 1 counts."""
    found: dict[Pair, float] = {}
    for (i, j), cell in given.items():
        mirrored = given.get((j, i))
        if mirrored is None or cell.value > mirrored.value or (cell.value == mirrored.value and i < j):
            found[items[i], items[j]] = cell.value
    return found
