"""A study as a template."""

import pytest

from decidr.core.study.edits import as_template
from tests.formats.every_part import EVERY_PART, WITH_SNAPSHOTS


@pytest.mark.parametrize("with_data", [True, False])
def test_nothing_that_people_said_and_no_name_of_theirs_is_left(with_data: bool) -> None:
    template = as_template(WITH_SNAPSHOTS, with_data)
    for field in ("comparisons", "weights", "participants", "roles", "snapshots"):
        assert getattr(WITH_SNAPSHOTS, field), field
        assert getattr(template, field) == (), field
    assert (template.client, template.author, template.date) == ("", "", "")
    assert not any(node.agreed for node in template.nodes)
    assert not any(cell.participant for cell in template.cells)


def test_the_frame_stays() -> None:
    template = as_template(EVERY_PART, with_data=False)
    for field in (
        "title",
        "question",
        "goal",
        "currency",
        "settings",
        "criteria",
        "hosts",
        "views",
        "levels",
        "scenarios",
    ):
        assert getattr(template, field) == getattr(EVERY_PART, field), field


def test_data_costs_and_rates_stay_or_go_together() -> None:
    kept, bare = as_template(EVERY_PART, with_data=True), as_template(EVERY_PART, with_data=False)
    assert kept.cells
    assert (kept.costs, kept.rates) == (EVERY_PART.costs, EVERY_PART.rates)
    assert (bare.cells, bare.costs, bare.rates) == ((), (), ())
