"""Whether other methods, and a study with one host fewer, tell the same (method: Sensitivity)."""

from collections.abc import Callable, Iterator, Mapping
from itertools import permutations
from typing import Any, Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from decidr.core.ahp.consistency import consistency_ratio
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.matrices import MatrixResult
from decidr.core.analysis.nodes import LARGEST_CR
from decidr.core.analysis.results import Results
from decidr.core.study.study import Completion, Priorities, RandomIndex, Study, Synthesis

Choice = Literal["priorities", "synthesis", "completion", "without"]

TABLES: tuple[RandomIndex, ...] = get_args(RandomIndex)


class OtherWay(Struct, frozen=True):
    """The answer with another ``method`` (a setting's value), or ``without`` one host (its id).

    ``leader`` (an id) is None where nobody can lead then. ``is_same``: it is today's leader, or, without that one, the
    best of the others today. ``ranks`` are by host, 0 outside the ranks. ``reversed`` are pairs of hosts of which the
    first is ahead today and the second then. ``is_solved``: else this way has no totals, and says nothing.
    """

    choice: Choice
    method: str
    leader: str | None
    is_same: bool
    ranks: Mapping[str, int]
    reversed: tuple[tuple[str, str], ...]
    is_solved: bool


class RatioByTable(Struct, frozen=True):
    """CR of the judgments under a ``node`` by each table of random indices; None where it is not defined.

    ``participant`` (an id) is None for the group or the only judge.
    """

    node: str
    participant: str | None
    ratios: Mapping[RandomIndex, float | None]

    @property
    def passing(self) -> tuple[RandomIndex, ...]:
        """The tables under which CR is at most 0.10."""
        return tuple(table for table, cr in self.ratios.items() if cr is not None and cr <= LARGEST_CR)

    @property
    def is_undisputed(self) -> bool:
        """Whether all tables say the same."""
        return len(self.passing) in (0, len(self.ratios))


class MethodAgreement(Struct, frozen=True):
    """Every other way of solving the study, in the order of ``Choice``, and the CR of every matrix by each table."""

    ways: tuple[OtherWay, ...]
    ratios: tuple[RatioByTable, ...]

    @property
    def others(self) -> tuple[OtherWay, ...]:
        """The ways that put another host first."""
        return tuple(way for way in self.ways if way.is_solved and not way.is_same)


def method_agreement(results: Results, step: Callable[[], object] = lambda: None) -> MethodAgreement:
    """The study solved in every other way, in the view and the case of ``results``; ``step`` is called after each.

    A method is asked only where it can matter: priorities where there are judgments, completion where a pair is
    missing, one host fewer where three are ranked. Without a leader there is nothing to agree on.
    """
    ways = [] if results.leader is None else [_stepped(way, step) for way in _ways(results)]
    return MethodAgreement(tuple(ways), tuple(_ratios(results)))


def _stepped(way: OtherWay, step: Callable[[], object]) -> OtherWay:
    step()
    return way


def _ways(results: Results) -> Iterator[OtherWay]:
    settings = results.study.settings
    if results.matrices:
        yield from _with_setting(results, "priorities", settings.priorities, get_args(Priorities))
    yield from _with_setting(results, "synthesis", results.synthesis, get_args(Synthesis))
    if any(matrix.missing for node in results.nodes.values() for matrix in node.matrices):
        yield from _with_setting(results, "completion", settings.completion, get_args(Completion))
    if len(results.order) > 2:
        for host in results.hosts:
            yield _way(results, "without", host, without_host(results.study, host))


def _with_setting(results: Results, choice: Choice, now: str, methods: tuple[str, ...]) -> Iterator[OtherWay]:
    for method in (m for m in methods if m != now):
        changed: dict[str, Any] = {choice: method}
        study = replace(results.study, settings=replace(results.study.settings, **changed))
        yield _way(results, choice, method, study)


def without_host(study: Study, host: str) -> Study:
    """The study in which a host is dormant, and with it every group that would be left without a member."""
    hosts = study.hosts
    gone = next((h for h in hosts if h.id == host and h.active), None)
    while gone is not None:
        hosts = tuple(replace(h, active=False) if h is gone else h for h in hosts)
        group = gone.group
        is_empty = not any(h.group == group for h in hosts if h.active)
        gone = next((h for h in hosts if is_empty and h.id == group and h.active), None)
    return replace(study, hosts=hosts)


def _way(results: Results, choice: Choice, method: str, study: Study) -> OtherWay:
    then = evaluate(study, results.view, results, results.case)
    leader = None if then.leader is None else then.hosts[then.leader]
    ranks = dict(zip(then.hosts, then.ranks.tolist(), strict=True))
    expected = next((results.hosts[h] for h in results.eligible_order if results.hosts[h] in ranks), None)
    is_solved = bool(then.order)
    return OtherWay(choice, method, leader, leader == expected, ranks, _reversed(results, ranks), is_solved)


def _reversed(results: Results, ranks: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    """Pairs of ranked hosts whose order is the other way round, the best of today first."""
    now = {results.hosts[h]: int(results.ranks[h]) for h in results.order if ranks.get(results.hosts[h])}
    return tuple((a, b) for a, b in permutations(now, 2) if now[a] < now[b] and ranks[a] > ranks[b])


def _ratios(results: Results) -> Iterator[RatioByTable]:
    for matrix in results.matrices:
        if matrix.consistency is not None:
            yield RatioByTable(matrix.node, matrix.participant, {table: _ratio(matrix, table) for table in TABLES})


def _ratio(matrix: MatrixResult, table: RandomIndex) -> float | None:
    ci = matrix.consistency.ci if matrix.consistency else 0.0
    return consistency_ratio(ci, table, len(matrix.items), matrix.missing)
