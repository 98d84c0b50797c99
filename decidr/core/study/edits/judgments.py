"""Edits of pairwise judgments."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from decidr.core.study.judgments import Comparisons, Judgment, JudgmentStatus
from decidr.core.study.study import Study


def set_judgment(  # noqa: PLR0913 - a judgment is all of these
    study: Study,
    *,
    under: str,
    view: str,
    first: str,
    second: str,
    value: float | None,
    participant: str | None = None,
    status: JudgmentStatus = "judged",
    note: str | None = None,
    when: str = "",
) -> Study:
    """Say how many times ``first`` is preferred to ``second``; None takes the judgment back.

    The pair keeps the order in which it was first judged. ``note`` None keeps the note.
    """
    block = comparisons_at(study, under, view, participant)
    pairs = list(block.pairs) if block else []
    place = next((i for i, p in enumerate(pairs) if {p.first, p.second} == {first, second}), len(pairs))
    old = pairs[place] if place < len(pairs) else Judgment(first=first, second=second)
    kept_note = old.note if note is None else note
    turned = value if old.first == first or value is None else 1 / value
    pairs[place : place + 1] = [replace(old, value=turned, status=status, note=kept_note, when=when)]
    return set_comparisons(study, Comparisons(under=under, view=view, participant=participant, pairs=tuple(pairs)))


def set_judgments(
    study: Study,
    *,
    under: str,
    view: str,
    values: Mapping[tuple[str, str], float | None],
    participant: str | None = None,
    when: str = "",
) -> Study:
    """Several judgments of one person at one node at once: (first, second) to how many times."""
    where: dict[str, Any] = {"under": under, "view": view, "participant": participant}
    for (first, second), value in values.items():
        study = set_judgment(study, **where, first=first, second=second, value=value, when=when)
    return study


def set_reason(
    study: Study, *, under: str, view: str, first: str, second: str, note: str, participant: str | None = None
) -> Study:
    """Say why a pair was judged so; value, status and date stay."""
    block = comparisons_at(study, under, view, participant)
    block = block or Comparisons(under=under, view=view, participant=participant)
    pair = next((p for p in block.pairs if {p.first, p.second} == {first, second}), None)
    if pair is None:
        pairs = (*block.pairs, Judgment(first=first, second=second, note=note))
    else:
        pairs = tuple(replace(p, note=note) if p is pair else p for p in block.pairs)
    return set_comparisons(study, replace(block, pairs=pairs))


def outdate_judgments(study: Study, criterion: str) -> Study:
    """Mark what was judged of a criterion among its siblings, in pairs or not, as made for other ends."""
    return _with_status(study, criterion, "judged", "outdated")


def confirm_judgments(study: Study, criterion: str) -> Study:
    """Let what was judged of a criterion for other ends hold for the ones of now."""
    return _with_status(study, criterion, "outdated", "judged")


def outdated_judgments(study: Study, criterion: str) -> int:
    """How many judgments and weights of a criterion among its siblings were made for other ends."""
    pairs = (p for b in study.comparisons for p in b.pairs if criterion in (p.first, p.second))
    weights = (w for w in study.weights if w.criterion == criterion)
    return sum(entry.status == "outdated" for entries in (pairs, weights) for entry in entries)


def _with_status(study: Study, criterion: str, old: JudgmentStatus, new: JudgmentStatus) -> Study:
    blocks = tuple(_pairs_with_status(block, criterion, old, new) for block in study.comparisons)
    weights = tuple(
        replace(w, status=new) if (w.criterion, w.status) == (criterion, old) and w.weight is not None else w
        for w in study.weights
    )
    return replace(study, comparisons=blocks, weights=weights)


def _pairs_with_status(block: Comparisons, criterion: str, old: JudgmentStatus, new: JudgmentStatus) -> Comparisons:
    """The block itself where no pair of the criterion has the old status, so that what rests on it stays."""
    concerned = [p for p in block.pairs if criterion in (p.first, p.second) and p.status == old and p.value is not None]
    if not concerned:
        return block
    return replace(block, pairs=tuple(replace(p, status=new) if p in concerned else p for p in block.pairs))


def comparisons_at(study: Study, under: str, view: str, participant: str | None = None) -> Comparisons | None:
    """One person's own judgments at a node in exactly this view."""
    key = (under, view, participant)
    return next((b for b in study.comparisons if (b.under, b.view, b.participant) == key), None)


def set_comparisons(study: Study, block: Comparisons) -> Study:
    """Replace one person's judgments at one node; a block without pairs is removed."""
    key = (block.under, block.view, block.participant)
    place = next(
        (i for i, b in enumerate(study.comparisons) if (b.under, b.view, b.participant) == key),
        len(study.comparisons),
    )
    new = (block,) if block.pairs else ()
    return replace(study, comparisons=(*study.comparisons[:place], *new, *study.comparisons[place + 1 :]))


def own_judgments_for_view(study: Study, under: str, view: str) -> Study:
    """Give ``view`` its own copy of the base view's judgments at a node, ready to be changed.

    A person's entries in the view that judge nothing give way to the copy.
    """
    copies = tuple(
        replace(b, view=view) for b in study.comparisons if b.under == under and b.view == study.settings.base_view
    )
    copied = {b.participant for b in copies}
    kept = tuple(b for b in study.comparisons if (b.under, b.view) != (under, view) or b.participant not in copied)
    return replace(study, comparisons=(*kept, *copies))
