"""How sure the first place is: clear, likely or too close to call (method: Evidence and the verdict)."""

from collections.abc import Sequence
from typing import Literal

from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.words import share_said
from decidr.language import _
from decidr.number_text import lead_points, listed

VerdictClass = Literal["clear", "likely", "too close to call"]

CLEAR, LIKELY = 0.90, 0.65
"""The share of draws in which the leader must be first."""

MOST_PLACEHOLDERS = 0.30
"""With more of the weight on placeholders nothing is better than likely."""


def verdict_class(results: Results, robustness: Robustness) -> VerdictClass:
    """The class of the leader, who must be there, by the verdict's simulation."""
    if _would_be_clear(results, robustness) and results.evidence["placeholder"] <= MOST_PLACEHOLDERS:
        return "clear"
    share = leading_share(results, robustness, results.eligible_order[0])
    return "likely" if share >= LIKELY else "too close to call"


def is_held_back(results: Results, robustness: Robustness) -> bool:
    """Whether placeholders alone keep the verdict from being clear."""
    return _would_be_clear(results, robustness) and results.evidence["placeholder"] > MOST_PLACEHOLDERS


def _would_be_clear(results: Results, robustness: Robustness) -> bool:
    leader = results.eligible_order[0]
    return leading_share(results, robustness, leader) >= CLEAR and bool(results.worst_rank[leader] == 1)


def leading_share(results: Results, robustness: Robustness, host: int) -> float:
    """The share of draws in which a host (its place in the results) is first of those that can lead."""
    return float(robustness.leads[robustness.hosts.index(results.hosts[host])])


def class_said(results: Results, robustness: Robustness, names: Sequence[str], are_higher: bool) -> str:
    """The class with who is first, by how much, and in how many draws.

    ``names`` are the user's, of the hosts of ``Results.eligible_order``; ``are_higher``: hosts that cannot lead stand
    before them.
    """
    first, *rest = results.eligible_order
    tied = results.sharing_first[1:]
    compared = [first, *(tied or rest[:1])]
    shares = [share_said(leading_share(results, robustness, h)) for h in compared]
    found = verdict_class(results, robustness)
    lead = float(results.totals[first] - results.totals[compared[-1]])
    return _text(found, len(tied), len(rest), are_higher).format(
        class_={"clear": _("Clear"), "likely": _("Likely"), "too close to call": _("Too close to call")}[found],
        leader=names[0],
        second=names[len(compared) - 1],
        hosts=listed(list(names[: len(compared)])),
        lead=lead_points(lead),
        share=shares[0],
        shares=listed(shares),
    )


def _text(found: VerdictClass, tied: int, others: int, are_higher: bool) -> str:
    if not others:
        return _("{class_}: {leader} is first; no other host can lead.")
    if tied:
        return _("{class_}: {hosts} share the first place, and are first in {shares} of simulations.")
    if found == "too close to call":
        return _("{class_}: {lead} points between {hosts}, first in {shares} of simulations.")
    if are_higher:
        return _(
            "{class_}: {leader} is first of those that can lead, in {share} of simulations,"
            " {lead} points before {second}."
        )
    return _("{class_}: {leader} is first, in {share} of simulations, {lead} points before {second}.")
