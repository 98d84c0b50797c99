"""Colours of hosts and criteria in every chart, so that a host looks the same wherever it stands."""

from __future__ import annotations

from decidr.core.analysis.hosts.focus import Focus
from decidr.gui.theme import Theme

READABLE = 4.6
"""Contrast that text on a bar must reach; a little above the 4.5 that is needed."""


def host_colour(theme: Theme, focus: Focus, host: str) -> str:
    """The host's own colour while it is in focus, else the grey of all others."""
    return theme.hosts_in_focus[focus.index(host)] if host in focus else theme.other_hosts


def pointed_colour(theme: Theme, focus: Focus, host: str) -> str:
    """The colour of a host that is pointed at: its own, else the one it would get if it were selected."""
    if host in focus:
        return host_colour(theme, focus, host)
    free = [slot for slot, taken in enumerate(focus) if taken is None]
    return theme.hosts_in_focus[free[0] if free else -1]


def criterion_colours(theme: Theme, count: int) -> list[str]:
    """One colour for each of ``count`` siblings; beyond six they come again, each time nearer to the text's colour."""
    again = len(theme.criteria)
    return [mixed(theme.criteria[i % again], theme.text, min(0.45 * (i // again), 0.8)) for i in range(count)]


def quiet(colour: str, theme: Theme) -> str:
    """``colour`` for a host that is not in focus: nearer to the card, ``quiet_ink`` stays readable on it."""
    share = 0.2
    step = -0.02 if theme.is_dark else 0.02
    while contrast(mixed(colour, theme.card, share), quiet_ink(theme)) < READABLE and 0 < share < 0.8:
        share += step
    return mixed(colour, theme.card, share)


def ink(theme: Theme) -> str:
    """Text on a bar in full colour."""
    return theme.on_accent


def quiet_ink(theme: Theme) -> str:
    """Text on a bar that ``quiet`` made: dark on both appearances."""
    return theme.on_accent if theme.is_dark else theme.text


def mixed(colour: str, other: str, share: float) -> str:
    """``colour`` with ``share`` of ``other`` in it, both ``#RRGGBB``."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
