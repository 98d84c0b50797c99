"""The questions at a node: which comes next, and how long the rest takes."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from decidr.core.ahp.asking import next_pair as most_telling
from decidr.core.ahp.matrix import connected_groups
from decidr.core.analysis.matrices import Floats
from decidr.gui.models.weights.node_judgments import NodeJudgments, Pair
from decidr.language import _, ngettext

SECONDS_A_QUESTION = 20


def open_questions(shown: NodeJudgments) -> tuple[Pair, ...]:
    """The pairs that nobody judged; where there are none, those that rest on placeholders."""
    unjudged = tuple(pair for pair in shown.pairs if shown.value(*pair) is None)
    return unjudged or tuple(pair for pair in shown.pairs if shown.is_placeholder(*pair))


def first_question(shown: NodeJudgments, wanted: Pair | None) -> Pair:
    """Where to begin: at the wanted pair if it is open, else at the first open one, or at the top if none is."""
    questions = open_questions(shown)
    if wanted in questions:
        return wanted
    return questions[0] if questions else shown.pairs[0]


def next_question(shown: NodeJudgments, after: Pair) -> Pair | None:
    """The next open pair after this one, from the top again at the end; None when no other is open."""
    place = shown.pairs.index(after)
    others = (*shown.pairs[place + 1 :], *shown.pairs[:place])
    questions = set(open_questions(shown))
    return next((pair for pair in others if pair in questions), None)


def next_pair(shown: NodeJudgments, after: Pair) -> Pair | None:
    """The next pair, open or not; None after the last."""
    place = shown.pairs.index(after) + 1
    return shown.pairs[place] if place < len(shown.pairs) else None


def pair_before(shown: NodeJudgments, pair: Pair) -> Pair | None:
    """The pair before, open or not; None before the first."""
    place = shown.pairs.index(pair)
    return shown.pairs[place - 1] if place else None


def progress_text(shown: NodeJudgments, pair: Pair) -> str:
    """Where one stands: ``Question 8 of 15 · about three minutes left``."""
    place = _("Question {number} of {count}").format(number=shown.pairs.index(pair) + 1, count=len(shown.pairs))
    questions = len(open_questions(shown))
    if not questions:
        return _("{place} · all are judged").format(place=place)
    if shown.is_complete:
        left = ngettext("{count} placeholder to replace", "{count} placeholders to replace", questions)
        return f"{place} · {left.format(count=questions)} · {time_left(questions)}"
    return f"{place} · {time_left(questions)}"


# The quick path: the fewest answers that connect everything, then the most telling ones


def quick_question(shown: NodeJudgments, skipped: Collection[Pair] = ()) -> Pair | None:
    """The pair that connects most, or tells most where all is connected; None when nothing is left to ask."""
    places = {pair: (shown.index(pair[0]), shown.index(pair[1])) for pair in shown.pairs}
    found = most_telling(_answers(shown), [places[pair] for pair in skipped])
    return None if found is None else next(pair for pair, place in places.items() if place == found)


def unconnected(shown: NodeJudgments) -> int:
    """How many answers are wanted at least until all items are connected; placeholders connect nothing."""
    return len(connected_groups(_answers(shown))) - 1


def quick_progress_text(shown: NodeJudgments) -> str:
    """Where one stands on the quick path: ``Quick path: 2 of 5 answers connect everything``."""
    wanted = len(shown.node.items) - 1
    if left := unconnected(shown):
        text = _("Quick path: {done} of {wanted} answers that connect everything")
        return f"{text.format(done=wanted - left, wanted=wanted)} · {time_left(left)}"
    further = len(open_questions(shown))
    if not further:
        return _("All pairs are judged")
    text = ngettext(
        "Everything is connected; {count} more answer would make the weights surer",
        "Everything is connected; {count} more answers would make the weights surer, the most telling first",
        further,
    )
    return text.format(count=further)


def _answers(shown: NodeJudgments) -> Floats:
    """The judgments (n, n) without those that stand in for one."""
    return np.where(shown.placeholders, np.nan, shown.judgments)


def time_left(questions: int) -> str:
    """About how long so many questions take, in words."""
    minutes = round(questions * SECONDS_A_QUESTION / 60)
    in_words = (
        _("less than a minute left"),
        _("about a minute left"),
        _("about two minutes left"),
        _("about three minutes left"),
        _("about four minutes left"),
        _("about five minutes left"),
        _("about six minutes left"),
        _("about seven minutes left"),
        _("about eight minutes left"),
        _("about nine minutes left"),
        _("about ten minutes left"),
    )
    if minutes < len(in_words):
        return in_words[minutes]
    return _("about {minutes} minutes left").format(minutes=minutes)
