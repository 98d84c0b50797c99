"""Where the cursor goes in a square matrix: through one half of it, over the closed diagonal."""

from __future__ import annotations

Place = tuple[int, int]


def below(place: Place, size: int) -> Place | None:
    """The next cell down the same half, then at the top of the next column; None at the half's end."""
    row, column = place
    last = column - 1 if column > row else size - 1
    if row < last:
        return row + 1, column
    return _top(column + 1, size, is_upper=column > row)


def above(place: Place, size: int) -> Place | None:
    """The next cell up the same half, then at the foot of the column before; None at the half's beginning."""
    row, column = place
    first = 0 if column >= row else column + 1
    if row > first:
        return row - 1, column
    before = column - 1
    if column > row:
        return (before - 1, before) if before >= 1 else None
    return (size - 1, before) if 0 <= before < size - 1 else None


def right(place: Place, size: int) -> Place | None:
    """The next cell along the row in the same half, then at the beginning of the next row; None at the end."""
    turned = below((place[1], place[0]), size)
    return turned and (turned[1], turned[0])


def left(place: Place, size: int) -> Place | None:
    """The cell before in the row, then at the end of the row before; None at the half's beginning."""
    turned = above((place[1], place[0]), size)
    return turned and (turned[1], turned[0])


def stepped(place: Place, down: int, across: int, size: int) -> Place:
    """One step of an arrow key, over the diagonal; the same place at an edge."""
    row, column = place[0] + down, place[1] + across
    if row == column:
        row, column = row + down, column + across
    return (row, column) if 0 <= row < size and 0 <= column < size else place


def _top(column: int, size: int, is_upper: bool) -> Place | None:
    if is_upper:
        return (0, column) if column < size else None
    return (column + 1, column) if column + 1 < size else None
