"""A survey's export: one row a person, one column a pair, everything found by the names in the first row.

A column is headed by the two names with «vs», «versus», «/» or «|» between them, with or without the node before them:
``Stability vs Incentives``, ``Goal: Stability | Incentives``. A value says how many times the first named is preferred
to the second: a ratio or a fraction above 0, such as ``3``, ``1/3`` or ``0,333``. Signed scales are refused, since
each survey means another thing by them, and nothing is ever guessed from where a column stands.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.names import folded
from decidr.formats.matrix_sheets import read_ratio
from decidr.formats.questionnaire.answers import Answers, compared
from decidr.formats.questionnaire.carried import CARRIED_SHEET
from decidr.formats.questionnaire.pair_heads import BETWEEN, Pair, PairHeads
from decidr.formats.questionnaire.recognition import Known
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_tables import Named, Trouble, unspelled

PEOPLE = ("participant", "name", "email", "e mail")
SIGNED = re.compile(r"\s*[-+−]\s*\d.*|0+([.,]0+)?")


def is_survey(sheets: Sequence[Sheet], path: Path) -> bool:
    """Whether the file is a survey's: a CSV, or a workbook whose first sheet has people and pairs in its first row."""
    if path.suffix.lower() in (".csv", ".tsv"):
        return True
    if not sheets or any(sheet.name == CARRIED_SHEET for sheet in sheets):
        return False
    heads = _heads(sheets[0]).values()
    return any(_is_person(head) for head in heads) and any(BETWEEN.search(folded(head)) for head in heads)


def survey_answers(sheet: Sheet, path: Path, known: Known) -> list[Answers]:
    """Each row's answers in the base view; where anything is wrong, one refused entry that says all of it."""
    survey = _Survey(sheet, known)
    rows = list(survey.rows())
    told = tuple(survey.trouble.problems)
    if survey.trouble.has_errors or not rows:
        return [Answers(path, path.name, problems=told)]
    names, view = known.people.names, known.study.settings.base_view
    found = [
        compared(known.study, Answers(path, place, person, names[person], view), blocks, (), ())
        for person, place, blocks in rows
    ]
    return [dataclasses.replace(found[0], problems=told), *found[1:]]


class _Survey:
    """A sheet whose first filled row heads the columns."""

    def __init__(self, sheet: Sheet, known: Known) -> None:
        self.trouble = Trouble()
        self._sheet, self._known, self._people = sheet, known, _people(known)
        self._header = _header(sheet)
        heads = _heads(sheet)
        self._persons = [column for column, head in heads.items() if _is_person(head)]
        self._pairs = dict(self._read_heads({c: head for c, head in heads.items() if c not in self._persons}))
        for code, is_there in (("survey.no_person", self._persons), ("survey.no_pairs", self._pairs)):
            if not is_there:
                self.trouble.error(code, sheet.address(self._header, 0))

    def _read_heads(self, heads: Mapping[int, str]) -> Iterator[tuple[int, Pair]]:
        reader = PairHeads(self._known, self.trouble)
        seen: dict[tuple[str, frozenset[str]], int] = {}
        for column, head in heads.items():
            address = self._sheet.address(self._header, column)
            if pair := reader.read(head, address):
                other = seen.setdefault((pair.node, frozenset((pair.first, pair.second))), column)
                if other != column:
                    self.trouble.error("survey.pair_twice", address, other=self._sheet.address(self._header, other))
                yield column, pair

    def rows(self) -> Iterator[tuple[str, str, tuple[Comparisons, ...]]]:
        """Person (id), place, and what was asked, of each row below the heads; what is wrong is told."""
        if not (self._persons and self._pairs):
            return
        filled = [row for row in range(self._header + 1, len(self._sheet.rows)) if self._sheet.is_filled(row)]
        if not filled:
            self.trouble.error("survey.no_rows", self._sheet.address(self._header, 0))
        for row in filled:
            person = self._person(row)
            blocks = tuple(self._blocks(row, person))
            if person:
                yield person, self._sheet.address(row, self._persons[0]), blocks

    def _blocks(self, row: int, person: str | None) -> Iterator[Comparisons]:
        """One block a node, with every pair that has a column."""
        pairs: dict[str, list[Judgment]] = {}
        for column, pair in self._pairs.items():
            judgment = Judgment(first=pair.first, second=pair.second, value=self._ratio(row, column))
            pairs.setdefault(pair.node, []).append(judgment)
        view = self._known.study.settings.base_view
        for node, judged in pairs.items():
            yield Comparisons(under=node, view=view, participant=person, pairs=tuple(judged))

    def _ratio(self, row: int, column: int) -> float | None:
        text = self._sheet.text(row, column)
        if SIGNED.fullmatch(text):
            self.trouble.error("survey.signed", self._sheet.address(row, column), value=text)
            return None
        return read_ratio(self._sheet, row, column, self.trouble)

    def _person(self, row: int) -> str | None:
        said = [(column, text) for column in self._persons if (text := self._sheet.text(row, column))]
        found = {self._people.find(text) for _column, text in said} - {None}
        place = self._sheet.address(row, said[0][0] if said else self._persons[0])
        if not said:
            self.trouble.error("survey.nobody", place)
        elif not found:
            self._people.tell_unknown(said[0][1], place, self.trouble)
        elif len(found) > 1:
            self.trouble.error("survey.two_people", place)
        return found.pop() if len(found) == 1 else None


def _people(known: Known) -> Named:
    """Participants by name and by address; what two of them share finds neither."""
    named = Named("participant")
    told = [(text, p.id) for p in known.study.participants for text in (p.name, p.email) if text]
    people = {folded(text): {id_ for other, id_ in told if folded(other) == folded(text)} for text, _id in told}
    for text, id_ in told:
        if len(people[folded(text)]) == 1:
            named.add(text, id_)
    return named


def _header(sheet: Sheet) -> int:
    return next((row for row in range(len(sheet.rows)) if sheet.is_filled(row)), 0)


def _heads(sheet: Sheet) -> Mapping[int, str]:
    """The filled heads by column."""
    row = _header(sheet)
    texts = {column: sheet.text(row, column) for column in range(len(sheet.rows[row]) if sheet.rows else 0)}
    return {column: text for column, text in texts.items() if text}


def _is_person(head: str) -> bool:
    return unspelled(head) in PEOPLE
