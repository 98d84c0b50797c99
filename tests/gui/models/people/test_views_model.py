"""Every view's ranking beside the others."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from decidr.gui.document import Document
from decidr.gui.models.people.views_model import Seen, ViewsModel


def _model(document: Document) -> ViewsModel:
    model = ViewsModel()
    model.show_results(document.results_by_view, document.view, document.focus)
    return model


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, document: Document) -> None:
    qtmodeltester.check(_model(document))


def test_hosts_stand_in_the_order_of_the_chosen_view(document: Document) -> None:
    document.choose_view("government")
    model = _model(document)
    column = model.views.index("government")
    ranks = [model.index(row, column).data(Qt.ItemDataRole.UserRole).rank for row in range(model.rowCount())]
    assert ranks == sorted(ranks)


def test_a_cell_has_rank_and_points(document: Document) -> None:
    model, results = _model(document), document.results
    first = results.order[0]
    assert model.index(0, 0).data(Qt.ItemDataRole.UserRole) == Seen(1, float(results.totals[first]))
    assert model.index(0, 0).data() == "80.0"
    assert "United States, seen as neutral: rank 1" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_headers_name_views_and_hosts_and_know_the_colour(document: Document) -> None:
    model = _model(document)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "investor"
    assert model.headerData(0, Qt.Orientation.Vertical) == "United States"
    slot = model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.UserRole)
    assert document.focus[slot] == "h10"
