"""Any study with a table of costs in three currencies, and the rates that turn them into its own."""

from __future__ import annotations

from msgspec.structs import replace

from decidr.core.study.data import CostItem, Rate
from decidr.core.study.study import Study

CURRENCIES = ("CAD", "EUR", "USD")
RATES = (Rate(currency="EUR", per_unit=0.64, year=2025), Rate(currency="USD", per_unit=0.72, year=2025))


def with_costs(study: Study, rates: tuple[Rate, ...] = RATES) -> Study:
    """One item a host, in millions: 1,000, 1,100, 1,200 … of Canadian dollars, euros and US dollars by turns."""
    costs = tuple(
        CostItem(
            host=host.id,
            item="Plant",
            amount=(1_000 + 100 * number) * 1e6,
            currency=CURRENCIES[number % 3],
            year=2025,
            source="a bidder",
        )
        for number, host in enumerate(study.hosts)
    )
    return replace(study, currency="CAD", costs=costs, rates=rates)
