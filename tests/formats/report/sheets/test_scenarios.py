"""The sheet of scenarios."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import case_named
from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import Study
from decidr.formats.report.book.report import Report
from tests.conftest import LibreOffice
from tests.formats.report import studies
from tests.formats.report.live import Computed, opened, report_of, written


@pytest.fixture(scope="module")
def ev_with_chances(ev_plant: Study) -> Study:
    sets = tuple(replace(one, probability=0.25) for one in ev_plant.scenario_sets)
    return replace(ev_plant, scenario_sets=sets)


def texts(book: Workbook) -> list[str]:
    return [str(cell.value) for row in book["Scenarios"].iter_rows() for cell in row if cell.value is not None]


def test_a_study_without_scenarios_has_no_such_sheet() -> None:
    report = report_of(studies.data_study({"A": 1.0}, {"A": [0.1, 0.2]}, "XY"))
    assert "scenarios" not in report.pages


def test_every_case_has_the_totals_that_the_study_has_under_it(
    ev_with_chances: Study, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    report = report_of(ev_with_chances)
    table, computed = report.areas["scenario totals",], Computed(libreoffice.recalculate(written(report, tmp_path)))
    cases = [None, *(scenario.name for scenario in ev_with_chances.scenarios)]
    cases += [one.name for one in ev_with_chances.scenario_sets]
    for row, name in enumerate(cases):
        case = case_named(ev_with_chances, name) if name else None
        wanted = 100 * evaluate(ev_with_chances, case=case).totals
        found = [computed.number(table.cell(row, h)) for h in range(table.width)]
        assert np.abs(np.array(found) - wanted).max() < 1e-9


def test_each_case_says_what_it_supposes_and_on_what_facts(ev_report: Report) -> None:
    said = texts(opened(ev_report))
    for scenario in ev_report.content.study.scenarios:
        assert scenario.name in said
        assert all(move.note in said for move in scenario.moves if move.note and not move.target)
    assert "«CUSMA not renewed»" in " ".join(said)


def test_regret_and_expected_totals_stand_beside_each_other_where_sets_have_chances(ev_with_chances: Study) -> None:
    said = texts(opened(report_of(ev_with_chances)))
    assert {"Worst regret", "Lowest total", "Worst rank", "Expected total"} <= set(said)
    assert any("is expected to have most" in text for text in said)


def test_a_case_that_unseats_the_leader_is_marked_and_says_by_what() -> None:
    study = studies.data_study({"A": 0.5, "B": 0.5}, {"A": [0.9, 0.2], "B": [0.3, 0.8]}, ["=SUM(1)", "Chile"])
    host = study.hosts[0].id
    move = Move(kind="data", target=study.criteria[0].id, host=host, operation="set", value=0.1, note="judgment")
    study = replace(
        study,
        scenarios=(Scenario(id="s", name="Storm", moves=(move,)),),
        scenario_sets=(ScenarioSet(name="All of it", scenarios=("s",)),),
    )
    report = report_of(study)
    assert any(text.startswith("Chile leads instead of =SUM(1)") for text in texts(opened(report)))
    assert texts(opened(report))[0] == "=SUM(1) leads in 0 of 2 cases, Chile under «Storm» and «All of it»"
