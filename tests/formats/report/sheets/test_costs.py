"""The sheet of cost and quality."""

from __future__ import annotations

from math import isfinite
from pathlib import Path

import pytest
from msgspec.structs import replace

from decidr.core.analysis.cost.beside_quality import CostBesideQuality, cost_beside_quality
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.data import CostItem
from decidr.core.study.edits import change_costs, change_rates, set_criterion
from decidr.core.study.study import Study
from decidr.formats.opening import open_study
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.report import Report
from tests.conftest import LibreOffice
from tests.formats.report.live import Computed, change, report_of, written
from tests.gui.costed_study import with_costs


@pytest.fixture(scope="module")
def costed(ev_plant: Study) -> Study:
    study = with_costs(ev_plant)
    return replace(
        study, costs=(*study.costs, CostItem(host=study.hosts[0].id, item="Land", amount=5e6, currency="USD"))
    )


def beside(study: Study) -> CostBesideQuality:
    found = cost_beside_quality(evaluate(study))
    assert found is not None
    return found


def agrees(report: Report, computed: Computed, study: Study) -> None:
    """Every host's cost and quality and both medians are what the engine says of ``study``."""
    wanted, table = beside(study), report.areas["cost and quality",]
    for i in range(len(wanted.hosts)):
        if isfinite(wanted.costs[i]):
            assert computed.number(table.cell(i, 0)) == pytest.approx(float(wanted.costs[i]), rel=1e-12)
        else:
            assert computed[table.cell(i, 0)] == "–"
        assert computed.number(table.cell(i, 1)) == pytest.approx(100 * float(wanted.quality[i]), abs=1e-9)
    below = len(wanted.hosts)
    assert computed.number(table.cell(below, 0)) == pytest.approx(wanted.median_cost, rel=1e-12)
    assert computed.number(table.cell(below, 1)) == pytest.approx(100 * wanted.median_quality, abs=1e-9)


def test_a_study_without_costs_has_no_such_sheet(ev_report: Report) -> None:
    assert "costs" not in ev_report.pages


def test_the_chart_has_a_named_dot_for_each_host_and_both_medians(costed: Study) -> None:
    (chart,) = report_of(costed).pages["costs"].sheet._charts
    assert len(chart.series) == 12
    assert [series.marker.symbol for series in chart.series] == [None] * 2 + ["circle"] * 10
    assert chart.x_axis.title.tx.rich.p[0].r[0].t == "Cost, CAD billion"


def test_amounts_and_rates_are_live(costed: Study, libreoffice: LibreOffice, tmp_path: Path) -> None:
    report = report_of(costed)
    path = written(report, tmp_path)
    agrees(report, Computed(path), costed)
    inputs = {
        what.kind: [w for w, _place, _value in report.inputs if w.kind == what.kind] for what, _p, _v in report.inputs
    }
    change(path, {inputs["cost"][1]: 9e9, inputs["rate"][0]: 0.5})
    edited = change_rates(change_costs(costed, {1: {"amount": 9e9}}), {0: {"per_unit": 0.5}})
    computed_path = libreoffice.recalculate(path)
    agrees(report, Computed(computed_path), edited)
    told = {str(p.place) for p in open_study(computed_path).problems if p.code == "report.changed"}
    assert told == {
        "Costs: United States, Plant (Amount)",
        "Rates: EUR (Per unit of the study's currency)",
    }


def test_a_currency_without_a_rate_and_a_cleared_amount_leave_no_cost(
    costed: Study, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    bare = replace(costed, rates=costed.rates[1:])
    report = report_of(bare)
    path = written(report, tmp_path)
    first = next(what for what, _place, _value in report.inputs if what.kind == "cost")
    change(path, {first: None})
    computed, table = Computed(libreoffice.recalculate(path)), report.areas["cost and quality",]
    assert computed[table.cell(0, 0)] == "–"
    assert computed[table.cell(1, 0)] == "–"
    assert computed.number(table.cell(2, 0)) == pytest.approx(1200e6 / 0.72)


def test_quality_moves_with_a_figure_of_the_tree(costed: Study, libreoffice: LibreOffice, tmp_path: Path) -> None:
    report = report_of(costed)
    path = written(report, tmp_path)
    before = Computed(path)
    leaf, host = costed.cells[0].criterion, costed.cells[0].host
    change(path, {Input("value", "", leaf, "", host): -1.4})
    computed, table = Computed(libreoffice.recalculate(path)), report.areas["cost and quality",]
    assert computed.number(table.cell(0, 1)) < before.number(table.cell(0, 1)) - 1


def test_quality_without_the_costs_in_the_tree_is_as_written_and_this_is_said(costed: Study, tmp_path: Path) -> None:
    labour = next(c for c in costed.criteria if c.name == "Labour cost")
    marked = set_criterion(costed, labour.id, cost=True)
    report = report_of(marked)
    agrees(report, Computed(written(report, tmp_path)), marked)
    told = " ".join(report.pages["costs"].cells[2].values())
    assert "without Labour cost" in told
    assert "as the report was written" in told
