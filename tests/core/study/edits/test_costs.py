"""Edits of costs and rates."""

from decidr.core.study import edits
from decidr.core.study.data import CostItem, Rate
from decidr.core.study.hosts import Host
from decidr.core.study.study import Study

LAND = CostItem(host="a", item="Land", amount=5.0, currency="EUR")
PLANT = CostItem(host="b", item="Plant", amount=7.0, currency="EUR", kept={"newer": 1})
EURO = Rate(currency="EUR", per_unit=2.0)
PESO = Rate(currency="MXN", per_unit=13.0)
STUDY = Study(hosts=(Host(id="a", name="A"), Host(id="b", name="B")), costs=(LAND, PLANT), rates=(EURO, PESO))


def test_rows_are_changed_by_place_and_new_ones_come_last() -> None:
    new = CostItem(host="b", item="Road", amount=1.0)
    study = edits.change_costs(STUDY, {1: {"amount": 8.0}}, [new])
    assert [item.amount for item in study.costs] == [5.0, 8.0, 1.0]
    assert study.costs[1].kept == {"newer": 1}
    assert study.costs[2] is new


def test_an_edit_of_costs_that_changes_nothing_is_the_same_study() -> None:
    assert edits.change_costs(STUDY, {0: {"amount": 5.0}}) is STUDY
    assert edits.remove_costs(STUDY, ()) is STUDY
    assert edits.change_rates(STUDY, {}) is STUDY
    assert edits.remove_rates(STUDY, [9]) is STUDY


def test_costs_are_removed_by_place() -> None:
    assert edits.remove_costs(STUDY, [0]).costs == (PLANT,)
    assert edits.remove_costs(STUDY, [0, 1]).costs == ()


def test_rates_are_changed_added_and_removed() -> None:
    yen = Rate(currency="JPY", per_unit=150.0)
    study = edits.change_rates(STUDY, {0: {"per_unit": 3.0, "year": 2025}}, [yen])
    assert study.rates == (Rate(currency="EUR", per_unit=3.0, year=2025), PESO, yen)
    assert edits.remove_rates(study, [1]).rates == (study.rates[0], yen)
    assert study.costs is STUDY.costs
