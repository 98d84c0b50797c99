"""What a host still needs, in rows and in words."""

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.host_needs import Need
from decidr.core.analysis.results import Results
from decidr.core.study import edits
from decidr.core.study.study import Study
from decidr.gui.models.hosts.host_needs import (
    address_of,
    headings,
    host_needs,
    need_told,
    needs_told,
    next_need,
    rows,
    weight_told,
)
from tests.gui.structure_study import structure_study, with_host


def brazil(study: Study | None = None) -> Results:
    return evaluate(with_host(study or structure_study(), "Brazil"))


def test_a_row_says_what_is_needed_of_which_leaf() -> None:
    results = brazil()
    found = rows(results, "Brazil", host_needs(results, "Brazil"))
    assert [(row[0].words, row[1].text) for row in found] == [
        ("Market Sales", "a value, from 5\u202f000 to 1\u202f500\u202f000, in vehicles/year"),
        ("Market Exports", "a value, from 1 to 9"),
        ("Risk Rule", "a value, from 0 to 100, in % of trust"),
        ("Risk Support", "one of good, fair and poor"),
        ("Risk Culture", "a judgment against Canada"),
        ("Risk Culture", "a judgment against Spain"),
        ("Risk Culture", "a judgment against Morocco"),
        ("Jobs", "a score from 0 on"),
    ]
    assert len(headings()) == len(found[0])


def test_ends_and_unit_are_told_where_there_are_any() -> None:
    study = edits.set_criterion(structure_study(), "Sales", worst=None, best=None)
    study = edits.set_criterion(study, "Rule", worst=None, best=None, unit="")
    results = brazil(study)
    texts = [row[1].text for row in rows(results, "Brazil", host_needs(results, "Brazil"))]
    assert texts[0] == "a value in vehicles/year"
    assert texts[2] == "a value"


def test_a_need_has_its_place_in_the_window() -> None:
    assert address_of(Need("Rule"), "Brazil") == "data:Rule:Brazil"
    assert address_of(Need("Culture", "Spain"), "Brazil") == "weights:Culture::Brazil:Spain"


def test_what_is_left_is_counted_and_named() -> None:
    results = brazil()
    needs = host_needs(results, "Brazil")
    assert needs_told(results, "Brazil", needs) == "Brazil still needs 5 values and 3 judgments"
    assert needs_told(results, "Brazil", needs[:1]) == "Brazil still needs 1 value"
    assert needs_told(results, "Brazil", needs[4:5]) == "Brazil still needs 1 judgment"
    assert needs_told(results, "Brazil", ()) == "Brazil has all that it needs."
    assert [need_told(results, need) for need in needs[3:5]] == ["Support", "Culture against Canada"]


def test_the_weight_that_is_missing_is_told_with_what_it_means() -> None:
    bare = brazil(edits.remove_criterion(structure_study(), "Culture"))
    assert (
        weight_told(bare, "Brazil")
        == "100\u202f% of the weight is missing; above 25 % a host keeps its place, but cannot lead."
    )
    results = evaluate(edits.give_values(structure_study(), {("Exports", "Spain", "data"): None}))
    assert "the middle of its range counts" in weight_told(results, "Spain")
    assert weight_told(results, "Canada") == ""


def test_the_weight_of_a_gap_is_told_also_while_another_node_has_no_weights_yet() -> None:
    study = edits.give_values(structure_study(), {("Exports", "Spain", "data"): None})
    bare = evaluate(replace(study, comparisons=tuple(b for b in study.comparisons if b.under != "Risk")))
    assert weight_told(bare, "Spain") == weight_told(evaluate(study), "Spain") != ""


def test_a_dormant_host_is_not_led_through() -> None:
    asleep = evaluate(edits.set_host(with_host(structure_study(), "Brazil"), "Brazil", active=False))
    assert host_needs(asleep, "Brazil") == ()


def test_the_next_is_the_following_one_that_is_left_and_then_what_was_passed_over() -> None:
    a, b, c = Need("a"), Need("b"), Need("c")
    assert next_need((a, b, c), (a, b, c), a) == b
    assert next_need((a, c), (a, b, c), a) == c
    assert next_need((a,), (a, b, c), c) == a
    assert next_need((a,), (a, b, c), a) == a
    assert next_need((), (a, b, c), c) is None
    assert next_need((c,), (a,), a) == c
