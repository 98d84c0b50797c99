"""Cost beside quality in words."""

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.cost.beside_quality import CostBesideQuality, cost_beside_quality
from decidr.core.analysis.cost.words import answer, axis, lacking, money_told, money_unit, terms
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.data import CostItem, Rate
from decidr.core.study.study import Study
from tests.building import data_study

HOSTS = ("Ann", "Bob", "Cid")
QUALITY = data_study({"x": 1.0}, {"x": [0.9, 0.5, 0.1]}, HOSTS)


def beside(
    *costs: tuple[str, float, str, int | None], rates: tuple[Rate, ...] = (), study: Study = QUALITY
) -> CostBesideQuality:
    items = tuple(CostItem(host=h, item="", amount=a, currency=c, year=y) for h, a, c, y in costs)
    found = cost_beside_quality(evaluate(replace(study, currency="CAD", costs=items, rates=rates)))
    assert found is not None
    return found


def test_the_unbeaten_are_named_from_the_cheapest_on() -> None:
    found = beside(("Ann", 9, "", None), ("Bob", 5, "", None), ("Cid", 6, "", None))
    assert answer(found) == "No host is both cheaper and better than Bob and Ann"


def test_one_that_is_cheapest_and_best_is_said_so() -> None:
    found = beside(("Ann", 1, "", None), ("Bob", 5, "", None), ("Cid", 6, "", None))
    assert answer(found) == "Ann is both cheapest and best"


def test_cheapest_and_best_is_said_of_those_alone_that_have_a_cost() -> None:
    found = beside(("Bob", 1, "", None), ("Cid", 5, "", None), ("Ann", 1, "EUR", None))
    assert answer(found) == "Of the 2 hosts with a cost, Bob is both cheapest and best"


def test_one_cost_stands_against_nothing() -> None:
    assert answer(beside(("Bob", 5, "", None))).startswith("Only Bob has a cost yet")


def test_no_cost_that_counts_is_said() -> None:
    assert answer(beside(("Bob", 5, "THB", None))) == "No host has both a cost and a quality yet"


def test_many_unbeaten_are_counted() -> None:
    hosts = [f"h{i}" for i in range(8)]
    study = data_study({"x": 1.0}, {"x": [i / 8 for i in range(8)]}, hosts)
    found = beside(*((h, float(i), "", None) for i, h in enumerate(hosts)), study=study)
    assert answer(found).startswith("8 of 8 hosts are beaten by none")


EURO = Rate(currency="EUR", per_unit=0.64, year=2025)


@pytest.mark.parametrize(
    ("years", "rates", "wanted"),
    [
        ((None, None), (), "CAD"),
        ((2025, None), (), "CAD at prices of 2025"),
        ((2025, 2025), (EURO,), "CAD at prices and rates of 2025; 1 CAD buys 0.64 EUR"),
        ((2024, 2024), (EURO,), "CAD at prices of 2024; 1 CAD buys 0.64 EUR (2025)"),
        ((2023, 2025), (EURO,), "CAD at prices of 2023 to 2025, added as they stand; 1 CAD buys 0.64 EUR (2025)"),
    ],
)
def test_the_terms_tell_prices_and_rates(
    years: tuple[int | None, int | None], rates: tuple[Rate, ...], wanted: str
) -> None:
    other = "EUR" if rates else ""
    assert terms(beside(("Ann", 1, "", years[0]), ("Bob", 2, other, years[1]), rates=rates)) == wanted


def test_the_axis_names_currency_and_unit() -> None:
    found = beside(("Ann", 1, "", None))
    assert axis(found, 1e6) == "Cost, CAD million"
    assert axis(found, 1.0) == "Cost, CAD"


def test_hosts_without_a_cost_are_named() -> None:
    assert lacking(beside(("Ann", 1, "", None))) == "Without a cost: Bob and Cid"
    assert lacking(beside(*((h, 1.0, "", None) for h in HOSTS))) == ""


def test_hosts_whose_cost_no_rate_converts_are_told_apart_from_those_without_a_cost() -> None:
    assert lacking(beside(("Ann", 1, "", None), ("Bob", 2, "EUR", None))) == "Without a cost: Cid. Without a rate: Bob"


def test_large_amounts_are_told_in_whole_units() -> None:
    assert money_told(1_234_567.891, "CAD") == "1\u202f234\u202f568 CAD"
    assert money_told(12.25, "") == "12.25"


@pytest.mark.parametrize(("largest", "unit"), [(0, 1), (1_500, 1), (4_000, 1e3), (3e6, 1e6), (-5e9, 1e9)])
def test_money_is_told_in_a_unit_that_leaves_few_digits(largest: float, unit: float) -> None:
    assert money_unit(np.array([0.0, largest])) == unit
