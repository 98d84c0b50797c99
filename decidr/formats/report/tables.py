"""The tables of a report as data: rows with names, numbers and words, apart from how they look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

from decidr import __version__
from decidr.core.analysis.evidence import KINDS
from decidr.core.analysis.matrices import MatrixResult
from decidr.core.analysis.sensitivity.one_way import OneWay, leader_changes
from decidr.core.study.criteria import GOAL
from decidr.core.study.data import Cell, Evidence, evidence_of
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.problems import sentence
from decidr.formats.report.content import Content
from decidr.formats.report.nodes import SolvedNode
from decidr.formats.report.wording import opinion_said, severity_said
from decidr.language import _, ngettext
from decidr.number_text import listed, per_cent, points

if TYPE_CHECKING:
    from decidr.core.ahp.second_opinion import SecondOpinion


class SourceRow(NamedTuple):
    """One cell with what it rests on; ``cell`` is None where nothing is known."""

    leaf: str
    host: str
    participant: str | None
    cell: Cell | None
    evidence: Evidence


class JudgmentRow(NamedTuple):
    """One judgment; ``node`` is where it counts, None where it is set aside."""

    block: Comparisons
    judgment: Judgment
    node: SolvedNode | None


class SensitivityRow(NamedTuple):
    """One criterion: its weight now, the words for how far it may move, and who leads beyond."""

    sweep: OneWay
    depth: int
    stays: str
    then: str


class CrossoverRow(NamedTuple):
    """Two hosts that tie at a weight of a criterion (ids)."""

    criterion: str
    weight: float
    global_weight: float
    first: str
    second: str


class OpinionRow(NamedTuple):
    """AHPy's word on one matrix."""

    node: str
    who: str
    answer: str
    difference: float | None


class SettingRow(NamedTuple):
    """A setting, its value and how the number is written; ``key`` names the ones that a live report can switch."""

    label: str
    value: str | int | float
    key: str = ""
    form: str = "General"


class Finding(NamedTuple):
    """Something decidr noticed."""

    severity: str
    place: str
    text: str


def host_note(content: Content, host: int) -> str:
    """What is to be said of a host beside its total: a must it fails, its gaps and what they could do."""
    results = content.results
    failed, gaps = results.failed[host], int(results.missing[:, host].sum())
    if failed:
        return _("outside the ranks: fails {must}").format(must=failed)
    if not gaps:
        return ""
    text = ngettext("{count} gap", "{count} gaps", gaps).format(count=gaps)
    if not content.has_ranking:
        return text
    low, high = points(float(results.low[host])), points(float(results.high[host]))
    text = _("{text}: {low} to {high}, rank {best} to {worst}").format(
        text=text, low=low, high=high, best=int(results.best_rank[host]), worst=int(results.worst_rank[host])
    )
    if results.ranks[host] and not results.eligible[host]:
        return _("{text}; too much is missing for it to lead").format(text=text)
    return text


def source_rows(content: Content) -> Iterator[SourceRow]:
    """The study's own cells, every host of each leaf in turn, then the participants'."""
    for leaf in content.leaves:
        evidence = _leaf_evidence(content, leaf)
        for host, kind in zip(content.hosts, evidence, strict=True):
            yield SourceRow(leaf, host, None, content.cells.get((leaf, host, None)), kind)
    for (leaf, host, person), cell in content.cells.items():
        if person is not None and leaf in content.leaves and host in content.hosts:
            yield SourceRow(leaf, host, person, cell, evidence_of(cell))


def _leaf_evidence(content: Content, leaf: str) -> tuple[Evidence, ...]:
    found = (results.leaf_scores.evidence.get(leaf) for results in content.by_view.values())
    return tuple(KINDS[code] for code in next(codes for codes in found if codes is not None).tolist())


def judgment_rows(content: Content) -> tuple[JudgmentRow, ...]:
    """Every judgment with a value, by view, node and pair, those that count before those set aside."""
    rows = (_judgment_row(content, b, p) for b in content.study.comparisons for p in b.pairs if p.value is not None)
    study = content.study
    views = _places_of([*(view.id for view in content.views), *(view.id for view in study.views)])
    things = _places_of([GOAL, *(criterion.id for criterion in study.criteria), *(host.id for host in study.hosts)])
    people = _places_of([None, *(person.id for person in study.participants)])

    def place(row: JudgmentRow) -> tuple[int, ...]:
        block, judgment = row.block, row.judgment
        pair = sorted((things[judgment.first], things[judgment.second]))
        return (views[block.view], things[block.under], *pair, row.node is None, people[block.participant])

    return tuple(sorted(rows, key=place))


def _places_of(ids: Sequence[str | None]) -> dict[str | None, int]:
    return {id_: place for place, id_ in reversed([*enumerate(ids)])}


def _judgment_row(content: Content, block: Comparisons, judgment: Judgment) -> JudgmentRow:
    counting = (node for node in content.nodes if any(block is b for b in node.blocks))
    used = (n for n in counting if n.counts(block.participant) and {judgment.first, judgment.second} <= {*n.items})
    return JudgmentRow(block, judgment, next(used, None))


def judged_nodes(content: Content) -> tuple[SolvedNode, ...]:
    """The nodes weighed by judgments, in pairs."""
    return tuple(node for node in content.nodes if node.weighted_by == "judgments")


