"""A simulation in words, the same for window, command line and report."""

from math import isnan

import numpy as np

from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.language import _, ngettext
from decidr.number_text import figure, listed, per_cent

WORTH_A_WORD = 0.005
"""A share below this is not told in a heading."""

MOST_TOLD = 3
"""So many hosts are named."""


def share_said(share: float, decimals: int = 0) -> str:
    """A share of draws in whole per cents, or finer; only what never or always happens reads 0 or 100."""
    least = 0.01 / 10**decimals
    if isnan(share):
        return "–"
    if 0.0 < share <= least / 2:
        return _("under {share}").format(share=per_cent(least, decimals))
    if 1.0 - least / 2 <= share < 1.0:
        return _("over {share}").format(share=per_cent(1.0 - least, decimals))
    return per_cent(share, decimals)


def draws_said(found: Robustness) -> str:
    """How many draws it is of: «100 000 draws»."""
    return ngettext("{count} draw", "{count} draws", found.samples).format(count=figure(found.samples, 9))


def who_is_first(results: Results, found: Robustness) -> str:
    """The answer: «Spain is first in 61 % of 100 000 draws; Canada in 33 %»; and that none can lead, if none can."""
    firsts = found.rank_acceptability[:, 0]
    order = np.lexsort((found.expected_rank, -firsts)).tolist()
    told = [h for h in order if firsts[h] >= WORTH_A_WORD][:MOST_TOLD] or order[:1]
    said = [(results.names[found.hosts[h]], share_said(float(firsts[h]))) for h in told]
    (host, share), *rest = said
    others = listed([_("{host} in {share}").format(host=name, share=part) for name, part in rest])
    text = (
        _("{host} is first in {share} of {draws}; {others}.") if rest else _("{host} is first in {share} of {draws}.")
    )
    if results.leader is None:
        text = _("No host can lead; by totals alone {said}").format(said=text)
    return text.format(host=host, share=share, draws=draws_said(found), others=others)


def error_said(found: Robustness) -> str:
    """What the standard error is, in words."""
    error = found.standard_error
    if isnan(error):
        return _("How far chance moves these shares is not known yet.")
    if error == 0:
        return _("Every draw gives the same ranking.")
    text = _("Off by chance: at most {error} percentage points (standard error).")
    return text.format(error=f"{error * 100:.2g}")


def drawn_said(found: Robustness) -> str:
    """How many draws of what, by which seed, and how far off the shares may be."""
    plan = found.plan
    weights = {
        "judged": _("judged weights, spread {spread}").format(spread=plan.spread),
        "free": _("free weights at every node"),
        "free-leaves": _("free weights over the leaves"),
        "bounded": _("weights within their bounds"),
        "ordered": _("weights in today's order"),
    }[plan.weights]
    data = _("uncertain data") if plan.data == "uncertain" else _("fixed data")
    points = _("Sobol points in 16 replicates") if plan.sampling == "sobol" else _("random points")
    text = _("{draws}: {weights}, {data}, {points}, seed {seed}.")
    said = text.format(draws=draws_said(found), weights=weights, data=data, points=points, seed=plan.seed)
    return f"{said} {error_said(found)}"
