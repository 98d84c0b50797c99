"""How far people agree, in rows."""

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.groups.agenda import AgendaItem, agenda
from decidr.core.analysis.groups.agreement import agreement
from decidr.core.analysis.results import Results
from decidr.gui.models.people.agreement_lines import (
    agenda_headings,
    agenda_rows,
    agenda_title,
    heading,
    node_headings,
    node_rows,
)
from tests.gui.group_study import group_study


@pytest.fixture(scope="module")
def results() -> Results:
    return evaluate(group_study())


def test_every_node_that_two_people_judged_has_a_row_that_leads_there(results: Results) -> None:
    found = agreement(results)
    rows = node_rows(results, found)
    assert [row[0].place for row in rows] == [f"weights:{node}" for node in found.nodes]
    assert [row[1].order for row in rows] == [node.consensus for node in found.nodes.values()]
    assert {len(row) for row in rows} == {len(node_headings())}


def test_the_agenda_leads_to_the_pair_with_its_range_in_ratios(results: Results) -> None:
    items = agenda(results)
    rows = agenda_rows(results, items)
    assert len(rows) == len(items) == 10
    assert rows[0][0].place == f"weights:{items[0].node}::{items[0].first}:{items[0].second}"
    assert [row[2].order for row in rows] == sorted((row[2].order for row in rows), reverse=True)
    assert {len(row) for row in rows} == {len(agenda_headings())}


def test_who_would_lead_is_named_and_if_nobody_else_the_leader_stays(results: Results) -> None:
    item = AgendaItem("goal", *results.nodes["goal"].node.items[:2], 7, 1.0, 0.5, 0.6, 1.6, -0.1, 0.0, "h1", None)
    host = results.study.hosts[0]
    moved = replace(host, id="h1")
    study = replace(results.study, hosts=(moved, *results.study.hosts[1:]))
    row = agenda_rows(evaluate(study), [item])[0]
    assert row[3].text == f"{host.name} leads"
    calm = AgendaItem("goal", *results.nodes["goal"].node.items[:2], 7, 1.0, 0.5, 0.6, 1.6, -0.1, 0.0, None, None)
    assert agenda_rows(results, [calm])[0][3].text == "the leader stays"


def test_the_heading_says_how_far_people_agree(results: Results) -> None:
    assert heading(agreement(results)) == "People agree to a high degree"
    alone = evaluate(group_study(1))
    assert heading(agreement(alone)) == heading(None) == "Nobody can agree or differ yet"


def test_without_anything_to_settle_the_agenda_says_so(results: Results) -> None:
    assert agenda_title(()).startswith("Nothing to settle")
    assert "10 pairs" in agenda_title(agenda(results))
