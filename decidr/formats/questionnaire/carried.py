"""What a questionnaire knows of itself: a hidden sheet of JSON, so that answers are read by name and never by place."""

import json
from collections.abc import Iterator

import msgspec

from decidr import __version__
from decidr.core.study.criteria import WeightedBy
from decidr.core.study.problems import Problem, Refused
from decidr.formats.spreadsheet import Sheet

CARRIED_SHEET = "decidr questionnaire"
"""The hidden sheet: JSON down column A, one row of the questionnaire a line; the words to choose from in column C."""

FORMAT = (1, 0)
"""A newer first number is refused; a newer second one may bring fields that are not known here."""

LONGEST_PIECE = 15_000


class Item(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something with an id and the name that was printed; the ends of its scale where it has any."""

    id: str
    name: str
    worst: float | None = None
    best: float | None = None


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """One row that was asked, found by its number: a pair, or (``second`` None) the weight of one criterion."""

    number: int
    node: Item
    first: Item
    second: Item | None = None
    way: WeightedBy = "judgments"


class Words(msgspec.Struct, frozen=True):
    """The words in the cells, as printed: heads of columns, and what could be chosen."""

    number: str
    which: str
    times: str
    reason: str
    weights: tuple[str, ...]
    choices: tuple[str, str, str]
    """The first, the second, equal."""
    strengths: tuple[str, ...]
    """From 1 to 9."""


class Carried(msgspec.Struct, frozen=True):
    """The questionnaire of one participant."""

    study: str
    participant: Item
    view: Item
    language: str
    words: Words
    asked: tuple[Row, ...]
    format: tuple[int, int] = FORMAT
    decidr: str = __version__


class _Format(msgspec.Struct):
    format: tuple[int, int]


def carried_lines(carried: Carried) -> Iterator[str]:
    """The JSON as cells: plain ASCII without a blank, which every program keeps as it is."""
    whole = msgspec.to_builtins(carried)
    rows = whole.pop("asked")
    yield from _pieces(f'{_json(whole)[:-1]},"asked":[')
    for i, row in enumerate(rows):
        yield from _pieces(_json(row) + ("," if i + 1 < len(rows) else ""))
    yield "]}"


def read_carried(sheets: list[Sheet], file: str) -> Carried:
    """What the workbook called ``file`` says of itself; Refused where it is no questionnaire, or a broken one."""
    sheet = next((s for s in sheets if s.name == CARRIED_SHEET), None)
    if sheet is None:
        raise Refused([Problem("error", "questionnaire.none", file)])
    text = "".join(str(sheet.value(row, 0)) for row in range(len(sheet.rows))).encode()
    try:
        version = msgspec.json.decode(text, type=_Format).format
        if version[0] > FORMAT[0]:
            said = {"version": f"{version[0]}.{version[1]}"}
            raise Refused([Problem("error", "file.too_new", CARRIED_SHEET, said)])
        return msgspec.json.decode(text, type=Carried)
    except msgspec.DecodeError:
        raise Refused([Problem("error", "questionnaire.broken", CARRIED_SHEET)]) from None


def _json(value: object) -> str:
    r"""With blanks and what reads like the code of a sign (``_x0041_``) escaped."""
    text = json.dumps(value, separators=(",", ":"))
    return text.replace(" ", "\\u0020").replace("_x", "\\u005fx")


def _pieces(line: str) -> Iterator[str]:
    for start in range(0, len(line), LONGEST_PIECE):
        yield line[start : start + LONGEST_PIECE]
