"""The levels at which hosts can be ranked, from the outermost groups in, with their names."""

from __future__ import annotations

from collections.abc import Sequence

from decidr.core.analysis.hosts.host_groups import depth, paths
from decidr.core.analysis.results import Results
from decidr.language import _


def level_names(results: Results) -> tuple[str, ...]:
    """One name a level, the outermost first; empty where no host has a group.

    Levels whose hosts have codes of countries or of their subdivisions are called so, the innermost sites, others by
    their number.
    """
    count = depth(results)
    if count < 2:
        return ()
    codes = {host.id: host.code for host in results.study.hosts}
    found = [[codes[host] for host in hosts] for hosts in _by_level(results, count)]
    names = [_name(level, place, count) for place, level in enumerate(found)]
    return tuple(name if names.count(name) == 1 else _number(place) for place, name in enumerate(names))


def _by_level(results: Results, count: int) -> list[set[str]]:
    """The hosts that are groups of each level, or alternatives of the innermost."""
    above = paths(results.study.hosts)
    levels: list[set[str]] = [set() for _level in range(count)]
    for host in results.hosts:
        for place, one in enumerate(above[host]):
            if one != host or place == count - 1:
                levels[place].add(one)
    return levels


def _name(codes: Sequence[str], place: int, count: int) -> str:
    if codes and all(len(code) == 3 and code.isalpha() for code in codes):
        return _("Countries")
    if codes and all("-" in code for code in codes):
        return _("Provinces")
    if place == count - 1:
        return _("Sites")
    return _("Groups") if count == 2 else _number(place)


def _number(place: int) -> str:
    return _("Level {number}").format(number=place + 1)
