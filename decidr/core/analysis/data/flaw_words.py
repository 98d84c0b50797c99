"""Flaws of the data in words: what is wrong at a cell, and what it could do to the answer."""

from collections.abc import Mapping

import numpy as np

from decidr.core.analysis.data.quality import OLD_YEARS, Effect, Flaw, FlawKind, newest_year
from decidr.core.analysis.data.same_measure import SameMeasure
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.language import _
from decidr.number_text import MINUS, figure, listed, per_cent, points, signed_points


def kind_word(kind: FlawKind) -> str:
    """The kind, as it heads a list."""
    return _kind_words()[kind]


def _kind_words() -> Mapping[FlawKind, str]:
    return {
        "missing": _("Missing"),
        "placeholder": _("Placeholder"),
        "unit": _("Another unit"),
        "beyond_ends": _("Out of the ends"),
        "same": _("The same measure"),
        "old": _("Old"),
        "no_source": _("No source"),
    }


def flaw_told(results: Results, flaw: Flaw) -> str:
    """What is wrong, beside the kind; it needs no place."""
    match flaw.kind:
        case "missing" | "placeholder":
            return _band_told(flaw.effect) if flaw.effect else _without_effect(flaw.kind)
        case "unit":
            text = _("given in «{unit}», counts as «{wanted}»")
            return text.format(unit=flaw.unit, wanted=flaw.wanted or _("no unit"))
        case "beyond_ends":
            worst, best = (figure(end) for end in flaw.ends or (0.0, 0.0))
            text = _("{value} on a scale from {worst} to {best}")
            return text.format(value=figure(flaw.value or 0.0), worst=worst, best=best)
        case "old":
            text = _("of {year}, over {years} years before {newest}")
            return text.format(year=flaw.year, years=OLD_YEARS, newest=newest_year(results))
        case "no_source":
            return _("say where it is from, or who judged it and why")
        case _:
            return _same_told(results, flaw.same) if flaw.same else ""


def effect_told(results: Results, flaw: Flaw) -> str:
    """What it could do to the leader and to its host's rank; else what hangs on it."""
    if flaw.effect:
        return _could_lead(results, flaw.effect) or _ranks_told(results, flaw.effect, flaw.host)
    if flaw.same:
        twice, against = _("What helps on one helps on the other"), _("What helps on one hurts on the other")
        return twice if flaw.same.counts_twice else against
    h, leaf = results.hosts.index(flaw.host), results.leaves.index(flaw.criterion)
    added = float(results.contributions[leaf, h])
    if np.isnan(added):
        return _("There is no ranking yet")
    text = _("It adds {added} of {host}'s {total} points")
    return text.format(added=points(added), host=results.names[flaw.host], total=points(float(results.totals[h])))


def lead_told(results: Results, flaw: Flaw) -> str:
    """What it could do to the leader's lead; else the weight that it has."""
    if flaw.same:
        return _("Together they have {weight} of the weight").format(weight=per_cent(flaw.weight))
    if flaw.effect is None:
        return "" if np.isnan(flaw.weight) else _("{weight} of the weight").format(weight=per_cent(flaw.weight))
    changes = sorted((flaw.effect.worst.change, flaw.effect.best.change))
    leader = results.names[results.hosts[results.eligible_order[0]]]
    if any(np.isnan(change) for change in changes):
        return _("{leader} could fail a must").format(leader=leader) if flaw.effect.leaders else ""
    if flaw.effect.change <= TIE:
        return _("{leader}'s lead stays as it is").format(leader=leader)
    low, high = (_signed(change) for change in changes)
    return _("{leader}'s lead: {low} to {high} points").format(leader=leader, low=low, high=high)


def _signed(change: float) -> str:
    """A change in points; one that vanishes in rounding keeps its sign, so that it does not read as none."""
    text = signed_points(change)
    return text if abs(change) <= TIE or float(text.replace(MINUS, "-")) else signed_points(change, 3)


def _band_told(effect: Effect) -> str:
    text = _("it may score {low} to {high}")
    return text.format(low=f"{effect.worst.score:.2f}", high=f"{effect.best.score:.2f}")


def _without_effect(kind: FlawKind) -> str:
    return _("counts with the middle of its range") if kind == "missing" else _("stands in for a figure")


def _same_told(results: Results, same: SameMeasure) -> str:
    text = _("as «{other}», r {r} over {hosts} hosts; {directions}")
    up, down = _("more is better"), _("less is better")
    directions = up if same.first_rises else down
    if same.first_rises != same.second_rises:
        directions = _("{first} here, {second} there").format(first=directions, second=down if same.first_rises else up)
    r = f"{same.r:.2f}".replace("-", MINUS)
    other = results.study.name_of(same.second)
    return text.format(other=other, r=r, hosts=same.hosts, directions=directions)


def _could_lead(results: Results, effect: Effect) -> str:
    """Who else could lead; empty where nobody."""
    said = []
    for consequence, text in (
        (effect.worst, _("{host} would lead at its worst")),
        (effect.best, _("{host} would lead at its best")),
    ):
        if consequence.leader is not None:
            said.append(text.format(host=results.names[consequence.leader]))
    return listed(said)


def _ranks_told(results: Results, effect: Effect, host: str) -> str:
    said = {"host": results.names[host], "now": effect.rank}
    best, worst = effect.best.rank, effect.worst.rank
    if not effect.rank:
        return _("{host} stands outside the ranks").format(**said)
    if not worst or not best:
        return _("{host} could fail a must (now rank {now})").format(**said)
    if best == worst == effect.rank:
        return _("{host} keeps rank {now}").format(**said)
    return _("{host}: rank {best} to {worst} (now {now})").format(**said, best=best, worst=worst)
