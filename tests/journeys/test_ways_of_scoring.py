"""A leaf is scored in one way, then in another, then as before: no entry is lost, in window and file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import give_values, set_judgments, set_levels
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study, save_study
from decidr.gui.main_window import MainWindow
from decidr.gui.panels.criteria.page import CriteriaPanel
from decidr.gui.panels.data.page import DataPanel
from decidr.gui.panels.findings.finding_row import FindingRow
from decidr.gui.panels.weights.page import WeightsPanel
from tests.gui.open_windows import OpenWindow

WAYS = ("data", "rating", "direct", "pairwise")


def with_every_way(study: Study, leaf: str) -> Study:
    """Ratings, scores and judgments of the first hosts, beside the data that are there."""
    first, second, *_rest = (host.id for host in study.hosts)
    study = set_levels(study, leaf, [("good", 1.0), ("poor", 0.0)])
    study = give_values(study, {(leaf, first, "rating"): "good", (leaf, second, "rating"): "poor"})
    study = give_values(study, {(leaf, first, "direct"): 0.9, (leaf, second, "direct"): 0.1})
    pairs = {(first, host.id): 2.0 for host in study.hosts[1:]}
    return set_judgments(study, under=leaf, view=study.settings.base_view, values=pairs)


def choose(panel: CriteriaPanel, way: str) -> None:
    box = panel.card.findChild(QComboBox, "criterion_scored_by")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(way))
    box.activated.emit(box.currentIndex())


def opened(window: MainWindow, leaf: str) -> CriteriaPanel:
    window.go_to(f"criteria:{leaf}")
    panel = window.pages.panel("criteria")
    assert isinstance(panel, CriteriaPanel)
    return panel


def test_a_leaf_goes_through_every_way_and_comes_back_with_all_its_entries(
    qtbot: QtBot, open_window: OpenWindow, plant: Path, tmp_path: Path
) -> None:
    plain = load_study(plant)
    leaf = next(c.id for c in plain.criteria if c.name == "Rule of law and integrity")
    window = open_window(with_every_way(plain, leaf), plant, with_parts=True)
    document, panel = window.document, opened(window, leaf)
    before = document.results.totals.tolist()
    seen: dict[str, list[float]] = {}
    for way in (*WAYS[1:], "data"):
        choose(panel, way)
        row = document.results.leaves.index(leaf)
        seen[way] = document.results.raw_scores[row, :3].round(6).tolist()
        path = tmp_path / f"{way}.decidr"
        save_study(document.study, path)
        again = load_study(path)
        assert again.cells == document.study.cells
        assert again.comparisons == document.study.comparisons
        assert again.levels == document.study.levels
    assert document.results.totals.tolist() == before
    assert seen["rating"] == [1, 0, 0.5]
    assert seen["direct"] == [0.9, 0.1, 0.5]
    assert seen["pairwise"] == [1, 0.5, 0.5]
    beside = panel.card.findChild(QLabel, "entries_beside")
    assert isinstance(beside, QLabel)
    assert beside.text() == "Kept for another way of scoring, not counted: levels 2, scores 2 and pairs 9"


def test_the_card_leads_to_where_hosts_are_entered(qtbot: QtBot, open_window: OpenWindow, plant: Path) -> None:
    study = load_study(plant)
    leaf = next(c.id for c in study.criteria if c.name == "Rule of law and integrity")
    window = open_window(with_every_way(study, leaf), plant, with_parts=True)
    panel = opened(window, leaf)
    link = panel.card.entries.link
    assert isinstance(link, QPushButton)
    choose(panel, "pairwise")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    weights = window.pages.panel("weights")
    assert isinstance(weights, WeightsPanel)
    qtbot.waitUntil(weights.isVisible)
    assert weights._node == leaf

    opened(window, leaf)
    choose(panel, "direct")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    data = window.pages.panel("data")
    assert isinstance(data, DataPanel)
    qtbot.waitUntil(data.isVisible)
    fact = data.view.fact
    assert fact is not None
    assert (fact.row.id, fact.row.way) == (leaf, "direct")


def test_a_direct_score_above_one_is_refused_in_a_sentence_under_absolute(
    qtbot: QtBot, open_window: OpenWindow, plant: Path
) -> None:
    study = load_study(plant)
    leaf = next(c.id for c in study.criteria if c.name == "Rule of law and integrity")
    window = open_window(with_every_way(study, leaf), plant, with_parts=True)
    choose(opened(window, leaf), "direct")
    window.go_to(f"data:{leaf}:{study.hosts[0].id}")
    data = window.pages.panel("data")
    assert isinstance(data, DataPanel)
    data.card.value.edit.setText("1.5")
    data.card.value.edit.editingFinished.emit()
    told = [row.text() for row in data.card.problems.findChildren(FindingRow)]
    assert told == ["Canada: under the absolute synthesis a direct score cannot be above 1; 1.5 is"]


def test_a_host_that_fails_a_must_stays_below_the_line_with_the_reason(
    qtbot: QtBot, open_window: OpenWindow, plant: Path
) -> None:
    study = load_study(plant)
    leaf = next(c for c in study.criteria if c.name == "Rule of law and integrity")
    window = open_window(study, plant, with_parts=True)
    panel = opened(window, leaf.id)
    field = panel.card.must.edit
    field.setText("at least 2")
    field.editingFinished.emit()
    assert panel.card.must.trouble == "«at least 2» is not a condition; write >= 2, <= 15 or = level."
    assert window.document.undo_stack.count() == 0
    field.setText(">= 0,5")
    field.editingFinished.emit()
    values = {c.host: c.value for c in study.cells if c.criterion == leaf.id}
    failing = {host for host, value in values.items() if isinstance(value, float) and value < 0.5}
    rows = window.ranking.list.shown.hosts
    below = [row for row in rows if row.reason]
    assert failing
    assert {row.id for row in below if "fails the must" in row.reason} == failing
    assert all(row.rank == 0 for row in below if row.id in failing)
    assert below[0].is_first_below
    assert rows[-len(below) :] == tuple(below)
