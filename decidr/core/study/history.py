"""Who judged which pair when: every judgment that a study holds or a snapshot of it remembers."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from decidr.core.study.comparison_rows import Names
from decidr.core.study.judgments import Comparisons, Judgment, JudgmentStatus
from decidr.core.study.study import Study

Place = tuple[str, str, str | None, str, str]
"""Node, view, participant, and the two items in the order of their ids."""


class JudgedPair(NamedTuple):
    """One judgment: ``first`` is preferred ``value`` times to ``second``; None: it was taken back.

    ``node``, ``view`` (ids) and ``pair`` (ids) say where; ``under``, ``first``, ``second``, ``view_name`` and
    ``participant`` are names, the last one empty for the study's own, whose ``participant_id`` is None. ``stands``: it
    is what the study says now, not what a snapshot remembers.
    """

    node: str
    view: str
    pair: tuple[str, str]
    under: str
    first: str
    second: str
    view_name: str
    participant: str
    participant_id: str | None
    value: float | None
    status: JudgmentStatus
    when: str
    note: str
    stands: bool


def judgment_history(study: Study) -> tuple[JudgedPair, ...]:
    """Every judgment once, the newest first, those without a date last.

    ``when`` is as precise as the entry has it, to the day; inside a day the study's own order stands, and what stands
    now comes before what a snapshot remembers.
    """
    found: dict[tuple[Place, float | None, str], JudgedPair] = {}
    for state, stands in ((study, True), *((s.study, False) for s in reversed(study.snapshots))):
        for place, entry in _entries(state, stands):
            found.setdefault((place, _as_sorted(entry), entry.when), entry)
    return tuple(sorted(found.values(), key=lambda entry: _day(entry.when), reverse=True))


def _entries(study: Study, stands: bool) -> Iterator[tuple[Place, JudgedPair]]:
    names = Names(study)
    for block in study.comparisons:
        for judgment in block.pairs:
            if judgment.value is not None or judgment.note or judgment.when:
                first, second = sorted((judgment.first, judgment.second))
                place = (block.under, block.view, block.participant, first, second)
                yield place, _entry(block, judgment, names, stands)


def _entry(block: Comparisons, judgment: Judgment, names: Names, stands: bool) -> JudgedPair:
    return JudgedPair(
        node=block.under,
        view=block.view,
        pair=(judgment.first, judgment.second),
        under=names.of("nodes", block.under),
        first=names.item(judgment.first),
        second=names.item(judgment.second),
        view_name=names.of("views", block.view),
        participant=names.of("people", block.participant),
        participant_id=block.participant,
        value=judgment.value,
        status=judgment.status,
        when=judgment.when,
        note=judgment.note,
        stands=stands,
    )


def _as_sorted(entry: JudgedPair) -> float | None:
    """The value as the pair in the order of its ids has it, without the dust of a reciprocal."""
    if entry.value is None or entry.pair == tuple(sorted(entry.pair)):
        return entry.value if entry.value is None else round(entry.value, 9)
    return round(1 / entry.value, 9)


def _day(when: str) -> tuple[int, str]:
    """What sorts dates: those that read as one, then other texts, then none."""
    try:
        return 2, date.fromisoformat(when[:10]).isoformat() + when[10:]
    except ValueError:
        return (1, when) if when else (0, "")
