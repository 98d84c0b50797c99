"""What each host costs in the study's currency, at the rates that the user states."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from decidr.core.study.data import CostItem, Rate
from decidr.core.study.names import folded
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study


class Converted(NamedTuple):
    """A cost as the user gave it, and what it is in the study's currency; None where no rate tells."""

    item: CostItem
    amount: float | None


class Money:
    """The costs of a study, converted; ``currency`` is the study's, else the one that all its items share.

    An item without a currency is in the study's. A rate says how many units of its currency one unit of the study's
    buys, so amounts are divided by it. Amounts of several years are added as they stand.
    """

    def __init__(self, study: Study, hosts: Sequence[str]) -> None:
        self._study, self._hosts = study, tuple(hosts)
        self._names = {host.id: host.name for host in study.hosts}
        self.currency = study.currency.strip() or _shared_currency(study.costs)

    @cached_property
    def items(self) -> Mapping[str, Sequence[Converted]]:
        """The items of each host that is scored, in the table's order."""
        found: dict[str, list[Converted]] = {host: [] for host in self._hosts}
        for item in self._study.costs:
            if item.host in found:
                found[item.host].append(Converted(item, self._converted(item)))
        return found

    @cached_property
    def totals(self) -> Mapping[str, float | None]:
        """What each host costs; None where it has no item, or one that cannot be converted."""
        return {host: _sum(items) for host, items in self.items.items()}

    @cached_property
    def rates_used(self) -> tuple[Rate, ...]:
        """The rates behind the totals, in the order in which the user states them."""
        used = {folded(item.currency) for host in self._priced for item, _amount in self.items[host]}
        return tuple(
            rate
            for rate in self._study.rates
            if self._rates.get(folded(rate.currency)) is rate
            and folded(rate.currency) in used
            and not self._is_own(rate.currency)
        )

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the money behind the totals, ascending."""
        return tuple(sorted({i.year for host in self._priced for i, _a in self.items[host] if i.year is not None}))

    def problems(self) -> Iterator[Problem]:
        """What keeps a host from having a cost, and what a reader of the sums should know."""
        yield from self._rate_problems()
        yield from self._unconverted()
        yield from self._not_counted()
        if len(self.years) > 1:
            said = {"first": self.years[0], "last": self.years[-1]}
            yield Problem("notice", "costs.several_years", Place("Costs"), said)

    @property
    def _priced(self) -> list[str]:
        return [host for host, total in self.totals.items() if total is not None]

    @cached_property
    def _rates(self) -> Mapping[str, Rate]:
        """The rate of each currency that has exactly one."""
        return {currency: rates[0] for currency, rates in self._stated.items() if _is_one(rates)}

    @cached_property
    def _stated(self) -> Mapping[str, Sequence[Rate]]:
        found: dict[str, list[Rate]] = defaultdict(list)
        for rate in self._study.rates:
            if rate.per_unit > 0:
                found[folded(rate.currency)].append(rate)
        return found

    def _converted(self, item: CostItem) -> float | None:
        if self._is_own(item.currency):
            return item.amount
        rate = self._rates.get(folded(item.currency))
        return None if rate is None else item.amount / rate.per_unit

    def _is_own(self, currency: str) -> bool:
        return folded(currency) in ("", folded(self.currency))

    def _rate_problems(self) -> Iterator[Problem]:
        for rate in self._study.rates:
            if not rate.per_unit > 0:
                yield Problem("error", "rates.not_positive", Place("Rates", (rate.currency,)))
        for rates in self._stated.values():
            if not _is_one(rates):
                place = Place("Rates", (rates[0].currency,))
                yield Problem("warning", "rates.contradiction", place, {"currency": rates[0].currency})

    def _unconverted(self) -> Iterator[Problem]:
        """One warning for each host and currency."""
        for host, items in self.items.items():
            lacking = {folded(i.currency): i for i, amount in items if amount is None}
            for item in lacking.values():
                code = "costs.no_rate" if self.currency else "costs.no_currency"
                place = Place("Costs", (self._names[host], item.item))
                yield Problem("warning", code, place, {"currency": item.currency})

    def _not_counted(self) -> Iterator[Problem]:
        for item in self._study.costs:
            if item.host not in self.items:
                name = self._names.get(item.host, item.host)
                yield Problem("notice", "costs.not_counted", Place("Costs", (name, item.item)))


def money(study: Study, hosts: Sequence[str]) -> Money | None:
    """The costs of ``hosts`` (ids of those that are scored); None where the study has no table of costs."""
    return Money(study, hosts) if study.costs else None


def _shared_currency(items: Sequence[CostItem]) -> str:
    named = {folded(item.currency): item.currency.strip() for item in items}
    return next(iter(named.values())) if len(named) == 1 else ""


def _is_one(rates: Sequence[Rate]) -> bool:
    return len({rate.per_unit for rate in rates}) == 1


def _sum(items: Sequence[Converted]) -> float | None:
    amounts = [amount for _item, amount in items if amount is not None]
    return sum(amounts) if items and len(amounts) == len(items) else None
