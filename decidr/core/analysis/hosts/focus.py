"""The few hosts in colour: leader, second, Canada and the United States, and the one selected."""

from collections.abc import Callable

from decidr.core.analysis.results import Results

SLOTS = 5
"""Colours there are; the last is the selected host's when the others are taken."""

BENCHMARKS = ("CAN", "USA")
"""Codes of the hosts that stay in focus whatever their rank."""

Focus = tuple[str | None, ...]
"""Host ids by colour, None where a colour is free."""


def focus(results: Results, earlier: Focus = (), selected: str | None = None) -> Focus:
    """Which host has which of the five colours; a host that had one ``earlier`` and still belongs keeps it."""
    wanted = _wanted(results, selected)
    slots = [host if host in wanted else None for host in (*earlier, *[None] * SLOTS)[:SLOTS]]
    for host in wanted:
        if host not in slots and None in slots:
            slots[slots.index(None)] = host
    return tuple(slots)


def _wanted(results: Results, selected: str | None) -> list[str]:
    best = [results.hosts[h] for h in results.order]
    codes = {h.id: h.code for h in results.study.hosts}
    benchmarks = [host for code in BENCHMARKS for host in results.hosts if codes[host] == code]
    chosen = [selected] if selected in results.hosts else []
    few = dict.fromkeys([*best[:2], *benchmarks])
    filled = [*few, *[host for host in best if host not in few][: SLOTS - 1 - len(few)]]
    return [*sorted(filled, key=_place(best)), *[host for host in chosen if host not in filled]]


def _place(best: list[str]) -> Callable[[str], int]:
    """Sorts hosts by rank, those outside the ranks last."""
    return lambda host: best.index(host) if host in best else len(best)
