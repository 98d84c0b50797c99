"""The hierarchy as AHP-OS has it in one text: ``Goal: A=0.3, B=0.7; A: x, y;``, with fixed weights behind an ``=``."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from decidr.core.study.names import folded
from decidr.core.study.study import Study
from decidr.formats.foreign.draft import study_from
from decidr.formats.foreign.given import Given
from decidr.formats.opened import Opened
from decidr.formats.workbook_tables import Trouble, figure
from decidr.language import _

SUM_TOLERANCE = 1e-4
"""How far AHP-OS lets the weights under a node be from 1."""

PlaceOfLine = Callable[[int], str]


def is_hierarchy(text: str) -> bool:
    """Whether the text has branches: a node, a colon, its items, a semicolon."""
    start, colon, rest = text.partition(":")
    return bool(start.strip() and colon and ";" in rest) and "{" not in start


def study_of_hierarchy(text: str, title: str, file: str) -> Opened:
    """The tree of a text file with the weights that it fixes; Refused with the line of whatever is wrong."""
    trouble = Trouble()
    given = branches(text, lambda line: _("{file}, line {line}").format(file=file, line=line), trouble)
    return study_from(given, trouble, Study(title=title), hosts=())


def branches(text: str, place: PlaceOfLine, trouble: Trouble) -> list[Given]:
    """Each node with its items, and their weights where it fixes them; ``place`` says a line, counted from 1."""
    found = [_branch(part, place(line), trouble) for part, line in _parts(text)]
    given = [one for one in found if one]
    for one in given:
        _check_sum(one, trouble)
    _tell_doubles(given, trouble)
    return given


def in_order_of_pairs(given: Sequence[Given]) -> dict[str, tuple[str, ...]]:
    """By folded node, its items as AHP-OS pairs them: those without items of their own, then the others by branch."""
    order = [folded(one.node) for one in given]
    return {folded(one.node): tuple(sorted(one.items, key=lambda item: _rank(item, order))) for one in given}


def _rank(item: str, order: Sequence[str]) -> int:
    return order.index(folded(item)) if folded(item) in order else -1


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """What stands between semicolons, each with the line on which it begins."""
    line = 1
    for part in text.split(";"):
        blank = part[: len(part) - len(part.lstrip())]
        if part.strip():
            yield part.strip(), line + blank.count("\n")
        line += part.count("\n")


@dataclass(frozen=True)
class _Item:
    name: str
    weight: float | None


def _branch(part: str, place: str, trouble: Trouble) -> Given | None:
    node, colon, rest = part.partition(":")
    if not (node.strip() and colon and rest.strip()) or ":" in rest:
        trouble.error("hierarchy.not_a_branch", place, text=_shortened(part))
        return None
    found = [_item(word, place, trouble) for word in rest.split(",")]
    items = [item for item in found if item]
    weights = {item.name: item.weight for item in items if item.weight is not None}
    return Given(_name(node), tuple(item.name for item in items), place, weights=weights)


def _item(word: str, place: str, trouble: Trouble) -> _Item | None:
    name, is_fixed, weight = word.rpartition("=") if "=" in word else (word, "", "")
    if not name.strip():
        trouble.error("hierarchy.no_name", place)
        return None
    value = figure(weight) if is_fixed else None
    if is_fixed and value is None:
        trouble.error("cell.not_a_number", place, value=weight.strip())
    elif value is not None and value < 0:
        trouble.error("weights.negative", place, value=value)
    return _Item(_name(name), value)


def _name(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _check_sum(one: Given, trouble: Trouble) -> None:
    total = sum(one.weights.values())
    if len(one.weights) == len(one.items) > 0 and abs(total - 1) > SUM_TOLERANCE:
        trouble.warning("hierarchy.sum", one.place, node=one.node, sum=f"{total:g}")


def _tell_doubles(given: Sequence[Given], trouble: Trouble) -> None:
    """A node that has two branches, and an item that stands twice in one."""
    nodes: set[str] = set()
    for one in given:
        items = [folded(item) for item in one.items]
        doubles = [item for item, key in zip(one.items, items, strict=True) if items.count(key) > 1]
        for name in dict.fromkeys([*([one.node] if folded(one.node) in nodes else []), *doubles]):
            trouble.error("name.taken", one.place, name=name)
        nodes.add(folded(one.node))
