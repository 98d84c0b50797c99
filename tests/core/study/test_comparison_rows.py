"""A study taken apart."""

from msgspec.structs import replace

from decidr.core.study.comparison_rows import Names, pairs_of, rows_of
from decidr.core.study.criteria import GOAL, Curve
from decidr.core.study.data import CostItem
from decidr.core.study.study import Study
from tests.building import judged
from tests.formats.every_part import EVERY_PART


def test_every_thing_has_a_row_of_its_own_and_needs_only_things_that_have_one_too() -> None:
    rows = rows_of(EVERY_PART)
    for row in rows.values():
        for kind, wanted in row.needs:
            also = {("criterion", wanted), ("host", wanted)} if kind in ("criterion", "host") else {(kind, wanted)}
            assert also & rows.keys(), (row, wanted)


def test_entries_of_one_name_are_numbered() -> None:
    twice = replace(EVERY_PART, costs=(CostItem(host="h1", item="Land", amount=1.0),) * 2)
    rows = [row for row in rows_of(twice).values() if row.key == ("cost", "h1", "Land")]
    assert len(rows) == 2


def test_a_judgment_is_read_with_the_item_first_that_is_wanted() -> None:
    study = Study(comparisons=(judged(GOAL, ("a", "b"), ("4",)),))
    (key,) = pairs_of(study)
    assert rows_of(study)[key].fields["value"] == 4
    assert rows_of(study, {key: ("b", "a")})[key].fields["value"] == 0.25
    assert rows_of(study, {key: ("b", "a")})[key].names[1:] == ("b", "a")


def test_fields_are_shown_by_names() -> None:
    names = Names(EVERY_PART)
    assert names.shown("under", GOAL) == "Best host"
    assert names.shown("group", "h1") == "Canada"
    assert names.shown("group", None) is None
    assert names.shown("left_out", ("c1", "c3")) == ("Stabilité", "1.10")
    assert names.shown("curve", Curve(form="log")) == "log"
    assert names.shown("curve", EVERY_PART.criteria[1].curve) == ((2.5, 1.0), (7.25, 0.6), (15.0, 0.0))
    assert names.item("h4") == "中国"
    assert names.item("c4") == "+Market"
