"""The sheet of weights."""

from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import opened, report_of


def test_all_views_stand_side_by_side_and_a_leaf_left_out_has_a_dash() -> None:
    report = report_of(studies.with_views())
    sheet = opened(report)["Weights"]
    row = next(cell.row for cell in sheet["B"] if cell.value == "a2")
    assert [sheet.cell(row, column).value for column in (5, 6)] == ["–", "–"]
    header = next(r for r in sheet.iter_rows(values_only=True) if "neutral" in r)
    assert [name for name in header if name] == ["neutral", "investor", "government"]


def test_global_weights_are_products_of_cells(ev_report: Report) -> None:
    view = ev_report.content.view
    leaf = ev_report.content.results.leaves[0]
    place = ev_report.places["global", view, leaf]
    cell = ev_report.pages["weights"].cells[place.row][place.column]
    parent = ev_report.content.results.tree.parent[leaf]
    local, above = ev_report.places["local", view, leaf], ev_report.places["global", view, parent]
    assert f"<f>{local.local}*{above.local}</f>" in cell
