"""What the command line answers as JSON; its keys are a promise to users, see the README («The JSON»)."""

from collections.abc import Iterable, Mapping, Sequence
from math import isnan
from typing import Any

from decidr import __version__
from decidr.core.ahp.second_opinion import BY, SecondOpinion
from decidr.core.analysis.matrices import Floats, Integers, MatrixResult
from decidr.core.analysis.results import ParticipantResult, Results
from decidr.core.analysis.sensitivity.critical_cells import CriticalCell
from decidr.core.analysis.sensitivity.one_way import OneWay
from decidr.core.analysis.sensitivity.smallest_flip import Flip
from decidr.core.analysis.verdict.paragraph import Verdict
from decidr.core.study.criteria import GOAL
from decidr.core.study.problems import Place, Problem, sentence

Json = dict[str, Any]


def solve_answer(
    results: Results,
    opinions: Sequence[SecondOpinion],
    verdict: Verdict,
    problems: Iterable[Problem],
    addresses: Mapping[Place, str],
) -> Json:
    """The object of ``solve`` and ``weights``: settings, weights, matrices, hosts, verdict and problems."""
    names = Names(results)
    return {
        "decidr": __version__,
        "study": results.study.title,
        "settings": _settings(results, names),
        "criteria": _criteria(results, results.local, results.global_, names),
        "matrices": [_matrix(m, o, names) for m, o in zip(results.matrices, opinions, strict=True)],
        "hosts": [_host(results, h, names) for h in range(len(results.hosts))],
        "participants": [_participant(results, person, names) for person in results.participants],
        "evidence": {kind: _number(share) for kind, share in results.evidence.items()},
        "verdict": _verdict(verdict, names),
        "problems": problem_rows(problems, addresses),
    }


def sensitivity_answer(
    results: Results, sweeps: Iterable[OneWay], cells: Iterable[CriticalCell], flips: Iterable[Flip]
) -> Json:
    """The object of ``sensitivity``."""
    names = Names(results)
    return {
        "study": results.study.title,
        "view": names.views[results.view],
        **supposed(results),
        "criteria": [_sweep(results, sweep, names) for sweep in sweeps],
        "critical_cells": [_critical_cell(cell, names) for cell in cells],
        "smallest_flip": [_flip(flip, names) for flip in flips],
    }


def supposed(results: Results) -> Json:
    """What is supposed to happen; nothing at the baseline."""
    return {"scenario": results.case.name} if results.case else {}


def problem_rows(problems: Iterable[Problem], addresses: Mapping[Place, str]) -> list[Json]:
    """Each problem with its place, as a cell where the study came from a workbook, and its sentence."""
    return [
        {
            "severity": problem.severity,
            "code": problem.code,
            "place": place_text(problem, addresses),
            "text": sentence(problem),
        }
        for problem in problems
    ]


def place_text(problem: Problem, addresses: Mapping[Place, str]) -> str:
    """Where a problem is: the cell in the workbook that was read, else the names that lead there."""
    place = problem.place
    return addresses.get(place, str(place)) if isinstance(place, Place) else place


class Names:
    """The user's names of everything that has an id."""

    def __init__(self, results: Results) -> None:
        study = results.study
        self.nodes = {GOAL: study.goal, **{c.id: c.name for c in study.criteria}}
        self.hosts = {h.id: h.name for h in study.hosts}
        self.codes = {h.id: h.code for h in study.hosts}
        self.people: dict[str | None, str] = {p.id: p.name for p in study.participants}
        self.views = {v.id: v.name for v in study.views}


def _settings(results: Results, names: Names) -> Json:
    settings = results.study.settings
    return {
        "priorities": settings.priorities,
        "synthesis": results.synthesis,
        "random_index": settings.random_index,
        "completion": settings.completion,
        "group": settings.group,
        "view": names.views[results.view],
        "scenario": results.case.name if results.case else None,
    }


def _criteria(results: Results, local: Mapping[str, float], global_: Mapping[str, float], names: Names) -> list[Json]:
    return [
        {
            "criterion": names.nodes[node],
            "under": names.nodes[results.tree.parent[node]],
            "local": _number(local[node]),
            "global": _number(global_[node]),
        }
        for node in results.tree.nodes[1:]
    ]


