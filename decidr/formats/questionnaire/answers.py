"""What one person has answered, beside what the study has of him, and how it goes into the study."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from decidr.core.study.judgments import Comparisons, Judgment, WeightEntry
from decidr.core.study.problems import Problem
from decidr.core.study.study import Study
from decidr.formats.questionnaire.present import Present, is_same, present
from decidr.formats.questionnaire.saved_time import saved_time


@dataclass(frozen=True)
class Change:
    """One answer that the study has otherwise, or not at all: a pair, or (``second`` None) a weight; ids.

    ``before`` and ``after`` are ratios of the first over the second, or weights; None: nothing said.
    """

    under: str
    first: str
    second: str | None
    before: float | None
    after: float | None


@dataclass(frozen=True)
class Answers:
    """All that one file, or one row of a survey, says for one person in one view.

    ``judgments`` holds every pair that was asked, one block a node, ``value`` None where it was left empty;
    ``weights`` likewise. ``asked`` and ``answered`` count both. Where ``problems`` has an error they are empty.
    ``place`` is the file's name, or the row of a survey; ``saved`` is when the file was last saved.
    """

    path: Path
    place: str
    participant: str | None = None
    person: str = ""
    view: str = ""
    judgments: tuple[Comparisons, ...] = ()
    weights: tuple[WeightEntry, ...] = ()
    asked: int = 0
    answered: int = 0
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    saved: datetime | None = None

    @property
    def is_refused(self) -> bool:
        """Whether nothing of it may be taken in."""
        return any(problem.severity == "error" for problem in self.problems)

    @property
    def is_silent(self) -> bool:
        """Whether nothing was filled in, not even a reason."""
        return not self.answered and not any(pair.note for block in self.judgments for pair in block.pairs)

    @property
    def replaces_earlier(self) -> bool:
        """Whether something that the person has said before would change or go."""
        return any(change.before is not None for change in self.changes)


def compared(
    study: Study,
    who: Answers,
    judgments: tuple[Comparisons, ...],
    weights: tuple[WeightEntry, ...],
    problems: Iterable[Problem],
) -> Answers:
    """One person's answers with what they count and change; with an error they keep none."""
    values = [pair.value for block in judgments for pair in block.pairs] + [entry.weight for entry in weights]
    told = dataclasses.replace(who, asked=len(values), problems=tuple(problems), saved=saved_time(who.path))
    if told.is_refused:
        return told
    return dataclasses.replace(
        told,
        judgments=judgments,
        weights=weights,
        answered=sum(value is not None for value in values),
        changes=tuple(changes(study, judgments, weights)),
    )


def changes(study: Study, judgments: Iterable[Comparisons], weights: Iterable[WeightEntry]) -> Iterator[Change]:
    """Where these answers of one person differ from what the study has of him."""
    said: dict[tuple[str, str], Present] = {}

    def of(participant: str, view: str) -> Present:
        return said.setdefault((participant, view), present(study, participant, view))

    parents = {criterion.id: criterion.under for criterion in study.criteria}
    for block in judgments:
        for pair in block.pairs:
            before = of(block.participant or "", block.view).ratio(block.under, pair.first, pair.second)
            if not is_same(before, pair.value):
                yield Change(block.under, pair.first, pair.second, before, pair.value)
    for entry in weights:
        before = of(entry.participant or "", entry.view or "").weight(entry.criterion, entry.way)
        if not is_same(before, entry.weight):
            yield Change(parents[entry.criterion], entry.criterion, None, before, entry.weight)


def take_in(study: Study, answers: Iterable[Answers], when: str) -> Study:
    """The study with these answers, in one step: what was asked and left empty is not judged.

    ``when`` dates what is new or differs; the rest keeps its date. Pairs keep the order in which the study has them.
    """
    blocks = {(b.under, b.view, b.participant): b for b in study.comparisons}
    weights = {(w.criterion, w.view, w.participant, w.way): w for w in study.weights}
    for one in answers:
        for block in one.judgments:
            key = (block.under, block.view, block.participant)
            blocks[key] = _merged(blocks.get(key, replace(block, pairs=())), block, when)
        for entry in one.weights:
            weight_key = (entry.criterion, entry.view, entry.participant, entry.way)
            weights[weight_key] = _newer(weights.get(weight_key), entry)
    return replace(
        study,
        comparisons=tuple(block for block in blocks.values() if block.pairs),
        weights=tuple(entry for entry in weights.values() if _says_anything(entry)),
    )


def _merged(old: Comparisons, new: Comparisons, when: str) -> Comparisons:
    pairs = {frozenset((pair.first, pair.second)): pair for pair in old.pairs}
    for said in new.pairs:
        key = frozenset((said.first, said.second))
        pairs[key] = _judged_anew(pairs.get(key), said, when)
    kept = tuple(pair for pair in pairs.values() if pair.value is not None or pair.note)
    return old if kept == old.pairs else replace(old, pairs=kept)


def _judged_anew(old: Judgment | None, said: Judgment, when: str) -> Judgment:
    """The judgment as it is said now: the old one where it says the same; a placeholder stays until it is answered."""
    if old is None:
        return replace(said, when=when if said.value is not None else "")
    if said.value is None and old.status == "placeholder":
        return old
    value = said.value if said.value is None or said.first == old.first else 1 / said.value
    note = old.note if _visible(old.note) == _visible(said.note) else said.note
    if is_same(old.value, value) and old.status == "judged":
        return replace(old, note=note) if note != old.note else old
    return replace(old, value=value, status="judged", note=note, when=when if value is not None else "")


def _visible(text: str) -> str:
    """What is seen of a text: cells drop signs that are not, and have their own ends of lines."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _newer(old: WeightEntry | None, said: WeightEntry) -> WeightEntry:
    if old is None or (said.weight is None and old.status == "placeholder"):
        return old or said
    return (
        old
        if is_same(old.weight, said.weight) and old.status == "judged"
        else replace(old, weight=said.weight, status="judged")
    )


def _says_anything(entry: WeightEntry) -> bool:
    return entry.weight is not None or entry.low is not None or entry.high is not None or entry.status != "judged"
