"""What ``decidr robustness`` answers: JSON for scripts (a promise, see the README, «The JSON»), tables for people."""

from collections.abc import Iterable, Sequence
from math import isnan
from typing import Any

import numpy as np

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.words import drawn_said, share_said
from decidr.formats.answers import Names, supposed
from decidr.formats.terminal import heading, table
from decidr.language import _
from decidr.number_text import THIN, listed, per_cent, rounded_to_sum

Json = dict[str, Any]

MOST_WEIGHTS = 3
"""So many of a host's central weights are told to people, the largest."""


def robustness_answer(results: Results, found: Robustness) -> Json:
    """The object of ``robustness``: by host name, in the study's order; hosts that fail a must are outside."""
    names = Names(results)
    hosts, leaves = [names.hosts[h] for h in found.hosts], [names.nodes[leaf] for leaf in found.leaves]
    plan = found.plan
    return {
        **supposed(results),
        "samples": found.samples,
        "seed": plan.seed,
        "weights": plan.weights,
        "data": plan.data,
        "sampling": plan.sampling,
        "spread": plan.spread,
        "rank_acceptability": _by(hosts, found.rank_acceptability.tolist()),
        "central_weights": _by(hosts, [_weights_of(leaves, row) for row in found.central_weights]),
        "confidence": _by(hosts, _numbers([] if found.confidence is None else found.confidence)),
        "pairwise_winning": _by(hosts, [_by(hosts, _numbers(row)) for row in found.pairwise_winning]),
        "expected_rank": _by(hosts, _numbers(found.expected_rank)),
        "standard_error": _number(found.standard_error),
    }


def _by(names: Sequence[str], values: Sequence[Any]) -> Json:
    return dict(zip(names, values, strict=False))


def _weights_of(leaves: Sequence[str], weights: Floats) -> Json | None:
    """A host's central weights; None for one that is never first."""
    return None if np.isnan(weights).all() else _by(leaves, weights.tolist())


def _numbers(values: Iterable[float]) -> list[float | None]:
    return [_number(value) for value in values]


def _number(value: float) -> float | None:
    return None if isnan(value) else float(value)


def robustness_text(results: Results, found: Robustness) -> str:
    """What was drawn, how often each host has each rank, and with what weights each comes first."""
    order = np.argsort(found.expected_rank, kind="stable").tolist()
    hosts = [results.names[host] for host in found.hosts]
    parts = [heading(results), drawn_said(found), _ranks(found, hosts, order), _firsts(results, found, hosts, order)]
    return "\n\n".join(part for part in parts if part)


def _ranks(found: Robustness, hosts: Sequence[str], order: Sequence[int]) -> str:
    """How often each host has each rank, in whole per cent that sum to 100."""
    rows = [[_("Host"), _("mean rank"), *(_("{rank}.").format(rank=rank + 1) for rank in range(len(hosts)))]]
    for h in order:
        shares = rounded_to_sum(found.rank_acceptability[h].tolist(), 0)
        shown = [f"{share}{THIN}%" if share != "0" else "" for share in shares]
        rows.append([hosts[h], f"{found.expected_rank[h]:.1f}", *shown])
    return table(rows, "lr" + "r" * len(hosts))


def _firsts(results: Results, found: Robustness, hosts: Sequence[str], order: Sequence[int]) -> str:
    """With what weights each host comes first, and how sure it is of that there."""
    rows = [[_("Host"), _("first"), _("confidence"), _("first with most weight on")]]
    for h in order:
        confidence = "–" if found.confidence is None else share_said(float(found.confidence[h]))
        share = share_said(float(found.rank_acceptability[h, 0]))
        rows.append([hosts[h], share, confidence, _largest_weights(results, found, h)])
    return table(rows, "lrrl")


def _largest_weights(results: Results, found: Robustness, h: int) -> str:
    weights = found.central_weights[h]
    if np.isnan(weights).all():
        return _("never first")
    largest = np.argsort(-weights, kind="stable")[:MOST_WEIGHTS].tolist()
    said = [f"{results.study.name_of(found.leaves[leaf])} ({per_cent(weights[leaf], 0)})" for leaf in largest]
    return listed(said)