def _matrix(matrix: MatrixResult, opinion: SecondOpinion, names: Names) -> Json:
    consistency = matrix.consistency
    every_name = {**names.hosts, **names.nodes}
    return {
        "under": names.nodes[matrix.node],
        "participant": names.people.get(matrix.participant),
        "items": [every_name[item] for item in matrix.items],
        "priorities": None if matrix.priorities is None else matrix.priorities.tolist(),
        "lambda_max": consistency.lambda_max if consistency else None,
        "ci": consistency.ci if consistency else None,
        "cr": consistency.cr if consistency else None,
        "gci": consistency.gci if consistency else None,
        "judged": matrix.judged,
        "placeholder": matrix.placeholder,
        "missing": matrix.missing,
        "second_opinion": {
            "by": BY,
            "status": opinion.status,
            "largest_difference": opinion.largest_difference,
        },
    }


def _host(results: Results, h: int, names: Names) -> Json:
    host = results.hosts[h]
    return {
        "host": names.hosts[host],
        "code": names.codes[host],
        "score": _number(results.totals[h]),
        "rank": _rank(results.ranks, h),
        "low": _number(results.low[h]),
        "high": _number(results.high[h]),
        "best_rank": _rank(results.best_rank, h),
        "worst_rank": _rank(results.worst_rank, h),
        "eligible": bool(results.eligible[h]),
        "failed": results.failed[h],
        "missing": [names.nodes[leaf] for leaf, gaps in zip(results.leaves, results.missing, strict=True) if gaps[h]],
        "contributions": _contributions(results, results.contributions, h, names),
    }


def _participant(results: Results, person: ParticipantResult, names: Names) -> Json:
    return {
        "participant": names.people[person.participant],
        "weight": person.weight,
        "borrowed": [names.nodes[node] for node in person.borrowed],
        "criteria": _criteria(results, person.local, person.global_, names),
        "hosts": [
            {
                "host": names.hosts[host],
                "code": names.codes[host],
                "score": _number(person.totals[h]),
                "rank": _rank(person.ranks, h),
                "eligible": bool(person.eligible[h]),
                "failed": results.failed[h],
                "contributions": _contributions(results, person.contributions, h, names),
            }
            for h, host in enumerate(results.hosts)
        ],
    }


def _contributions(results: Results, contributions: Floats, h: int, names: Names) -> Json:
    return {names.nodes[leaf]: _number(row[h]) for leaf, row in zip(results.leaves, contributions, strict=True)}


def _verdict(verdict: Verdict, names: Names) -> Json:
    leader = None if verdict.leader is None else names.hosts[verdict.leader]
    return {"class": verdict.class_, "leader": leader, "lead": verdict.lead, "text": verdict.text}


def _sweep(results: Results, sweep: OneWay, names: Names) -> Json:
    return {
        "criterion": names.nodes[sweep.criterion],
        "under": names.nodes[results.tree.parent[sweep.criterion]],
        "weight_now": _number(sweep.weight_now),
        "global_now": _number(sweep.global_now),
        "stays_first": None if sweep.stays_first is None else list(sweep.stays_first),
        "reason": sweep.reason,
        "crossovers": [
            {
                "weight": crossover.weight,
                "global_weight": crossover.global_weight,
                "first": names.hosts[crossover.first],
                "second": names.hosts[crossover.second],
            }
            for crossover in sweep.crossovers
        ],
    }


def _critical_cell(cell: CriticalCell, names: Names) -> Json:
    return {
        "criterion": names.nodes[cell.criterion],
        "host": names.hosts[cell.host],
        "value_now": cell.value_now,
        "value_at_tie": cell.value_at_tie,
        "change": cell.change,
        "share": cell.share,
        "leader_then": names.hosts[cell.leader],
    }


def _flip(flip: Flip, names: Names) -> Json:
    weights = flip.weights
    return {
        "host": names.hosts[flip.host],
        "level": names.nodes.get(flip.level, flip.level),
        "never": flip.never,
        "moved": flip.moved,
        "weights": None if weights is None else {names.nodes[node]: weight for node, weight in weights.items()},
        "kept_behind_by": [names.hosts[host] for host in flip.kept_behind_by],
    }


def _number(value: float) -> float | None:
    return None if isnan(value) else float(value)


def _rank(ranks: Integers, h: int) -> int | None:
    return int(ranks[h]) or None
