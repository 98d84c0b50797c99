"""Other tables in the sheet that a table is read from: below it, under a header of their own, or beside it."""

from collections.abc import Collection, Iterator, Sequence

from decidr.formats.indicators.figures import is_gap, parse
from decidr.formats.indicators.places import Places
from decidr.formats.indicators.words import is_unit, year_of
from decidr.formats.spreadsheet import Value, name_text
from decidr.formats.workbook_tables import unspelled

Rows = Sequence[Sequence[Value]]

ABOVE = 60
"""So many rows above a header tell which columns hold figures."""


def header_below(rows: Rows, places: Places, lines: Sequence[int], first: int, head: int) -> int | None:
    """The row in which another table begins: a header of its own, with a place somewhere below it; None without one.

    ``lines`` are the columns of places, ``first`` is the first row of figures and ``head`` the last of the header.
    """
    for number in range(first + 1, len(rows)):
        if _is_header(rows, places, lines, first, head, number):
            below = rows[number + 1 :]
            return number if any(places.is_place(row[n]) for row in below for n in lines) else None
    return None


def _is_header(rows: Rows, places: Places, lines: Sequence[int], first: int, head: int, number: int) -> bool:
    """Whether a row has names where figures stand above, or years below the head of the places."""
    row = rows[number]
    others = {column: value for column, value in enumerate(row) if value != "" and column not in lines}
    if not others or not all(map(_may_head, others.values())) or any(places.is_place(row[n]) for n in lines):
        return False
    texts = [name_text(value) for value in row]
    is_same = unspelled(texts[lines[0]]) == unspelled(name_text(rows[head][lines[0]]))
    if texts == [name_text(value) for value in rows[head]] or all(is_unit(name_text(v)) for v in others.values()):
        return False
    if not is_same and len([value for value in rows[number - 1] if value != ""]) > 1:
        return False
    figures = others.keys() & set(_figure_columns(rows[max(first, number - ABOVE) : number]))
    years = {column for column in figures if year_of(others[column]) is not None}
    return bool(figures) and (not years or (is_same and years == figures))


def _may_head(value: Value) -> bool:
    """Whether a cell may name a column: a text that is no figure and no word for none, or a year."""
    if year_of(value) is not None:
        return True
    return isinstance(value, str) and not is_gap(value) and parse(value, ".").value is None


def _figure_columns(rows: Rows) -> Iterator[int]:
    for column, values in enumerate(zip(*rows, strict=True)):
        if any(parse(value, ".").value is not None for value in values):
            yield column


def columns_of_table(
    rows: Rows, places: Places, lines: Sequence[int], named: Collection[int], first: int, head: int
) -> tuple[range, list[int]]:
    """The columns of the table of ``lines``, and the nearest columns of places that begin another table beside it.

    ``named`` are all columns that name hosts. One that names other places in the same rows is another table's only
    where it has the same head as this one, or blank columns before it: an importer beside an exporter is not.
    """
    main = lines[0]
    apart = (n for n in named if n != main and _is_apart(rows[head:], main, n))
    walls = [n for n in apart if _contradicts(rows[first:], places, main, n)]
    left, right = max((n for n in walls if n < main), default=None), min((n for n in walls if n > main), default=None)
    begin = 0 if left is None else min(n for n in lines if n > left)
    nearest = [wall for wall in (left, right) if wall is not None]
    return range(begin, len(rows[0]) if right is None else right), nearest


def _contradicts(rows: Rows, places: Places, one: int, other: int) -> bool:
    """Whether two columns name different places in any row."""
    looks = ((places.look(row[one]), places.look(row[other])) for row in rows)
    return any(first != second and first[1] and second[1] for first, second in looks)


def _is_apart(rows: Rows, one: int, other: int) -> bool:
    """Whether two columns of places have the same head, the first of ``rows``, or a blank column between them."""
    if unspelled(name_text(rows[0][one])) == unspelled(name_text(rows[0][other])):
        return True
    between = range(min(one, other) + 1, max(one, other))
    return any(all(row[column] == "" for row in rows) for column in between)
