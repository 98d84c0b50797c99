"""The live ranking beside every page."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from decidr.core.analysis.robustness.for_verdict import simulate_for_verdict
from decidr.core.study.edits import set_judgment
from decidr.gui.document import Document
from decidr.gui.panels.findings.finding_row import FindingRow
from decidr.gui.panels.ranking.panel import RankingPanel, where_why
from tests.gui.grouped_study import grouped_study


@pytest.fixture
def ranking(qtbot: QtBot, document: Document) -> RankingPanel:
    made = RankingPanel(document)
    qtbot.addWidget(made)
    made.resize(316, 800)
    made.show()
    return made


def _totals(ranking: RankingPanel) -> list[float]:
    return [host.total for host in ranking.list.shown.hosts]


def test_every_edit_moves_it_at_once(ranking: RankingPanel, document: Document) -> None:
    before = _totals(ranking)
    study = set_judgment(document.study, under="goal", view="neutral", first="c1", second="c4", value=9.0)
    document.apply("judge", study)
    assert _totals(ranking) != before
    assert sorted(_totals(ranking)) == sorted(document.results.totals)


def test_the_verdict_stands_below(ranking: RankingPanel) -> None:
    assert "United States is first." in ranking.quote.words.text()


def test_the_verdict_gets_its_class_when_it_is_drawn_and_loses_it_with_the_next_edit(
    ranking: RankingPanel, document: Document
) -> None:
    others = ranking.quote.words.accessibleName().partition("The lead rests")[2]
    document.take_robustness(document.verdict_basis, simulate_for_verdict(document.results))
    told = ranking.quote.words.accessibleName()
    assert told.startswith(("Clear: ", "Likely: ", "Too close to call: "))
    assert "of simulations" in told
    assert told.partition("The lead rests")[2].startswith(others[:20])
    study = set_judgment(document.study, under="goal", view="neutral", first="c1", second="c4", value=9.0)
    document.apply("judge", study)
    assert "of simulations" not in ranking.quote.words.accessibleName()


def test_what_is_only_tried_has_no_class(ranking: RankingPanel, document: Document) -> None:
    document.take_robustness(document.verdict_basis, simulate_for_verdict(document.results))
    document.try_weight("c1", 0.34)
    assert "of simulations" not in ranking.quote.words.accessibleName()
    document.stop_trying()
    assert "of simulations" in ranking.quote.words.accessibleName()


def test_a_part_of_the_evidence_leads_to_its_cells(qtbot: QtBot, ranking: RankingPanel) -> None:
    with qtbot.waitSignal(ranking.go_to) as told:
        ranking.evidence.kind_chosen.emit("placeholder")
    assert told.args == ["data::placeholder"]


def test_a_click_puts_a_host_in_focus_and_another_takes_it_back(
    qtbot: QtBot, ranking: RankingPanel, document: Document
) -> None:
    ranking.list.host_chosen.emit("h7")
    assert document.selected_host == "h7"
    assert "h7" in document.focus
    ranking.list.host_chosen.emit("h7")
    assert document.selected_host is None


def test_what_if_is_said_with_the_way_back(qtbot: QtBot, ranking: RankingPanel, document: Document) -> None:
    note = ranking.findChild(QWidget, "what_if")
    assert not note.isVisible()
    document.try_weight("c1", 0.34)
    qtbot.waitUntil(note.isVisible)
    assert note.text() == "What if Stability 34.0\u202f%"
    document.try_weights({"c1": 0.34, "c4": 0.2})
    assert note.text() == "What if Stability 34.0\u202f% and Market access 20.0\u202f%"
    qtbot.mouseClick(ranking.findChild(QPushButton, "reset_what_if"), Qt.MouseButton.LeftButton)
    assert document.tried_weights == {}
    assert not note.isVisible()


def test_while_judging_ranking_verdict_and_what_was_found_are_hidden_and_the_rest_stays(
    qtbot: QtBot, ranking: RankingPanel, document: Document
) -> None:
    """A finding may name who could lead, and the ratio of consistency."""
    ranking.set_judging(True)
    assert not any(row.isVisible() for row in ranking.findChildren(FindingRow))
    assert not ranking.list.isVisible()
    assert not ranking.quote.isVisible()
    qtbot.waitUntil(ranking.findChild(QWidget, "ranking_hidden").isVisible)
    assert ranking.evidence.isVisible()
    ranking.set_judging(False)
    assert ranking.list.isVisible()
    qtbot.waitUntil(lambda: any(row.isVisible() for row in ranking.findChildren(FindingRow)))


def test_what_was_judged_unseen_is_shown_afterwards(ranking: RankingPanel, document: Document) -> None:
    before = _totals(ranking)
    ranking.set_judging(True)
    study = set_judgment(document.study, under="goal", view="neutral", first="c1", second="c4", value=9.0)
    document.apply("judge", study)
    assert _totals(ranking) == before
    ranking.set_judging(False)
    assert _totals(ranking) != before


def test_findings_lead_to_the_findings_page(qtbot: QtBot, ranking: RankingPanel) -> None:
    row = ranking.findChild(QPushButton, "finding_data.missing") or ranking.findChild(QWidget, "finding_data.missing")
    with qtbot.waitSignal(ranking.go_to) as went:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert went.args == ["findings:data.missing"]


def test_why_leads_to_the_first_two_head_to_head(qtbot: QtBot, ranking: RankingPanel, document: Document) -> None:
    with qtbot.waitSignal(ranking.go_to) as went:
        qtbot.mouseClick(ranking.findChild(QPushButton, "verdict_why"), Qt.MouseButton.LeftButton)
    results = document.results
    first, second = (results.hosts[h] for h in results.order[:2])
    assert went.args == [f"results:head_to_head:{first}:{second}"]


def test_why_leads_to_the_results_where_nobody_follows_the_first(qtbot: QtBot, document: Document) -> None:
    document.apply("One host", replace(document.study, hosts=document.study.hosts[:1]))
    assert where_why(document.results) == "results"


def test_another_view_shows_its_own_ranking(ranking: RankingPanel, document: Document) -> None:
    document.choose_view("government")
    assert _totals(ranking) == sorted(document.results_by_view["government"].totals, reverse=True)


def test_groups_are_ranked_at_their_level_and_lead_to_their_best_member(
    qtbot: QtBot, ranking: RankingPanel, document: Document
) -> None:
    assert not ranking.levels.isVisible()
    document.open(grouped_study(), None)
    assert ranking.levels.isVisible()
    document.choose_level(0)
    assert [host.name for host in ranking.list.shown.hosts] == ["Canada", "Spain", "Mexico"]
    place = ranking.list.visualRect(ranking.list.model().index(0, 0)).center()
    qtbot.mouseClick(ranking.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert document.selected_host == "Windsor"
    assert ranking.list.selected == "Windsor"
    assert "Canada is first." in ranking.quote.words.text()
    assert not ranking.grab().isNull()
