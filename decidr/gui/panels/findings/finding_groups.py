"""Findings put together by what they say, the gravest first."""

from __future__ import annotations

from typing import NamedTuple

from decidr.core.analysis.results import Results
from decidr.core.study.problems import Place, Problem, Severity, sentence
from decidr.language import _, ngettext

GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "notice": 2}


class FindingGroup(NamedTuple):
    """Problems of one code, with one sentence for all of them."""

    severity: Severity
    code: str
    text: str
    problems: tuple[Problem, ...]


def grouped(results: Results) -> tuple[FindingGroup, ...]:
    """The problems of ``results`` by code: errors, warnings, notices; inside each as they were found."""
    by_code: dict[tuple[Severity, str], list[Problem]] = {}
    for problem in results.problems:
        by_code.setdefault((problem.severity, problem.code), []).append(problem)
    groups = (
        FindingGroup(severity, code, _text(results, problems), tuple(problems))
        for (severity, code), problems in by_code.items()
    )
    return tuple(sorted(groups, key=lambda group: GRAVITY[group.severity]))


def where(problem: Problem) -> str:
    """The names that lead to a problem, without the sheet; empty where it has none."""
    return ", ".join(problem.place.names) if isinstance(problem.place, Place) else problem.place


def in_full(problem: Problem) -> str:
    """The place and the sentence."""
    place, said = where(problem), sentence(problem)
    return f"{place}: {said}" if place else said[:1].upper() + said[1:]


def _text(results: Results, problems: list[Problem]) -> str:
    code, count = problems[0].code, len(problems)
    said = _counted(code, count) or in_full(problems[0])
    if code == "data.missing" and (lift := _best_lift(results)):
        return f"{said}; {lift}"
    if count > 1 and not _counted(code, count):
        return _("{text} (and {count} more)").format(text=said, count=count - 1)
    return said


def _best_lift(results: Results) -> str:
    """What the gaps could do at most: the host that they could lift highest."""
    hosts = range(len(results.hosts))
    lifts = [h for h in hosts if 0 < results.best_rank[h] < results.ranks[h] and results.missing[:, h].any()]
    if not lifts:
        return ""
    best = min(lifts, key=lambda h: (results.best_rank[h], results.ranks[h]))
    text = _("{host}'s could lift it to rank {rank}")
    return text.format(host=results.names[results.hosts[best]], rank=results.best_rank[best])


def _counted(code: str, count: int) -> str:
    """A sentence for several problems of a code, and for one where it is short; empty: none of its own."""
    match code:
        case "data.missing":
            text = ngettext("{count} cell is missing", "{count} cells are missing", count)
        case "data.beyond_ends":
            text = ngettext("{count} value lies beyond its ends", "{count} values lie beyond their ends", count)
        case "ends.proposed":
            text = ngettext(
                "The ends of {count} criterion are proposals", "The ends of {count} criteria are proposals", count
            )
        case "judgments.placeholder":
            text = ngettext(
                "{count} node rests on placeholder judgments", "{count} nodes rest on placeholder judgments", count
            )
        case "judgments.outdated":
            text = ngettext(
                "{count} node has judgments made for other ends",
                "{count} nodes have judgments made for other ends",
                count,
            )
        case "judgments.inconsistent":
            text = ngettext("{count} matrix has a CR above 0.10", "{count} matrices have a CR above 0.10", count)
        case "views.leaf_left_out":
            text = ngettext("This view leaves out {count} criterion", "This view leaves out {count} criteria", count)
        case "criteria.dormant":
            text = ngettext("{count} criterion is dormant", "{count} criteria are dormant", count)
        case "hosts.dormant":
            text = ngettext("{count} host is dormant", "{count} hosts are dormant", count)
        case _:
            return ""
    return text.format(count=count)
