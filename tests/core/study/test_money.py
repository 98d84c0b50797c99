"""What hosts cost at the rates that the user states."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.core.study.data import CostItem, Rate
from decidr.core.study.hosts import Host
from decidr.core.study.money import Money, money
from decidr.core.study.problems import sentence
from decidr.core.study.study import Study

HOSTS = ("Canada", "Spain", "Thailand")


def item(host: str, amount: float, currency: str = "", year: int | None = None, name: str = "Plant") -> CostItem:
    return CostItem(host=host, item=name, amount=amount, currency=currency, year=year)


def study(costs: Sequence[CostItem], rates: Sequence[Rate] = (), currency: str = "CAD") -> Study:
    hosts = tuple(Host(id=name, name=name) for name in HOSTS)
    return Study(currency=currency, hosts=hosts, costs=tuple(costs), rates=tuple(rates))


def of(*args: Any, **kwargs: Any) -> Money:
    found = money(study(*args, **kwargs), HOSTS)
    assert found is not None
    return found


def codes(found: Money) -> list[str]:
    return [problem.code for problem in found.problems()]


def test_without_a_table_of_costs_there_is_nothing() -> None:
    assert money(study([], [Rate(currency="EUR", per_unit=0.6)]), HOSTS) is None


def test_an_amount_is_divided_by_how_many_of_its_currency_one_unit_buys() -> None:
    found = of([item("Spain", 600, "EUR"), item("Spain", 50)], [Rate(currency="eur ", per_unit=0.6)])
    assert found.totals == {"Canada": None, "Spain": pytest.approx(1050), "Thailand": None}
    assert codes(found) == []


def test_a_missing_rate_leaves_its_host_without_a_cost_and_says_which() -> None:
    found = of([item("Thailand", 10, "THB"), item("Thailand", 10, "THB", name="Land"), item("Canada", 1)])
    assert (found.totals["Thailand"], found.totals["Canada"]) == (None, 1)
    (problem,) = found.problems()
    assert (problem.severity, problem.code, str(problem.place)) == ("warning", "costs.no_rate", "Costs: Thailand, Land")
    assert "THB" in sentence(problem)


def test_costs_that_share_one_currency_need_none_of_the_study() -> None:
    found = of([item("Canada", 3, "USD"), item("Spain", 4, "usd")], currency="")
    assert found.currency.casefold() == "usd"
    assert (found.totals["Canada"], found.totals["Spain"]) == (3, 4)


def test_several_currencies_need_one_of_the_study() -> None:
    found = of([item("Canada", 3, "USD"), item("Spain", 4, "EUR")], currency="")
    assert [found.totals[host] for host in HOSTS] == [None, None, None]
    assert codes(found) == ["costs.no_currency", "costs.no_currency"]
    assert all("study's currency" in sentence(problem) for problem in found.problems())


def test_two_rates_of_one_currency_that_differ_count_as_none() -> None:
    rates = [Rate(currency="EUR", per_unit=0.6, year=2024), Rate(currency="EUR", per_unit=0.7, year=2025)]
    found = of([item("Spain", 6, "EUR")], rates)
    assert found.totals["Spain"] is None
    assert codes(found) == ["rates.contradiction", "costs.no_rate"]
    assert of([item("Spain", 6, "EUR")], [rates[0], rates[0]]).totals["Spain"] == pytest.approx(10)


@pytest.mark.parametrize("rate", [0.0, -1.0, float("nan")])
def test_a_rate_that_is_not_above_zero_does_not_count(rate: float) -> None:
    found = of([item("Spain", 6, "EUR")], [Rate(currency="EUR", per_unit=rate)])
    assert found.totals["Spain"] is None
    assert codes(found) == ["rates.not_positive", "costs.no_rate"]


def test_costs_of_a_host_that_is_not_scored_are_kept_and_said() -> None:
    found = money(study([item("Canada", 1)]), ("Spain",))
    assert found is not None
    assert found.totals == {"Spain": None}
    assert codes(found) == ["costs.not_counted"]


def test_amounts_of_several_years_are_added_and_this_is_said() -> None:
    found = of([item("Canada", 1, year=2023), item("Canada", 2, year=2025), item("Spain", 9, "EUR", 1990)])
    assert found.totals["Canada"] == 3
    assert found.years == (2023, 2025)
    assert codes(found) == ["costs.no_rate", "costs.several_years"]


def test_only_rates_behind_a_cost_are_used() -> None:
    rates = [Rate(currency=c, per_unit=n) for c, n in (("USD", 0.7), ("EUR", 0.6), ("CAD", 2.0), ("JPY", 110.0))]
    found = of([item("Spain", 1, "EUR"), item("Canada", 1, "CAD"), item("Canada", 1, "USD")], rates)
    assert [rate.currency for rate in found.rates_used] == ["USD", "EUR"]
    assert found.totals["Canada"] == pytest.approx(1 + 1 / 0.7)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(HOSTS), st.integers(-(10**6), 10**6), st.sampled_from(["", "CAD", "EUR", "USD", "THB"])
        ),
        min_size=1,
    ),
    st.dictionaries(st.sampled_from(["EUR", "USD"]), st.integers(1, 2000)),
)
def test_every_sum_is_that_of_its_items_in_fractions(rows: list[tuple[str, int, str]], rates: dict[str, int]) -> None:
    found = of(
        [item(host, amount, currency) for host, amount, currency in rows],
        [Rate(currency=currency, per_unit=thousandths / 1000) for currency, thousandths in rates.items()],
    )
    per_unit = {"": Fraction(1), "CAD": Fraction(1), **{c: Fraction(n, 1000) for c, n in rates.items()}}
    for host in HOSTS:
        mine = [(amount, currency) for name, amount, currency in rows if name == host]
        if mine and all(currency in per_unit for _amount, currency in mine):
            wanted = sum((Fraction(amount) / per_unit[currency] for amount, currency in mine), Fraction(0))
            assert found.totals[host] == pytest.approx(float(wanted), rel=1e-9, abs=1e-3)
        else:
            assert found.totals[host] is None
