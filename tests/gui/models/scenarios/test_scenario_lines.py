"""Scenarios as tables."""

from __future__ import annotations

import numpy as np
import pytest

from decidr.core.analysis.scenarios.across import AcrossCases, across_cases, move_effects
from decidr.core.study.edits import set_probability, set_setting
from decidr.core.study.study import Study
from decidr.gui.models.scenarios.scenario_lines import (
    chance_rows,
    leader_headings,
    leader_rows,
    stake_headings,
    stake_rows,
    step_rows,
)
from tests.gui.scenario_study import scenario_study


@pytest.fixture
def across() -> AcrossCases:
    return across_cases(scenario_study())


def _everywhere(study: Study) -> dict[str, AcrossCases]:
    return {view.id: across_cases(study, view.id) for view in study.views}


def test_every_case_has_a_row_with_its_leader_in_each_view() -> None:
    everywhere = _everywhere(scenario_study())
    assert [h.text for h in leader_headings(everywhere)] == ["Case", "neutral", "investor", "host government"]
    rows = leader_rows(everywhere)
    assert [row[0].text for row in rows] == ["Baseline", "Strike", "Boom", "Calm", "Strike in a boom"]
    assert [entry.text for entry in rows[4][1:]] == ["Spain", "Spain", "Morocco"]


def test_a_leader_who_does_not_lead_at_the_baseline_is_marked_by_a_sign() -> None:
    rows = leader_rows(_everywhere(scenario_study()))
    assert [entry.lead for entry in rows[1][1:]] == ["◆", "◆", "◆"]
    assert [entry.lead for entry in rows[2][1:]] == ["", "", ""]


def test_what_each_host_stands_to_lose_begins_with_the_least_regret(across: AcrossCases) -> None:
    headings = [h.text for h in stake_headings(across.stakes)]
    assert headings == ["Host", "Worst rank", "Lowest total", "Worst regret", "Met under", "Expected"]
    rows = stake_rows(across)
    assert [entry.text for entry in rows[0]] == ["Spain", "2", "70.0", "10.0", "baseline", "70.0"]
    assert [entry.text for entry in rows[1][:5]] == ["United States", "3", "57.4", "12.6", "Strike in a boom"]
    assert [row[3].order for row in rows] == sorted(row[3].order for row in rows)


def test_columns_that_there_is_nothing_for_are_left_out() -> None:
    relative = across_cases(set_setting(scenario_study(), synthesis="ideal"))
    assert [h.text for h in stake_headings(relative.stakes)] == ["Host", "Worst rank"]
    assert stake_rows(relative)[0][0].text == relative.baseline.names[relative.leaders[0]]
    unlikely = across_cases(set_probability(scenario_study(), "Strike in a boom", None))
    assert [h.text for h in stake_headings(unlikely.stakes)][-1] == "Met under"


def test_every_row_has_an_entry_for_every_heading(across: AcrossCases) -> None:
    wanted = len(stake_headings(across.stakes))
    assert {len(row) for row in stake_rows(across)} == {wanted}


def test_probabilities_are_those_of_the_sets_and_the_baseline_has_the_rest(across: AcrossCases) -> None:
    assert [[e.text for e in row] for row in chance_rows(across)] == [
        ["Baseline", "75\u202f%"],
        ["Strike in a boom", "25\u202f%"],
    ]
    assert chance_rows(across_cases(set_probability(scenario_study(), "Strike in a boom", 1.5))) == []


def test_the_moves_of_a_set_name_their_scenario_and_those_not_made_say_why(across: AcrossCases) -> None:
    moved = across.results[4]
    rows = step_rows(moved, move_effects(across.baseline, moved))
    assert [row[1].text for row in rows] == ["Strike", "Strike", "Boom", "Boom"]
    assert rows[0][0].below == "judgment"
    assert rows[0][2].text.startswith("United States −")
    assert rows[3][2].text == "▲ not made"
    assert "No value to move for Thailand" in rows[3][0].below


def test_totals_in_the_tables_are_those_of_the_cases(across: AcrossCases) -> None:
    lowest = {row[0].place: row[2].order for row in stake_rows(across)}
    totals = across.totals[[0, 4]]
    assert [lowest[host] for host in across.hosts] == np.min(totals, axis=0).tolist()