def sensitivity_rows(content: Content) -> tuple[SensitivityRow, ...]:
    """Every counted criterion in the tree's order."""
    nodes = (node for node in content.results.tree.nodes if node != GOAL)
    return tuple(_sensitivity_row(content, content.sweeps[node]) for node in nodes)


def _sensitivity_row(content: Content, sweep: OneWay) -> SensitivityRow:
    changes = leader_changes(content.results, sweep)
    told = [_change_said(content, c.is_above, c.weight, c.host) for c in changes]
    return SensitivityRow(sweep, content.depth(sweep.criterion), _stays_said(sweep), "; ".join(told))


def _stays_said(sweep: OneWay) -> str:
    if sweep.stays_first is None:
        return sweep.reason or _("no host can lead")
    low, high = sweep.stays_first
    if low <= 0 and high >= 1:
        return _("any weight")
    if low <= 0:
        return _("up to {high}").format(high=per_cent(high))
    if high >= 1:
        return _("from {low}").format(low=per_cent(low))
    return _("from {low} to {high}").format(low=per_cent(low), high=per_cent(high))


def _change_said(content: Content, is_above: bool, weight: float, host: str) -> str:
    text = _("above {weight} {host}") if is_above else _("below {weight} {host}")
    return text.format(weight=per_cent(weight), host=content.names[host])


def crossover_rows(content: Content) -> tuple[CrossoverRow, ...]:
    """Where two hosts in focus tie as a main weight moves."""
    return tuple(
        CrossoverRow(main, c.weight, c.global_weight, c.first, c.second)
        for main in content.main_criteria
        for c in content.sweeps[main].crossovers
        if c.first in content.focus and c.second in content.focus
    )


def opinion_rows(content: Content) -> tuple[OpinionRow, ...]:
    """AHPy's answers in the report's view; none where it was not asked."""
    if content.opinions is None:
        return ()
    pairs = zip(content.results.matrices, content.opinions, strict=True)
    return tuple(_opinion_row(content, matrix, opinion) for matrix, opinion in pairs)


def _opinion_row(content: Content, matrix: MatrixResult, opinion: SecondOpinion) -> OpinionRow:
    who = content.names[matrix.participant] if matrix.participant else ""
    return OpinionRow(content.names[matrix.node], who, opinion_said(opinion.status), opinion.largest_difference)


def setting_rows(content: Content) -> tuple[SettingRow, ...]:
    """Every choice that can move a number, the ones first that the report can switch."""
    settings = content.study.settings
    uncertain = "uncertain" if settings.simulation_weights == "judged" else "fixed"
    return (
        SettingRow(_("Priorities"), settings.priorities, "priorities"),
        SettingRow(_("Synthesis"), content.results.synthesis, "synthesis"),
        SettingRow(_("Random index"), settings.random_index, "random index"),
        SettingRow(_("Completion"), settings.completion),
        SettingRow(_("Judgment scale"), settings.scale),
        SettingRow(_("Group rule"), settings.group),
        SettingRow(_("Group figure"), settings.group_figure),
        SettingRow(_("Base view"), content.names[settings.base_view]),
        SettingRow(_("View of this report"), content.names[content.view]),
        SettingRow(_("Seed"), settings.seed),
        SettingRow(_("Samples"), settings.samples, form="#,##0"),
        SettingRow(_("Sampling"), settings.sampling),
        SettingRow(_("Judgment spread"), settings.judgment_spread),
        SettingRow(_("Simulation weights"), settings.simulation_weights),
        SettingRow(_("Simulation data"), settings.simulation_data or uncertain),
        SettingRow(_("Second opinion"), f"AHPy {version('ahpy')}" if content.opinions is not None else _("not asked")),
        SettingRow(_("Program"), f"decidr {__version__}"),
    )


def findings(content: Content) -> tuple[Finding, ...]:
    """What decidr noticed in the report's view, the gravest first; alike findings are told once with their places."""
    told: dict[tuple[str, str], list[str]] = {}
    for problem in content.results.problems:
        told.setdefault((problem.severity, sentence(problem)), []).append(str(problem.place))
    grave = sorted(told, key=lambda key: ("error", "warning", "notice").index(key[0]))
    return tuple(Finding(severity_said(key[0]), _places(told[key]), key[1]) for key in grave)


def _places(places: list[str]) -> str:
    known = [place for place in places if place]
    if len(known) <= 4:
        return "; ".join(known)
    return _("{places} and {count} more").format(places="; ".join(known[:3]), count=len(known) - 3)


def group_rows(content: Content) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Hosts that are groups of scored hosts, with their scored members at any depth, innermost groups first."""
    return tuple(
        (host.id, members) for host in content.study.hosts if host.active and (members := _members(content, host.id))
    )


def _members(content: Content, group: str) -> tuple[str, ...]:
    direct = [host.id for host in content.study.hosts if host.group == group and host.active]
    return tuple(m for host in direct for m in ((host,) if host in content.hosts else _members(content, host)))


def told_views(content: Content, node: SolvedNode) -> str:
    """In which views a node's weights count, where there are several."""
    return listed([content.names[view] for view in node.views]) if len(content.study.views) > 1 else ""
