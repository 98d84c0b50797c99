"""Names at the ends of lines, pushed apart until none covers another."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], height: float, top: float, bottom: float) -> list[float]:
    """Centres as near to ``wanted`` as can be, ``height`` apart, in the same order, between ``top`` and ``bottom``.

    Neighbours that would touch form a block around the mean of their wishes. If there is no room for all, they stand
    evenly and touch.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    room = bottom - top
    height = min(height, room / len(wanted))
    placed = [0.0] * len(wanted)
    for block in _blocks([wanted[i] for i in order], height, top, bottom):
        for offset in range(block[1]):
            placed[order[block[2] + offset]] = block[0] + (offset + 0.5) * height
    return placed


def _blocks(wishes: Sequence[float], height: float, top: float, bottom: float) -> list[tuple[float, int, int]]:
    """Blocks of neighbours as (upper edge, members, first member)."""
    blocks: list[tuple[float, int, int]] = []
    for i in range(len(wishes)):
        blocks.append((_edge(wishes, i, 1, height, top, bottom), 1, i))
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] * height > blocks[-1][0] + 1e-9:
            __, more, __ = blocks.pop()
            __, count, first = blocks.pop()
            blocks.append((_edge(wishes, first, count + more, height, top, bottom), count + more, first))
    return blocks


def _edge(wishes: Sequence[float], first: int, count: int, height: float, top: float, bottom: float) -> float:
    centre = sum(wishes[first : first + count]) / count
    return min(max(centre - count * height / 2, top), bottom - count * height)


def fitting(wanted: Sequence[float], first: Sequence[bool], height: float, room: float) -> list[int]:
    """Indices of the names that find room: those that come ``first``, then others that touch none of them."""
    most = max(int(room // height), 1)
    chosen = [i for i, is_first in enumerate(first) if is_first][:most]
    for i in range(len(wanted)):
        crowded = len(wanted) > most and any(abs(wanted[i] - wanted[j]) < height * 0.9 for j in chosen)
        if i not in chosen and len(chosen) < most and not crowded:
            chosen.append(i)
    return sorted(chosen)
