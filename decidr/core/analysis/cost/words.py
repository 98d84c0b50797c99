"""Cost beside quality in words: what the figures say, and on what terms the money is counted."""

from math import isnan

import numpy as np

from decidr.core.analysis.cost.beside_quality import CostBesideQuality
from decidr.core.analysis.matrices import Floats
from decidr.core.study.data import Rate
from decidr.language import _
from decidr.number_text import figure, listed

MOST_NAMED = 5
"""Hosts that a sentence names; beyond, it counts them."""


def answer(beside: CostBesideQuality) -> str:
    """Who is beaten by nobody on both, as a heading; the cheapest comes first."""
    by_cost = [h for h in beside.by_cost if beside.counted[h]]
    counted = [beside.names[h] for h in by_cost]
    unbeaten = [beside.names[h] for h in by_cost if beside.unbeaten[h]]
    if not counted:
        return _("No host has both a cost and a quality yet")
    if len(counted) == 1:
        return _("Only {host} has a cost yet, so nothing stands against it").format(host=counted[0])
    if len(unbeaten) == 1 and len(counted) < int(beside.ranked.sum()):
        text = _("Of the {count} hosts with a cost, {host} is both cheapest and best")
        return text.format(count=len(counted), host=unbeaten[0])
    if len(unbeaten) == 1:
        return _("{host} is both cheapest and best").format(host=unbeaten[0])
    if len(unbeaten) > MOST_NAMED:
        text = _("{count} of {all} hosts are beaten by none that is both cheaper and better")
        return text.format(count=len(unbeaten), all=len(counted))
    return _("No host is both cheaper and better than {names}").format(names=listed(unbeaten))


def terms(beside: CostBesideQuality) -> str:
    """Currency, year and rates behind the sums: «CAD at prices and rates of 2025; 1 CAD buys 0.73 USD»."""
    rates, own = beside.money.rates_used, beside.money.currency or _("unit")
    share_year = len(beside.money.years) == 1 and {rate.year for rate in rates} == {beside.money.years[0]}
    told = listed([_rate(rate, not share_year) for rate in rates])
    bought = _("1 {currency} buys {rates}").format(currency=own, rates=told) if rates else ""
    return "; ".join(part for part in (_prices(beside, share_year), bought) if part)


def axis(beside: CostBesideQuality, unit: float) -> str:
    """The title of the axis of costs, where one on it stands for ``unit``."""
    word = dict(_unit_words()).get(unit, "")
    said = " ".join(part for part in (beside.money.currency, word) if part)
    return _("Cost, {unit}").format(unit=said) if said else _("Cost")


def money_unit(costs: Floats) -> float:
    """1, a thousand, a million or a thousand millions: what the largest cost is best told in."""
    largest = float(np.abs(costs).max()) if costs.size else 0.0
    return next((unit for unit in (1e9, 1e6, 1e3) if largest >= unit * 2), 1.0)


def lacking(beside: CostBesideQuality) -> str:
    """Who has no cost, and whose cost no rate converts, for below the chart; empty where that is nobody."""
    items = beside.money.items
    without = [h for h, cost in enumerate(beside.costs) if isnan(cost)]
    costless = [beside.names[h] for h in without if not items[beside.hosts[h]]]
    rateless = [beside.names[h] for h in without if items[beside.hosts[h]]]
    told = [_("Without a cost: {names}").format(names=_some(costless))] if costless else []
    told += [_("Without a rate: {names}").format(names=_some(rateless))] if rateless else []
    return ". ".join(told)


def money_told(amount: float, currency: str) -> str:
    """An amount with its currency, in whole units where it is large."""
    digits = 12 if abs(amount) < 1e12 else 15
    rounded = round(amount, 0 if abs(amount) >= 1000 else 2)
    return " ".join(part for part in (figure(rounded, digits), currency) if part)


def _prices(beside: CostBesideQuality, with_rates: bool) -> str:
    years, currency = beside.money.years, beside.money.currency
    if not years:
        return currency
    if len(years) > 1:
        text = _("{currency} at prices of {first} to {last}, added as they stand")
        return text.format(currency=currency, first=years[0], last=years[-1]).strip()
    text = _("{currency} at prices and rates of {year}") if with_rates else _("{currency} at prices of {year}")
    return text.format(currency=currency, year=years[0]).strip()


def _rate(rate: Rate, with_year: bool) -> str:
    told = f"{figure(rate.per_unit)} {rate.currency}"
    return f"{told} ({rate.year})" if with_year and rate.year else told


def _some(names: list[str]) -> str:
    """Names in a sentence, all of them or the first few."""
    if len(names) <= MOST_NAMED:
        return listed(names)
    rest = len(names) - MOST_NAMED + 1
    return _("{names} and {count} more").format(names=", ".join(names[: MOST_NAMED - 1]), count=rest)


def _unit_words() -> tuple[tuple[float, str], ...]:
    return (1e9, _("billion")), (1e6, _("million")), (1e3, _("thousand"))
