"""Judgments in words: the verbal scale, and what a ratio says of two things."""

from __future__ import annotations

from html import escape, unescape

from decidr.language import _
from decidr.number_text import figure


def scale_words() -> dict[int, str]:
    """The words on the scale from 1 to 9."""
    return {1: _("Equally"), 3: _("Moderately"), 5: _("Strongly"), 7: _("Very strongly"), 9: _("Extremely")}


def strength(times: float) -> str:
    """How strongly ``times`` (at least 1) prefers: ``moderately``, ``between equally and moderately``."""
    steps = {
        1: _("equally"),
        3: _("moderately"),
        5: _("strongly"),
        7: _("very strongly"),
        9: _("extremely"),
    }
    if times > 9:
        return _("more than extremely")
    if times in steps:
        return steps[int(times)]
    below = max(step for step in steps if step < times)
    return _("between {weaker} and {stronger}").format(weaker=steps[below], stronger=steps[below + 2])


def sentence(first: str, second: str, value: float | None, compares_hosts: bool) -> str:
    """What a judgment of ``first`` over ``second`` says; rich text, the claim in bold."""
    if value is None:
        return _("Not judged yet")
    if value < 1:
        first, second, value = second, first, 1 / value
    names = {"first": escape(first), "second": escape(second)}
    if is_equal(value):
        equal = _("<b>{first} and {second} are equally good</b>")
        return (equal if compares_hosts else _("<b>{first} and {second} matter alike</b>")).format(**names)
    matters = _("<b>{first} matters {times} times as much</b> as {second}: {strength}")
    is_good = _("<b>{first} is {times} times as good</b> as {second}: {strength}")
    return (is_good if compares_hosts else matters).format(
        **names, times=times_text(value), strength=strength(rounded(value))
    )


def without_markup(text: str) -> str:
    """Rich text of ``sentence`` as plain text."""
    return unescape(text.replace("<b>", "").replace("</b>", ""))


def short_sentence(first: str, second: str, value: float | None, compares_hosts: bool) -> str:
    """The same in plain text and less of it, for a place that names the pair already."""
    if value is None:
        return _("Not judged yet: type a ratio, or move the slider")
    if is_equal(value):
        return _("Equal: both are equally good") if compares_hosts else _("Equal: both swings matter alike")
    ahead, times = (first, value) if value > 1 else (second, 1 / value)
    said = (
        _("{name} is {times} times as good: {strength}")
        if compares_hosts
        else _("{name} matters {times} times as much: {strength}")
    )
    return said.format(name=ahead, times=times_text(times), strength=strength(rounded(times)))


def times_text(times: float) -> str:
    """``2``, ``2.5``, ``1.33``."""
    return figure(times, 3)


def is_equal(value: float) -> bool:
    """Whether a ratio is 1 as far as anyone could read it."""
    return abs(value - 1) < 1e-9


def rounded(times: float) -> float:
    """The ratio without the dust of its reciprocal: 1/(1/3) is 3."""
    return round(times, 9)
