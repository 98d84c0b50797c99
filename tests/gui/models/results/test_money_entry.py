"""Typed costs and rates become edits."""

from __future__ import annotations

import pytest

from decidr.core.study.data import CostItem, Rate
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.results.money_entry import CostEntry, RateEntry, lacking_rates
from decidr.gui.models.shared.structuring import NotTaken
from tests.gui.costed_study import RATES, with_costs


@pytest.fixture
def document(qapp: object, study: Study) -> Document:
    return Document(with_costs(study))


@pytest.mark.parametrize("text", ["Canada", " canada ", "CAN", "can", "Kanada"])
def test_a_host_is_known_by_name_by_code_and_by_its_names_elsewhere(document: Document, text: str) -> None:
    assert CostEntry(document).read("host", text) == "h2"


@pytest.mark.parametrize(
    ("field", "text", "wanted"),
    [
        ("amount", "1 850 000,50", 1_850_000.5),
        ("amount", "1,850,000.5", 1_850_000.5),
        ("amount", "12 CAD", 12.0),
        ("amount", "-4", -4.0),
        ("year", "2025", 2025),
        ("year", " ", None),
        ("currency", " eur ", "EUR"),
        ("currency", "", ""),
        ("currency", "yuan", "yuan"),
        ("item", " Land ", "Land"),
    ],
)
def test_what_is_typed_is_read_as_it_is_meant(document: Document, field: str, text: str, wanted: object) -> None:
    assert CostEntry(document).read(field, text) == wanted


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("host", "Atlantis", "Atlantis"),
        ("host", "", "no host"),
        ("amount", "", "needs an amount"),
        ("amount", "a lot", "a lot"),
        ("amount", "1,234", "1234"),
        ("year", "25", "25"),
        ("year", "2025.0", "2025"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(document: Document, field: str, text: str, said: str) -> None:
    with pytest.raises(NotTaken, match=said):
        CostEntry(document).read(field, text)


@pytest.mark.parametrize(("field", "text"), [("per_unit", "0"), ("per_unit", "-2"), ("per_unit", ""), ("currency", "")])
def test_a_rate_is_above_zero_and_has_a_currency(document: Document, field: str, text: str) -> None:
    with pytest.raises(NotTaken):
        RateEntry(document).read(field, text)


def test_changes_and_new_rows_are_one_step_and_no_change_is_none(document: Document) -> None:
    entry = CostEntry(document)
    assert entry.take({0: {"amount": 7.0}}, [{"host": "h1", "amount": 3.0}]) == 2
    assert document.undo_stack.count() == 1
    assert document.study.costs[-1] == CostItem(host="h1", item="", amount=3.0)
    assert entry.take({0: {"amount": 7.0}}) == 0
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert len(document.study.costs) == 10


def test_rows_are_removed_as_one_step(document: Document) -> None:
    CostEntry(document).remove([0, 2])
    assert [item.host for item in document.study.costs[:2]] == ["h2", "h4"]
    RateEntry(document).remove([0])
    assert document.study.rates == RATES[1:]
    assert document.undo_stack.count() == 2


def test_a_currency_without_a_rate_is_marked_and_suggested(document: Document) -> None:
    costs, rates = CostEntry(document), RateEntry(document)
    assert costs.trouble(document.study.costs[1], "currency") == ""
    assert rates.suggested == {}
    rates.remove([0])
    assert costs.trouble(document.study.costs[1], "currency") == "No rate is stated for EUR."
    assert costs.trouble(document.study.costs[1], "amount") == ""
    assert lacking_rates(document.study) == ["EUR"]
    assert rates.suggested == {"currency": "EUR"}


def test_two_rates_of_one_currency_are_marked(document: Document) -> None:
    entry = RateEntry(document)
    entry.take({}, [{"currency": "eur", "per_unit": 0.9}])
    assert "keep one" in entry.trouble(document.study.rates[0], "currency")
    assert entry.trouble(Rate(currency="USD", per_unit=0.72), "currency") == ""
    assert lacking_rates(document.study) == []
